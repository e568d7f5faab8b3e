/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Our layout beside Graphviz's, on annotated maps and on made-up ones: both are run as processes of their own on the same file, and
 * what they make of it is measured by the same code. Times are of processor (user and system, both run on one core), the least of
 * three for small graphs: on a machine that does nothing else they are what one waits.
 * usage: bench-layout [SEED [MOST_NODES]], or as the process of its own: bench-layout --lay-out FILE.dot PLACES */
#include "bench-maps.h"
#include "drawing-quality.h"
#include "ent-layout.h"
#include "ent-scene-layout.h"
#include "ent-scene-private.h"
#include "graph-dot.h"
#include "scene-quality.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define SEED            1
#define MOST_DRAWN      1000    /* nodes: larger ones are not routed and labelled here, as on screen their names are not shown at once */
#define MOST_COMPARED   300     /* nodes: of what the medians are about */
#define N_STABILITY     5       /* maps of each kind */

/* What one program makes of a graph. */
typedef struct {
  double         seconds;
  DrawingQuality drawing;
  SceneQuality   scene;
} Result;

typedef struct {
  char   *name;
  guint   n_nodes, n_edges;
  Result  ours, theirs;
} Row;

static const char *self_path;

static void
row_clear (Row *row)
{
  g_free (row->name);
}

/* Processor seconds of a run; negative where it failed. */
static double
time_process (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  GPid pid;
  int status;

  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    {
      g_printerr ("%s\n", error->message);
      return -1;
    }
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return -1;
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static int
lay_out_file (const char *dot_path, const char *places_path)
{
  g_autofree char *dot = NULL, *places = NULL;
  EntLayoutGraph graph;

  if (!g_file_get_contents (dot_path, &dot, NULL, NULL) || !graph_dot_parse (dot, &graph))
    return 1;
  ent_layout_run (&graph, SEED);
  places = graph_dot_print_places (&graph);
  g_free (graph.nodes);
  g_free (graph.edges);
  return g_file_set_contents (places_path, places, -1, NULL) ? 0 : 1;
}

static void
store_places (EntMap *map, const EntLayoutGraph *graph)
{
  GListModel *actors = ent_map_get_actors (map);

  ent_map_freeze (map);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);

      ent_actor_set_position (actor, graph->nodes[i].x, graph->nodes[i].y);
    }
  ent_map_thaw (map);
}

static gboolean
measure (EntMap *map, EntLayoutGraph *graph, const char *const *argv, const char *places_path, Result *result)
{
  g_autofree char *places = NULL;
  guint n_runs = graph->n_nodes <= MOST_COMPARED ? 3 : 1;

  result->seconds = G_MAXDOUBLE;
  for (guint run = 0; run < n_runs; run++)
    {
      double seconds = time_process (argv);

      if (seconds < 0)
        {
          g_printerr ("%s failed\n", argv[0]);
          return FALSE;
        }
      result->seconds = MIN (result->seconds, seconds);
    }
  if (!g_file_get_contents (places_path, &places, NULL, NULL) || !graph_dot_take_places (graph, places))
    {
      g_printerr ("%s left a node without a place\n", argv[0]);
      return FALSE;
    }
  result->drawing = drawing_quality_measure (graph);
  if (graph->n_nodes <= MOST_DRAWN)
    {
      g_autoptr (EntScene) scene = NULL;

      store_places (map, graph);
      scene = ent_scene_new (map);
      result->scene = scene_quality_measure (scene);
    }
  return TRUE;
}

static void
print_result (const Row *row, const char *program, const Result *result)
{
  const SceneQuality *scene = &result->scene;
  const DrawingQuality *drawing = &result->drawing;

  g_print ("%-24s %5u %5u  %-7s ", row->name, row->n_nodes, row->n_edges, program);
  if (row->n_nodes <= MOST_DRAWN)
    g_print ("%4u %4u %4u %4u %4u  %4u/%-4u  %4u %4u ", scene->shape_shape, scene->name_name, scene->name_shape, scene->name_head,
             scene->label, scene->n_labels, row->n_edges, scene->link_shape, scene->link_name);
  else
    g_print ("%4u    -    -    -    -     -        -    - ", drawing->n_overlaps);
  g_print ("%9u  %5.1f  %.4f  %5.2f  %5.0f  %8.3f\n", drawing->n_crossings, drawing->least_angle, drawing->stress, drawing->aspect, drawing->diameter, result->seconds);
}

