/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each label has a row of candidates along its curve, from the middle outwards. What does not change while labels are placed
 * (obstacles, other curves) is worked out once: candidates on an obstacle are dropped, those on a curve cost more. Then each
 * label takes its cheapest candidate free of the labels before it; one that found none may send a single other one elsewhere;
 * at last each looks once more for something cheaper. */

#include "ent-label-places.h"
#include "ent-curve.h"

#include <math.h>
#include <string.h>

#define N_CANDIDATES 23
#define REACH        0.36     /* how far from the middle, of the curve's whole course */
#define N_SEGMENTS   10
#define LABEL_GAP    2.0      /* between two labels */
#define CURVE_COST   0.35     /* of lying on another link; being at the end of the reach costs 1 */

typedef struct {
  EntPoint place;
  double   cost;
} Candidate;

typedef struct {
  EntBox    bounds;           /* of everything the label may cover */
  EntPoint  chain[N_SEGMENTS + 1];
  Candidate candidates[N_CANDIDATES];
  guint     n_candidates;     /* cheapest first */
  gint      chosen;           /* −1: hidden */
  gboolean  usable;           /* numbers are finite */
  GArray   *near;             /* guint: the labels whose bounds touch these */
} Row;

static EntBox
label_box (const EntCurveLabel *label, EntPoint place, double gap)
{
  return (EntBox) { place.x - label->width / 2 - gap, place.y - label->height / 2 - gap,
                    place.x + label->width / 2 + gap, place.y + label->height / 2 + gap };
}

