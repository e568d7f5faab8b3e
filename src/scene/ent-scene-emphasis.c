/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hover, selection and filters, boiled down to one level per item (see EntLevel) and to the labels that are shown although
 * there was no room for them: those of what is hovered or selected, placed anew among the few items that matter then. */
#include "ent-scene-private.h"

#include "ent-label-places.h"
#include "ent-scene-figure.h"

#define MAX_SHOUTS 40

static void
raise_level (guint8 *level, EntLevel to)
{
  if (*level != ENT_LEVEL_HIDDEN && *level < to)
    *level = to;
}

/* Whether the link is to be seen with its label whatever the room. */
static gboolean
is_emphasised (const EntScene *self, guint link)
{
  const EntLinkState *state = &self->link_states[link];
  const EntNodeState *from = &self->node_states[self->links[link].from], *to = &self->node_states[self->links[link].to];

  if (self->anything_hovered)
    return state->hovered || from->hovered || to->hovered;
  return state->selected || from->selected || to->selected;
}

/* All but what is kept. */
static void
fade_all (EntScene *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->node_states[i].level > ENT_LEVEL_FADED && self->node_states[i].visibility < ENT_LEVEL_RAISED)
      self->node_states[i].level = ENT_LEVEL_FADED;
  for (guint i = 0; i < self->n_links; i++)
    if (self->link_states[i].level > ENT_LEVEL_FADED && self->link_states[i].visibility < ENT_LEVEL_RAISED)
      self->link_states[i].level = ENT_LEVEL_FADED;
}

/* The neighbourhood of what is hovered stays as it is by the filters; the rest has been faded. */
static void
restore_neighbourhood (EntScene *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->node_states[i].hovered)
      raise_level (&self->node_states[i].level, ENT_LEVEL_RAISED);
  for (guint i = 0; i < self->n_links; i++)
    {
      EntLinkState *state = &self->link_states[i];
      EntNodeState *from = &self->node_states[self->links[i].from], *to = &self->node_states[self->links[i].to];
      if (!state->hovered && !from->hovered && !to->hovered)
        continue;
      raise_level (&state->level, state->hovered ? ENT_LEVEL_RAISED : state->visibility);
      raise_level (&from->level, MAX (from->visibility, ENT_LEVEL_NORMAL));
      raise_level (&to->level, MAX (to->visibility, ENT_LEVEL_NORMAL));
    }
}

/* A link whose label is to be shown although it has no place. */
typedef struct {
  guint  link;
  double worth;
} Shout;

static int
compare_shouts (gconstpointer a, gconstpointer b)
{
  const Shout *x = a, *y = b;

  if (x->worth != y->worth)
    return x->worth > y->worth ? -1 : 1;
  return (x->link > y->link) - (x->link < y->link);
}

/* The emphasised links without a place for their label, those that are themselves hovered or selected first, then those between the
 * more salient; around the centre of a large map more would only cover each other. */
static GArray *
collect_shouts (const EntScene *self)
{
  GArray *shouts = g_array_new (FALSE, FALSE, sizeof (Shout));

  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      const EntLinkState *state = &self->link_states[i];
      if (state->level == ENT_LEVEL_HIDDEN || link->label_width <= 0 || link->label_shown || !is_emphasised (self, i))
        continue;
      Shout shout = { i, self->nodes[link->from].salience + self->nodes[link->to].salience + (state->hovered || state->selected ? 4 : 0) };
      g_array_append_val (shouts, shout);
    }
  g_array_sort (shouts, compare_shouts);
  if (shouts->len > MAX_SHOUTS)
    g_array_set_size (shouts, MAX_SHOUTS);
  return shouts;
}

/* What may be in the way of labels: of what lies near them all that stands out. */
typedef struct {
  EntScene *scene;
  GArray   *obstacles;    /* of EntRect */
  guint8   *seen;         /* a node or a link is told more than once */
} Surroundings;

