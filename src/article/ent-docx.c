/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two parts: styles.xml gives each style's English name, whatever language Word spoke, and document.xml the text. A text box is
 * there twice, for old and for new programs: the old one's (mc:Fallback) is left out. */
#include "ent-docx.h"

#include "ent-document-facts.h"
#include "ent-paragraph-stack.h"

#include <string.h>

#define MAX_BASES 8   /* styles that vary one another */

typedef struct {
  EntParagraphStack  paragraphs;
  GHashTable        *names;       /* id of a style → its name in small letters */
  GHashTable        *bases;       /* id of a style → id of the one that it varies */
  char              *style;       /* the id of the one at hand, while the styles are read */
  gboolean           in_run;
  gboolean           is_hidden;   /* the run */
  gboolean           in_text;
} Docx;

/* ── Styles ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
on_style_start (const EntXmlTag *tag, gpointer data)
{
  Docx            *self = data;
  g_autofree char *value = ent_xml_tag_dup_attribute (tag, "val");

  if (g_str_equal (tag->name, "w:style"))
    {
      g_free (self->style);
      self->style = ent_xml_tag_dup_attribute (tag, "styleId");
    }
  else if (self->style != NULL && value != NULL && g_str_equal (tag->name, "w:name"))
    g_hash_table_insert (self->names, g_strdup (self->style), g_ascii_strdown (value, -1));
  else if (self->style != NULL && value != NULL && g_str_equal (tag->name, "w:basedOn"))
    g_hash_table_insert (self->bases, g_strdup (self->style), g_steal_pointer (&value));
}

/* The kind that the style or one that it varies gives. */
static void
apply_style (Docx *self, const char *id)
{
  EntParagraphKind kind = ENT_PARAGRAPH_BODY;

  for (guint i = 0; i < MAX_BASES && id != NULL && kind == ENT_PARAGRAPH_BODY; i++)
    {
      const char      *name = g_hash_table_lookup (self->names, id);
      g_autofree char *lower = g_ascii_strdown (name != NULL ? name : id, -1);

      if (!ent_paragraph_style_kind (lower, &kind))
        kind = ENT_PARAGRAPH_FURNITURE;
      id = g_hash_table_lookup (self->bases, id);
    }
  if (kind != ENT_PARAGRAPH_BODY)
    ent_paragraph_stack_set_kind (&self->paragraphs, kind);
}

/* ── Text ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

static const char *const left_out[] = { "w:del", "w:moveFrom", "w:instrText", "w:rt", "mc:Fallback", NULL };

/* "<w:vanish/>" is on, "<w:vanish w:val='false'/>" is off. */
static gboolean
is_on (const char *value)
{
  return value == NULL || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

static void
start_in_run (Docx *self, const char *name, const char *value)
{
  if (g_str_equal (name, "w:vanish"))
    self->is_hidden = is_on (value);
  else if (g_str_equal (name, "w:tab") || g_str_equal (name, "w:br") || g_str_equal (name, "w:cr"))
    ent_paragraph_stack_append (&self->paragraphs, " ", 1);
  else if (g_str_equal (name, "w:noBreakHyphen"))
    ent_paragraph_stack_append (&self->paragraphs, "-", 1);
}

static void
on_start (const EntXmlTag *tag, gpointer data)
{
  Docx            *self = data;
  const char      *name = tag->name;
  g_autofree char *value = ent_xml_tag_dup_attribute (tag, "val");

  self->paragraphs.n_skipped += g_strv_contains (left_out, name);
  self->paragraphs.n_tables += g_str_equal (name, "w:tbl");
  self->in_text = g_str_equal (name, "w:t") || g_str_equal (name, "m:t");
  if (g_str_equal (name, "w:p"))
    ent_paragraph_stack_begin (&self->paragraphs, ENT_PARAGRAPH_BODY);
  else if (g_str_equal (name, "w:pStyle"))
    apply_style (self, value);
  else if (g_str_equal (name, "w:numId") && g_strcmp0 (value, "0") != 0)
    ent_paragraph_stack_set_kind (&self->paragraphs, ENT_PARAGRAPH_LIST_ITEM);
  else if (g_str_equal (name, "w:outlineLvl") && g_strcmp0 (value, "9") != 0)
    ent_paragraph_stack_set_kind (&self->paragraphs, ENT_PARAGRAPH_HEADING);
  else if (g_str_equal (name, "w:r"))
    {
      self->in_run = TRUE;
      self->is_hidden = FALSE;
    }
  else if (self->in_run)
    start_in_run (self, name, value);
}

static void
on_end (const char *name, gpointer data)
{
  Docx *self = data;

  self->in_text = FALSE;
  if (g_str_equal (name, "w:p"))
    ent_paragraph_stack_end (&self->paragraphs);
  else if (g_str_equal (name, "w:r"))
    self->in_run = self->is_hidden = FALSE;
  self->paragraphs.n_skipped -= g_strv_contains (left_out, name);
  self->paragraphs.n_tables -= g_str_equal (name, "w:tbl");
}

static void
on_text (const char *text, gsize n_bytes, gpointer data)
{
  Docx *self = data;

  if (self->in_text && !self->is_hidden)
    ent_paragraph_stack_append (&self->paragraphs, text, n_bytes);
}

GPtrArray *
ent_docx_blocks (const EntPackage *package, const char *member, EntArticleFacts *facts, GError **error)
{
  static const EntXmlHandler  styles = { on_style_start }, text = { on_start, on_end, on_text };
  g_autoptr (GHashTable)      names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable)      bases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Docx                        self = { .names = names, .bases = bases };
  GPtrArray                  *blocks = NULL;

  ent_paragraph_stack_init (&self.paragraphs);
  if (ent_document_facts_read (package, "docProps/core.xml", facts, error) && ent_package_read_xml (package, "word/styles.xml", &styles, &self, error) &&
      ent_package_read_xml (package, member, &text, &self, error))
    blocks = ent_paragraph_stack_finish (&self.paragraphs, facts);
  ent_paragraph_stack_clear (&self.paragraphs);
  g_free (self.style);
  return blocks;
}
