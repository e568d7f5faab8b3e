/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-xml-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A document that is a zip archive of XML files. */
typedef struct {
  GBytes       *bytes;
  const char   *name;          /* of the file, in messages */
  GCancellable *cancellable;   /* nullable */
} EntPackage;

/* What is packed in it, in the archive's order: newly allocated, or NULL with ENT_ARTICLE_ERROR_DAMAGED set (no archive, or one of
 * more than 10,000 members). */
GStrv    ent_package_list     (const EntPackage *self, GError **error);

/**
 * ent_package_read_xml:
 * Unpacks one member piece by piece and calls @handler for its tags and text. What is unpacked is never held as a whole, and may
 * be neither more than 64 MB nor, from 1 MB on, more than 200 times the archive.
 * @member: a member that is not there is read as an empty one
 * Returns: FALSE with ENT_ARTICLE_ERROR_DAMAGED (also: under a password), _TOO_LARGE or G_IO_ERROR_CANCELLED set
 */
gboolean ent_package_read_xml (const EntPackage *self, const char *member, const EntXmlHandler *handler, gpointer data, GError **error);

G_END_DECLS
