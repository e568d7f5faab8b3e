/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Only what occurs is explained. The samples are links and nodes like those of the drawing, in small; where colours tell communities,
 * shapes have the colour of who is in none. */
#include "ent-export-legend.h"

#include "ent-export-words.h"
#include "ent-scene-paint.h"

#include <glib/gi18n-lib.h>

#define ROW_HEIGHT    24.0
#define LINE_LENGTH   40.0
#define LINE_WIDTH    2.6
#define NODE_RADIUS   7.5
#define TEXT_GAP      8.0
#define ITEM_GAP      22.0
#define MAX_DISCS     4         /* of communities */
#define DISC_STEP     12.0      /* from one to the next, which covers it a little */

static const EntTextForm text_form = { ENT_EXPORT_LEGEND_SIZE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 300, 1, FALSE };

typedef struct {
  EntExportLegend    *legend;
  PangoContext *context;
  double        max_width;
  double        x, y;
} Cursor;

/* Takes the next place for a sample of that width with its text; returns where the sample's left edge is. */
static double
advance (Cursor *cursor, EntExportLegendItem *item, double sample_width)
{
  EntText text;

  ent_text_init (&text, cursor->context, &text_form, item->text);
  double width = sample_width + TEXT_GAP + text.width;
  if (cursor->x > 0 && cursor->x + width > cursor->max_width)
    {
      cursor->x = 0;
      cursor->y += ROW_HEIGHT;
    }
  double left = cursor->x;
  item->text_x = left + sample_width + TEXT_GAP;
  item->baseline = cursor->y + ROW_HEIGHT / 2 - text.height / 2 + text.baselines[0];
  cursor->x += width + ITEM_GAP;
  cursor->legend->width = MAX (cursor->legend->width, left + width);
  cursor->legend->height = cursor->y + ROW_HEIGHT;
  ent_text_clear (&text);
  return left;
}

static void
add_link (Cursor *cursor, EntStance stance, gboolean hedged, const char *text)
{
  EntExportLegendItem *item = &cursor->legend->items[cursor->legend->n_items++];

  item->is_link = TRUE;
  item->stance = stance;
  item->text = text;
  double       left = advance (cursor, item, LINE_LENGTH), y = cursor->y + ROW_HEIGHT / 2;
  EntSceneLink link = { .x0 = left, .y0 = y, .cx = left + LINE_LENGTH / 2, .cy = y, .x1 = left + LINE_LENGTH, .y1 = y,
                        .width = LINE_WIDTH, .arrow_at_end = TRUE, .dashed = hedged };
  ent_link_figure (&link, stance, 0, &item->figure);
}

static void
add_node (Cursor *cursor, const EntSceneNode *like, EntKind kind, gint tint)
{
  EntExportLegendItem *item = &cursor->legend->items[cursor->legend->n_items++];

  item->kind = kind;
  item->tint = tint;
  item->text = ent_export_words_kind (kind);
  double left = advance (cursor, item, 2 * NODE_RADIUS);
  item->node = (EntSceneNode) {
    .x = left + NODE_RADIUS, .y = cursor->y + ROW_HEIGHT / 2, .radius = NODE_RADIUS,
    .form = like->form, .dashed = like->dashed, .glyph = like->glyph,
  };
}

/* Discs in the colours of communities, which are given from the largest on, and what they are. used: of each tint, whether it occurs. */
static void
add_communities (Cursor *cursor, const gboolean *used)
{
  EntExportLegendItem *first = &cursor->legend->items[cursor->legend->n_items], *item = first;
  double               left;

  for (gint tint = 1; tint < ENT_N_TINTS && item - first < MAX_DISCS; tint++)
    if (used[tint])
      *item++ = (EntExportLegendItem) { .tint = tint };
  if (item == first)
    return;
  cursor->legend->n_items += (guint) (item - first);
  item[-1].text = _("Actors of one colour form a community");
  left = advance (cursor, item - 1, 2 * NODE_RADIUS + (double) (item - first - 1) * DISC_STEP);
  for (EntExportLegendItem *disc = first; disc < item; disc++, left += DISC_STEP)
    disc->node = (EntSceneNode) { .x = left + NODE_RADIUS, .y = cursor->y + ROW_HEIGHT / 2, .radius = NODE_RADIUS, .form = ENT_SHAPE_CIRCLE };
}

