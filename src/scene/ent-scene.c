/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Building: one node per actor and one link per relation that is shown, in the map's order. Text is measured here, once; then links are
 * routed (ent-scene-geometry.c) and their labels placed. Afterwards only ent_scene_move_node() and the layout's results change
 * places, and only hover, selection and filters change states. */
#include "ent-scene-private.h"

#include "ent-map-salience.h"
#include "ent-overlaps.h"
#include "ent-scene-figure.h"
#include "ent-scene-layout.h"

#include <math.h>

#define RADIUS_LEAST        18.0
#define RADIUS_MOST         40.0
#define RADIUS_LONE         26.0  /* the most salient actor of a map of which little is said … */
#define RADIUS_PER_SALIENCE 28.0  /* … and what its salience adds to that, so that a sparse map has no giants */
#define ROOM_MARGIN         4.0   /* between nodes that another size has brought too near */
#define WIDTH_LEAST         2.6
#define WIDTH_MOST          6.0
#define WIDTH_PER_DOUBLING  1.1   /* of the number of quotes */

static const EntTextForm name_form  = { ENT_NAME_SIZE, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 172, 2, FALSE };
static const EntTextForm label_form = { ENT_LABEL_SIZE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 180, 1, TRUE };

static const struct { EntShapeForm form; double share; gboolean dashed, glyph; } kind_shapes[ENT_N_KINDS] = {
  [ENT_KIND_COUNTRY]      = { ENT_SHAPE_CIRCLE,         1.00, FALSE, FALSE },
  [ENT_KIND_PERSON]       = { ENT_SHAPE_CIRCLE,         1.00, FALSE, TRUE  },
  [ENT_KIND_ORGANISATION] = { ENT_SHAPE_ROUNDED_SQUARE, 0.90, FALSE, FALSE },
  [ENT_KIND_PLACE]        = { ENT_SHAPE_DIAMOND,        1.14, FALSE, FALSE },
  [ENT_KIND_GROUP]        = { ENT_SHAPE_CIRCLE,         1.00, TRUE,  FALSE },
};

static double
choose_radius (double salience, double highest)
{
  double most = MIN (RADIUS_MOST, RADIUS_LONE + RADIUS_PER_SALIENCE * highest);
  double share = highest > 0 ? salience / highest : 0;

  return RADIUS_LEAST + (most - RADIUS_LEAST) * share;
}

static double
choose_sized_radius (double size)
{
  return RADIUS_LEAST + (RADIUS_MOST - RADIUS_LEAST) * (size > 0 ? MIN (size, 1) : 0);
}

/* (transfer full) */
static char *
dup_text_key (const EntTextForm *form, const char *string)
{
  return g_strconcat (form == &name_form ? "n" : "l", string, NULL);
}

/* A text of the scene before, or NULL and in unmeasured a copy of what it will say. before: nullable. (transfer full) */
static EntText *
dup_known_text (EntScene *self, const EntScene *before, const EntTextForm *form, const char *string, char **unmeasured)
{
  g_autofree char *key = before != NULL ? dup_text_key (form, string) : NULL;
  EntText         *text = before != NULL ? g_hash_table_lookup (before->texts, key) : NULL;

  if (text == NULL)
    {
      *unmeasured = g_strdup (string);
      return NULL;
    }
  g_hash_table_replace (self->texts, g_steal_pointer (&key), ent_text_ref (text));
  return ent_text_ref (text);
}

/* Measures a text that is not known yet, each but once. */
static void
measure_text (EntScene *self, PangoContext *context, const EntTextForm *form, EntText **text, char **unmeasured)
{
  if (*text != NULL)
    return;
  g_autofree char *key = dup_text_key (form, *unmeasured);
  EntText         *known = g_hash_table_lookup (self->texts, key);
  if (known == NULL)
    {
      known = ent_text_new (context, form, *unmeasured);
      g_hash_table_insert (self->texts, g_steal_pointer (&key), known);
    }
  *text = ent_text_ref (known);
  g_clear_pointer (unmeasured, g_free);
}

static void
measure_texts (EntScene *self)
{
  PangoContext *context = ent_text_create_context ();

  for (guint i = 0; i < self->n_nodes; i++)
    {
      EntSceneNode *node = &self->nodes[i];
      EntNodeState *state = &self->node_states[i];
      measure_text (self, context, &name_form, &state->text, &state->unmeasured);
      node->label_lines = state->text->lines;
      node->label_width = state->text->width;
      node->label_height = state->text->height;
      ent_scene_place_node_label (node);
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      EntLinkState *state = &self->link_states[i];
      measure_text (self, context, &label_form, &state->text, &state->unmeasured);
      self->links[i].label_width = state->text->width;
      self->links[i].label_height = state->text->height;
    }
  g_object_unref (context);
}

