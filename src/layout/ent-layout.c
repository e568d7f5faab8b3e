/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The graph is copied with its numbers made safe and laid out one component at a time: stress from several random starts,
 * the best kept; turned to lie in landscape; small ones polished; overlaps removed. Then the components are packed and overlaps
 * removed once more, so that the promise holds for the whole. Only places are written back.
 * A component in which something is placed is not started anew: what is new starts among its neighbours and moves alone. */

#include "ent-layout.h"
#include "ent-curve.h"
#include "ent-overlaps.h"
#include "ent-packing.h"
#include "ent-polish.h"
#include "ent-random.h"
#include "ent-stress-layout.h"
#include "ent-workers.h"

#include <math.h>

#define MARGIN        12.0      /* kept between two nodes' rooms */
#define MAX_PLACE     1e7       /* places farther out, or not numbers, count as none */
#define MAX_SIZE      1e4
#define N_STARTS      10        /* for small graphs */
#define N_POLISHED    3         /* of them; more where that is cheap */
#define MAX_POLISHED_EDGES 240
#define N_DIRECTIONS  12        /* tried in each quarter turn */

static double
sane (double value, double least, double most, double otherwise)
{
  return isfinite (value) ? CLAMP (value, least, most) : otherwise;
}

static EntLayoutNode
sane_node (const EntLayoutNode *node)
{
  EntLayoutNode copy = *node;
  gboolean has_place = isfinite (node->x) && isfinite (node->y) && fabs (node->x) <= MAX_PLACE && fabs (node->y) <= MAX_PLACE;

  copy.radius = sane (node->radius, 1, MAX_SIZE, 1);
  copy.label_width = sane (node->label_width, 0, MAX_SIZE, 0);
  copy.label_height = sane (node->label_height, 0, MAX_SIZE, 0);
  copy.pinned = node->pinned && has_place;
  copy.placed = (node->placed && has_place) || copy.pinned;
  if (!copy.placed)
    copy.x = copy.y = 0;
  return copy;
}

static EntLayoutEdge
sane_edge (const EntLayoutEdge *edge)
{
  EntLayoutEdge copy = *edge;

  copy.weight = sane (edge->weight, 0.01, 100, 1);
  copy.affinity = sane (edge->affinity, -1, 1, 0);
  copy.label_width = sane (edge->label_width, 0, 600, 0);
  copy.label_height = sane (edge->label_height, 0, 600, 0);
  return copy;
}

/* The copy that is worked on; edges that lead nowhere are left out. */
static void
graph_init_sane (EntLayoutGraph *copy, const EntLayoutGraph *graph)
{
  copy->nodes = g_new0 (EntLayoutNode, MAX (graph->n_nodes, 1));
  copy->n_nodes = graph->n_nodes;
  copy->edges = g_new0 (EntLayoutEdge, MAX (graph->n_edges, 1));
  copy->n_edges = 0;
  for (guint i = 0; i < graph->n_nodes; i++)
    copy->nodes[i] = sane_node (&graph->nodes[i]);
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].from < graph->n_nodes && graph->edges[e].to < graph->n_nodes && graph->edges[e].from != graph->edges[e].to)
      copy->edges[copy->n_edges++] = sane_edge (&graph->edges[e]);
}

static void
graph_clear (EntLayoutGraph *graph)
{
  g_free (graph->nodes);
  g_free (graph->edges);
}

static guint
find_root (guint *parents, guint node)
{
  while (parents[node] != node)
    node = parents[node] = parents[parents[node]];
  return node;
}

