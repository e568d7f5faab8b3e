/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* content.xml names styles of its own first, "P3", each with the style that it varies, then the text. */
#include "ent-odt.h"

#include "ent-article-loader.h"
#include "ent-document-facts.h"
#include "ent-paragraph-stack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EntParagraphStack  paragraphs;
  GHashTable        *parents;    /* name of a style → of the one that it varies */
  gboolean           is_locked;
  gboolean           is_other;   /* a spreadsheet, a presentation, a drawing */
} Odt;

/* What is in these is never part of the text. */
static const char *const left_out[] = {
  "office:annotation", "office:forms", "office:scripts", "svg:title", "svg:desc", "text:note", "text:tracked-changes", "text:table-of-content",
  "text:illustration-index", "text:table-index", "text:object-index", "text:user-index", "text:alphabetical-index", "text:bibliography",
  "text:ruby-text", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", NULL,
};

static const char *const other_bodies[] = { "office:spreadsheet", "office:presentation", "office:drawing", "office:chart", "office:database", NULL };

static void
begin_paragraph (Odt *self, const EntXmlTag *tag)
{
  g_autofree char  *style = ent_xml_tag_dup_attribute (tag, "style-name");
  const char       *parent = style != NULL ? g_hash_table_lookup (self->parents, style) : NULL;
  g_autofree char  *lower = g_ascii_strdown (parent != NULL ? parent : style != NULL ? style : "", -1);
  EntParagraphKind  kind = self->paragraphs.n_lists > 0 ? ENT_PARAGRAPH_LIST_ITEM : ENT_PARAGRAPH_BODY;

  ent_paragraph_style_kind (lower, &kind);
  ent_paragraph_stack_begin (&self->paragraphs, g_str_equal (tag->name, "text:h") && kind != ENT_PARAGRAPH_TITLE ? ENT_PARAGRAPH_HEADING : kind);
}

static void
on_start (const EntXmlTag *tag, gpointer data)
{
  Odt *self = data;

  self->paragraphs.n_skipped += g_strv_contains (left_out, tag->name);
  self->paragraphs.n_tables += g_str_equal (tag->name, "table:table");
  self->paragraphs.n_lists += g_str_equal (tag->name, "text:list");
  self->is_other = self->is_other || g_strv_contains (other_bodies, tag->name);
  if (g_str_equal (tag->name, "style:style"))
    {
      char *name = ent_xml_tag_dup_attribute (tag, "name"), *parent = ent_xml_tag_dup_attribute (tag, "parent-style-name");

      if (name != NULL && parent != NULL)
        g_hash_table_insert (self->parents, g_steal_pointer (&name), g_steal_pointer (&parent));
      g_free (name);
      g_free (parent);
    }
  else if (g_str_equal (tag->name, "text:p") || g_str_equal (tag->name, "text:h"))
    begin_paragraph (self, tag);
  else if (g_str_equal (tag->name, "text:s") || g_str_equal (tag->name, "text:tab") || g_str_equal (tag->name, "text:line-break"))
    ent_paragraph_stack_append (&self->paragraphs, " ", 1);
}

static void
on_end (const char *name, gpointer data)
{
  Odt *self = data;

  self->paragraphs.n_skipped -= g_strv_contains (left_out, name);
  if (g_str_equal (name, "text:p") || g_str_equal (name, "text:h"))
    ent_paragraph_stack_end (&self->paragraphs);
  self->paragraphs.n_tables -= g_str_equal (name, "table:table");
  self->paragraphs.n_lists -= g_str_equal (name, "text:list");
}

static void
on_text (const char *text, gsize n_bytes, gpointer data)
{
  ent_paragraph_stack_append (&((Odt *) data)->paragraphs, text, n_bytes);
}

/* The list of parts says how each is encrypted. */
static void
on_part (const EntXmlTag *tag, gpointer data)
{
  Odt *self = data;

  self->is_locked = self->is_locked || g_str_equal (tag->name, "manifest:encryption-data");
}

static gboolean
read_parts (Odt *self, const EntPackage *package, EntArticleFacts *facts, GError **error)
{
  static const EntXmlHandler handler = { on_start, on_end, on_text }, parts = { on_part };

  if (!ent_package_read_xml (package, "META-INF/manifest.xml", &parts, self, error))
    return FALSE;
  if (self->is_locked)
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED, _("%s: the document is under a password; save it without and open it again"), package->name);
      return FALSE;
    }
  if (!ent_document_facts_read (package, "meta.xml", facts, error) || !ent_package_read_xml (package, "content.xml", &handler, self, error))
    return FALSE;
  if (self->is_other)
    g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_NOT_TEXT, _("%s: this is an OpenDocument file, but no text"), package->name);
  return !self->is_other;
}

GPtrArray *
ent_odt_blocks (const EntPackage *package, EntArticleFacts *facts, GError **error)
{
  g_autoptr (GHashTable)  parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Odt                     self = { .parents = parents };
  GPtrArray              *blocks = NULL;

  ent_paragraph_stack_init (&self.paragraphs);
  if (read_parts (&self, package, facts, error))
    blocks = ent_paragraph_stack_finish (&self.paragraphs, facts);
  ent_paragraph_stack_clear (&self.paragraphs);
  return blocks;
}