static void
build_nodes (EntScene *self, const EntScene *before, const double *sizes)
{
  GListModel        *actors = ent_map_get_actors (self->map);
  g_autofree double *salience = ent_map_measure_salience (self->map);
  double             highest = 0;

  self->n_nodes = g_list_model_get_n_items (actors);
  self->nodes = g_new0 (EntSceneNode, self->n_nodes);
  self->node_states = g_new0 (EntNodeState, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    highest = MAX (highest, salience[i]);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
      EntSceneNode        *node = &self->nodes[i];
      EntNodeState        *state = &self->node_states[i];
      EntKind              kind = ent_actor_get_kind (actor);

      node->actor = actor;
      node->salience = salience[i];
      node->form = kind_shapes[kind].form;
      node->radius = (sizes != NULL ? choose_sized_radius (sizes[i]) : choose_radius (salience[i], highest)) * kind_shapes[kind].share;
      node->dashed = kind_shapes[kind].dashed;
      node->glyph = kind_shapes[kind].glyph;
      state->text = dup_known_text (self, before, &name_form, ent_actor_get_name (actor), &state->unmeasured);
      state->kind = kind;
      state->pinned = ent_actor_get_pinned (actor);
      state->tint = -1;
      state->visibility = ENT_LEVEL_NORMAL;
      if (!ent_actor_get_position (actor, &node->x, &node->y))
        node->x = node->y = 0;
      g_hash_table_insert (self->node_by_actor, g_object_ref (actor), GUINT_TO_POINTER (i + 1));
    }
}

static void
build_links (EntScene *self, const EntScene *before, double least_confidence)
{
  GListModel *relations = ent_map_get_relations (self->map);
  guint       n_relations = g_list_model_get_n_items (relations);

  self->links = g_new0 (EntSceneLink, n_relations);
  self->link_states = g_new0 (EntLinkState, n_relations);
  for (guint i = 0; i < n_relations; i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      gint                    from = ent_scene_find_actor (self, ent_relation_get_from (relation));
      gint                    to = ent_scene_find_actor (self, ent_relation_get_to (relation));
      guint                   n_quotes = 0;

      if (from < 0 || to < 0 || !ent_scene_is_above (ent_relation_get_confidence (relation), least_confidence))
        continue;
      EntSceneLink *link = &self->links[self->n_links];
      EntLinkState *state = &self->link_states[self->n_links];
      ent_relation_get_evidence (relation, &n_quotes);
      link->relation = relation;
      link->from = from;
      link->to = to;
      link->width = MIN (WIDTH_LEAST + WIDTH_PER_DOUBLING * log2 (MAX (n_quotes, 1)), WIDTH_MOST);
      link->arrow_at_end = TRUE;
      link->arrow_at_start = ent_relation_get_mutual (relation);
      link->dashed = n_quotes > 0 && ent_relation_is_hedged (relation);
      state->stance = ent_relation_get_stance (relation);
      state->visibility = ENT_LEVEL_NORMAL;
      state->label_t = state->shout_t = 0.5;
      state->n_quotes = n_quotes;
      state->text = dup_known_text (self, before, &label_form, ent_relation_get_label (relation), &state->unmeasured);
      g_hash_table_insert (self->link_by_relation, g_object_ref (relation), GUINT_TO_POINTER (++self->n_links));
    }
}

/* Each node's links, and each loop's number among its actor's. */
static void
join_links (EntScene *self)
{
  g_autofree guint *next = g_new0 (guint, self->n_nodes + 1), *n_loops = g_new0 (guint, self->n_nodes + 1);

  self->links_of = g_new0 (guint, self->n_nodes + 2);
  self->node_links = g_new (guint, 2 * MAX (self->n_links, 1));
  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      self->links_of[link->from + 1]++;
      if (link->to != link->from)
        self->links_of[link->to + 1]++;
      else
        self->link_states[i].loop = n_loops[link->from]++;
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->links_of[i + 1] += self->links_of[i];
      next[i] = self->links_of[i];
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      self->node_links[next[link->from]++] = i;
      if (link->to != link->from)
        self->node_links[next[link->to]++] = i;
    }
}

