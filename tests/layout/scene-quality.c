/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scene-quality.h"
#include "ent-curve.h"
#include "ent-scene-figure.h"

#include <math.h>

#define N_SEGMENTS 24
#define TOUCH      0.25     /* boxes that overlap by less only touch */

typedef struct { EntBox box; EntHeadFigure figure; } Head;

typedef struct {
  const EntSceneNode *nodes;
  const EntSceneLink *links;
  guint               n_nodes, n_links;
  EntBox             *shapes, *names;      /* one a node; no name: empty */
  GArray             *heads;               /* Head */
  GArray             *labels;              /* EntBox */
} Items;

static gboolean
boxes_overlap (const EntBox *a, const EntBox *b)
{
  return a->left + TOUCH < b->right && b->left + TOUCH < a->right && a->top + TOUCH < b->bottom && b->top + TOUCH < a->bottom;
}

static gboolean
box_is_on_shape (const EntBox *box, const EntBox *bounds, const EntSceneNode *node)
{
  double dx = CLAMP (node->x, box->left + TOUCH, box->right - TOUCH) - node->x;
  double dy = CLAMP (node->y, box->top + TOUCH, box->bottom - TOUCH) - node->y;

  return boxes_overlap (box, bounds) && ent_shape_distance (node->form, node->radius, dx, dy) < 0;
}

static gboolean
box_is_on_head (const EntBox *box, const Head *head)
{
  EntBox inner = { box->left + TOUCH, box->top + TOUCH, box->right - TOUCH, box->bottom - TOUCH };

  if (!boxes_overlap (box, &head->box))
    return FALSE;
  for (guint i = 0; i < head->figure.n_points; i++)
    if (ent_segment_hits_box (head->figure.points[i], head->figure.points[(i + 1) % head->figure.n_points], &inner))
      return TRUE;
  return FALSE;
}

static void
add_heads (Items *items, const EntSceneLink *link)
{
  EntLinkFigure figure;

  if (!ent_link_figure (link, ent_relation_get_stance (link->relation), 0, &figure))
    return;
  for (guint h = 0; h < figure.n_heads; h++)
    {
      Head head = { { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE }, figure.heads[h] };

      for (guint p = 0; p < head.figure.n_points; p++)
        {
          EntPoint point = head.figure.points[p];

          head.box = (EntBox) { MIN (head.box.left, point.x), MIN (head.box.top, point.y), MAX (head.box.right, point.x), MAX (head.box.bottom, point.y) };
        }
      g_array_append_val (items->heads, head);
    }
}

static void
items_init (Items *items, const EntScene *scene)
{
  items->nodes = ent_scene_get_nodes (scene, &items->n_nodes);
  items->links = ent_scene_get_links (scene, &items->n_links);
  items->shapes = g_new0 (EntBox, MAX (items->n_nodes, 1));
  items->names = g_new0 (EntBox, MAX (items->n_nodes, 1));
  items->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  items->labels = g_array_new (FALSE, FALSE, sizeof (EntBox));
  for (guint i = 0; i < items->n_nodes; i++)
    {
      const EntSceneNode *node = &items->nodes[i];
      double half = node->radius + ENT_OUTLINE_WIDTH / 2;

      items->shapes[i] = (EntBox) { node->x - half, node->y - half, node->x + half, node->y + half };
      if (node->label_width > 0)
        items->names[i] = (EntBox) { node->label_x, node->label_y, node->label_x + node->label_width, node->label_y + node->label_height };
    }
  for (guint i = 0; i < items->n_links; i++)
    {
      const EntSceneLink *link = &items->links[i];
      EntBox box = { link->label_x - link->label_width / 2, link->label_y - link->label_height / 2,
                     link->label_x + link->label_width / 2, link->label_y + link->label_height / 2 };

      add_heads (items, link);
      if (link->label_shown)
        g_array_append_val (items->labels, box);
    }
}

static void
items_clear (Items *items)
{
  g_free (items->shapes);
  g_free (items->names);
  g_array_unref (items->heads);
  g_array_unref (items->labels);
}

