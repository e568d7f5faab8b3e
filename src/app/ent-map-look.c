/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures are in the order of the map's actors and hold for so many of them. Those of maps up to AT_ONCE_MOST actors take about a
 * millisecond and are worked out on the spot; beyond, a worker gets the graph, and a result whose job is no longer current is dropped. */
#include "ent-map-look.h"

#include "ent-graph.h"

#include <math.h>

#define AT_ONCE_MOST 40

static const char *const colours[] = { "kind", "community", NULL };
static const char *const sizes[] = { "weight", "betweenness", "degree", NULL };
static const char *const labels[] = { "fit", "emphasis", "never", NULL };   /* as EntSceneLabels */

typedef enum { COLOUR_KIND, COLOUR_COMMUNITY } Colour;
typedef enum { SIZE_WEIGHT, SIZE_BETWEENNESS, SIZE_DEGREE } Size;

typedef struct {
  guint   n_actors;
  guint  *tints;          /* NULL: by kind */
  double *sizes;          /* 0–1; NULL: by weight */
} Figures;

struct _EntMapLook {
  GObject       parent_instance;
  Colour        colour;
  Size          size;
  EntSceneLabels labels;
  Figures      *figures;
  EntMap       *map;          /* of the last update; nullable */
  EntMapFilter *filter;
  GCancellable *cancellable;  /* of the job that runs */
};

enum { PROP_0, PROP_COLOUR_BY, PROP_SIZE_BY, PROP_LINK_LABELS, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapLook, ent_map_look, G_TYPE_OBJECT)

EntMapLook *
ent_map_look_new (void)
{
  return g_object_new (ENT_TYPE_MAP_LOOK, NULL);
}

const char *
ent_map_look_get_colour_by (EntMapLook *self)
{
  g_return_val_if_fail (ENT_IS_MAP_LOOK (self), NULL);
  return colours[self->colour];
}

const char *
ent_map_look_get_size_by (EntMapLook *self)
{
  g_return_val_if_fail (ENT_IS_MAP_LOOK (self), NULL);
  return sizes[self->size];
}

/* ── figures ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
figures_free (Figures *self)
{
  if (self == NULL)
    return;
  g_free (self->tints);
  g_free (self->sizes);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Figures, figures_free)

/* From the largest community on each gets a tint, until there are no more; the rest share the one of who is alone. */
static guint *
dup_tints (const EntGraph *graph, GCancellable *cancellable, GError **error)
{
  guint *numbers = ent_graph_find_communities (graph, NULL, cancellable, error);

  for (guint i = 0; numbers && i < ent_graph_get_n_actors (graph); i++)
    numbers[i] = numbers[i] < ENT_N_TINTS - 1 ? numbers[i] + 1 : 0;
  return numbers;
}

/* An actor's area, not its width, goes with the figure. */
static double *
dup_sizes (const EntGraph *graph, Size size, GCancellable *cancellable, GError **error)
{
  double *values = size == SIZE_DEGREE ? ent_graph_measure_degrees (graph) : ent_graph_measure_betweenness (graph, cancellable, error);
  double most = 0;

  for (guint i = 0; values && i < ent_graph_get_n_actors (graph); i++)
    most = MAX (most, values[i]);
  for (guint i = 0; values && i < ent_graph_get_n_actors (graph); i++)
    values[i] = most > 0 ? sqrt (values[i] / most) : 0;
  return values;
}

static Figures *
work_out (const EntGraph *graph, Colour colour, Size size, GCancellable *cancellable, GError **error)
{
  g_autoptr (Figures) figures = g_new0 (Figures, 1);

  figures->n_actors = ent_graph_get_n_actors (graph);
  if (colour == COLOUR_COMMUNITY && !(figures->tints = dup_tints (graph, cancellable, error)))
    return NULL;
  if (size != SIZE_WEIGHT && !(figures->sizes = dup_sizes (graph, size, cancellable, error)))
    return NULL;
  return g_steal_pointer (&figures);
}

typedef struct {
  EntGraph *graph;
  Colour    colour;
  Size      size;
} Job;

static void
job_free (Job *self)
{
  ent_graph_free (self->graph);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  Figures *figures = work_out (job->graph, job->colour, job->size, cancellable, &error);

  if (figures)
    g_task_return_pointer (task, figures, (GDestroyNotify) figures_free);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntMapLook) self = data;
  gboolean current = g_task_get_cancellable (G_TASK (result)) == self->cancellable;
  g_autoptr (Figures) figures = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!current || figures == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->figures, figures_free);
  self->figures = g_steal_pointer (&figures);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_sure_cb (EntRelation *relation, gpointer filter)
{
  return ent_map_filter_is_sure (filter, relation);
}

