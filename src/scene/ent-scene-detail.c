/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names are taken in the order of salience, and each is kept that overlaps none kept before, nor the shape of an actor about as salient
 * where that is more than a dot. What a name must not overlap lies in buckets about as large as a name, so that only a few are looked at
 * for each. */
#include "ent-scene-detail.h"

#include "ent-scene-figure.h"
#include "ent-scene-private.h"

#include <math.h>

#define LEAST_NAME_PX   9.0     /* the size of letters */
#define NAME_ROOM_PX    3.0     /* between two names */
#define LEAST_LABEL     0.55    /* zooms */
#define LEAST_HEAD      0.25
#define SHAPE_SHARE     0.8     /* of a radius */
#define WEIGHTY_SHARE   0.8     /* of its salience must another actor have for its shape to keep a name away */
#define BUCKET_WIDTH    90.0    /* map units at name scale 1 */
#define BUCKET_HEIGHT   45.0

typedef struct {
  double salience;
  guint  node;
} Rank;

static int
compare_ranks (const void *a, const void *b)
{
  const Rank *x = a, *y = b;

  if (x->salience != y->salience)
    return x->salience > y->salience ? -1 : 1;
  return (x->node > y->node) - (x->node < y->node);
}

EntRect
ent_scene_grown_name_box (const EntSceneNode *node, double name_scale)
{
  double width = node->label_width * name_scale;

  return (EntRect) { node->label_x + (node->label_width - width) / 2, node->label_y, width, node->label_height * name_scale };
}

/* A name or a shape. */
typedef struct {
  EntRect box;
  guint   node;
  double  weight;           /* from 0 to 1; of shapes their actors' salience */
} Item;

typedef struct {
  GHashTable *buckets;      /* column and row → GArray of Item */
  double      width, height;
} Buckets;

/* Whether nothing of another node that weighs as much as least is in an item's way; put: enters it as well. */
static gboolean
visit (Buckets *self, const Item *item, double least, gboolean put)
{
  EntRect box = item->box;
  gint64 left = (gint64) floor (box.x / self->width), right = (gint64) floor ((box.x + box.width) / self->width);
  gint64 top = (gint64) floor (box.y / self->height), bottom = (gint64) floor ((box.y + box.height) / self->height);

  for (gint64 row = top; row <= bottom; row++)
    for (gint64 column = left; column <= right; column++)
      {
        gint64  key = row * G_GINT64_CONSTANT (0x100000000) + column;
        GArray *bucket = g_hash_table_lookup (self->buckets, &key);
        for (guint i = 0; bucket != NULL && !put && i < bucket->len; i++)
          {
            const Item *other = &g_array_index (bucket, Item, i);
            if (other->node != item->node && other->weight >= least && ent_rect_overlaps (other->box, box))
              return FALSE;
          }
        if (!put)
          continue;
        if (bucket == NULL)
          {
            bucket = g_array_new (FALSE, FALSE, sizeof (Item));
            g_hash_table_insert (self->buckets, g_memdup2 (&key, sizeof key), bucket);
          }
        g_array_append_val (bucket, *item);
      }
  return TRUE;
}

/* The shape itself: the corners of its box are free in a circle and a diamond. */
static Item
make_shape (const EntScene *scene, guint node)
{
  const EntSceneNode *at = &scene->nodes[node];
  double half = at->radius * SHAPE_SHARE;

  return (Item) { { at->x - half, at->y - half, 2 * half, 2 * half }, node, at->salience };
}

static guint8 *
choose_names (const EntScene *scene, double zoom, double name_scale)
{
  guint8           *names = g_new0 (guint8, MAX (scene->n_nodes, 1));
  g_autofree Rank  *ranks = g_new (Rank, MAX (scene->n_nodes, 1));
  Buckets           buckets = { NULL, BUCKET_WIDTH * name_scale, BUCKET_HEIGHT * name_scale };

  buckets.buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      Item shape = make_shape (scene, i);
      ranks[i] = (Rank) { scene->nodes[i].salience, i };
      if (scene->nodes[i].radius * zoom >= ENT_DETAIL_DOT_PX && scene->node_states[i].visibility != ENT_LEVEL_HIDDEN)
        visit (&buckets, &shape, 0, TRUE);
    }
  qsort (ranks, scene->n_nodes, sizeof *ranks, compare_ranks);
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      guint   node = ranks[i].node;
      EntRect box = ent_scene_grown_name_box (&scene->nodes[node], name_scale);
      Item    name = { ent_rect_grown (box, NAME_ROOM_PX / 2 / zoom), node, 1 };
      if (scene->nodes[node].label_width <= 0 || scene->node_states[node].visibility == ENT_LEVEL_HIDDEN
          || !visit (&buckets, &name, WEIGHTY_SHARE * ranks[i].salience, FALSE))
        continue;
      visit (&buckets, &name, 0, TRUE);
      names[node] = TRUE;
    }
  g_hash_table_unref (buckets.buckets);
  return names;
}

void
ent_scene_set_text_scale (EntScene *self, double text_scale)
{
  g_return_if_fail (text_scale > 0);
  if (text_scale == (self->text_scale > 0 ? self->text_scale : 1))
    return;
  self->text_scale = text_scale;
  self->serial++;
}

EntSceneDetail
ent_scene_detail_make (const EntScene *scene, double zoom)
{
  EntSceneDetail detail = { .zoom = zoom > 0 ? zoom : 1 };
  double text_scale = scene->text_scale > 0 ? scene->text_scale : 1;

  detail.name_scale = MAX (LEAST_NAME_PX * text_scale / (ENT_NAME_SIZE * detail.zoom), 1);
  detail.labels = detail.zoom >= LEAST_LABEL * text_scale;
  detail.heads = detail.zoom >= LEAST_HEAD;
  return detail;
}

EntSceneDetail *
ent_scene_detail_new (const EntScene *scene, double zoom)
{
  EntSceneDetail *self = g_new (EntSceneDetail, 1);

  *self = ent_scene_detail_make (scene, zoom);
  if (self->name_scale > 1)
    self->names = choose_names (scene, self->zoom, self->name_scale);
  return self;
}

void
ent_scene_detail_free (EntSceneDetail *self)
{
  if (self == NULL)
    return;
  g_free (self->names);
  g_free (self);
}