/* What stands on the map as it is, places not known at the origin. */
EntScene *
ent_scene_begin (const EntScene *before, EntMap *map, double least_confidence, const double *sizes)
{
  EntScene *self;

  g_return_val_if_fail (ENT_IS_MAP (map), NULL);

  self = g_new0 (EntScene, 1);
  self->map = g_object_ref (map);
  self->node_by_actor = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->link_by_relation = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ent_text_unref);
  self->stray_nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stray_links = g_array_new (FALSE, FALSE, sizeof (guint));
  self->loose_nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->loose_links = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lit_nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lit_links = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sized = sizes != NULL;
  /* What was painted of the scene before is not of this one. */
  self->serial = before != NULL ? before->serial + 1 : 0;
  build_nodes (self, before, sizes);
  build_links (self, before, least_confidence);
  join_links (self);
  return self;
}

EntScene *
ent_scene_build (const EntScene *before, EntMap *map, double least_confidence, const double *sizes)
{
  EntScene *self = ent_scene_begin (before, map, least_confidence, sizes);

  measure_texts (self);
  return self;
}

gboolean
ent_scene_is_placed (EntMap *map)
{
  GListModel *actors = ent_map_get_actors (map);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
      double               x, y;
      if (!ent_actor_get_position (actor, &x, &y))
        return FALSE;
    }
  return TRUE;
}

gboolean
ent_scene_is_above (double confidence, double least_confidence)
{
  return confidence >= least_confidence - 1e-9;
}

EntScene *
ent_scene_new (EntMap *map)
{
  return ent_scene_new_above (map, 0);
}

EntScene *
ent_scene_new_above (EntMap *map, double least_confidence)
{
  return ent_scene_new_after (NULL, map, least_confidence, NULL);
}

EntScene *
ent_scene_new_sized (EntMap *map, double least_confidence, const double *sizes)
{
  return ent_scene_new_after (NULL, map, least_confidence, sizes);
}

static void
part_nodes (EntScene *self)
{
  EntLayoutGraph *graph = ent_scene_dup_layout_graph (self);

  ent_overlaps_remove (graph, ROOM_MARGIN, NULL);
  ent_scene_apply_layout (self, graph, NULL, 0);
  ent_scene_fasten (self);
  ent_scene_free_layout_graph (graph);
}

void
ent_scene_finish (EntScene *self)
{
  g_return_if_fail (self != NULL);

  measure_texts (self);
  if (self->sized)
    part_nodes (self);
  ent_scene_route_all (self);
  ent_scene_place_labels (self);
  ent_scene_make_index (self);
  ent_scene_refresh_levels (self);
}

EntScene *
ent_scene_new_after (const EntScene *before, EntMap *map, double least_confidence, const double *sizes)
{
  g_return_val_if_fail (ENT_IS_MAP (map), NULL);

  if (!ent_scene_is_placed (map))
    ent_scene_lay_out (map, least_confidence, 1, TRUE);
  EntScene *self = ent_scene_begin (before, map, least_confidence, sizes);
  ent_scene_finish (self);
  return self;
}

EntScene *
ent_scene_dup_picture (EntScene *self, gboolean with_loose)
{
  EntScene *picture = g_new0 (EntScene, 1);

  if (self->index == NULL || (with_loose && ent_scene_is_index_worn (self)))
    ent_scene_make_index (self);
  picture->index = g_atomic_rc_box_acquire (self->index);
  picture->stray_nodes = g_array_copy (self->stray_nodes);
  picture->stray_links = g_array_copy (self->stray_links);
  picture->n_nodes = self->n_nodes;
  picture->n_links = self->n_links;
  picture->nodes = g_memdup2 (self->nodes, self->n_nodes * sizeof *self->nodes);
  picture->node_states = g_memdup2 (self->node_states, self->n_nodes * sizeof *self->node_states);
  picture->links = g_memdup2 (self->links, self->n_links * sizeof *self->links);
  picture->link_states = g_memdup2 (self->link_states, self->n_links * sizeof *self->link_states);
  picture->serial = self->serial;
  picture->text_scale = self->text_scale;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      ent_text_ref (self->node_states[i].text);
      if (self->node_states[i].loose && !with_loose)
        picture->node_states[i].visibility = ENT_LEVEL_HIDDEN;
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      ent_text_ref (self->link_states[i].text);
      if (self->link_states[i].loose && !with_loose)
        picture->link_states[i].visibility = ENT_LEVEL_HIDDEN;
    }
  return picture;
}

