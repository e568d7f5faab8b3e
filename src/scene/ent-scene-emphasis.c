/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hover, selection and filters, boiled down to one level per item (see EntLevel) and to the labels that are shown although
 * there was no room for them: those of what is hovered or selected, placed anew among the few items that matter then. */
#include "ent-scene-private.h"

#include "ent-label-places.h"
#include "ent-scene-figure.h"

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

static void
fade_all (EntScene *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->node_states[i].level > ENT_LEVEL_FADED)
      self->node_states[i].level = ENT_LEVEL_FADED;
  for (guint i = 0; i < self->n_links; i++)
    if (self->link_states[i].level > ENT_LEVEL_FADED)
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

/* Finds places for the labels of emphasised links that have none, clear of the shapes and names still standing out. */
static void
place_shouted (EntScene *self)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, TRUE, sizeof (EntCurveLabel));
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (EntRect));

  for (guint i = 0; i < self->n_nodes; i++)
    if (self->node_states[i].level >= ENT_LEVEL_NORMAL)
      {
        const EntSceneNode *node = &self->nodes[i];
        EntRect             shape = { node->x - node->radius, node->y - node->radius, 2 * node->radius, 2 * node->radius };
        EntRect             name = ent_scene_node_label_box (node);
        g_array_append_val (obstacles, shape);
        if (name.width > 0)
          g_array_append_val (obstacles, name);
      }
  for (guint i = 0; i < self->n_links; i++)
    {
      const EntSceneLink *link = &self->links[i];
      if (self->link_states[i].level == ENT_LEVEL_HIDDEN || link->label_width <= 0)
        continue;
      if (is_emphasised (self, i) && !link->label_shown)
        {
          EntCurveLabel label = { link->x0, link->y0, link->cx, link->cy, link->x1, link->y1, link->label_width + 10, link->label_height + 4,
                                  self->link_states[i].hovered || self->link_states[i].selected ? 1 : 0 };
          g_array_append_val (labels, label);
          g_array_append_val (owners, i);
        }
      else if (link->label_shown && self->link_states[i].level >= ENT_LEVEL_NORMAL)
        {
          EntRect box = ent_scene_link_label_box (link, ent_scene_label_centre (self, i, self->link_states[i].label_t));
          g_array_append_val (obstacles, box);
        }
    }
  ent_place_curve_labels ((EntCurveLabel *) (void *) labels->data, labels->len, (const EntRect *) (void *) obstacles->data, obstacles->len);
  for (guint i = 0; i < labels->len; i++)
    {
      const EntCurveLabel *label = &g_array_index (labels, EntCurveLabel, i);
      EntLinkState        *state = &self->link_states[g_array_index (owners, guint, i)];
      EntCurve             curve = ent_link_curve (&self->links[g_array_index (owners, guint, i)]);
      state->shouted = TRUE;
      state->shout_t = 0.5;
      if (label->shown)
        ent_curve_distance (&curve, label->x, label->y, &state->shout_t);
    }
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
