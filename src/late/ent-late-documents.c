/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* src/article's readers of all formats but text and Markdown, in a module: libxml2, libarchive, GMime and poppler. */
#include "ent-late.h"

#include "ent-html.h"
#include "ent-mail.h"
#include "ent-package-blocks.h"
#include "ent-pdf.h"

static GPtrArray *
read_late (gsize reader_offset, GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  const EntLateDocuments *documents = ent_late_find (ENT_LATE_DOCUMENTS, error);

  return documents != NULL ? G_STRUCT_MEMBER (EntLateReader, documents, reader_offset) (bytes, origin, facts, cancellable, error) : NULL;
}

GPtrArray *
ent_html_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  return read_late (G_STRUCT_OFFSET (EntLateDocuments, html_blocks), bytes, origin, facts, cancellable, error);
}

GPtrArray *
ent_mail_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  return read_late (G_STRUCT_OFFSET (EntLateDocuments, mail_blocks), bytes, origin, facts, cancellable, error);
}

GPtrArray *
ent_package_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  return read_late (G_STRUCT_OFFSET (EntLateDocuments, package_blocks), bytes, origin, facts, cancellable, error);
}

GPtrArray *
ent_pdf_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  return read_late (G_STRUCT_OFFSET (EntLateDocuments, pdf_blocks), bytes, origin, facts, cancellable, error);
}