static void
stop (EntMapLook *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start (EntMapLook *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  stop (self);
  if (self->map == NULL || (self->colour == COLOUR_KIND && self->size == SIZE_WEIGHT)) {
    g_clear_pointer (&self->figures, figures_free);
    return;
  }
  g_autoptr (EntGraph) graph = ent_graph_new (self->map, is_sure_cb, self->filter);
  if (ent_graph_get_n_actors (graph) <= AT_ONCE_MOST) {
    g_clear_pointer (&self->figures, figures_free);
    self->figures = work_out (graph, self->colour, self->size, NULL, NULL);
    return;
  }
  self->cancellable = g_cancellable_new ();
  /* The thread may let go of the task last, and must not end the look there, with the map and the filter. */
  task = g_task_new (NULL, self->cancellable, worked_cb, g_object_ref (self));
  job = g_new0 (Job, 1);
  job->graph = g_steal_pointer (&graph);
  job->colour = self->colour;
  job->size = self->size;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
}

void
ent_map_look_update (EntMapLook *self, EntMap *map, EntMapFilter *filter)
{
  g_return_if_fail (ENT_IS_MAP_LOOK (self));
  g_return_if_fail (ENT_IS_MAP_FILTER (filter));

  g_set_object (&self->map, map);
  g_set_object (&self->filter, filter);
  start (self);
}

/* Those of an older state of a large map wait for the newer ones. */
static const Figures *
get_figures (EntMapLook *self, EntMap *map)
{
  return self->figures && self->figures->n_actors == g_list_model_get_n_items (ent_map_get_actors (map)) ? self->figures : NULL;
}

EntScene *
ent_map_look_begin_scene (EntMapLook *self, EntMap *map, EntMapFilter *filter, const EntScene *before)
{
  g_return_val_if_fail (ENT_IS_MAP_LOOK (self), NULL);

  const Figures *figures = get_figures (self, map);
  EntScene *scene = ent_scene_begin (before, map, ent_map_filter_get_least_confidence (filter), figures ? figures->sizes : NULL);

  ent_scene_set_tints (scene, figures ? figures->tints : NULL);
  return scene;
}

EntScene *
ent_map_look_new_scene (EntMapLook *self, EntMap *map, EntMapFilter *filter, const EntScene *before)
{
  g_return_val_if_fail (ENT_IS_MAP_LOOK (self), NULL);

  const Figures *figures = get_figures (self, map);
  EntScene *scene = ent_scene_new_after (before, map, ent_map_filter_get_least_confidence (filter), figures ? figures->sizes : NULL);

  ent_scene_set_tints (scene, figures ? figures->tints : NULL);
  ent_scene_set_labels (scene, self->labels);
  ent_map_filter_apply (filter, scene);
  return scene;
}

EntMapLook *
ent_map_look_dup (EntMapLook *self)
{
  g_return_val_if_fail (ENT_IS_MAP_LOOK (self), NULL);

  EntMapLook *copy = ent_map_look_new ();
  const Figures *figures = self->figures;

  copy->colour = self->colour;
  copy->size = self->size;
  copy->labels = self->labels;
  if (figures) {
    copy->figures = g_new0 (Figures, 1);
    copy->figures->n_actors = figures->n_actors;
    copy->figures->tints = figures->tints ? g_memdup2 (figures->tints, figures->n_actors * sizeof *figures->tints) : NULL;
    copy->figures->sizes = figures->sizes ? g_memdup2 (figures->sizes, figures->n_actors * sizeof *figures->sizes) : NULL;
  }
  return copy;
}

/* ── the object ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static guint
find_choice (const char *const *choices, const char *name)
{
  for (guint i = 0; choices[i]; i++)
    if (g_strcmp0 (choices[i], name) == 0)
      return i;
  return 0;
}

static guint
get_choice (EntMapLook *self, guint prop_id)
{
  switch (prop_id) {
  case PROP_COLOUR_BY: return self->colour;
  case PROP_SIZE_BY:   return self->size;
  default:             return self->labels;
  }
}

static void
set_choice (EntMapLook *self, guint prop_id, guint choice)
{
  if (choice == get_choice (self, prop_id))
    return;
  switch (prop_id) {
  case PROP_COLOUR_BY: self->colour = choice; break;
  case PROP_SIZE_BY:   self->size = choice; break;
  default:             self->labels = choice;
  }
  if (prop_id != PROP_LINK_LABELS)
    start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ent_map_look_dispose (GObject *object)
{
  EntMapLook *self = ENT_MAP_LOOK (object);

  stop (self);
  g_clear_object (&self->map);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->figures, figures_free);
  G_OBJECT_CLASS (ent_map_look_parent_class)->dispose (object);
}

static void
ent_map_look_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_COLOUR_BY: g_value_set_string (value, colours[ENT_MAP_LOOK (object)->colour]); break;
  case PROP_SIZE_BY:   g_value_set_string (value, sizes[ENT_MAP_LOOK (object)->size]); break;
  case PROP_LINK_LABELS: g_value_set_string (value, labels[ENT_MAP_LOOK (object)->labels]); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_map_look_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_COLOUR_BY: set_choice (ENT_MAP_LOOK (object), prop_id, find_choice (colours, g_value_get_string (value))); break;
  case PROP_SIZE_BY:   set_choice (ENT_MAP_LOOK (object), prop_id, find_choice (sizes, g_value_get_string (value))); break;
  case PROP_LINK_LABELS: set_choice (ENT_MAP_LOOK (object), prop_id, find_choice (labels, g_value_get_string (value))); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_map_look_class_init (EntMapLookClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_map_look_dispose;
  object_class->get_property = ent_map_look_get_property;
  object_class->set_property = ent_map_look_set_property;
  properties[PROP_COLOUR_BY] = g_param_spec_string ("colour-by", NULL, NULL, "kind", flags);
  properties[PROP_SIZE_BY] = g_param_spec_string ("size-by", NULL, NULL, "weight", flags);
  properties[PROP_LINK_LABELS] = g_param_spec_string ("link-labels", NULL, NULL, "fit", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_MAP_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_map_look_init (EntMapLook *self)
{
}