/* components: one a node; numbered in the order of their first nodes. Returns how many there are. */
static guint
find_components (const EntLayoutGraph *graph, guint *components)
{
  g_autofree guint *parents = g_new (guint, MAX (graph->n_nodes, 1));
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    parents[i] = i;
  for (guint e = 0; e < graph->n_edges; e++)
    {
      guint a = find_root (parents, graph->edges[e].from), b = find_root (parents, graph->edges[e].to);

      parents[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      guint root = find_root (parents, i);   /* never after i */

      components[i] = root == i ? n++ : components[root];
    }
  return n;
}

/* The part of the graph that is component; originals: for each of its nodes the index in the whole. locals: scratch, one a node. */
static void
graph_init_part (EntLayoutGraph *part, const EntLayoutGraph *graph, const guint *nodes, guint n_nodes, const guint *edges, guint n_edges,
                 guint *locals)
{
  part->nodes = g_new (EntLayoutNode, MAX (n_nodes, 1));
  part->edges = g_new (EntLayoutEdge, MAX (n_edges, 1));
  part->n_nodes = n_nodes;
  part->n_edges = n_edges;
  for (guint i = 0; i < n_nodes; i++)
    {
      part->nodes[i] = graph->nodes[nodes[i]];
      locals[nodes[i]] = i;
    }
  for (guint e = 0; e < n_edges; e++)
    {
      part->edges[e] = graph->edges[edges[e]];
      part->edges[e].from = locals[part->edges[e].from];
      part->edges[e].to = locals[part->edges[e].to];
    }
}

static void
start_at_random (EntPoint *places, guint n_nodes, EntRandom *random)
{
  double size = 100 * sqrt (n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      places[i].x = (ent_random_double (random) - 0.5) * size;
      places[i].y = (ent_random_double (random) - 0.5) * size;
    }
}

/* The window that a turned component needs. */
static double
window_when_turned (const EntLayoutGraph *graph, double cosine, double sine)
{
  EntBox all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntLayoutNode node = graph->nodes[i];
      EntRoom room;
      EntBox box;

      node.x = graph->nodes[i].x * cosine - graph->nodes[i].y * sine;
      node.y = graph->nodes[i].x * sine + graph->nodes[i].y * cosine;
      room = ent_room_get (&node);
      box = ent_room_bounds (&room);
      all = (EntBox) { MIN (all.left, box.left), MIN (all.top, box.top), MAX (all.right, box.right), MAX (all.bottom, box.bottom) };
    }
  return MAX ((all.right - all.left) / ENT_LAYOUT_ASPECT, all.bottom - all.top);
}

/* Turns the component to where it needs the smallest landscape window. The directions are rational points of the circle:
 * no trigonometric function whose last bit may differ from one machine to the next. */
static void
turn_to_landscape (EntLayoutGraph *graph)
{
  double best = G_MAXDOUBLE, best_cosine = 1, best_sine = 0;

  for (guint step = 0; step < 2 * N_DIRECTIONS; step++)
    {
      double t = (double) (step % N_DIRECTIONS) / N_DIRECTIONS;
      double cosine = (1 - t * t) / (1 + t * t), sine = 2 * t / (1 + t * t);
      double turned_cosine = step < N_DIRECTIONS ? cosine : -sine, turned_sine = step < N_DIRECTIONS ? sine : cosine;
      double window = window_when_turned (graph, turned_cosine, turned_sine);

      if (window < best)
        {
          best = window;
          best_cosine = turned_cosine;
          best_sine = turned_sine;
        }
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      EntLayoutNode *node = &graph->nodes[i];
      double x = node->x;

      node->x = x * best_cosine - node->y * best_sine;
      node->y = x * best_sine + node->y * best_cosine;
    }
}

/* What one start comes to. */
typedef struct { double cost; EntPoint *places; } Draft;

static void
copy_places (EntLayoutGraph *graph, const EntPoint *places)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      graph->nodes[i].x = places[i].x;
      graph->nodes[i].y = places[i].y;
    }
}

static void
copy_turned (EntLayoutGraph *graph, EntPoint *places)
{
  copy_places (graph, places);
  turn_to_landscape (graph);
  for (guint i = 0; i < graph->n_nodes; i++)
    places[i] = (EntPoint) { graph->nodes[i].x, graph->nodes[i].y };
}

static int
compare_drafts (const void *a, const void *b)
{
  const Draft *x = a, *y = b;

  return (x->cost > y->cost) - (x->cost < y->cost);
}

/* Of a graph with more edges than this hardly any arrangement is clearer than another. */
static gboolean
is_small (const EntLayoutGraph *graph)
{
  return graph->n_nodes <= ENT_POLISH_MAX_NODES && graph->n_edges <= MAX_POLISHED_EDGES;
}

/* Drafts that are polished by several threads at once. */
typedef struct {
  Draft        *drafts;
  EntRandom     randoms[N_STARTS];    /* where each one's draws begin */
  EntPolish   **polishes;             /* a worker's */
  GCancellable *cancellable;
} Polishing;

