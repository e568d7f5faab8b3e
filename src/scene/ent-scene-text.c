/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts are wrapped here rather than by pango, for three reasons: the lines come out about equally long, the SVG writer gets
 * the very lines that the painter draws, and a name of thousands of characters costs no more than one of a hundred.
 * Breaks and cuts are taken where pango's text analysis allows them, so that no letter is torn apart in any script. */
#include "ent-scene-text.h"

#include "ent-scene-figure.h"

#include <math.h>
#include <string.h>

#define MAX_CHARS 200     /* more cannot be seen in two lines, however narrow the letters */
#define ELLIPSIS  "…"

typedef struct {
  PangoLayout       *layout;
  const EntTextForm *form;
  const char        *text;       /* cleaned */
  PangoLogAttr      *attrs;      /* n_chars + 1, owned */
  int                n_chars;
  gboolean           cut;        /* the text went on after MAX_CHARS */
} Wrapper;

PangoContext *
ent_text_create_context (void)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/* White space of any kind becomes one blank, control characters go. (transfer full) */
static char *
clean_text (const char *string, gboolean *cut)
{
  GString *out = g_string_new (NULL);
  guint    n_chars = 0;
  gboolean blank = FALSE;

  *cut = FALSE;
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          blank = out->len > 0;
          continue;
        }
      if (n_chars >= MAX_CHARS)
        {
          *cut = TRUE;
          break;
        }
      if (blank)
        g_string_append_c (out, ' ');
      n_chars += blank ? 2 : 1;
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static double
measure (PangoLayout *layout, const char *text)
{
  PangoRectangle logical;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* The characters from start to end without blanks at either side, and an ellipsis if wanted. (transfer full) */
static char *
dup_piece (const Wrapper *self, int start, int end, gboolean ellipsis)
{
  const char      *from = g_utf8_offset_to_pointer (self->text, start);
  const char      *to = g_utf8_offset_to_pointer (from, end - start);
  g_autofree char *piece = g_strstrip (g_strndup (from, to - from));

  return ellipsis ? g_strconcat (piece, ELLIPSIS, NULL) : g_steal_pointer (&piece);
}

static double
measure_piece (const Wrapper *self, int start, int end, gboolean ellipsis)
{
  g_autofree char *piece = dup_piece (self, start, end, ellipsis);

  return measure (self->layout, piece);
}

/* The longest piece from start on that fits with an ellipsis, cut between letters. (transfer full) */
static char *
dup_ellipsised (const Wrapper *self, int start)
{
  int low = start, high = self->n_chars;

  while (low < high)
    {
      int middle = (low + high + 1) / 2;
      if (measure_piece (self, start, middle, TRUE) <= self->form->max_width)
        low = middle;
      else
        high = middle - 1;
    }
  while (low > start && !self->attrs[low].is_cursor_position)
    low--;
  return dup_piece (self, start, low, TRUE);
}

/* Where to break a text too long for one line: the break that leaves the longer line shortest; where none makes both fit, the
 * last that leaves a first line that fits; where there is none of those either, between letters. */
static int
find_break (const Wrapper *self)
{
  int    balanced = -1, last = -1, torn = -1;
  double best = INFINITY;

  for (int i = 1; i < self->n_chars; i++)
    {
      if (!self->attrs[i].is_line_break && !self->attrs[i].is_cursor_position)
        continue;
      double first = measure_piece (self, 0, i, FALSE);
      if (first > self->form->max_width)
        break;
      torn = i;
      if (!self->attrs[i].is_line_break)
        continue;
      last = i;
      double longer = MAX (first, measure_piece (self, i, self->n_chars, FALSE));
      if (longer <= self->form->max_width && longer < best)
        {
          best = longer;
          balanced = i;
        }
    }
  if (balanced > 0)
    return balanced;
  /* A lone short word on the first line of a name that does not fit anyway would waste the line. */
  if (last > 0 && measure_piece (self, 0, last, FALSE) > 0.4 * self->form->max_width)
    return last;
  return MAX (torn, 1);
}

static char **
wrap (Wrapper *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char         *last = NULL;
  int                      start = 0;

  if (self->n_chars == 0)
    return g_strv_builder_end (lines);
  if (self->cut || measure (self->layout, self->text) > self->form->max_width)
    {
      if (self->form->max_lines > 1)
        {
          start = find_break (self);
          g_autofree char *first = dup_piece (self, 0, start, FALSE);
          g_strv_builder_add (lines, first);
        }
      if (self->cut || measure_piece (self, start, self->n_chars, FALSE) > self->form->max_width)
        last = dup_ellipsised (self, start);
    }
  if (last == NULL)
    last = dup_piece (self, start, self->n_chars, FALSE);
  g_strv_builder_add (lines, last);
  return g_strv_builder_end (lines);
}

static void
read_extents (EntText *self, PangoLayout *layout)
{
  PangoRectangle   logical;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint            line = 0;

  pango_layout_get_extents (layout, NULL, &logical);
  self->width = (double) logical.width / PANGO_SCALE;
  self->height = (double) logical.height / PANGO_SCALE;
  do
    self->baselines[line++] = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
  while (line < ENT_TEXT_MAX_LINES && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* x, baseline: where the run begins, in pango's units. */
static EntTextRun
bake_run (const PangoGlyphItem *item, int x, int baseline)
{
  EntTextRun              run = { 0 };
  const PangoGlyphString *string = item->glyphs;

  run.font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font)));
  run.glyphs = g_new (cairo_glyph_t, string->num_glyphs);
  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      /* A character that no font has becomes the font's own sign for that. */
      gulong                glyph = info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info->glyph;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        run.glyphs[run.n_glyphs++] = (cairo_glyph_t) {
          glyph, (double) (x + info->geometry.x_offset) / PANGO_SCALE, (double) (baseline + info->geometry.y_offset) / PANGO_SCALE,
        };
      x += info->geometry.width;
    }
  return run;
}

