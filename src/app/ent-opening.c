/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The worker reports its progress into a small shared record under a mutex and asks for an idle only when none is under way, so
 * that a fast reader does not flood the main loop. */

#include "ent-opening.h"

#include "ent-article-loader.h"
#include "ent-extract.h"
#include "ent-map-file.h"
#include "ent-scene.h"
#include "ent-words.h"

#include <glib/gi18n.h>

/* The same seed always: the same article gives the same drawing. */
#define LAYOUT_SEED 1
#define SAMPLE_RESOURCE "/io/github/entente/Entente/sample.txt"
#define FETCHING_SHARE 0.3   /* of the progress, where a page is fetched */
#define END_WAIT_MS    3000  /* for a worker that a dead file system holds */

typedef enum { STEP_OPENING, STEP_FETCHING, STEP_READING, STEP_RELATING, STEP_PLACING } Step;

struct _EntOpening {
  GObject        parent_instance;

  /* fixed when the job is made */
  EntModelStore *store;
  GFile         *file;      /* either this */
  GBytes        *bytes;     /* or this */
  char          *name;
  char          *uri;
  EntSource     *source;    /* or this */
  GUri          *address;   /* or this, and bytes, uri and content_type once the worker has fetched it */
  const EntFetchRules *rules;
  char          *content_type;
  gboolean       reading_only;

  char          *stamp;     /* written by the worker, read once it has ended */

  gboolean       early;     /* it is done beside the building of a window, to which a core is left */
  GThread       *ahead;     /* NULL but between a beginning and its being taken up */
  GCancellable  *ahead_cancellable;
  GError        *ahead_error;

  GMutex         mutex;     /* guards the three below */
  Step           step;
  double         worker_fraction;
  guint          idle;

  double         fraction;  /* main thread */
  const char    *message;
};

/* The cancellables of the runs whose worker has not ended, for ent_opening_end_all(). */
static struct {
  GMutex     mutex;
  GCond      ended;
  GPtrArray *cancellables;
} running;

enum { PROP_0, PROP_FRACTION, PROP_MESSAGE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntOpening, ent_opening, G_TYPE_OBJECT)

static gboolean
is_map_name (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".entente");
}

EntOpening *
ent_opening_new_for_file (EntModelStore *store, GFile *file)
{
  EntOpening *self = g_object_new (ENT_TYPE_OPENING, NULL);

  self->store = g_object_ref (store);
  self->file = g_object_ref (file);
  self->name = ent_words_dup_file_name (file);
  return self;
}

EntOpening *
ent_opening_new_for_bytes (EntModelStore *store, GBytes *bytes, const char *name, const char *uri)
{
  EntOpening *self = g_object_new (ENT_TYPE_OPENING, NULL);

  self->store = g_object_ref (store);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->uri = g_strdup (uri);
  return self;
}

EntOpening *
ent_opening_new_for_sample (EntModelStore *store)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);
  return ent_opening_new_for_bytes (store, bytes, _("Sample article"), NULL);
}

EntOpening *
ent_opening_new_for_web_page (EntModelStore *store, GUri *address, const EntFetchRules *rules)
{
  EntOpening *self = g_object_new (ENT_TYPE_OPENING, NULL);

  self->store = g_object_ref (store);
  self->address = g_uri_ref (address);
  self->rules = rules;
  self->name = ent_fetch_address_dup_name (address);
  return self;
}

EntOpening *
ent_opening_new_for_source (EntModelStore *store, EntSource *source)
{
  EntOpening *self = g_object_new (ENT_TYPE_OPENING, NULL);

  self->store = g_object_ref (store);
  self->source = g_object_ref (source);
  self->name = g_strdup (ent_source_get_title (source));
  return self;
}

void
ent_opening_set_reading_only (EntOpening *self)
{
  g_return_if_fail (ENT_IS_OPENING (self));
  self->reading_only = TRUE;
}

const char *
ent_opening_get_name (EntOpening *self)
{
  g_return_val_if_fail (ENT_IS_OPENING (self), NULL);
  return self->name;
}

GFile *
ent_opening_get_file (EntOpening *self)
{
  g_return_val_if_fail (ENT_IS_OPENING (self), NULL);
  return self->file;
}

GFile *
ent_opening_get_map_file (EntOpening *self)
{
  g_return_val_if_fail (ENT_IS_OPENING (self), NULL);
  return self->file && is_map_name (self->name) ? self->file : NULL;
}

const char *
ent_opening_get_stamp (EntOpening *self)
{
  g_return_val_if_fail (ENT_IS_OPENING (self), NULL);
  return self->stamp;
}