static gboolean
polish_draft (guint job, guint worker, gpointer data)
{
  Polishing *self = data;
  Draft *draft = &self->drafts[job];

  if (g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  ent_polish_run (self->polishes[worker], draft->places, &self->randoms[job]);
  draft->cost = ent_polish_cost (self->polishes[worker], draft->places);
  return TRUE;
}

/* As if one came after the other, whoever does which. */
static void
polish_drafts (const EntLayoutGraph *graph, const EntStressLayout *stress, Draft *drafts, guint n_drafts, EntRandom *random,
               GCancellable *cancellable)
{
  EntPolish *polishes[N_STARTS];
  Polishing polishing = { .drafts = drafts, .polishes = polishes, .cancellable = cancellable };
  guint n_workers = ent_workers_count (0, n_drafts);

  for (guint worker = 0; worker < n_workers; worker++)
    polishes[worker] = ent_polish_new (graph, stress);
  for (guint i = 0; i < n_drafts; i++)
    {
      polishing.randoms[i] = *random;
      ent_polish_skip (polishes[0], random);
    }
  ent_workers_run (n_workers, n_drafts, polish_draft, NULL, &polishing);
  for (guint worker = 0; worker < n_workers; worker++)
    ent_polish_free (polishes[worker]);
}

/* Several starts, the most promising polished, the best of them kept. */
static void
lay_out_small (EntLayoutGraph *graph, EntStressLayout *stress, EntRandom *random, GCancellable *cancellable)
{
  g_autoptr(EntPolish) polish = ent_polish_new (graph, stress);
  Draft drafts[N_STARTS];
  guint n_polished = graph->n_nodes <= 14 ? N_STARTS : graph->n_nodes <= 24 ? 5 : N_POLISHED;

  for (guint start = 0; start < N_STARTS; start++)
    {
      drafts[start].places = g_new (EntPoint, graph->n_nodes);
      start_at_random (drafts[start].places, graph->n_nodes, random);
      ent_stress_layout_run (stress, drafts[start].places, NULL, random, cancellable);
      copy_turned (graph, drafts[start].places);
      drafts[start].cost = ent_polish_cost (polish, drafts[start].places);
    }
  qsort (drafts, N_STARTS, sizeof (Draft), compare_drafts);
  polish_drafts (graph, stress, drafts, n_polished, random, cancellable);
  qsort (drafts, n_polished, sizeof (Draft), compare_drafts);
  copy_places (graph, drafts[0].places);
  for (guint start = 0; start < N_STARTS; start++)
    g_free (drafts[start].places);
}

static void
lay_out_new (EntLayoutGraph *graph, EntStressLayout *stress, EntRandom *random, GCancellable *cancellable)
{
  g_autofree EntPoint *places = NULL;

  if (is_small (graph))
    {
      lay_out_small (graph, stress, random, cancellable);
      return;
    }
  places = g_new (EntPoint, graph->n_nodes);
  start_at_random (places, graph->n_nodes, random);
  ent_stress_layout_run (stress, places, NULL, random, cancellable);
  copy_turned (graph, places);
}

/* Something has its place already: the rest starts in the middle of its neighbours that have one, and alone moves. */
static void
lay_out_among_placed (EntLayoutGraph *graph, EntStressLayout *stress, EntRandom *random, GCancellable *cancellable)
{
  g_autofree EntPoint *places = g_new0 (EntPoint, graph->n_nodes);
  g_autofree gboolean *fixed = g_new0 (gboolean, graph->n_nodes);
  g_autofree guint *n_votes = g_new0 (guint, graph->n_nodes);
  gboolean any_new = FALSE;

  for (guint e = 0; e < graph->n_edges; e++)
    for (guint end = 0; end < 2; end++)
      {
        guint from = end ? graph->edges[e].to : graph->edges[e].from, to = end ? graph->edges[e].from : graph->edges[e].to;

        if (!graph->nodes[from].placed || graph->nodes[to].placed)
          continue;
        places[to].x += graph->nodes[from].x;
        places[to].y += graph->nodes[from].y;
        n_votes[to]++;
      }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      fixed[i] = graph->nodes[i].placed;
      any_new |= !fixed[i];
      if (fixed[i])
        places[i] = (EntPoint) { graph->nodes[i].x, graph->nodes[i].y };
      else
        {
          guint n = MAX (n_votes[i], 1);

          places[i].x = places[i].x / n + (ent_random_double (random) - 0.5) * 60;
          places[i].y = places[i].y / n + (ent_random_double (random) - 0.5) * 60;
        }
    }
  if (any_new)
    {
      ent_stress_layout_run (stress, places, fixed, random, cancellable);
      if (is_small (graph))
        {
          g_autoptr(EntPolish) polish = ent_polish_new (graph, stress);

          ent_polish_run (polish, places, random);
        }
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!fixed[i])
      {
        graph->nodes[i].x = places[i].x;
        graph->nodes[i].y = places[i].y;
      }
}

