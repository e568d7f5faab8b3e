/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-document-facts.h"

#include "ent-dates.h"
#include "ent-text-clean.h"

#include <string.h>

#define MAX_FACT_BYTES 1000

typedef struct {
  EntArticleFacts *facts;
  GString         *text;      /* of the element at hand */
  char            *changed;   /* days, nullable */
  char            *made;
} Reading;

static void
on_start (const EntXmlTag *tag, gpointer data)
{
  g_string_truncate (((Reading *) data)->text, 0);
}

static void
on_text (const char *text, gsize n_bytes, gpointer data)
{
  Reading *self = data;

  if (self->text->len + n_bytes <= MAX_FACT_BYTES)
    g_string_append_len (self->text, text, (gssize) n_bytes);
}

static void
on_end (const char *name, gpointer data)
{
  Reading *self = data;

  if (g_str_equal (name, "dc:title") && self->facts->title == NULL)
    self->facts->title = ent_text_one_line (self->text->str);
  else if ((g_str_equal (name, "dc:date") || g_str_equal (name, "dcterms:modified")) && self->changed == NULL)
    self->changed = ent_date_from_line (self->text->str);
  else if ((g_str_equal (name, "meta:creation-date") || g_str_equal (name, "dcterms:created")) && self->made == NULL)
    self->made = ent_date_from_line (self->text->str);
  g_string_truncate (self->text, 0);
}

gboolean
ent_document_facts_read (const EntPackage *package, const char *member, EntArticleFacts *facts, GError **error)
{
  static const EntXmlHandler handler = { on_start, on_end, on_text };
  Reading  self = { facts, g_string_new (NULL) };
  gboolean is_read = ent_package_read_xml (package, member, &handler, &self, error);

  facts->file_date = self.changed != NULL ? g_steal_pointer (&self.changed) : g_steal_pointer (&self.made);
  g_free (self.changed);
  g_free (self.made);
  g_string_free (self.text, TRUE);
  return is_read;
}
