/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-package-blocks.h"

#include "ent-docx.h"
#include "ent-odt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What packages are that hold no article. */
static const struct { const char *start; const char *format; } others[] = {
  { "xl/", N_("a spreadsheet") }, { "ppt/", N_("a presentation") }, { "META-INF/container.xml", N_("an electronic book") },
};

/* The name of the member that begins and ends so, NULL where there is none. */
static const char *
find_member (GStrv members, const char *start, const char *end)
{
  for (; *members != NULL; members++)
    if (g_str_has_prefix (*members, start) && g_str_has_suffix (*members, end) && strlen (*members) < 100)
      return *members;
  return NULL;
}

GPtrArray *
ent_package_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  const EntPackage package = { bytes, origin->name, cancellable };
  g_auto (GStrv)   members = ent_package_list (&package, error);
  const char      *format = N_("an archive");

  if (members == NULL)
    return NULL;
  if (find_member (members, "word/document", ".xml") != NULL)
    return ent_docx_blocks (&package, find_member (members, "word/document", ".xml"), facts, error);
  if (find_member (members, "content.xml", "content.xml") != NULL)
    return ent_odt_blocks (&package, facts, error);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (find_member (members, others[i].start, "") != NULL)
      format = others[i].format;
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_FORMAT,
               /* Translators: the name of a file, and what kind of file it is */
               _("%s: this is %s; of packed documents, OpenDocument texts (.odt) and Word documents (.docx) can be read"), origin->name, _(format));
  return NULL;
}
