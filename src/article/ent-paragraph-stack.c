/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-paragraph-stack.h"

#include <string.h>

#define CELL_CHARS     60    /* of a cell that may be a sentence */
#define HEADLINE_CHARS 160

typedef struct {
  GString          *text;
  EntParagraphKind  kind;
} Open;

static void
open_clear (gpointer data)
{
  g_string_free (((Open *) data)->text, TRUE);
}

void
ent_paragraph_stack_init (EntParagraphStack *self)
{
  *self = (EntParagraphStack) { ent_blocks_new (), g_array_new (FALSE, FALSE, sizeof (Open)) };
  g_array_set_clear_func (self->open, open_clear);
}

void
ent_paragraph_stack_clear (EntParagraphStack *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_array_unref);
}

static Open *
get_top (EntParagraphStack *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
}

void
ent_paragraph_stack_begin (EntParagraphStack *self, EntParagraphKind kind)
{
  Open open = { g_string_new (NULL), kind };

  g_array_append_val (self->open, open);
}

void
ent_paragraph_stack_set_kind (EntParagraphStack *self, EntParagraphKind kind)
{
  Open *top = get_top (self);

  if (top != NULL)
    top->kind = kind;
}

void
ent_paragraph_stack_append (EntParagraphStack *self, const char *text, gsize n_bytes)
{
  Open *top = get_top (self);

  if (top != NULL && self->n_skipped == 0)
    g_string_append_len (top->text, text, (gssize) n_bytes);
}

static gboolean
is_sentence (const char *text)
{
  return strlen (text) >= CELL_CHARS && strpbrk (text, ".!?") != NULL;
}

void
ent_paragraph_stack_end (EntParagraphStack *self)
{
  Open *top = get_top (self);

  if (top == NULL)
    return;
  if (self->n_tables > 0 && !is_sentence (top->text->str))
    top->kind = ENT_PARAGRAPH_FURNITURE;
  if (g_utf8_validate (top->text->str, -1, NULL))
    ent_blocks_add (self->blocks, top->text->str, top->kind);
  g_array_set_size (self->open, self->open->len - 1);
}

GPtrArray *
ent_paragraph_stack_finish (EntParagraphStack *self, EntArticleFacts *facts)
{
  EntBlock *first = self->blocks->len > 0 ? g_ptr_array_index (self->blocks, 0) : NULL;

  if (first != NULL && (first->kind != ENT_PARAGRAPH_BODY || g_utf8_strlen (first->text, -1) <= HEADLINE_CHARS))
    g_clear_pointer (&facts->title, g_free);   /* a file's own title is often that of the file it was copied from */
  else if (first != NULL)
    ent_blocks_insert_head (self->blocks, facts->title, NULL);
  return g_steal_pointer (&self->blocks);
}

gboolean
ent_paragraph_style_kind (const char *style, EntParagraphKind *kind)
{
  static const struct { const char *start; EntParagraphKind kind; } kinds[] = {
    { "heading", ENT_PARAGRAPH_HEADING }, { "title", ENT_PARAGRAPH_TITLE }, { "list", ENT_PARAGRAPH_LIST_ITEM },
    { "caption", ENT_PARAGRAPH_FURNITURE }, { "illustration", ENT_PARAGRAPH_FURNITURE }, { "figure", ENT_PARAGRAPH_FURNITURE },
  };
  static const char *const left_out[] = { "toc ", "contents", "table of ", "footnote", "endnote", "annotation", "header", "footer", "index" };

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_has_prefix (style, left_out[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (style, kinds[i].start))
      *kind = kinds[i].kind;
  return TRUE;
}
