/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A start tag while its callback runs; names as the file writes them, with their prefix. */
typedef struct {
  const char                 *name;         /* "text:p" */
  const unsigned char *const *attributes;   /* for ent_xml_tag_dup_attribute() */
  int                         n_attributes;
} EntXmlTag;

/* end and text are nullable; text need not end in a NUL. */
typedef struct {
  void (*start) (const EntXmlTag *tag, gpointer data);
  void (*end)   (const char *name, gpointer data);
  void (*text)  (const char *text, gsize n_bytes, gpointer data);
} EntXmlHandler;

/* Reads XML in UTF-8 as it comes, without a tree. Made for files that may be built to do harm: a document type, and with it every
 * entity, is an error; so are a depth of more than 200 elements and more than 200 attributes in one. Nothing is loaded. */
typedef struct _EntXmlReader EntXmlReader;

/* place: what messages begin with, the file and its part. */
EntXmlReader *ent_xml_reader_new        (const char *place, const EntXmlHandler *handler, gpointer data);
void          ent_xml_reader_free       (EntXmlReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntXmlReader, ent_xml_reader_free)

/* FALSE with ENT_ARTICLE_ERROR_DAMAGED set, the message naming the place and the line. */
gboolean      ent_xml_reader_feed       (EntXmlReader *self, const char *bytes, gsize n_bytes, GError **error);
gboolean      ent_xml_reader_finish     (EntXmlReader *self, GError **error);

/* The value of the attribute of that name, without its prefix; NULL where there is none. */
char         *ent_xml_tag_dup_attribute (const EntXmlTag *tag, const char *local_name);

G_END_DECLS