void
ent_scene_free (EntScene *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_clear_pointer (&self->node_states[i].text, ent_text_unref);
      g_free (self->node_states[i].unmeasured);
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      g_clear_pointer (&self->link_states[i].text, ent_text_unref);
      g_free (self->link_states[i].unmeasured);
    }
  g_free (self->nodes);
  g_free (self->node_states);
  g_free (self->links);
  g_free (self->link_states);
  g_free (self->links_of);
  g_free (self->node_links);
  ent_scene_drop_index (self);
  g_clear_pointer (&self->stray_nodes, g_array_unref);
  g_clear_pointer (&self->stray_links, g_array_unref);
  g_clear_pointer (&self->loose_nodes, g_array_unref);
  g_clear_pointer (&self->loose_links, g_array_unref);
  g_clear_pointer (&self->lit_nodes, g_array_unref);
  g_clear_pointer (&self->lit_links, g_array_unref);
  g_clear_pointer (&self->node_by_actor, g_hash_table_unref);
  g_clear_pointer (&self->link_by_relation, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_object (&self->map);
  g_free (self);
}

guint
ent_scene_get_serial (const EntScene *self)
{
  return self->serial;
}

EntMap *
ent_scene_get_map (const EntScene *self)
{
  return self->map;
}

const EntSceneNode *
ent_scene_get_nodes (const EntScene *self, guint *n_nodes)
{
  if (n_nodes)
    *n_nodes = self->n_nodes;
  return self->nodes;
}

const EntSceneLink *
ent_scene_get_links (const EntScene *self, guint *n_links)
{
  if (n_links)
    *n_links = self->n_links;
  return self->links;
}

gint
ent_scene_find_actor (const EntScene *self, EntActor *actor)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->node_by_actor, actor)) - 1;
}

gint
ent_scene_find_relation (const EntScene *self, EntRelation *relation)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->link_by_relation, relation)) - 1;
}

void
ent_scene_set_tints (EntScene *self, const guint *tints)
{
  for (guint i = 0; i < self->n_nodes; i++)
    self->node_states[i].tint = tints != NULL ? (gint8) MIN (tints[i], ENT_N_TINTS - 1) : -1;
  self->serial++;
}

void
ent_scene_set_labels (EntScene *self, EntSceneLabels labels)
{
  for (guint i = 0; i < self->n_links && labels != ENT_LABELS_FIT; i++)
    {
      self->links[i].label_shown = FALSE;
      if (labels == ENT_LABELS_NEVER)
        self->links[i].label_width = self->links[i].label_height = 0;   /* as if it had none */
    }
  self->serial++;
}

gint
ent_scene_get_node_tint (const EntScene *self, guint node)
{
  g_return_val_if_fail (node < self->n_nodes, -1);
  return self->node_states[node].tint;
}

const double *
ent_scene_get_name_baselines (const EntScene *self, guint node)
{
  g_return_val_if_fail (node < self->n_nodes, NULL);
  return self->node_states[node].text->baselines;
}

const char *
ent_scene_get_label_text (const EntScene *self, guint link, double *baseline)
{
  g_return_val_if_fail (link < self->n_links, NULL);

  const EntText *text = self->link_states[link].text;
  if (baseline != NULL)
    *baseline = text->baselines[0];
  return text->lines[0] != NULL ? text->lines[0] : "";
}

PangoLayout *
ent_scene_dup_name_layout (const EntScene *self, guint node)
{
  g_return_val_if_fail (node < self->n_nodes, NULL);
  return ent_text_dup_layout (self->node_states[node].text);
}

PangoLayout *
ent_scene_dup_label_layout (const EntScene *self, guint link)
{
  g_return_val_if_fail (link < self->n_links, NULL);
  return ent_text_dup_layout (self->link_states[link].text);
}

char *
ent_scene_dup_font_family (const EntScene *self)
{
  PangoContext         *context = ent_text_create_context ();
  PangoFontDescription *wanted = pango_font_description_from_string ("sans 12");
  PangoFont            *font = pango_context_load_font (context, wanted);
  char                 *family = NULL;

  pango_font_description_free (wanted);
  if (font != NULL)
    {
      PangoFontDescription *found = pango_font_describe (font);
      family = g_strdup (pango_font_description_get_family (found));
      pango_font_description_free (found);
      g_object_unref (font);
    }
  g_object_unref (context);
  return family != NULL ? family : g_strdup ("sans-serif");
}