/* FALSE where there is nothing to compare. */
static gboolean
compare (EntMap *map, const char *name, const char *folder, Row *row)
{
  g_autoptr (EntScene) scene = ent_scene_build (NULL, map, 0, NULL);
  EntLayoutGraph *graph = ent_scene_dup_layout_graph (scene);
  g_autofree char *dot = graph_dot_print (graph), *dot_path = g_build_filename (folder, "map.dot", NULL);
  g_autofree char *places_path = g_build_filename (folder, "places", NULL);
  const char *const ours[] = { self_path, "--lay-out", dot_path, places_path, NULL };
  const char *const neato[] = { "neato", "-Goverlap=prism", "-Tplain", "-o", places_path, dot_path, NULL };
  const char *const sfdp[] = { "sfdp", "-Tplain", "-o", places_path, dot_path, NULL };
  const char *const *theirs = graph->n_nodes <= MOST_DRAWN ? neato : sfdp;
  gboolean is_good;

  *row = (Row) { .name = g_strdup (name), .n_nodes = graph->n_nodes, .n_edges = graph->n_edges };
  is_good = g_file_set_contents (dot_path, dot, -1, NULL) && measure (map, graph, ours, places_path, &row->ours);
  if (is_good)
    print_result (row, "entente", &row->ours);
  is_good = is_good && measure (map, graph, theirs, places_path, &row->theirs);
  if (is_good)
    print_result (row, theirs[0], &row->theirs);
  ent_scene_free_layout_graph (graph);
  g_unlink (dot_path);
  g_unlink (places_path);
  return is_good;
}

static int
compare_numbers (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *numbers)
{
  guint n = numbers->len;

  if (n == 0)
    return NAN;
  qsort (numbers->data, n, sizeof (double), compare_numbers);
  return (g_array_index (numbers, double, (n - 1) / 2) + g_array_index (numbers, double, n / 2)) / 2;
}

/* Equal: 1, nothing against nothing as well. */
static double
ratio (double ours, double theirs)
{
  return ours == theirs ? 1 : ours / theirs;
}

typedef enum { BY_CROSSINGS, BY_STRESS, BY_TIME } Measure;

static double
ratio_of (const Row *row, Measure by)
{
  switch (by)
    {
    case BY_CROSSINGS:
      return ratio (row->ours.drawing.n_crossings, row->theirs.drawing.n_crossings);
    case BY_STRESS:
      return ratio (row->ours.drawing.stress, row->theirs.drawing.stress);
    default:
      return ratio (row->ours.seconds, row->theirs.seconds);
    }
}

/* Over the graphs of least … most nodes. */
static double
median_ratio (GArray *rows, guint least, guint most, Measure by)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      double own = ratio_of (row, by);

      if (row->n_nodes >= least && row->n_nodes <= most)
        g_array_append_val (ratios, own);
    }
  return median (ratios);
}

static void
print_verdict (const char *what, double value, double most)
{
  if (!isnan (value))
    g_print ("  %-74s %7.3f  (at most %.2f)%s\n", what, value, most, value <= most ? "" : "  MISSED");
}

static void
print_verdicts (GArray *rows, double moved)
{
  guint n_overlaps = 0, n_labels = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const SceneQuality *scene = &row->ours.scene;

      n_labels += scene->label;
      if (row->n_nodes <= 100)
        n_overlaps += scene->shape_shape + scene->name_name + scene->name_shape + scene->name_head;
    }
  g_print ("\n");
  print_verdict ("overlaps of shapes, names and arrowheads, up to 100 actors", n_overlaps, 0);
  print_verdict ("overlaps of link labels that are shown", n_labels, 0);
  print_verdict ("crossings / neato's, median up to 300 nodes", median_ratio (rows, 0, MOST_COMPARED, BY_CROSSINGS), 1);
  print_verdict ("scale-normalised stress / neato's, median up to 300 nodes", median_ratio (rows, 0, MOST_COMPARED, BY_STRESS), 1);
  print_verdict ("time / neato's, 100 nodes", median_ratio (rows, 100, 100, BY_TIME), 0.3);
  print_verdict ("time / neato's, 300 nodes", median_ratio (rows, 300, 300, BY_TIME), 0.3);
  print_verdict ("time / neato's, 1,000 nodes", median_ratio (rows, 1000, 1000, BY_TIME), 0.3);
  print_verdict ("time / sfdp's, 10,000 nodes", median_ratio (rows, 10000, 10000, BY_TIME), 0.5);
  print_verdict ("moving of forty when one is added, median, share of the diameter", moved, 0.05);
}

/* Takes the last node away, and its edges. */
static void
drop_last (EntLayoutGraph *graph)
{
  guint n = 0;

  graph->n_nodes--;
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].from < graph->n_nodes && graph->edges[e].to < graph->n_nodes)
      graph->edges[n++] = graph->edges[e];
  graph->n_edges = n;
}

