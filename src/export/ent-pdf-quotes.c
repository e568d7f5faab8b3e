/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The quotes behind a map in a PDF, on A4, or on the printer's paper, laid out by pango: for each link its actors, what it says of them, and its quotes word for
 * word with paragraph and, where there are several, article, in the order of the actors' names. Layouts are drawn line by line, so that a quote of any length
 * runs on over pages; a heading stays with the beginning of its first quote. */
#include "ent-export-private.h"

#include "ent-export-words.h"
#include "ent-markup.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include <stdlib.h>
#include <string.h>

/* Points. */
#define A4_WIDTH       595.28
#define A4_HEIGHT      841.89
#define MARGIN         56.0
#define FOOTER         34.0     /* from the paper's lower edge to the footer's upper one */
#define INDENT         12.0     /* of quotes */
#define TEXT_SIZE      9.5
#define HEADING_SIZE   11.0
#define TITLE_SIZE     18.0
#define FOOTER_SIZE    8.0
#define GAP            5.0      /* between the quotes of a link */
#define LINK_GAP       14.0     /* between links */
#define KEPT_LINES     3.0      /* as much of a link's first quote as must fit below its heading, in lines of text */

typedef struct {
  cairo_surface_t  *surface;    /* of a PDF, which has an outline and places to go to; NULL where pages are recorded */
  GPtrArray        *recorded;   /* (element-type cairo_surface_t) one a page */
  double            width, height;
  cairo_t          *cr;
  PangoContext     *context;
  const EntPalette *palette;
  EntMap           *map;
  gboolean          with_article;
  double            y;          /* where the next line's upper edge goes */
  guint             page;       /* of these pages, from 1 */
} Pages;

/* ── Layouts ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static PangoLayout *
create_layout (const Pages *self, double size, double width, const char *text)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Takes the attribute over, for the bytes from start to before end. */
static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
add_colour (PangoAttrList *list, EntColour colour, gsize start, gsize end)
{
  add_attribute (list, pango_attr_foreground_new ((guint16) (colour.red * 65535), (guint16) (colour.green * 65535), (guint16) (colour.blue * 65535)),
                 start, end);
}

