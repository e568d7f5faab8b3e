/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-opening.h"

#include "ent-article-loader.h"
#include "ent-map-file.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  EntMap  *map;
  GError  *error;
  gboolean done;
} Outcome;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->map = ent_opening_run_finish (ENT_OPENING (source), result, &outcome->error);
  outcome->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Outcome *) data)->done;
}

static Outcome
open_file (const char *path, GCancellable *cancellable)
{
  g_autoptr (EntModelStore) store = ent_model_store_new ("/nonexistent/é.model");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  EntOpening *opening = ent_opening_new_for_file (store, file);
  Outcome outcome = { 0 };

  ent_opening_run_async (opening, cancellable, opened_cb, &outcome);
  fixture_wait_for (is_done, &outcome);
  g_object_unref (opening);
  return outcome;
}

/* A map file comes as it is; actors without a place get one. */
static void
test_map (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autofree char *path = NULL;
  double x, y;

  json = ent_map_to_json (map, TRUE);
  path = fixture_write_file ("entente-test-é.entente", json);
  Outcome kept = open_file (path, NULL);
  g_assert_no_error (kept.error);
  again = ent_map_to_json (kept.map, TRUE);
  g_assert_cmpstr (again, ==, json);
  g_object_unref (kept.map);

  ent_actor_clear_position (ent_map_find_actor (map, "a3"));
  g_autofree char *unplaced = ent_map_to_json (map, TRUE);
  g_free (fixture_write_file ("entente-test-é.entente", unplaced));
  Outcome placed = open_file (path, NULL);
  g_assert_no_error (placed.error);
  g_assert_true (ent_actor_get_position (ent_map_find_actor (placed.map, "a3"), &x, &y));
  g_object_unref (placed.map);
  g_remove (path);
}

/* Each failure comes as an error that names the file. */
static void
test_errors (void)
{
  static const struct { const char *name, *content; } cases[] = {
    { "entente-test-broken.entente", "{" },
    { "entente-test-other.entente", "{\"format\": \"other\"}" },
    { "entente-test-empty.txt", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = fixture_write_file (cases[i].name, cases[i].content);
    Outcome outcome = open_file (path, NULL);
    g_assert_null (outcome.map);
    g_assert_nonnull (outcome.error);
    g_assert_nonnull (strstr (outcome.error->message, cases[i].name));
    g_error_free (outcome.error);
    g_remove (path);
  }

  Outcome missing = open_file ("/nonexistent/x.txt", NULL);
  g_assert_null (missing.map);
  g_assert_nonnull (missing.error);
  g_error_free (missing.error);

  g_autofree char *article = fixture_write_file ("entente-test-article.txt", "France backs Italy.");
  Outcome no_model = open_file (article, NULL);
  g_assert_error (no_model.error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_NOT_FOUND);
  g_error_free (no_model.error);
  g_remove (article);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  Outcome outcome = open_file ("/nonexistent/x.txt", cancellable);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (outcome.error);
}

static EntOpening *
begin_file (const char *path)
{
  g_autoptr (EntModelStore) store = ent_model_store_new ("/nonexistent/é.model");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  EntOpening *opening = ent_opening_new_for_file (store, file);

  ent_opening_begin (opening);
  return opening;
}

static Outcome
take_up (EntOpening *opening, GCancellable *cancellable)
{
  Outcome outcome = { 0 };

  ent_opening_run_async (opening, cancellable, opened_cb, &outcome);
  fixture_wait_for (is_done, &outcome);
  return outcome;
}

/* What was begun early comes as from a run, be it a map or an error; a second run does it anew. */
static void
test_begun (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autofree char *json = ent_map_to_json (map, TRUE), *path = fixture_write_file ("entente-test-é.entente", json);
  g_autoptr (EntOpening) opening = begin_file (path), missing = begin_file ("/nonexistent/é.txt");

  Outcome first = take_up (opening, NULL), second = take_up (opening, NULL);
  g_assert_no_error (first.error);
  g_assert_no_error (second.error);
  g_assert_true (first.map != second.map);
  g_autofree char *again = ent_map_to_json (first.map, TRUE);
  g_assert_cmpstr (again, ==, json);
  g_assert_nonnull (ent_opening_get_stamp (opening));
  g_object_unref (first.map);
  g_object_unref (second.map);

  Outcome failed = take_up (missing, NULL);
  g_assert_null (failed.map);
  g_assert_error (failed.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_error_free (failed.error);
  g_remove (path);
}

/* Idles hold it until they have run, and a worker until it has ended, of which nobody is told. */
static void
drop (EntOpening *opening)
{
  g_object_add_weak_pointer (G_OBJECT (opening), (gpointer *) &opening);
  g_object_unref (opening);
  while (opening) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (500);
  }
}

/* Cancelled, or not even taken up: nothing of it is left. */
static void
test_begun_in_vain (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autofree char *json = ent_map_to_json (map, TRUE), *path = fixture_write_file ("entente-test-é.entente", json);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntOpening *cancelled = begin_file (path), *dropped = begin_file (path);

  g_cancellable_cancel (cancellable);
  Outcome outcome = take_up (cancelled, cancellable);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (outcome.error);
  drop (dropped);
  drop (cancelled);
  g_remove (path);
}

/* Before the program ends every run is cancelled, and its worker waited for. */
static void
test_end_all (void)
{
  g_autoptr (EntModelStore) store = ent_model_store_new ("/nonexistent/é.model");
  g_autoptr (GString) text = g_string_new (NULL);
  Outcome outcomes[3] = { { 0 } };

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "Élodie waited for the ferry.\n\n");
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

  g_assert_true (ent_opening_end_all ());
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    g_autoptr (EntOpening) opening = ent_opening_new_for_bytes (store, bytes, "é", NULL);
    ent_opening_run_async (opening, NULL, opened_cb, &outcomes[i]);
  }
  g_assert_true (ent_opening_end_all ());
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    g_assert_false (outcomes[i].done);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    fixture_wait_for (is_done, &outcomes[i]);
    g_assert_error (outcomes[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_error_free (outcomes[i].error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/opening/map", test_map);
  g_test_add_func ("/app/opening/errors", test_errors);
  g_test_add_func ("/app/opening/cancel", test_cancel);
  g_test_add_func ("/app/opening/begun", test_begun);
  g_test_add_func ("/app/opening/begun-in-vain", test_begun_in_vain);
  g_test_add_func ("/app/opening/end-all", test_end_all);
  return g_test_run ();
}
