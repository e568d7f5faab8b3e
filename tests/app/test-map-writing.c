/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written is the map as it was when that was asked for, whatever is done to it the moment after. */
#include "ent-map-edits.h"
#include "ent-map-file.h"
#include "ent-map-writing.h"
#include "fixture.h"

#include <glib/gstdio.h>

typedef struct {
  char       *folder;
  EntMap     *map;
  EntSession *session;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("entente-writing-XXXXXX", NULL);
  f->map = fixture_map_new ();
  f->session = ent_session_new ();
  ent_session_open (f->session, f->map, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->map);
  fixture_empty_folder (f->folder);
  g_rmdir (f->folder);
  g_free (f->folder);
}

/* Each leaves another map than there was. */
static void
edit (Fixture *f, guint number)
{
  EntMapEdits *edits = ent_session_get_edits (f->session);
  g_autofree char *name = g_strdup_printf ("Україна %u", number);

  g_assert_true (ent_map_edits_set_name (edits, ent_map_find_actor (f->map, "a2"), name, NULL));
  g_assert_true (ent_map_edits_set_label (edits, ent_map_find_relation (f->map, "r1"), name, NULL));
}

static GFile *
new_file (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  return g_file_new_for_path (path);
}

static char *
dup_content (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_load_contents (file, NULL, &content, NULL, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

/* ── saving ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GFile *file;
  char  *json, *stamp;
  guint *n_left;
} Save;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_map_writing_save_finish (result, &save->stamp, &error));
  g_assert_no_error (error);
  --*save->n_left;
}

/* Saved again and again while it is edited: each file is the map between two edits, and its stamp tells that. */
static void
test_save (Fixture *f, gconstpointer data)
{
  Save saves[8];
  guint n_left = G_N_ELEMENTS (saves);

  for (guint i = 0; i < G_N_ELEMENTS (saves); i++) {
    g_autofree char *name = g_strdup_printf ("%u.entente", i);
    saves[i] = (Save) { new_file (f, name), ent_map_to_json (f->map, TRUE), NULL, &n_left };
    ent_map_writing_save_async (f->map, saves[i].file, NULL, NULL, saved_cb, &saves[i]);
    edit (f, i);
  }
  ent_map_edits_undo (ent_session_get_edits (f->session));
  fixture_wait_for (is_zero, &n_left);
  for (guint i = 0; i < G_N_ELEMENTS (saves); i++) {
    g_autofree char *content = dup_content (saves[i].file), *stamp = g_compute_checksum_for_string (G_CHECKSUM_SHA256, saves[i].json, -1);
    g_assert_cmpstr (content, ==, saves[i].json);
    g_assert_cmpstr (saves[i].stamp, ==, stamp);
    g_assert_true (i == 0 || !g_str_equal (saves[i].json, saves[i - 1].json));
  }
  for (guint i = 0; i < G_N_ELEMENTS (saves); i++) {
    g_object_unref (saves[i].file);
    g_free (saves[i].json);
    g_free (saves[i].stamp);
  }
}

/* ── pictures ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_map_writing_finish (result, &error));
  g_assert_no_error (error);
  --*(guint *) data;
}

static void
test_export (Fixture *f, gconstpointer data)
{
  static const EntExportFormat formats[] = { ENT_EXPORT_SVG, ENT_EXPORT_GRAPHML, ENT_EXPORT_HTML };
  EntExportOptions options = { .scale = 1, .legend = TRUE, .quotes = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GFile) before = new_file (f, "before"), meanwhile = new_file (f, "meanwhile"), after = new_file (f, "after");
    guint n_left = 1;

    ent_map_writing_export_async (f->session, before, formats[i], &options, NULL, exported_cb, &n_left);
    fixture_wait_for (is_zero, &n_left);
    n_left = 1;
    ent_map_writing_export_async (f->session, meanwhile, formats[i], &options, NULL, exported_cb, &n_left);
    edit (f, i);
    ent_session_set_least_confidence (f->session, 0.99);
    fixture_wait_for (is_zero, &n_left);
    n_left = 1;
    ent_map_writing_export_async (f->session, after, formats[i], &options, NULL, exported_cb, &n_left);
    fixture_wait_for (is_zero, &n_left);
    ent_session_set_least_confidence (f->session, 0.3);

    g_autofree char *first = dup_content (before), *second = dup_content (meanwhile), *third = dup_content (after);
    g_assert_cmpstr (first, ==, second);
    g_assert_cmpstr (first, !=, third);
  }
}

typedef struct {
  GBytes *png, *svg;
  guint   n_left;
} Drawing;

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Drawing *drawing = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_map_writing_draw_finish (result, &drawing->png, &drawing->svg, &error));
  g_assert_no_error (error);
  drawing->n_left--;
}

/* For the clipboard and for dragging out; the map may even be gone. */
static void
test_draw (Fixture *f, gconstpointer data)
{
  EntExportOptions options = { .scale = 1 };
  Drawing drawing = { NULL, NULL, 1 };
  g_autoptr (EntMap) other = ent_map_new ();

  ent_map_writing_draw_async (f->session, &options, NULL, drawn_cb, &drawing);
  ent_map_remove_actor (f->map, ent_map_find_actor (f->map, "a2"));
  ent_session_open (f->session, other, NULL);
  fixture_wait_for (is_zero, &drawing.n_left);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (drawing.svg, NULL), (gssize) g_bytes_get_size (drawing.svg), "Ukraine"));
  g_bytes_unref (drawing.svg);
  g_bytes_unref (drawing.png);
  ent_session_open (f->session, f->map, NULL);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/map-writing/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("save", test_save);
  ADD ("export", test_export);
  ADD ("draw", test_draw);
  return g_test_run ();
}