/* How far each of forty moves when the forty-first is added. */
static void
measure_moving (EntMap *map, GArray *shares)
{
  g_autoptr (EntScene) scene = ent_scene_build (NULL, map, 0, NULL);
  EntLayoutGraph *before = ent_scene_dup_layout_graph (scene), *after = ent_scene_dup_layout_graph (scene);
  double diameter;

  for (guint i = 0; i < before->n_nodes; i++)
    before->nodes[i].placed = after->nodes[i].placed = FALSE;
  drop_last (before);
  ent_layout_run (before, SEED);
  diameter = drawing_quality_measure (before).diameter;
  for (guint i = 0; i < before->n_nodes; i++)
    {
      after->nodes[i].x = before->nodes[i].x;
      after->nodes[i].y = before->nodes[i].y;
      after->nodes[i].placed = TRUE;
    }
  ent_layout_run (after, SEED);
  for (guint i = 0; i < before->n_nodes; i++)
    {
      double share = hypot (after->nodes[i].x - before->nodes[i].x, after->nodes[i].y - before->nodes[i].y) / diameter;

      g_array_append_val (shares, share);
    }
  ent_scene_free_layout_graph (before);
  ent_scene_free_layout_graph (after);
}

static double
measure_stability (guint32 seed)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint kind = 0; kind < BENCH_N_KINDS; kind++)
    for (guint i = 0; i < N_STABILITY; i++)
      {
        g_autoptr (EntMap) map = bench_map_generate (kind, 41, seed * 1000 + i);

        measure_moving (map, shares);
      }
  return median (shares);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
compare_annotated (const char *folder, GArray *rows)
{
  g_autoptr (GDir) dir = g_dir_open (ENT_ARTICLES_DIR, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name; dir && (name = g_dir_read_name (dir)) != NULL; )
    if (g_str_has_suffix (name, ".gold.json"))
      g_ptr_array_add (names, g_strdup (name));
  if (names->len == 0)
    g_print ("(no annotated articles in %s: made-up maps alone)\n", ENT_ARTICLES_DIR);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (ENT_ARTICLES_DIR, names->pdata[i], NULL);
      g_autofree char *title = g_strndup (names->pdata[i], strlen (names->pdata[i]) - strlen (".gold.json"));
      g_autoptr (GError) error = NULL;
      g_autoptr (EntMap) map = bench_map_load (path, &error);
      Row row;

      if (map == NULL)
        {
          g_printerr ("%s\n", error->message);
          continue;
        }
      if (compare (map, title, folder, &row))
        g_array_append_val (rows, row);
      else
        row_clear (&row);
    }
}

static void
compare_generated (const char *folder, guint32 seed, guint most, GArray *rows)
{
  static const guint sizes[] = { 20, 40, 100, 300, 1000, 10000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes) && sizes[s] <= most; s++)
    for (guint kind = 0; kind < BENCH_N_KINDS; kind++)
      {
        g_autoptr (EntMap) map = bench_map_generate (kind, sizes[s], seed * 100 + kind);
        Row row;

        if (compare (map, bench_kind_names[kind], folder, &row))
          g_array_append_val (rows, row);
        else
          row_clear (&row);
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  guint32 seed = argc > 1 ? (guint32) atoi (argv[1]) : SEED;
  guint most = argc > 2 ? (guint) atoi (argv[2]) : 10000;

  self_path = argv[0];
  if (argc == 4 && g_strcmp0 (argv[1], "--lay-out") == 0)
    return lay_out_file (argv[2], argv[3]);
  folder = g_dir_make_tmp ("entente-bench-XXXXXX", &error);
  if (folder == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_array_set_clear_func (rows, (GDestroyNotify) row_clear);
  g_print ("overlaps: s shape/shape, n name/name, ns name/shape, nh name/arrowhead, l of link labels shown; thro: links through shapes, name: under the names of others;\n"
           "size: the diagonal, in pixels at 100 %%\n");
  g_print ("%-24s %5s %5s  %-7s %4s %4s %4s %4s %4s  %9s  %4s %4s %9s  %5s  %6s  %5s  %5s  %8s\n", "map", "nodes", "links", "by", "s", "n", "ns", "nh",
           "l", "shown", "thro", "name", "crossings", "angle", "stress", "aspect", "size", "seconds");
  compare_annotated (folder, rows);
  compare_generated (folder, seed, most, rows);
  print_verdicts (rows, measure_stability (seed));
  g_rmdir (folder);
  return 0;
}
