/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-recent.h"

#include "fixture.h"

#include <glib/gstdio.h>

typedef struct { char *path; GtkRecentManager *manager; } Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("entente-recent-XXXXXX", &fixture->path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_remove (fixture->path);
  fixture->manager = g_object_new (GTK_TYPE_RECENT_MANAGER, "filename", fixture->path, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_run_for (400);   /* what is to be written is written */
  g_assert_finalize_object (fixture->manager);
  g_remove (fixture->path);
  g_free (fixture->path);
}

static void
add (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ent_recent_add (fixture->manager, file);
}

/* Times in the list are those of a clock of microseconds: no two in it are the same. */
static void
assert_list (Fixture *fixture, const char *const *paths)
{
  g_autoptr (GPtrArray) list = ent_recent_list (fixture->manager);
  guint i;

  for (i = 0; paths[i]; i++) {
    g_assert_cmpuint (i, <, list->len);
    g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (list->pdata[i]));
    g_autofree char *path = g_file_get_path (file);
    g_assert_cmpstr (path, ==, paths[i]);
  }
  g_assert_cmpuint (list->len, ==, i);
}

#define LIST(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = g_file_new_for_path ("/x/a.txt");

  assert_list (fixture, LIST (NULL));
  add (fixture, "/x/a.txt");
  add (fixture, "/x/Єднання 1.entente");
  assert_list (fixture, LIST ("/x/Єднання 1.entente", "/x/a.txt"));
  add (fixture, "/x/a.txt");
  assert_list (fixture, LIST ("/x/a.txt", "/x/Єднання 1.entente"));
  ent_recent_forget (fixture->manager, first);
  assert_list (fixture, LIST ("/x/Єднання 1.entente"));
}

/* What other programs opened is neither shown nor forgotten. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  GtkRecentData other = { .mime_type = (char *) "image/png", .app_name = (char *) "Pictures", .app_exec = (char *) "pictures %u" };

  gtk_recent_manager_add_full (fixture->manager, "file:///x/other.png", &other);
  add (fixture, "/x/a.txt");
  assert_list (fixture, LIST ("/x/a.txt"));
  ent_recent_clear (fixture->manager);
  assert_list (fixture, LIST (NULL));
  g_assert_true (gtk_recent_manager_has_item (fixture->manager, "file:///x/other.png"));
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < ENT_RECENT_MOST + 5; i++) {
    g_autofree char *path = g_strdup_printf ("/x/%02u.txt", i);
    add (fixture, path);
  }
  list = ent_recent_list (fixture->manager);
  g_assert_cmpuint (list->len, ==, ENT_RECENT_MOST);
  g_assert_cmpstr (gtk_recent_info_get_uri (list->pdata[0]), ==, "file:///x/14.txt");
}

static char *
dup_label (GMenu *menu, int item)
{
  char *label = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), item, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *target = NULL;

  ent_recent_fill (fixture->manager, menu, "win.open-recent", "win.forget");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 0);
  add (fixture, "/x/my_map é.entente");
  ent_recent_fill (fixture->manager, menu, "win.open-recent", "win.forget");
  ent_recent_fill (fixture->manager, menu, "win.open-recent", "win.forget");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 2);
  g_autofree char *label = dup_label (menu, 0), *last = dup_label (menu, 1);
  g_assert_cmpstr (label, ==, "my__map é.entente");
  g_assert_cmpstr (last, ==, "_Forget Recent Files");
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, G_MENU_ATTRIBUTE_TARGET, "s", &target);
  g_assert_cmpstr (target, ==, "file:///x/my_map%20%C3%A9.entente");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/app/recent/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("order", test_order);
  ADD ("others", test_others);
  ADD ("most", test_most);
  ADD ("menu", test_menu);
  return g_test_run ();
}