/* ── progress ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static const char *
step_message (Step step)
{
  switch (step) {
  case STEP_FETCHING: return _("Fetching");
  case STEP_READING:  return _("Reading the sentences");
  case STEP_RELATING: return _("Finding out who stands where");
  case STEP_PLACING:  return _("Drawing the map");
  case STEP_OPENING:
  default:            return _("Opening");
  }
}

static gboolean
progress_idle_cb (gpointer data)
{
  EntOpening *self = data;
  double fraction;
  Step step;

  g_mutex_lock (&self->mutex);
  fraction = self->worker_fraction;
  step = self->step;
  self->idle = 0;
  g_mutex_unlock (&self->mutex);

  self->fraction = fraction;
  self->message = step_message (step);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

static void
report (EntOpening *self, Step step, double fraction)
{
  g_mutex_lock (&self->mutex);
  self->step = step;
  self->worker_fraction = fraction;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, progress_idle_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->mutex);
}

static void
extract_progress_cb (EntExtractStep step, double fraction, gpointer data)
{
  EntOpening *self = data;
  double start = self->address ? FETCHING_SHARE : 0.05;

  report (self, step == ENT_EXTRACT_STEP_READING ? STEP_READING : STEP_RELATING, start + (0.95 - start) * fraction);
}

static void
fetch_progress_cb (double fraction, gpointer data)
{
  report (data, STEP_FETCHING, FETCHING_SHARE * fraction);
}

/* ── the worker ─────────────────────────────────────────────────────────────────────────────────────────────────── */

/* It is found again on the map by its text, so that must be what is read. */
static EntArticle *
dup_article_of_source (EntSource *source, GError **error)
{
  g_autoptr (EntArticle) article = ent_article_new (ent_source_get_text (source), ent_source_get_title (source), ent_source_get_uri (source),
                                                    ent_source_get_date (source));

  if (g_str_equal (ent_article_get_text (article), ent_source_get_text (source)))
    return g_steal_pointer (&article);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("“%s” cannot be read again: its text on the map was changed by another program. Add the article anew."), ent_source_get_title (source));
  return NULL;
}

static gboolean
fetch (EntOpening *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntFetched) fetched = NULL;

  report (self, STEP_FETCHING, 0);
  fetched = ent_fetch (self->address, self->rules, fetch_progress_cb, self, cancellable, error);
  if (fetched == NULL)
    return FALSE;
  self->bytes = g_bytes_ref (fetched->bytes);
  self->uri = g_strdup (fetched->uri);
  self->content_type = g_strdup (fetched->content_type);
  return TRUE;
}

static EntArticle *
load_article (EntOpening *self, GCancellable *cancellable, GError **error)
{
  if (self->source)
    return dup_article_of_source (self->source, error);
  if (self->file)
    return ent_article_load (self->file, cancellable, error);
  if (self->bytes == NULL && !fetch (self, cancellable, error))
    return NULL;
  return ent_article_load_from (self->bytes, &(EntArticleOrigin) { self->name, self->uri, self->content_type }, cancellable, error);
}

static EntMap *
read_article (EntOpening *self, GCancellable *cancellable, GError **error)
{
  guint n_threads = self->early ? MAX (g_get_num_processors () - 1, 1) : 0;
  EntExtractOptions options = { .n_threads = n_threads, .cancellable = cancellable, .progress = extract_progress_cb, .progress_data = self };
  g_autoptr (EntArticle) article = load_article (self, cancellable, error);
  g_autoptr (EntModel) model = NULL;

  if (article == NULL)
    return NULL;
  model = ent_model_store_dup_model (self->store, cancellable, error);
  if (model == NULL)
    return NULL;
  return ent_extract_map (model, article, &options, error);
}

static EntMap *
load (EntOpening *self, GCancellable *cancellable, GError **error)
{
  if (ent_opening_get_map_file (self) == NULL)
    return read_article (self, cancellable, error);
  if (!self->reading_only)
    return ent_map_load_stamped (self->file, &self->stamp, cancellable, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("“%s” is a map, not an article. It can be opened in a window of its own."), self->name);
  return NULL;
}

/* A map whose actors all have places keeps them to the last digit. */
static gboolean
needs_places (EntMap *map)
{
  GListModel *actors = ent_map_get_actors (map);
  double x, y;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    if (!ent_actor_get_position (actor, &x, &y))
      return TRUE;
  }
  return FALSE;
}

static EntMap *
make_map (EntOpening *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntMap) map = NULL;

  report (self, STEP_OPENING, 0);
  map = load (self, cancellable, error);
  if (map == NULL)
    return NULL;
  report (self, STEP_PLACING, 0.96);
  if (!self->reading_only && needs_places (map))
    ent_scene_lay_out_cancellable (map, ENT_SCENE_LEAST_CONFIDENCE, LAYOUT_SEED, TRUE, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report (self, STEP_PLACING, 1);
  return g_steal_pointer (&map);
}