/* part: whether shapes start a row of their own. */
static void
set_items (EntExportLegend *self, const EntScene *scene, PangoContext *context, double max_width, gboolean part)
{
  Cursor              cursor = { .legend = self, .context = context, .max_width = max_width };
  guint               n_nodes, n_links;
  const EntSceneNode *nodes = ent_scene_get_nodes (scene, &n_nodes), *likes[ENT_N_KINDS] = { NULL };
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);
  gboolean            stances[ENT_N_STANCES] = { FALSE };
  gint                hedged = -1;
  gboolean            tints[ENT_N_TINTS] = { FALSE }, tinted = FALSE;

  *self = (EntExportLegend) { .n_items = 0 };
  for (guint i = 0; i < n_links; i++)
    if (ent_scene_get_link_visibility (scene, i) != ENT_SCENE_HIDDEN)
      {
        EntStance stance = ent_relation_get_stance (links[i].relation);
        stances[stance] = TRUE;
        if (links[i].dashed && (hedged < 0 || hedged == ENT_STANCE_NEUTRAL))
          hedged = (gint) stance;
      }
  for (guint i = 0; i < n_nodes; i++)
    if (ent_scene_get_node_visibility (scene, i) != ENT_SCENE_HIDDEN)
      {
        gint tint = ent_scene_get_node_tint (scene, i);
        likes[ent_actor_get_kind (nodes[i].actor)] = &nodes[i];
        tinted = tinted || tint >= 0;
        if (tint >= 0)
          tints[tint] = TRUE;
      }
  for (EntStance s = 0; s < ENT_N_STANCES; s++)
    if (stances[s])
      add_link (&cursor, s, FALSE, ent_export_words_stance (s));
  if (hedged >= 0)
    add_link (&cursor, (EntStance) hedged, TRUE, _("only possible, reported or denied"));
  if (part && cursor.x > 0)
    {
      cursor.x = 0;
      cursor.y += ROW_HEIGHT;
    }
  for (EntKind k = 0; k < ENT_N_KINDS; k++)
    if (likes[k] != NULL)
      add_node (&cursor, likes[k], k, tinted ? 0 : -1);
  if (tinted)
    add_communities (&cursor, tints);
}

void
ent_export_legend_init_text (EntText *text, PangoContext *context, const EntExportLegendItem *item)
{
  ent_text_init (text, context, &text_form, item->text);
}

void
ent_export_legend_init (EntExportLegend *self, const EntScene *scene, double max_width)
{
  PangoContext *context = ent_text_create_context ();

  set_items (self, scene, context, max_width, FALSE);
  if (self->height > ROW_HEIGHT)
    set_items (self, scene, context, max_width, TRUE);
  g_object_unref (context);
}

void
ent_export_legend_paint (const EntExportLegend *self, cairo_t *cr, gboolean dark)
{
  const EntPalette *palette = ent_palette_get (dark, FALSE);
  PangoContext     *context = ent_text_create_context ();

  for (guint i = 0; i < self->n_items; i++)
    {
      const EntExportLegendItem *item = &self->items[i];
      EntText              text;
      if (item->is_link)
        ent_paint_link (cr, &item->figure, palette->stance[item->stance]);
      else
        ent_paint_node (cr, &item->node, item->tint >= 0 ? palette->tint_fill[item->tint] : palette->kind_fill[item->kind],
                        item->tint >= 0 ? palette->tint_line[item->tint] : palette->kind_line[item->kind]);
      if (item->text == NULL)
        continue;
      ent_export_legend_init_text (&text, context, item);
      cairo_save (cr);
      cairo_translate (cr, item->text_x, item->baseline - text.baselines[0]);
      cairo_set_source_rgba (cr, palette->text.red, palette->text.green, palette->text.blue, palette->text.alpha);
      ent_text_show (&text, cr);
      cairo_restore (cr);
      ent_text_clear (&text);
    }
  g_object_unref (context);
}