static void
measure_nodes (const Items *items, SceneQuality *out)
{
  for (guint i = 0; i < items->n_nodes; i++)
    {
      for (guint j = 0; j < items->n_nodes; j++)
        {
          if (i < j)
            {
              out->shape_shape += boxes_overlap (&items->shapes[i], &items->shapes[j]);
              out->name_name += boxes_overlap (&items->names[i], &items->names[j]);
            }
          if (i != j)
            out->name_shape += box_is_on_shape (&items->names[i], &items->shapes[j], &items->nodes[j]);
        }
      for (guint h = 0; h < items->heads->len; h++)
        out->name_head += box_is_on_head (&items->names[i], &g_array_index (items->heads, Head, h));
    }
}

static void
measure_labels (const Items *items, SceneQuality *out)
{
  out->n_labels = items->labels->len;
  for (guint l = 0; l < items->labels->len; l++)
    {
      const EntBox *label = &g_array_index (items->labels, EntBox, l);

      for (guint k = 0; k < l; k++)
        out->label += boxes_overlap (label, &g_array_index (items->labels, EntBox, k));
      for (guint i = 0; i < items->n_nodes; i++)
        out->label += box_is_on_shape (label, &items->shapes[i], &items->nodes[i]) + boxes_overlap (label, &items->names[i]);
      for (guint h = 0; h < items->heads->len; h++)
        out->label += box_is_on_head (label, &g_array_index (items->heads, Head, h));
    }
}

static gboolean
link_is_on_shape (const EntSceneLink *link, const EntSceneNode *node)
{
  EntPoint start = { link->x0, link->y0 }, control = { link->cx, link->cy }, end = { link->x1, link->y1 }, before = start;

  for (guint i = 1; i <= N_SEGMENTS; i++)
    {
      EntPoint point = ent_curve_point (start, control, end, (double) i / N_SEGMENTS);

      if (ent_shape_distance (node->form, node->radius, (before.x + point.x) / 2 - node->x, (before.y + point.y) / 2 - node->y) < 0)
        return TRUE;
      before = point;
    }
  return FALSE;
}

static gboolean
link_is_on_name (const EntSceneLink *link, const EntBox *name)
{
  EntPoint start = { link->x0, link->y0 }, control = { link->cx, link->cy }, end = { link->x1, link->y1 }, before = start;
  EntBox inner = { name->left + TOUCH, name->top + TOUCH, name->right - TOUCH, name->bottom - TOUCH };

  for (guint i = 1; i <= N_SEGMENTS && inner.left < inner.right; i++)
    {
      EntPoint point = ent_curve_point (start, control, end, (double) i / N_SEGMENTS);

      if (ent_segment_hits_box (before, point, &inner))
        return TRUE;
      before = point;
    }
  return FALSE;
}

static void
measure_links (const Items *items, SceneQuality *out)
{
  for (guint l = 0; l < items->n_links; l++)
    {
      const EntSceneLink *link = &items->links[l];
      EntBox bounds = { MIN (MIN (link->x0, link->x1), link->cx), MIN (MIN (link->y0, link->y1), link->cy),
                        MAX (MAX (link->x0, link->x1), link->cx), MAX (MAX (link->y0, link->y1), link->cy) };

      for (guint i = 0; i < items->n_nodes; i++)
        out->link_name += i != link->from && i != link->to && link_is_on_name (link, &items->names[i]);
      for (guint i = 0; i < items->n_nodes; i++)
        if (i != link->from && i != link->to && items->shapes[i].left < bounds.right && bounds.left < items->shapes[i].right
            && items->shapes[i].top < bounds.bottom && bounds.top < items->shapes[i].bottom)
          out->link_shape += link_is_on_shape (link, &items->nodes[i]);
    }
}

SceneQuality
scene_quality_measure (const EntScene *scene)
{
  SceneQuality quality = { 0 };
  Items items;

  items_init (&items, scene);
  measure_nodes (&items, &quality);
  measure_labels (&items, &quality);
  measure_links (&items, &quality);
  items_clear (&items);
  return quality;
}