static gpointer
work_ahead (gpointer data)
{
  EntOpening *self = data;

  return make_map (self, self->ahead_cancellable, &self->ahead_error);
}

static void
cancel_ahead_cb (GCancellable *cancellable, gpointer ahead)
{
  g_cancellable_cancel (ahead);
}

static EntMap *
take_up (EntOpening *self, GCancellable *cancellable, GError **error)
{
  gulong handler = cancellable ? g_cancellable_connect (cancellable, G_CALLBACK (cancel_ahead_cb), self->ahead_cancellable, NULL) : 0;
  EntMap *map = g_thread_join (g_steal_pointer (&self->ahead));

  self->early = FALSE;
  g_cancellable_disconnect (cancellable, handler);
  if (self->ahead_error)
    g_propagate_error (error, g_steal_pointer (&self->ahead_error));
  return map;
}

static void
count_in (GCancellable *cancellable)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&running.mutex);

  if (running.cancellables == NULL)
    running.cancellables = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (running.cancellables, g_object_ref (cancellable));
}

static void
count_out (GCancellable *cancellable)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&running.mutex);

  g_ptr_array_remove_fast (running.cancellables, cancellable);
  g_cond_broadcast (&running.ended);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  EntOpening *self = source;
  GError *error = NULL;
  EntMap *map = self->ahead ? take_up (self, cancellable, &error) : make_map (self, cancellable, &error);

  if (map)
    g_task_return_pointer (task, map, g_object_unref);
  else
    g_task_return_error (task, error);
  count_out (cancellable);
}

void
ent_opening_begin (EntOpening *self)
{
  g_return_if_fail (ENT_IS_OPENING (self) && self->ahead == NULL);

  g_clear_object (&self->ahead_cancellable);
  self->ahead_cancellable = g_cancellable_new ();
  self->early = TRUE;
  self->ahead = g_thread_new ("entente-opening", work_ahead, self);
}

void
ent_opening_run_async (EntOpening *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (ENT_IS_OPENING (self));

  g_autoptr (GCancellable) own = cancellable ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, own, callback, data);

  g_task_set_source_tag (task, ent_opening_run_async);
  g_task_set_return_on_cancel (task, TRUE);
  count_in (own);
  g_task_run_in_thread (task, work);
}

static GPtrArray *
dup_running (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&running.mutex);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; running.cancellables && i < running.cancellables->len; i++)
    g_ptr_array_add (copy, g_object_ref (running.cancellables->pdata[i]));
  return copy;
}

gboolean
ent_opening_end_all (void)
{
  g_autoptr (GPtrArray) cancellables = dup_running ();
  gint64 until = g_get_monotonic_time () + END_WAIT_MS * G_TIME_SPAN_MILLISECOND;
  gboolean in_time = TRUE;

  for (guint i = 0; i < cancellables->len; i++)
    g_cancellable_cancel (cancellables->pdata[i]);

  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&running.mutex);

  while (running.cancellables && running.cancellables->len > 0 && in_time)
    in_time = g_cond_wait_until (&running.ended, &running.mutex, until);
  return in_time;
}

EntMap *
ent_opening_run_finish (EntOpening *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ── the object ─────────────────────────────────────────────────────────────────────────────────────────────────── */

/* What nobody took up ends here, while the worker may still ask for idles. */
static void
ent_opening_dispose (GObject *object)
{
  EntOpening *self = ENT_OPENING (object);

  if (self->ahead) {
    g_cancellable_cancel (self->ahead_cancellable);
    g_autoptr (EntMap) map G_GNUC_UNUSED = g_thread_join (g_steal_pointer (&self->ahead));
  }
  G_OBJECT_CLASS (ent_opening_parent_class)->dispose (object);
}

static void
ent_opening_finalize (GObject *object)
{
  EntOpening *self = ENT_OPENING (object);

  g_clear_object (&self->ahead_cancellable);
  g_clear_error (&self->ahead_error);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_object (&self->source);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->address, g_uri_unref);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->stamp, g_free);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ent_opening_parent_class)->finalize (object);
}

static void
ent_opening_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntOpening *self = ENT_OPENING (object);

  switch (prop_id) {
  case PROP_FRACTION: g_value_set_double (value, self->fraction); break;
  case PROP_MESSAGE:  g_value_set_string (value, self->message); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_opening_class_init (EntOpeningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_opening_dispose;
  object_class->finalize = ent_opening_finalize;
  object_class->get_property = ent_opening_get_property;
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_opening_init (EntOpening *self)
{
  g_mutex_init (&self->mutex);
  self->message = step_message (STEP_OPENING);
}