static void
set_attributes (PangoLayout *layout, PangoAttrList *list)
{
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

/* ── Pages ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
draw_footer (const Pages *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->page);
  PangoLayout     *title = create_layout (self, FOOTER_SIZE, self->width - 2 * MARGIN - 40, ent_map_get_title (self->map));
  PangoLayout     *page = create_layout (self, FOOTER_SIZE, self->width - 2 * MARGIN, number);
  EntColour        colour = ent_colour_mix (self->palette->text, self->palette->ground, 0.35);

  pango_layout_set_single_paragraph_mode (title, TRUE);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (page, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (self->cr, colour.red, colour.green, colour.blue);
  cairo_move_to (self->cr, MARGIN, self->height - FOOTER);
  pango_cairo_show_layout (self->cr, title);
  cairo_move_to (self->cr, MARGIN, self->height - FOOTER);
  pango_cairo_show_layout (self->cr, page);
  g_object_unref (title);
  g_object_unref (page);
}

static void
end_page (const Pages *self)
{
  draw_footer (self);
  cairo_show_page (self->cr);
}

static void
begin_recording (Pages *self)
{
  const cairo_rectangle_t paper = { 0, 0, self->width, self->height };

  g_clear_pointer (&self->cr, cairo_destroy);
  g_ptr_array_add (self->recorded, cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper));
  self->cr = cairo_create (self->recorded->pdata[self->recorded->len - 1]);
}

static void
begin_page (Pages *self)
{
  if (self->page > 0)
    end_page (self);
  else if (self->surface != NULL)
    cairo_pdf_surface_set_size (self->surface, self->width, self->height);
  if (self->recorded != NULL)
    begin_recording (self);
  self->page++;
  self->y = MARGIN;
}

static double
room (const Pages *self)
{
  return self->height - MARGIN - self->y;
}

static double
layout_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Draws a layout from where the last one ended, on as many pages as it takes. Takes it over. */
static void
add_layout (Pages *self, PangoLayout *layout, double indent)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical;
      int            top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      double height = (double) (bottom - top) / PANGO_SCALE;
      if (height > room (self))
        begin_page (self);
      cairo_set_source_rgb (self->cr, self->palette->text.red, self->palette->text.green, self->palette->text.blue);
      cairo_move_to (self->cr, MARGIN + indent + (double) logical.x / PANGO_SCALE,
                     self->y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  g_object_unref (layout);
}

/* ── Links ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* "Russia → NATO", and below it what is said of them. */
static PangoLayout *
create_heading (const Pages *self, EntRelation *relation)
{
  EntStance        stance = ent_relation_get_stance (relation);
  g_autofree char *direction = ent_export_words_dup_direction (relation);
  g_autofree char *percent = ent_export_words_dup_percent (ent_relation_get_confidence (relation));
  const char      *stance_name = ent_export_words_stance (stance), *label = ent_export_words_get_label (relation);
  g_autofree char *text = g_strdup_printf ("%s\n%s · %s · %s · %s", direction, label, stance_name,
                                           ent_export_words_type_verb (ent_relation_get_relation_type (relation)), percent);
  PangoLayout     *layout = create_layout (self, TEXT_SIZE, self->width - 2 * MARGIN, text);
  PangoAttrList   *list = pango_attr_list_new ();
  gsize            end = strlen (direction), label_start = end + 1, label_end = label_start + strlen (label);
  gsize            stance_start = label_end + strlen (" · ");

  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, end);
  add_attribute (list, pango_attr_size_new_absolute ((int) (HEADING_SIZE * PANGO_SCALE)), 0, end);
  add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), label_start, label_end);
  add_colour (list, self->palette->stance_text[stance], stance_start, stance_start + strlen (stance_name));
  set_attributes (layout, list);
  return layout;
}

/* “…” (¶ 4), the words that the link was read from in bold. */
static PangoLayout *
create_quote (const Pages *self, const EntEvidence *evidence)
{
  g_autofree char *quote = ent_export_words_dup_quote (evidence), *place = ent_export_words_dup_place (evidence, self->with_article);
  g_autofree char *text = g_strdup_printf ("“%s” (%s)", quote, place);
  PangoLayout     *layout = create_layout (self, TEXT_SIZE, self->width - 2 * MARGIN - INDENT, text);
  PangoAttrList   *list = pango_attr_list_new ();
  EntExportMark    marks[3];
  guint            n_marks = ent_export_words_find_marks (evidence, quote, marks);
  gsize            before = strlen ("“");

  for (guint i = 0; i < n_marks; i++)
    {
      gsize start = before + marks[i].span.start_byte, end = before + marks[i].span.end_byte;
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      if (marks[i].predicate)
        add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
  add_colour (list, ent_colour_mix (self->palette->text, self->palette->ground, 0.35), before + strlen (quote) + strlen ("”"), strlen (text));
  set_attributes (layout, list);
  return layout;
}

/* What the outline and links from the map lead to. */
static void
mark_place (const Pages *self, EntRelation *relation, int outline)
{
  g_autofree char    *direction = ent_export_words_dup_direction (relation);
  g_autoptr (GString) place = g_string_new ("");

  if (self->surface == NULL)
    return;
  ent_markup_append_id (place, "name='relation-", ent_relation_get_id (relation));
  g_string_append_printf (place, "' x=%.0f y=%.0f internal", MARGIN, self->y);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, place->str);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  g_string_truncate (place, 0);
  ent_markup_append_id (place, "dest='relation-", ent_relation_get_id (relation));
  g_string_append_c (place, '\'');
  cairo_pdf_surface_add_outline (self->surface, outline, direction, place->str, 0);
}