static void
bake_runs (EntText *self, PangoLayout *layout)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (EntTextRun));
  PangoLayoutIter   *iter = pango_layout_get_iter (layout);

  do
    {
      const PangoGlyphItem *item = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle        box;
      if (item == NULL || item->item->analysis.font == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &box);
      EntTextRun run = bake_run (item, box.x, pango_layout_iter_get_baseline (iter));
      g_array_append_val (runs, run);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  self->n_runs = runs->len;
  self->runs = (EntTextRun *) (void *) g_array_free (g_steal_pointer (&runs), FALSE);
}

/* (transfer full) */
static PangoLayout *
create_layout (PangoContext *context, const EntTextForm *form)
{
  PangoFontDescription *font = pango_font_description_from_string ("sans");
  PangoLayout          *layout = pango_layout_new (context);

  pango_font_description_set_absolute_size (font, form->size * PANGO_SCALE);
  pango_font_description_set_weight (font, form->weight);
  pango_font_description_set_style (font, form->style);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_font_description_free (font);
  return layout;
}

void
ent_text_init (EntText *self, PangoContext *context, const EntTextForm *form, const char *string)
{
  Wrapper          wrapper = { .form = form };
  g_autofree char *text = clean_text (string, &wrapper.cut);
  g_autofree char *joined = NULL;
  g_autoptr (PangoLayout) layout = create_layout (context, form);

  memset (self, 0, sizeof *self);
  g_atomic_ref_count_init (&self->ref_count);
  self->form = form;
  wrapper.layout = layout;
  wrapper.text = text;
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_log_attrs (layout, &wrapper.attrs, &wrapper.n_chars);
  wrapper.n_chars--;     /* the attributes are of the places between characters */
  self->lines = wrap (&wrapper);
  g_free (wrapper.attrs);

  joined = g_strjoinv ("\n", self->lines);
  if (*joined == '\0')
    return;
  pango_layout_set_text (layout, joined, -1);
  read_extents (self, layout);
  bake_runs (self, layout);
  if (form->barred && strchr (joined, ' ') != NULL)
    self->bar_height = ENT_BAR_SHARE * form->size;
  self->shown = g_steal_pointer (&joined);
}

PangoLayout *
ent_text_dup_layout (const EntText *self)
{
  PangoContext *context;
  PangoLayout  *layout;

  if (self->shown == NULL)
    return NULL;
  context = ent_text_create_context ();
  layout = create_layout (context, self->form);
  pango_layout_set_text (layout, self->shown, -1);
  g_object_unref (context);
  return layout;
}

void
ent_text_clear (EntText *self)
{
  for (guint i = 0; i < self->n_runs; i++)
    {
      cairo_scaled_font_destroy (self->runs[i].font);
      g_free (self->runs[i].glyphs);
    }
  g_clear_pointer (&self->runs, g_free);
  self->n_runs = 0;
  g_clear_pointer (&self->lines, g_strfreev);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->halo, ent_halo_unref);
}

EntText *
ent_text_new (PangoContext *context, const EntTextForm *form, const char *string)
{
  EntText *self = g_new (EntText, 1);

  ent_text_init (self, context, form, string);
  return self;
}

EntText *
ent_text_ref (EntText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_text_unref (EntText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  ent_text_clear (self);
  g_free (self);
}

gboolean
ent_text_is_vector (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS;
}

void
ent_text_show (const EntText *self, cairo_t *cr)
{
  if (self->shown == NULL)
    return;
  /* In files the characters go with the glyphs, so that the text can be searched. */
  if (ent_text_is_vector (cr))
    {
      g_autoptr (PangoLayout) layout = ent_text_dup_layout (self);
      cairo_move_to (cr, 0, 0);
      pango_cairo_show_layout (cr, layout);
      return;
    }
  for (guint i = 0; i < self->n_runs; i++)
    {
      cairo_set_scaled_font (cr, self->runs[i].font);
      cairo_show_glyphs (cr, self->runs[i].glyphs, self->runs[i].n_glyphs);
    }
}
