/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* At most one write is under way. It is given a snapshot of the map and makes the entry where there is none yet. When the session has
 * no unsaved changes any more while it runs, what it wrote is out of date: the era it was started in has ended, and it is removed
 * once it is done. */

#include "ent-autosave.h"

#include "ent-map-snapshot.h"

struct _EntAutosave {
  GObject      parent_instance;
  EntSession  *session;
  char        *folder;
  guint        delay_ms;
  guint        timer;
  gboolean     writing;
  guint        era;
  EntRecovery *entry;         /* of this era; NULL before the first write, and while it is under way */
  guint        serial;        /* of the session as it is on disk */
};

enum { RECORDED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntAutosave, ent_autosave, G_TYPE_OBJECT)

static void update (EntAutosave *self);

/* ── the worker ─────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntRecovery *entry;      /* NULL: to be made */
  EntRecovery *outdated;   /* nullable: to be removed once that is written */
  char        *folder, *stamp, *title;
  GFile       *origin;
  EntMapSnapshot *snapshot;
  GApplication *application;   /* nullable: held until the write has come to an end */
  guint        era, serial;
} Job;

static void
job_free (Job *self)
{
  g_clear_pointer (&self->entry, ent_recovery_unref);
  g_clear_pointer (&self->outdated, ent_recovery_unref);
  g_free (self->folder);
  g_free (self->stamp);
  g_free (self->title);
  g_clear_object (&self->origin);
  ent_map_snapshot_free (self->snapshot);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (EntMap) map = ent_map_snapshot_dup_map (job->snapshot);

  if (job->entry == NULL)
    job->entry = ent_recovery_new (job->folder, job->origin, job->stamp, job->title, &error);
  if (job->entry == NULL || !ent_recovery_write (job->entry, map, &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (job->outdated)
    ent_recovery_remove (job->outdated);
  g_clear_pointer (&job->outdated, ent_recovery_unref);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntAutosave) self = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GApplication) application = g_steal_pointer (&job->application);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  self->writing = FALSE;
  if (job->era != self->era) {
    if (job->entry)
      ent_recovery_remove (job->entry);
    if (job->outdated)
      ent_recovery_remove (job->outdated);
  } else if (self->session) {
    self->entry = job->outdated ? g_steal_pointer (&job->outdated) : g_steal_pointer (&job->entry);
    self->serial = written ? job->serial : self->serial;
    if (written)
      g_signal_emit (self, signals[RECORDED], 0, job->serial);
    else
      g_signal_emit (self, signals[FAILED], 0, error->message);
  }
  update (self);
  if (application)
    g_application_release (application);
}

/* Whether the entry still knows what its map is a changed state of. A map may be saved while it is being changed further. */
static gboolean
is_of_file (EntAutosave *self, EntRecovery *entry)
{
  GFile *file = ent_session_get_file (self->session), *origin = ent_recovery_get_origin (entry);

  return g_strcmp0 (ent_recovery_get_stamp (entry), ent_session_get_stamp (self->session)) == 0
         && (file == origin || (file && origin && g_file_equal (file, origin)));
}

/* The program does not end before the write has, which would leave an entry that nobody removes. The task's thread may hold the task for a
 * moment after written_cb (), so the task does not hold the autosave: its entry would stay locked as long, and its session go in that thread. */
static void
start_writing (EntAutosave *self)
{
  GApplication *application = g_application_get_default ();
  EntMap *map = ent_session_get_map (self->session);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));

  if (self->entry && is_of_file (self, self->entry))
    job->entry = g_steal_pointer (&self->entry);
  else
    job->outdated = g_steal_pointer (&self->entry);
  job->folder = g_strdup (self->folder);
  job->stamp = g_strdup (ent_session_get_stamp (self->session));
  job->title = g_strdup (ent_map_get_title (map));
  g_set_object (&job->origin, ent_session_get_file (self->session));
  job->snapshot = ent_map_snapshot_new (map);
  job->era = self->era;
  job->serial = ent_session_get_serial (self->session);
  self->writing = TRUE;
  if (g_set_object (&job->application, application))
    g_application_hold (application);
  g_task_set_source_tag (task, start_writing);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
}

/* ── the session ────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
timer_cb (gpointer data)
{
  EntAutosave *self = data;

  self->timer = 0;
  start_writing (self);
  return G_SOURCE_REMOVE;
}

static void
end_era (EntAutosave *self)
{
  g_autoptr (EntRecovery) entry = g_steal_pointer (&self->entry);

  self->era++;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (entry)
    ent_recovery_remove (entry);
}

/* Whether the session has changes that are not on disk. */
static gboolean
is_behind (EntAutosave *self)
{
  return self->session && ent_session_get_edited (self->session)
         && (self->entry == NULL || self->serial != ent_session_get_serial (self->session));
}

static void
update (EntAutosave *self)
{
  if (self->session == NULL)
    return;
  if (!ent_session_get_edited (self->session))
    end_era (self);
  else if (self->timer == 0 && !self->writing && is_behind (self))
    self->timer = g_timeout_add (self->delay_ms, timer_cb, self);
}

static gboolean
late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is being written may be older than the session: then it is written once more. */
void
ent_autosave_flush (EntAutosave *self)
{
  gboolean late = FALSE;
  guint timer;

  g_return_if_fail (ENT_IS_AUTOSAVE (self));

  timer = g_timeout_add (ENT_AUTOSAVE_FLUSH_MS, late_cb, &late);
  for (guint i = 0; i < 2; i++) {
    while (self->writing && !late)
      g_main_context_iteration (NULL, TRUE);
    if (i == 0 && !late && is_behind (self)) {
      g_clear_handle_id (&self->timer, g_source_remove);
      start_writing (self);
    }
  }
  if (!late)
    g_source_remove (timer);
}

EntAutosave *
ent_autosave_new (EntSession *session, const char *folder, guint delay_ms)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && folder != NULL, NULL);

  EntAutosave *self = g_object_new (ENT_TYPE_AUTOSAVE, NULL);

  self->session = g_object_ref (session);
  self->folder = g_strdup (folder);
  self->delay_ms = delay_ms;
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

void
ent_autosave_adopt (EntAutosave *self, EntRecovery *entry)
{
  g_return_if_fail (ENT_IS_AUTOSAVE (self) && entry != NULL);
  g_return_if_fail (self->entry == NULL && ent_session_get_edited (self->session));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->entry = ent_recovery_ref (entry);
  self->serial = ent_session_get_serial (self->session);
}

/* The entry is left where there are unsaved changes: whoever wanted them gone has said so to the session. */
static void
ent_autosave_dispose (GObject *object)
{
  EntAutosave *self = ENT_AUTOSAVE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->entry, ent_recovery_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_autosave_parent_class)->dispose (object);
}

static void
ent_autosave_finalize (GObject *object)
{
  g_free (ENT_AUTOSAVE (object)->folder);
  G_OBJECT_CLASS (ent_autosave_parent_class)->finalize (object);
}

static void
ent_autosave_class_init (EntAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_autosave_dispose;
  object_class->finalize = ent_autosave_finalize;
  signals[RECORDED] = g_signal_new ("recorded", ENT_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", ENT_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ent_autosave_init (EntAutosave *self)
{
}
