/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every word of the window went through gettext. The program runs in a language that is English in brackets (pseudo-language.sh); a
 * tour opens all that a key opens, and what is said there to a screen reader, tooltips included, must stand in brackets. Outside may
 * stand what comes from the article and its map, and the few words that are the toolkit's own.
 *
 * usage: test-pseudo PROGRAM; the environment as for the test "window". */
#include "ent-map-file.h"
#include "window-driver.h"

#include <locale.h>
#include <string.h>

static const char *program;
static GHashTable *known;   /* words of the article and its map, as they are written there */

/* GTK's and libadwaita's translations are not ours to test. */
static const char *const toolkit[] = { "Close", "Minimize", "Maximize", "Minimize the window", "Maximize the window", "Close the window", "Search", "Shortcuts",
                                       "Search Shortcuts", "No Results Found", "Try a different search.", "Try a different search", "Search Results", "Back", "Cancel", "Dismiss" };
static const char *const keys[] = { "Ctrl", "Shift", "Alt", "Return", "Enter", "Escape", "Tab", "Delete", "Space", "Home", "End", "Up", "Down", "Left",
                                    "Right", "Backspace", "Menu" };

static void
add_words (const char *text)
{
  const char *start = NULL;

  for (const char *at = text; at; at = *at ? g_utf8_next_char (at) : NULL)
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      start = start ? start : at;
    else if (start) {
      g_hash_table_add (known, g_strndup (start, at - start));
      start = NULL;
    }
}

/* What the sample comes to, read by the command. */
static void
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "entente-pseudo.entente", NULL);
  const char *argv[] = { g_getenv ("ENTENTE_MAP"), "read", g_getenv ("ENTENTE_SAMPLE"), "-o", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) command = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (command, NULL, &error));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EntMap) map = ent_map_load (file, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);

  g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (map), 0);
  add_words (ent_source_get_text (source));
  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_actors (map)); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);
    add_words (ent_actor_get_name (actor));
  }
  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_relations (map)); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (ent_map_get_relations (map), i);
    add_words (ent_relation_get_label (relation));
  }
}

/* The first word outside brackets that is not known; NULL where there is none. (transfer full) */
static char *
find_untranslated (const char *line)
{
  const char *start = NULL;
  int depth = 0;

  for (const char *at = line; at; at = *at ? g_utf8_next_char (at) : NULL) {
    gunichar c = g_utf8_get_char (at);
    depth += (c == 0x27e6) - (c == 0x27e7);
    if (depth == 0 && g_unichar_isalpha (c)) {
      start = start ? start : at;
      continue;
    }
    g_autofree char *word = start ? g_strndup (start, at - start) : NULL;
    start = NULL;
    /* a single letter is a key */
    if (word && g_utf8_strlen (word, -1) > 1 && !g_hash_table_contains (known, word))
      return g_steal_pointer (&word);
  }
  return NULL;
}

static gboolean
is_toolkit (const char *said)
{
  for (guint i = 0; i < G_N_ELEMENTS (toolkit); i++)
    if (g_str_equal (said, toolkit[i]))
      return TRUE;
  return FALSE;
}

/* Fails with all lines that have such a word. */
static void
check (Driver *driver, const char *where)
{
  g_autofree char *all = driver_read_all (driver);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_autoptr (GString) faults = g_string_new (NULL);
  guint n_translated = 0;

  for (char **line = lines; *line; line++) {
    const char *said = strstr (*line, ": ") ? strstr (*line, ": ") + 2 : *line;
    g_autofree char *fault = is_toolkit (said) ? NULL : find_untranslated (said);
    n_translated += strstr (said, "⟦") != NULL;
    if (fault)
      g_string_append_printf (faults, "\n  “%s” in %s", fault, *line);
  }
  if (faults->len > 0)
    g_error ("%s: not translated:%s", where, faults->str);
  g_test_message ("%s: %u lines in brackets", where, n_translated);
  g_assert_cmpuint (n_translated, >, 5);
}

static gboolean
map_is_told (Driver *driver, gpointer data)
{
  g_autofree char *words = driver_read (driver);

  return strstr (words, "Ukraine") != NULL && strstr (words, "NATO") != NULL;
}

static gboolean
is_shown (Driver *driver, gpointer words)
{
  Box box;

  return driver_find (driver, NULL, words, &box);
}

static void
test_window (void)
{
  /* Keys, what comes of them, words of it, and, where that is a window or a popover, the keys that lead back. */
  static const struct { const char *keys, *what, *words, *back; } tour[] = {
    { "F10", "the menu", "⟦New Window⟧", "Escape" },
    { "ctrl+2", "the table", "⟦From⟧", NULL },
    { "ctrl+shift+f", "the filter", "⟦Fade Instead of Hiding⟧", "Escape" },
    { "ctrl+comma", "the preferences", "⟦Least Confidence of Links⟧", "Escape" },
    { "ctrl+shift+slash", "the shortcuts", "⟦New window⟧", "Escape" },
    { "ctrl+e", "the export", "⟦Format⟧", "Escape" },
    { "F1", "the guide", "⟦What Stands on It⟧", NULL },
  };
  g_autoptr (Driver) driver = driver_new ();
  const char *argv[] = { program, NULL };

  driver_start (driver, argv);
  driver_wait_for (driver, "the sample on a map", map_is_told, NULL, 60);
  driver_focus_top_window (driver);
  check (driver, "the window");
  for (guint i = 0; i < G_N_ELEMENTS (tour); i++) {
    (tour[i].back ? driver_press_for_window : driver_press) (driver, tour[i].keys);
    driver_wait_for (driver, tour[i].what, is_shown, (gpointer) tour[i].words, 60);
    check (driver, tour[i].what);
    if (tour[i].back)
      driver_press_for_window (driver, tour[i].back);
  }
}

/* The test's own eyes. */
static void
test_self (void)
{
  static const struct { const char *line, *fault; } cases[] = {
    { "⟦Save⟧", NULL }, { "Save", "Save" }, { "⟦2 quotes⟧ · 95 %", NULL }, { "⟦Find⟧ xyzzy", "xyzzy" }, { "Ctrl+S", NULL }, { "⟦in ⟦brackets⟧ twice⟧", NULL },
    { "⟦Élodie⟧ Größe", "Größe" }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *fault = find_untranslated (cases[i].line);
    g_assert_cmpstr (fault, ==, cases[i].fault);
  }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  program = argv[1];
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_hash_table_add (known, g_strdup (keys[i]));
  g_test_add_func ("/pseudo/self", test_self);
  read_sample ();
  g_test_add_func ("/pseudo/window", test_window);
  status = g_test_run ();
  g_hash_table_unref (known);
  return status;
}
