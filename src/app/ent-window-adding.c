/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles that come onto the map that is shown. What is to be added is read one after the other and comes onto the map all at once, as one step, when
 * the places of the new actors are known. Reading is the window's one job as in ent-window-opening.c: what opens something else
 * ends it, and then nothing is added. */

#include "ent-window-private.h"

#include "ent-reading-places.h"

#include <glib/gi18n.h>
#include <string.h>

struct _EntAdding {
  EntMap    *map;          /* that they are added to */
  gboolean   again;        /* it was asked for an article that is there already */
  GQueue     openings;     /* EntOpening: still to be read */
  GPtrArray *readings;     /* EntMap */
  GPtrArray *failed;       /* EntOpening, and beside each */
  GPtrArray *reasons;      /* what is said of it */
  guint      serial;       /* of the map that places are worked out for */
};

static void read_next (EntWindow *self);

static EntAdding *
adding_new (EntMap *map, gboolean again)
{
  EntAdding *self = g_new0 (EntAdding, 1);

  self->map = g_object_ref (map);
  self->again = again;
  g_queue_init (&self->openings);
  self->readings = g_ptr_array_new_with_free_func (g_object_unref);
  self->failed = g_ptr_array_new_with_free_func (g_object_unref);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
adding_free (EntAdding *self)
{
  g_object_unref (self->map);
  g_queue_clear_full (&self->openings, g_object_unref);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->failed);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

void
ent_window_stop_adding (EntWindow *self)
{
  g_clear_pointer (&self->adding, adding_free);
}

/* ── what is said ───────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_window_say_undoable (EntWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  g_action_group_activate_action (G_ACTION_GROUP (self), "say-undoable", g_variant_new_string (markup));
}

static GHashTable *
collect_links (EntMap *map)
{
  GListModel *relations = ent_map_get_relations (map);
  GHashTable *links = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    g_hash_table_add (links, g_list_model_get_item (relations, i));
  return links;
}

static guint
count_others (GHashTable *links, GHashTable *than)
{
  GHashTableIter iter;
  gpointer link;
  guint n_others = 0;

  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, &link, NULL))
    n_others += !g_hash_table_contains (than, link);
  return n_others;
}

static char *
dup_gain (guint n_actors, guint n_links, guint n_gone)
{
  g_autofree char *actors = g_strdup_printf (ngettext ("%u actor", "%u actors", n_actors), n_actors);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links);
  /* Translators: what came onto the map: "12 actors" and "20 links" */
  g_autofree char *added = g_strdup_printf (_("%s and %s added"), actors, links);
  g_autofree char *gone = g_strdup_printf (ngettext ("%u link removed", "%u links removed", n_gone), n_gone);

  if (n_gone == 0)
    return g_steal_pointer (&added);
  /* Translators: "2 actors and 3 links added" and "1 link removed" */
  return g_strdup_printf (_("%s, %s"), added, gone);
}

