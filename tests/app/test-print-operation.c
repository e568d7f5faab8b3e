/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-print-operation.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <poppler.h>

static GSettings *settings;

typedef struct { char *text; gboolean wide; } Page;

static void
page_free (gpointer page)
{
  g_free (((Page *) page)->text);
  g_free (page);
}

/* The pages of a PDF. (element-type Page) (transfer full) */
static GPtrArray *
read_pages (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++) {
    PopplerPage *from = poppler_document_get_page (document, i);
    Page *page = g_new0 (Page, 1);
    double width, height;

    poppler_page_get_size (from, &width, &height);
    page->text = poppler_page_get_text (from);
    page->wide = width > height;
    g_ptr_array_add (pages, page);
    g_object_unref (from);
  }
  g_object_unref (document);
  return pages;
}

/* What would be printed. (element-type Page) (transfer full) */
static GPtrArray *
print (EntMap *map, GSettings *from)
{
  g_autoptr (EntSession) session = ent_session_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-test-print.pdf", NULL);
  g_autoptr (GError) error = NULL;
  GtkPrintOperation *operation;
  GPtrArray *pages;

  ent_session_open (session, map, NULL);
  operation = ent_print_operation_new (session, from);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_finalize_object (operation);
  pages = read_pages (path);
  g_remove (path);
  return pages;
}

static const Page *
get_page (GPtrArray *pages, guint page)
{
  g_assert_cmpuint (page, <, pages->len);
  return pages->pdata[page];
}

/* One page with the names and the legend, turned as the map is. */
static void
test_map (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (GPtrArray) pages = print (map, NULL);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_nonnull (strstr (get_page (pages, 0)->text, "Ukraine"));
  g_assert_nonnull (strstr (get_page (pages, 0)->text, "cooperation"));

  ent_actor_set_position (ent_map_find_actor (map, "a3"), 1500, 0);
  g_autoptr (GPtrArray) wide = print (map, NULL);
  g_assert_true (get_page (wide, 0)->wide);
  ent_actor_set_position (ent_map_find_actor (map, "a3"), 0, 1500);
  g_autoptr (GPtrArray) high = print (map, NULL);
  g_assert_false (get_page (high, 0)->wide);
}

/* The quotes come on upright pages where the settings say so, and the legend goes. */
static void
test_settings (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();

  g_settings_set_boolean (settings, "print-quotes", TRUE);
  g_settings_set_boolean (settings, "export-legend", FALSE);
  ent_actor_set_position (ent_map_find_actor (map, "a3"), 1500, 0);
  g_autoptr (GPtrArray) pages = print (map, settings);
  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_null (strstr (get_page (pages, 0)->text, "cooperation"));
  g_assert_nonnull (strstr (get_page (pages, 1)->text, "she doubts Ukraine."));
  g_assert_true (get_page (pages, 0)->wide);
  g_assert_false (get_page (pages, 1)->wide);
  g_settings_reset (settings, "print-quotes");
  g_settings_reset (settings, "export-legend");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  settings = g_settings_new ("io.github.entente.Entente");
  g_test_add_func ("/app/print-operation/map", test_map);
  g_test_add_func ("/app/print-operation/settings", test_settings);
  int status = g_test_run ();
  g_clear_object (&settings);
  return status;
}