static void
add_link (Pages *self, EntRelation *relation, int outline)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
  PangoLayout       *heading = create_heading (self, relation);

  if (layout_height (heading) + GAP + KEPT_LINES * TEXT_SIZE * 1.4 > room (self))
    begin_page (self);
  mark_place (self, relation, outline);
  add_layout (self, heading, 0);
  for (guint i = 0; i < n_evidence; i++)
    {
      self->y += GAP;
      add_layout (self, create_quote (self, &evidence[i]), INDENT);
    }
  self->y += LINK_GAP;
}

/* ── The whole ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
add_title (Pages *self)
{
  GListModel    *sources = ent_map_get_sources (self->map);
  PangoLayout   *layout = create_layout (self, TITLE_SIZE, self->width - 2 * MARGIN, _("Quotes"));
  PangoAttrList *list = pango_attr_list_new ();

  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, G_MAXUINT);
  set_attributes (layout, list);
  add_layout (self, layout, 0);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
      const char           *title = ent_source_get_title (source), *date = ent_source_get_date (source);
      gboolean              dated = date != NULL && *date != '\0';
      g_autofree char      *text = g_strconcat (title != NULL && *title != '\0' ? title : ent_source_get_id (source), dated ? ", " : "", dated ? date : "", NULL);

      add_layout (self, create_layout (self, TEXT_SIZE, self->width - 2 * MARGIN, text), 0);
    }
  self->y += LINK_GAP;
}

typedef struct { char *key; guint link; } Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;
  int          order = strcmp (one->key, other->key);

  return order != 0 ? order : one->link < other->link ? -1 : 1;
}

/* The links that are shown by the names of their actors. (transfer full), keys included */
static Entry *
sort_links (const EntScene *scene, guint *n_entries)
{
  guint               n_links;
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);
  Entry              *entries = g_new (Entry, MAX (n_links, 1));

  *n_entries = 0;
  for (guint i = 0; i < n_links; i++)
    {
      EntRelation     *relation = links[i].relation;
      g_autofree char *names = g_strconcat (ent_actor_get_name (ent_relation_get_from (relation)), "\n", ent_actor_get_name (ent_relation_get_to (relation)), NULL);

      if (ent_export_shows_link (scene, i))
        entries[(*n_entries)++] = (Entry) { g_utf8_collate_key (names, -1), i };
    }
  qsort (entries, *n_entries, sizeof *entries, compare_entries);
  return entries;
}

static void
add_pages (Pages *self, const EntScene *scene)
{
  guint               n_entries;
  g_autofree Entry   *entries = sort_links (scene, &n_entries);
  const EntSceneLink *links = ent_scene_get_links (scene, NULL);
  int                 outline = 0;

  self->context = ent_text_create_context ();
  self->palette = ent_palette_get (FALSE, FALSE);
  self->map = ent_scene_get_map (scene);
  self->with_article = !ent_export_has_one_article (self->map);
  if (n_entries > 0)
    {
      begin_page (self);
      if (self->surface != NULL)
        outline = cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, _("Quotes"), "page=2 pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_BOLD);
      add_title (self);
      for (guint i = 0; i < n_entries; i++)
        add_link (self, links[entries[i].link].relation, outline);
      end_page (self);
    }
  for (guint i = 0; i < n_entries; i++)
    g_free (entries[i].key);
  g_object_unref (self->context);
}

void
ent_export_pdf_add_quotes (const EntScene *scene, cairo_surface_t *surface, cairo_t *cr)
{
  Pages self = { .surface = surface, .cr = cr, .width = A4_WIDTH, .height = A4_HEIGHT };

  add_pages (&self, scene);
}

GPtrArray *
ent_export_record_quotes (const EntScene *scene, double width, double height)
{
  Pages self = { .recorded = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy), .width = width, .height = height };

  add_pages (&self, scene);
  g_clear_pointer (&self.cr, cairo_destroy);
  return self.recorded;
}