static void
add_node_obstacles (guint i, gpointer data)
{
  Surroundings       *self = data;
  const EntSceneNode *node = &self->scene->nodes[i];
  EntRect             shape = { node->x - node->radius, node->y - node->radius, 2 * node->radius, 2 * node->radius };
  EntRect             name = ent_scene_node_label_box (node);

  if (self->seen[i] || self->scene->node_states[i].level < ENT_LEVEL_NORMAL)
    return;
  self->seen[i] = TRUE;
  g_array_append_val (self->obstacles, shape);
  if (name.width > 0)
    g_array_append_val (self->obstacles, name);
}

static void
add_label_obstacle (guint i, gpointer data)
{
  Surroundings       *self = data;
  const EntSceneLink *link = &self->scene->links[i];
  const EntLinkState *state = &self->scene->link_states[i];

  if (self->seen[self->scene->n_nodes + i] || state->level < ENT_LEVEL_NORMAL || !link->label_shown)
    return;
  self->seen[self->scene->n_nodes + i] = TRUE;
  EntRect box = ent_scene_link_label_box (link, ent_scene_label_centre (self->scene, i, state->label_t));
  g_array_append_val (self->obstacles, box);
}

static GArray *
collect_surroundings (EntScene *self, const GArray *shouts)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->n_nodes + self->n_links + 1);
  Surroundings       around = { self, g_array_new (FALSE, FALSE, sizeof (EntRect)), seen };

  for (guint i = 0; i < shouts->len; i++)
    {
      const EntSceneLink *link = &self->links[g_array_index (shouts, Shout, i).link];
      EntCurve            curve = ent_link_curve (link);
      EntRect             area = ent_rect_grown (ent_curve_bounds (&curve), link->label_width / 2 + 10);
      ent_scene_each_node_near (self, area, add_node_obstacles, &around);
      ent_scene_each_link_near (self, area, add_label_obstacle, &around);
    }
  return around.obstacles;
}

/* Finds places for the labels of emphasised links that have none, clear of the shapes and names still standing out. Where there is none
 * only what is itself hovered or selected is labelled nevertheless: a name under another link's label helps nobody. */
static void
place_shouted (EntScene *self)
{
  g_autoptr (GArray)        shouts = collect_shouts (self);
  g_autoptr (GArray)        obstacles = collect_surroundings (self, shouts);
  g_autofree EntCurveLabel *labels = g_new0 (EntCurveLabel, shouts->len + 1);

  for (guint i = 0; i < shouts->len; i++)
    {
      guint               at = g_array_index (shouts, Shout, i).link;
      const EntSceneLink *link = &self->links[at];
      labels[i] = (EntCurveLabel) {
        link->x0, link->y0, link->cx, link->cy, link->x1, link->y1, link->label_width + 10, link->label_height + 4,
        self->link_states[at].hovered || self->link_states[at].selected ? 1 : 0,
      };
    }
  ent_place_curve_labels (labels, shouts->len, (const EntRect *) (void *) obstacles->data, obstacles->len);
  for (guint i = 0; i < shouts->len; i++)
    {
      guint         at = g_array_index (shouts, Shout, i).link;
      EntLinkState *state = &self->link_states[at];
      EntCurve      curve = ent_link_curve (&self->links[at]);
      state->shouted = labels[i].shown || state->hovered || state->selected;
      state->shout_t = 0.5;
      if (labels[i].shown)
        ent_curve_distance (&curve, labels[i].x, labels[i].y, &state->shout_t);
    }
}

/* What ent_scene_paint_lit() paints. */
static void
collect_lit (EntScene *self)
{
  EntLevel standing_out = self->anything_hovered ? ENT_LEVEL_NORMAL : ENT_LEVEL_RAISED;

  g_array_set_size (self->lit_nodes, 0);
  g_array_set_size (self->lit_links, 0);
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->node_states[i].level >= standing_out)
      g_array_append_val (self->lit_nodes, i);
  for (guint i = 0; i < self->n_links; i++)
    if (self->link_states[i].level >= standing_out || self->link_states[i].shouted)
      g_array_append_val (self->lit_links, i);
}