static void
lay_out_component (EntLayoutGraph *graph, EntRandom *random, GCancellable *cancellable)
{
  g_autoptr(EntStressLayout) stress = NULL;
  gboolean any_placed = FALSE;

  if (graph->n_nodes < 2)
    return;
  stress = ent_stress_layout_new (graph, random);
  for (guint i = 0; i < graph->n_nodes; i++)
    any_placed |= graph->nodes[i].placed;
  if (any_placed)
    lay_out_among_placed (graph, stress, random, cancellable);
  else
    lay_out_new (graph, stress, random, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    ent_overlaps_remove (graph, MARGIN, cancellable);
}

/* nodes, edges: sorted by component; starts: where each component's begin, n_components + 1 entries. */
static guint *
sort_by_component (const guint *components_of, guint n, guint n_components, guint *starts)
{
  guint *sorted = g_new (guint, MAX (n, 1));
  g_autofree guint *fill = g_new0 (guint, n_components + 1);

  for (guint i = 0; i <= n_components; i++)
    starts[i] = 0;
  for (guint i = 0; i < n; i++)
    starts[components_of[i] + 1]++;
  for (guint i = 0; i < n_components; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < n; i++)
    sorted[starts[components_of[i]] + fill[components_of[i]]++] = i;
  return sorted;
}

static void
lay_out_components (EntLayoutGraph *graph, const guint *components, guint n_components, guint32 seed,
                    GCancellable *cancellable)
{
  g_autofree guint *edge_components = g_new (guint, MAX (graph->n_edges, 1));
  g_autofree guint *node_starts = g_new (guint, n_components + 1);
  g_autofree guint *edge_starts = g_new (guint, n_components + 1);
  g_autofree guint *locals = g_new (guint, MAX (graph->n_nodes, 1));
  g_autofree guint *nodes = NULL;
  g_autofree guint *edges = NULL;

  for (guint e = 0; e < graph->n_edges; e++)
    edge_components[e] = components[graph->edges[e].from];
  nodes = sort_by_component (components, graph->n_nodes, n_components, node_starts);
  edges = sort_by_component (edge_components, graph->n_edges, n_components, edge_starts);
  for (guint c = 0; c < n_components && !g_cancellable_is_cancelled (cancellable); c++)
    {
      EntRandom random = { .state = seed };
      EntLayoutGraph part;

      graph_init_part (&part, graph, nodes + node_starts[c], node_starts[c + 1] - node_starts[c],
                       edges + edge_starts[c], edge_starts[c + 1] - edge_starts[c], locals);
      lay_out_component (&part, &random, cancellable);
      for (guint i = 0; i < part.n_nodes; i++)
        graph->nodes[nodes[node_starts[c] + i]] = part.nodes[i];
      graph_clear (&part);
    }
}

static void
store_places (EntLayoutGraph *graph, const EntLayoutGraph *copy)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!copy->nodes[i].pinned)
      {
        graph->nodes[i].x = copy->nodes[i].x;
        graph->nodes[i].y = copy->nodes[i].y;
      }
}

void
ent_layout_run (EntLayoutGraph *graph, guint32 seed)
{
  ent_layout_run_cancellable (graph, seed, NULL);
}

gboolean
ent_layout_run_cancellable (EntLayoutGraph *graph, guint32 seed, GCancellable *cancellable)
{
  g_autofree guint *components = NULL;
  EntLayoutGraph copy;
  guint n_components;
  gboolean is_whole;

  g_return_val_if_fail (graph != NULL, FALSE);
  g_return_val_if_fail (graph->nodes != NULL || graph->n_nodes == 0, FALSE);
  g_return_val_if_fail (graph->edges != NULL || graph->n_edges == 0, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  if (graph->n_nodes == 0)
    return TRUE;
  graph_init_sane (&copy, graph);
  components = g_new (guint, copy.n_nodes);
  n_components = find_components (&copy, components);
  lay_out_components (&copy, components, n_components, seed, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    {
      ent_packing_run (&copy, components, n_components);
      ent_overlaps_remove (&copy, MARGIN / 2, cancellable);
    }
  is_whole = !g_cancellable_is_cancelled (cancellable);
  if (is_whole)
    store_places (graph, &copy);
  graph_clear (&copy);
  return is_whole;
}

gboolean
ent_layout_nodes_overlap (const EntLayoutNode *a, const EntLayoutNode *b, double margin)
{
  EntRoom room_a, room_b;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  room_a = ent_room_get (a);
  room_b = ent_room_get (b);
  return ent_rooms_overlap (&room_a, &room_b, margin);
}