static void
show_failures (EntWindow *self, EntAdding *adding)
{
  guint n_failed = adding->failed->len;
  g_autofree char *heading = NULL;
  g_autoptr (GString) body = g_string_new (NULL);

  if (n_failed == 0)
    return;
  if (n_failed == 1)
    /* Translators: the name of a file or the title of an article */
    heading = g_strdup_printf (adding->again ? _("“%s” Could Not Be Read Again") : _("“%s” Could Not Be Added"),
                               ent_opening_get_name (adding->failed->pdata[0]));
  else
    heading = g_strdup_printf (ngettext ("%u Article Could Not Be Added", "%u Articles Could Not Be Added", n_failed), n_failed);
  for (guint i = 0; i < n_failed; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n\n" : "", (char *) adding->reasons->pdata[i]);

  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── adding ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* One step, also where it is one article: its actors' places belong to it. */
static void
apply (EntWindow *self, EntAdding *adding, GArray *places)
{
  EntMapEdits *edits = ent_session_get_edits (self->session);
  GListModel *actors = ent_map_get_actors (adding->map);
  guint n_readings = adding->readings->len, n_before = g_list_model_get_n_items (actors);
  /* Translators: put behind "Undo" */
  g_autofree char *name = g_strdup_printf (ngettext ("addition of %u article", "addition of %u articles", n_readings), n_readings);

  ent_map_edits_begin (edits, n_readings > 1 ? name : NULL);
  for (guint i = 0; i < n_readings; i++)
    ent_map_edits_add_reading (edits, adding->readings->pdata[i]);
  for (guint i = 0; i < places->len && n_before + i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, n_before + i);
    EntPoint at = g_array_index (places, EntPoint, i);
    ent_actor_set_position (actor, at.x, at.y);
  }
  ent_map_edits_end (edits);
}

/* All of the map where one that came lies outside of what is shown. first: the place of the first that came among the actors. */
static void
show_new (EntWindow *self, GListModel *actors, guint first)
{
  if (first < g_list_model_get_n_items (actors) && ent_map_view_fit_later (self->map_view))
    return;
  for (guint i = first; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    double x, y;
    if (!ent_map_view_get_actor_point (self->map_view, actor, &x, &y) || gtk_widget_contains (GTK_WIDGET (self->map_view), x, y))
      continue;
    ent_map_view_fit (self->map_view);
    return;
  }
}

static void
add_all (EntWindow *self, EntAdding *adding, GArray *places)
{
  GListModel *actors = ent_map_get_actors (adding->map);
  guint n_actors = g_list_model_get_n_items (actors);
  g_autoptr (GHashTable) before = collect_links (adding->map);

  apply (self, adding, places);
  show_new (self, actors, n_actors);
  if (ent_session_get_serial (self->session) == adding->serial) {
    ent_toast_overlay_add (self->toast_overlay, adw_toast_new (adding->again ? _("Read again: nothing is new") : _("Nothing new was added")));
    return;
  }
  g_autoptr (GHashTable) after = collect_links (adding->map);
  g_autofree char *gain = dup_gain (g_list_model_get_n_items (actors) - n_actors, count_others (after, before), count_others (before, after));
  ent_window_say_undoable (self, gain);
}

/* Nothing is read any more; what was adding is the caller's. */
static EntAdding *
end_job (EntWindow *self)
{
  ent_window_show_opening (self, NULL);
  g_clear_object (&self->cancellable);
  return g_steal_pointer (&self->adding);
}

static void
finish (EntWindow *self, GArray *places)
{
  EntAdding *adding = end_job (self);

  if (places)
    add_all (self, adding, places);
  show_failures (self, adding);
  adding_free (adding);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = ent_reading_places_finish (result, &error);

  if (self->adding == NULL || self->cancellable == NULL || self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  if (places == NULL)
    adding_free (end_job (self));   /* cancelled */
  else if (!g_queue_is_empty (&self->adding->openings) || self->adding->serial != ent_session_get_serial (self->session))
    read_next (self);
  else
    finish (self, places);
}

static void
place (EntWindow *self)
{
  EntAdding *adding = self->adding;

  if (adding->readings->len == 0) {
    finish (self, NULL);
    return;
  }
  adding->serial = ent_session_get_serial (self->session);
  ent_reading_places_async (adding->map, adding->readings, self->cancellable, placed_cb, g_object_ref (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntWindow) self = data;
  g_autoptr (EntOpening) opening = g_object_ref (ENT_OPENING (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) reading = ent_opening_run_finish (opening, result, &error);

  if (self->opening != opening || self->adding == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    adding_free (end_job (self));
    return;
  }
  if (reading) {
    g_ptr_array_add (self->adding->readings, g_steal_pointer (&reading));
  } else {
    g_ptr_array_add (self->adding->failed, g_object_ref (opening));
    g_ptr_array_add (self->adding->reasons, ent_window_dup_reason (error));
  }
  read_next (self);
}

static void
read_next (EntWindow *self)
{
  g_autoptr (EntOpening) opening = g_queue_pop_head (&self->adding->openings);

  if (opening == NULL) {
    place (self);
    return;
  }
  ent_window_show_opening (self, opening);
  ent_opening_run_async (opening, self->cancellable, read_cb, g_object_ref (self));
}

/* Openings are taken. Those that come while others are being read join them, unless these were just given up. */
static void
add (EntWindow *self, GPtrArray *openings, gboolean again)
{
  if (self->cancellable && g_cancellable_is_cancelled (self->cancellable))
    ent_window_stop_adding (self);
  gboolean join = self->adding != NULL;

  if (!join) {
    ent_window_cancel_opening (self);
    g_clear_object (&self->cancellable);
    self->cancellable = g_cancellable_new ();
    self->adding = adding_new (ent_session_get_map (self->session), again);
  }
  self->adding->again &= again;
  for (guint i = 0; i < openings->len; i++) {
    ent_opening_set_reading_only (openings->pdata[i]);
    g_queue_push_tail (&self->adding->openings, g_object_ref (openings->pdata[i]));
  }
  g_ptr_array_unref (openings);
  if (!join)
    read_next (self);
}

static GPtrArray *
openings_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

void
ent_window_add_files (EntWindow *self, GListModel *files)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (ent_session_get_map (self->session) != NULL);

  GPtrArray *openings = openings_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    if (!ent_window_offer_if_web (self, file))
      g_ptr_array_add (openings, ent_opening_new_for_file (self->model_store, file));
  }
  if (openings->len > 0)
    add (self, openings, FALSE);
  else
    g_ptr_array_unref (openings);
}

void
ent_window_add_web_page (EntWindow *self, GUri *address)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (ent_session_get_map (self->session) != NULL);

  GPtrArray *openings = openings_new ();

  g_ptr_array_add (openings, ent_opening_new_for_web_page (self->model_store, address, self->fetch_rules));
  add (self, openings, FALSE);
}

void
ent_window_add_text (EntWindow *self, const char *text)
{
  g_return_if_fail (ENT_IS_WINDOW (self));
  g_return_if_fail (ent_session_get_map (self->session) != NULL);

  GPtrArray *openings = openings_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_ptr_array_add (openings, ent_opening_new_for_bytes (self->model_store, bytes, _("Pasted text"), NULL));
  add (self, openings, FALSE);
}

void
ent_window_read_again (EntWindow *self, EntSource *source)
{
  g_return_if_fail (ENT_IS_WINDOW (self));

  GPtrArray *openings = openings_new ();

  g_ptr_array_add (openings, ent_opening_new_for_source (self->model_store, source));
  add (self, openings, TRUE);
}