void
ent_scene_refresh_levels (EntScene *self)
{
  self->anything_hovered = FALSE;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->node_states[i].level = self->node_states[i].visibility;
      self->anything_hovered |= self->node_states[i].hovered;
    }
  for (guint i = 0; i < self->n_links; i++)
    {
      EntLinkState *state = &self->link_states[i];
      state->level = state->visibility;
      state->shouted = FALSE;
      state->shout_t = state->label_t;
      self->anything_hovered |= state->hovered;
    }
  if (self->anything_hovered)
    {
      fade_all (self);
      restore_neighbourhood (self);
    }
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->node_states[i].selected)
      raise_level (&self->node_states[i].level, ENT_LEVEL_RAISED);
  for (guint i = 0; i < self->n_links; i++)
    if (self->link_states[i].selected)
      raise_level (&self->link_states[i].level, ENT_LEVEL_RAISED);
  place_shouted (self);
  collect_lit (self);
}

void
ent_scene_set_hover (EntScene *self, EntActor *actor, EntRelation *relation)
{
  gint node = actor != NULL ? ent_scene_find_actor (self, actor) : -1;
  gint link = relation != NULL ? ent_scene_find_relation (self, relation) : -1;

  for (guint i = 0; i < self->n_nodes; i++)
    self->node_states[i].hovered = (gint) i == node;
  for (guint i = 0; i < self->n_links; i++)
    self->link_states[i].hovered = (gint) i == link;
  ent_scene_refresh_levels (self);
}

void
ent_scene_set_selected (EntScene *self, EntActor *actor, EntRelation *relation)
{
  for (guint i = 0; i < self->n_nodes; i++)
    self->node_states[i].selected = FALSE;
  for (guint i = 0; i < self->n_links; i++)
    self->link_states[i].selected = FALSE;
  ent_scene_add_selected (self, actor, relation);
}

void
ent_scene_add_selected (EntScene *self, EntActor *actor, EntRelation *relation)
{
  gint node = actor != NULL ? ent_scene_find_actor (self, actor) : -1;
  gint link = relation != NULL ? ent_scene_find_relation (self, relation) : -1;

  if (node >= 0)
    self->node_states[node].selected = TRUE;
  if (link >= 0)
    self->link_states[link].selected = TRUE;
  ent_scene_refresh_levels (self);
}

static EntLevel
to_level (EntSceneVisibility visibility)
{
  switch (visibility)
    {
    case ENT_SCENE_HIDDEN: return ENT_LEVEL_HIDDEN;
    case ENT_SCENE_FADED:  return ENT_LEVEL_FADED;
    case ENT_SCENE_KEPT:   return ENT_LEVEL_RAISED;
    case ENT_SCENE_SHOWN:
    default:               return ENT_LEVEL_NORMAL;
    }
}

void
ent_scene_set_visibility (EntScene *self, EntSceneVisibilityFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->n_nodes; i++)
    self->node_states[i].visibility = func != NULL ? to_level (func (self->nodes[i].actor, NULL, user_data)) : ENT_LEVEL_NORMAL;
  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      guint8              level = func != NULL ? to_level (func (NULL, link->relation, user_data)) : ENT_LEVEL_NORMAL;
      guint8              ends = MIN (self->node_states[link->from].visibility, self->node_states[link->to].visibility);
      self->link_states[i].visibility = MIN (level, ends);
    }
  self->serial++;
  ent_scene_refresh_levels (self);
}

static EntSceneVisibility
from_level (EntLevel level)
{
  return level == ENT_LEVEL_HIDDEN ? ENT_SCENE_HIDDEN : level == ENT_LEVEL_FADED ? ENT_SCENE_FADED : ENT_SCENE_SHOWN;
}

EntSceneVisibility
ent_scene_get_node_visibility (const EntScene *self, guint node)
{
  g_return_val_if_fail (node < self->n_nodes, ENT_SCENE_HIDDEN);
  return from_level (self->node_states[node].visibility);
}

EntSceneVisibility
ent_scene_get_link_visibility (const EntScene *self, guint link)
{
  g_return_val_if_fail (link < self->n_links, ENT_SCENE_HIDDEN);
  return from_level (self->link_states[link].visibility);
}
