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
read_extents (EntText *self)
{
  PangoRectangle   logical;
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  guint            line = 0;

  pango_layout_get_extents (self->layout, NULL, &logical);
  self->width = (double) logical.width / PANGO_SCALE;
  self->height = (double) logical.height / PANGO_SCALE;
  do
    self->baselines[line++] = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
  while (line < ENT_TEXT_MAX_LINES && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
ent_text_init (EntText *self, PangoContext *context, const EntTextForm *form, const char *string)
{
  Wrapper                wrapper = { .form = form };
  g_autofree char       *text = clean_text (string, &wrapper.cut);
  g_autofree char       *joined = NULL;
  PangoFontDescription  *font = pango_font_description_from_string ("sans");

  memset (self, 0, sizeof *self);
  pango_font_description_set_absolute_size (font, form->size * PANGO_SCALE);
  pango_font_description_set_weight (font, form->weight);
  pango_font_description_set_style (font, form->style);
  self->layout = pango_layout_new (context);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  pango_font_description_free (font);

  wrapper.layout = self->layout;
  wrapper.text = text;
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_log_attrs (self->layout, &wrapper.attrs, &wrapper.n_chars);
  wrapper.n_chars--;     /* the attributes are of the places between characters */
  self->lines = wrap (&wrapper);
  g_free (wrapper.attrs);

  joined = g_strjoinv ("\n", self->lines);
  if (*joined == '\0')
    {
      g_clear_object (&self->layout);
      return;
    }
  pango_layout_set_text (self->layout, joined, -1);
  read_extents (self);
  if (form->barred && strchr (joined, ' ') != NULL)
    self->bar_height = ENT_BAR_SHARE * form->size;
}

void
ent_text_clear (EntText *self)
{
  g_clear_pointer (&self->lines, g_strfreev);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->halo, cairo_surface_destroy);
}

void
ent_text_show (const EntText *self, cairo_t *cr)
{
  if (self->layout == NULL)
    return;
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, self->layout);
}