static gboolean
touch (const EntBox *a, const EntBox *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static void
row_init (Row *row, EntCurveLabel *label)
{
  EntPoint start = { label->x0, label->y0 }, control = { label->cx, label->cy }, end = { label->x1, label->y1 };

  row->near = g_array_new (FALSE, FALSE, sizeof (guint));
  row->chosen = -1;
  row->bounds = (EntBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; i <= N_SEGMENTS; i++)
    {
      row->chain[i] = ent_curve_point (start, control, end, (double) i / N_SEGMENTS);
      row->bounds = (EntBox) { MIN (row->bounds.left, row->chain[i].x), MIN (row->bounds.top, row->chain[i].y),
                               MAX (row->bounds.right, row->chain[i].x), MAX (row->bounds.bottom, row->chain[i].y) };
    }
  row->usable = isfinite (row->bounds.left + row->bounds.right + row->bounds.top + row->bounds.bottom)
                && isfinite (label->width + label->height);
  label->shown = FALSE;
  label->x = row->usable ? row->chain[N_SEGMENTS / 2].x : 0;
  label->y = row->usable ? row->chain[N_SEGMENTS / 2].y : 0;
  row->bounds.left -= label->width / 2 + LABEL_GAP;
  row->bounds.right += label->width / 2 + LABEL_GAP;
  row->bounds.top -= label->height / 2 + LABEL_GAP;
  row->bounds.bottom += label->height / 2 + LABEL_GAP;
}

static guint
count_curves_under (const Row *rows, const Row *row, const EntBox *box)
{
  guint n = 0;

  for (guint k = 0; k < row->near->len; k++)
    {
      const Row *other = &rows[g_array_index (row->near, guint, k)];

      for (guint i = 0; i < N_SEGMENTS; i++)
        if (ent_segment_hits_box (other->chain[i], other->chain[i + 1], box))
          {
            n++;
            break;
          }
    }
  return n;
}

static int
compare_candidates (const void *a, const void *b)
{
  const Candidate *x = a, *y = b;

  if (x->cost != y->cost)
    return x->cost < y->cost ? -1 : 1;
  if (x->place.x != y->place.x)
    return x->place.x < y->place.x ? -1 : 1;
  return (x->place.y > y->place.y) - (x->place.y < y->place.y);
}

/* obstacles: those that touch the row's bounds. */
static void
find_candidates (Row *row, const Row *rows, const EntCurveLabel *label, const EntBox *obstacles, guint n_obstacles)
{
  EntPoint start = { label->x0, label->y0 }, control = { label->cx, label->cy }, end = { label->x1, label->y1 };

  for (guint k = 0; k < N_CANDIDATES; k++)
    {
      double off = REACH * ((k + 1) / 2) / (N_CANDIDATES / 2) * (k & 1 ? -1 : 1);
      EntPoint place = ent_curve_point (start, control, end, 0.5 + off);
      EntBox box = label_box (label, place, 0);
      gboolean is_free = TRUE;

      for (guint i = 0; i < n_obstacles && is_free; i++)
        is_free = !touch (&box, &obstacles[i]);
      if (is_free)
        row->candidates[row->n_candidates++] = (Candidate) {
          place, fabs (off) / REACH + CURVE_COST * count_curves_under (rows, row, &box) };
    }
  qsort (row->candidates, row->n_candidates, sizeof (Candidate), compare_candidates);
}

static gboolean
labels_collide (const EntCurveLabel *labels, const Row *rows, guint a, guint candidate, guint b)
{
  EntBox box_a = label_box (&labels[a], rows[a].candidates[candidate].place, LABEL_GAP / 2), box_b;

  if (rows[b].chosen < 0)
    return FALSE;
  box_b = label_box (&labels[b], rows[b].candidates[rows[b].chosen].place, LABEL_GAP / 2);
  return touch (&box_a, &box_b);
}

/* How many shown labels a candidate collides with; one of them in *other. */
static guint
count_collisions (const EntCurveLabel *labels, const Row *rows, guint label, guint candidate, guint *other)
{
  guint n = 0;

  for (guint k = 0; k < rows[label].near->len; k++)
    {
      guint near = g_array_index (rows[label].near, guint, k);

      if (!labels_collide (labels, rows, label, candidate, near))
        continue;
      *other = near;
      n++;
    }
  return n;
}

/* The cheapest candidate that is free now, or −1. */
static gint
find_free (const EntCurveLabel *labels, const Row *rows, guint label)
{
  guint other;

  for (guint k = 0; k < rows[label].n_candidates; k++)
    if (count_collisions (labels, rows, label, k, &other) == 0)
      return (gint) k;
  return -1;
}

/* Takes a candidate that one other label stands in the way of, if that one can go elsewhere. */
static void
push_in (const EntCurveLabel *labels, Row *rows, guint label)
{
  for (guint k = 0; k < rows[label].n_candidates; k++)
    {
      guint other;
      gint before, after;

      if (count_collisions (labels, rows, label, k, &other) != 1)
        continue;
      before = rows[other].chosen;
      rows[label].chosen = (gint) k;
      after = find_free (labels, rows, other);
      if (after >= 0)
        {
          rows[other].chosen = after;
          return;
        }
      rows[other].chosen = before;
      rows[label].chosen = -1;
    }
}

typedef struct { double priority; guint n_candidates, label; } Turn;

static int
compare_turns (const void *a, const void *b)
{
  const Turn *x = a, *y = b;

  if (x->priority != y->priority)
    return x->priority > y->priority ? -1 : 1;
  if (x->n_candidates != y->n_candidates)
    return x->n_candidates < y->n_candidates ? -1 : 1;
  return (x->label > y->label) - (x->label < y->label);
}

static void
choose (const EntCurveLabel *labels, Row *rows, guint n_labels)
{
  g_autofree Turn *turns = g_new (Turn, MAX (n_labels, 1));

  for (guint i = 0; i < n_labels; i++)
    turns[i] = (Turn) { isfinite (labels[i].priority) ? labels[i].priority : 0, rows[i].n_candidates, i };
  qsort (turns, n_labels, sizeof *turns, compare_turns);
  for (guint i = 0; i < n_labels; i++)
    rows[turns[i].label].chosen = find_free (labels, rows, turns[i].label);
  for (guint i = 0; i < n_labels; i++)
    if (rows[turns[i].label].chosen < 0)
      push_in (labels, rows, turns[i].label);
  for (guint i = 0; i < n_labels; i++)
    {
      Row *row = &rows[turns[i].label];
      gint before = row->chosen;

      row->chosen = -1;
      row->chosen = find_free (labels, rows, turns[i].label);
      if (before >= 0 && (row->chosen < 0 || row->chosen > before))
        row->chosen = before;
    }
}

static void
find_near (Row *rows, guint n_labels)
{
  for (guint i = 0; i < n_labels; i++)
    for (guint j = i + 1; j < n_labels; j++)
      if (rows[i].usable && rows[j].usable && touch (&rows[i].bounds, &rows[j].bounds))
        {
          g_array_append_val (rows[i].near, j);
          g_array_append_val (rows[j].near, i);
        }
}

void
ent_place_curve_labels (EntCurveLabel *labels, guint n_labels, const EntRect *obstacles, guint n_obstacles)
{
  g_autofree Row *rows = NULL;
  g_autofree EntBox *near = NULL;

  g_return_if_fail (labels != NULL || n_labels == 0);
  g_return_if_fail (obstacles != NULL || n_obstacles == 0);

  if (n_labels == 0)
    return;
  rows = g_new0 (Row, n_labels);
  near = g_new (EntBox, MAX (n_obstacles, 1));
  for (guint i = 0; i < n_labels; i++)
    row_init (&rows[i], &labels[i]);
  find_near (rows, n_labels);
  for (guint i = 0; i < n_labels; i++)
    {
      guint n_near = 0;

      if (!rows[i].usable || !(labels[i].width > 0) || !(labels[i].height > 0))
        continue;
      for (guint k = 0; k < n_obstacles; k++)
        {
          EntBox box = { obstacles[k].x, obstacles[k].y, obstacles[k].x + obstacles[k].width, obstacles[k].y + obstacles[k].height };

          if (touch (&box, &rows[i].bounds))
            near[n_near++] = box;
        }
      find_candidates (&rows[i], rows, &labels[i], near, n_near);
    }
  choose (labels, rows, n_labels);
  for (guint i = 0; i < n_labels; i++)
    {
      if (rows[i].chosen >= 0)
        {
          labels[i].x = rows[i].candidates[rows[i].chosen].place.x;
          labels[i].y = rows[i].candidates[rows[i].chosen].place.y;
          labels[i].shown = TRUE;
        }
      g_array_unref (rows[i].near);
    }
}
