/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole program for a person who neither sees it nor holds a mouse: keys go in, and what AT-SPI tells comes out. A tour from opening an
 * article to an exported file, in which each step is taken only after what was announced said where one is; and an audit of every
 * element of the window for a name and a role.
 *
 * The environment names the program (ENTENTE) and the sample article (ENTENTE_SAMPLE). */

#include "hearing.h"
#include "window-driver.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define MOST_KEYS 60   /* presses of one key until something must have been announced */
#define PATIENCE_S 60  /* for what comes at once on a machine with nothing else to do: nothing here is about time */
#define ANSWER_S 5     /* for what a key leads to, which on GTK 4.8 is silent where it is an entry */

static char *article_text, *scratch_dir;

static void
start (Driver *driver, const char *path)
{
  const char *argv[] = { g_getenv ("ENTENTE"), path, NULL };

  driver_start (driver, argv);
}

/* ── what there is ──────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct { const char *role, *name; AtspiAccessible *found; } Search;

static gboolean
visit_search (AtspiAccessible *element, AtspiAccessible *frame, gpointer data)
{
  Search *search = data;
  g_autofree char *name = NULL, *role = hearing_dup_role (element);

  if (g_strcmp0 (role, search->role) != 0)
    return FALSE;
  name = atspi_accessible_get_name (element, NULL);
  if (name == NULL || !g_str_has_prefix (name, search->name))
    return FALSE;
  search->found = g_object_ref (element);
  return TRUE;
}

/* The first of a role whose name begins so. (transfer full), NULL where there is none. */
static AtspiAccessible *
find (const char *role, const char *name)
{
  Search search = { role, name, NULL };

  hearing_walk (FALSE, visit_search, &search);
  return search.found;
}

static int
count_actors (void)
{
  auto_unref AtspiAccessible *map = find ("list", "Map of actors");

  return map ? atspi_accessible_get_child_count (map, NULL) : 0;
}

static gboolean
visit_size (AtspiAccessible *element, AtspiAccessible *frame, gpointer data)
{
  g_autofree char *name = atspi_accessible_get_role (element, NULL) == ATSPI_ROLE_LABEL ? atspi_accessible_get_name (element, NULL) : NULL;

  return name && sscanf (name, "%d actors ·", (int *) data) == 1;
}

/* "17 actors · …" below the title. */
static int
read_n_actors (void)
{
  int n_actors = 0;

  g_assert_true (hearing_walk (FALSE, visit_size, &n_actors));
  return n_actors;
}

static gboolean
map_is_told (Driver *driver, gpointer n_actors)
{
  int n = count_actors ();

  return n_actors ? n == GPOINTER_TO_INT (n_actors) : n >= 5;
}

static gboolean
is_there (Driver *driver, gpointer data)
{
  const Search *search = data;
  auto_unref AtspiAccessible *element = find (search->role, search->name);

  return element != NULL;
}

static gboolean
wait_for_map (Driver *driver, int n_actors)
{
  driver_wait_for (driver, "the map as a list", map_is_told, GINT_TO_POINTER (n_actors), PATIENCE_S);
  return TRUE;
}

/* ── the audit ──────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct { guint n_checked, n_controls; gboolean hidden; GString *faults; } Audit;

/* Where nothing gives a widget a name, GTK gives that of its type. */
static gboolean
is_name (const char *name)
{
  return name && *name && !g_str_has_prefix (name, "Gtk") && !g_str_has_prefix (name, "Adw") && !g_str_has_prefix (name, "Ent");
}

/* Whether something inside an element has words. */
static gboolean
has_words_inside (AtspiAccessible *element)
{
  int n_children = atspi_accessible_get_child_count (element, NULL);

  for (int i = 0; i < n_children; i++)
    {
      auto_unref AtspiAccessible *child = atspi_accessible_get_child_at_index (element, i, NULL);
      g_autofree char *name = child ? atspi_accessible_get_name (child, NULL) : NULL;

      if (child && (is_name (name) || has_words_inside (child)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_within (AtspiRole role, const AtspiRole *roles, guint n_roles)
{
  for (guint i = 0; i < n_roles; i++)
    if (roles[i] == role)
      return TRUE;
  return FALSE;
}

static void
complain (Audit *audit, AtspiAccessible *element, const char *what)
{
  g_autofree char *announcement = hearing_dup_announcement (element);
  auto_unref AtspiAccessible *parent = atspi_accessible_get_parent (element, NULL);
  g_autofree char *inside = parent ? hearing_dup_announcement (parent) : NULL;

  g_string_append_printf (audit->faults, "%s: “%s” in “%s”\n", what, announcement, inside);
}

static gboolean
visit_audit (AtspiAccessible *element, AtspiAccessible *frame, gpointer data)
{
  static const AtspiRole controls[] = {
    ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON, ATSPI_ROLE_CHECK_BOX, ATSPI_ROLE_RADIO_BUTTON, ATSPI_ROLE_ENTRY, ATSPI_ROLE_TEXT,
    ATSPI_ROLE_COMBO_BOX, ATSPI_ROLE_SPIN_BUTTON, ATSPI_ROLE_SLIDER, ATSPI_ROLE_LINK, ATSPI_ROLE_PAGE_TAB, ATSPI_ROLE_MENU_ITEM,
    ATSPI_ROLE_CHECK_MENU_ITEM, ATSPI_ROLE_RADIO_MENU_ITEM,
  };
  static const AtspiRole rows[] = { ATSPI_ROLE_LIST_ITEM, ATSPI_ROLE_TABLE_ROW };
  static const AtspiRole no_roles[] = { ATSPI_ROLE_INVALID, ATSPI_ROLE_UNKNOWN, ATSPI_ROLE_FILLER, ATSPI_ROLE_REDUNDANT_OBJECT };
  Audit *audit = data;
  AtspiRole role = atspi_accessible_get_role (element, NULL);
  g_autofree char *name = NULL;

  audit->n_checked++;
  if (is_within (role, no_roles, G_N_ELEMENTS (no_roles)) && hearing_has_state (element, ATSPI_STATE_FOCUSABLE))
    complain (audit, element, "takes the keyboard and has no role");
  if (!is_within (role, controls, G_N_ELEMENTS (controls)) && !is_within (role, rows, G_N_ELEMENTS (rows)))
    return FALSE;
  audit->n_controls++;
  name = atspi_accessible_get_name (element, NULL);
  if (!is_name (name) && !(is_within (role, rows, G_N_ELEMENTS (rows)) && has_words_inside (element)))
    complain (audit, element, "has no name");
  /* Those that were never shown may have a mnemonic's line still. */
  if (name && strchr (name, '_') && !audit->hidden)
    complain (audit, element, "has a mnemonic's line in its name");
  return FALSE;
}

/* All that is shown now; hidden: and all that is ready to be. */
static void
assert_all_named (const char *where, gboolean hidden, guint least_controls)
{
  Audit audit = { .hidden = hidden, .faults = g_string_new (NULL) };

  hearing_walk (hidden, visit_audit, &audit);
  g_test_message ("%s: %u elements, %u controls and rows", where, audit.n_checked, audit.n_controls);
  if (audit.faults->len > 0)
    g_error ("%s:\n%s", where, audit.faults->str);
  g_assert_cmpuint (audit.n_controls, >=, least_controls);
  g_string_free (audit.faults, TRUE);
}

/* Every actor of the map is a list item with a name, and its kind and number of links as its description. */
static void
assert_actors_described (void)
{
  auto_unref AtspiAccessible *map = find ("list", "Map of actors");
  int n_actors = atspi_accessible_get_child_count (map, NULL);

  g_assert_cmpint (n_actors, ==, read_n_actors ());
  for (int i = 0; i < n_actors; i++)
    {
      auto_unref AtspiAccessible *item = atspi_accessible_get_child_at_index (map, i, NULL);
      g_autofree char *announcement = hearing_dup_announcement (item);

      if (!g_regex_match_simple ("^list item: [^;]+; (Country|Person|Organisation|Place|Group|Other) · [0-9]+ links?$", announcement, 0, 0))
        g_error ("an actor is announced as “%s”", announcement);
    }
}

static void
test_audit (void)
{
  static const struct { const char *where, *keys[4], *role, *name; guint least_controls; } places[] = {
    { "the page of an actor", { "Tab", "Return" }, "list item", "Russia → Ukraine", 50 },
    { "the page of a link", { "ctrl+f", "Escape", "Page_Down", "Return" }, "button", "Accept the Quote", 40 },
    { "the search", { "ctrl+f" }, "button", "Next Hit", 40 },
    { "the table", { "Escape", "ctrl+2" }, "table row", "", 40 },
    { "the dialog for exports", { "ctrl+e" }, "label", "Format", 50 },
  };
  g_autoptr (Driver) driver = driver_new ();

  start (driver, g_getenv ("ENTENTE_SAMPLE"));
  wait_for_map (driver, 0);
  driver_focus_top_window (driver);
  wait_for_map (driver, read_n_actors ());
  assert_actors_described ();
  assert_all_named ("all of the window", TRUE, 60);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      for (guint key = 0; key < G_N_ELEMENTS (places[i].keys) && places[i].keys[key]; key++)
        driver_press (driver, places[i].keys[key]);
      if (places[i].role)
        driver_wait_for (driver, places[i].where, is_there, &(Search) { places[i].role, places[i].name, NULL }, PATIENCE_S);
      assert_all_named (places[i].where, FALSE, places[i].least_controls);
    }
}

/* ── the tour ───────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  Driver  *driver;
  Hearing *hearing;
} Tour;

static gboolean
focus_begins_with (Driver *driver, gpointer data)
{
  Tour *tour = ((gpointer *) data)[0];
  const char *words = ((gpointer *) data)[1], *focus = hearing_get_focus (tour->hearing);

  if (focus && g_str_has_prefix (focus, words))
    return TRUE;
  /* A window may have come meanwhile. */
  driver_focus_top_window (driver);
  return FALSE;
}

static void
wait_for_focus (Tour *tour, const char *words)
{
  driver_wait_for (tour->driver, words, focus_begins_with, (gpointer[]) { tour, (gpointer) words }, PATIENCE_S);
}

typedef struct { Hearing *hearing; guint n_before, n_last; } Answer;

/* That something was announced, and nothing more since it was looked last: the map itself is announced before its first actor. */
static gboolean
is_answered (Driver *driver, gpointer data)
{
  Answer *answer = data;
  guint n_before_now = answer->n_last;

  answer->n_last = hearing_count_focus (answer->hearing);
  return answer->n_last > answer->n_before && answer->n_last == n_before_now;
}

/* Presses a key until what is announced begins so; each time only when what the last press led to was announced: a person does not
 * go on unheard either, and a program that is busy would be led past it. */
static void
press_until (Tour *tour, const char *key, const char *words)
{
  for (guint i = 0; i < MOST_KEYS; i++)
    {
      const char *focus = hearing_get_focus (tour->hearing);

      if (focus && g_str_has_prefix (focus, words))
        return;
      Answer answer = { tour->hearing, hearing_count_focus (tour->hearing), 0 };
      driver_press (tour->driver, key);
      driver_watch_for (tour->driver, words, is_answered, &answer, ANSWER_S);
    }
  g_error ("“%s” does not lead to “%s” but to “%s”", key, words, hearing_get_focus (tour->hearing));
}

static void
open_article (Tour *tour)
{
  start (tour->driver, NULL);
  driver_wait_for (tour->driver, "the window", is_there, &(Search) { "button", "Open", NULL }, PATIENCE_S);
  driver_focus_top_window (tour->driver);
  driver_press_for_window (tour->driver, "ctrl+o");
  driver_type (tour->driver, g_getenv ("ENTENTE_SAMPLE"));
  /* Typed faster than folders are read, GTK 4.18 leaves what it would have completed behind the cursor. */
  driver_press (tour->driver, "shift+End");
  driver_press (tour->driver, "Delete");
  driver_press_for_window (tour->driver, "Return");
  wait_for_map (tour->driver, 0);
}

/* An actor, a link of it, and a quote that says it, word for word from the article. */
static void
hear_a_link (Tour *tour)
{
  const char *quote, *end;

  press_until (tour, "Tab", "list item: Ukraine; Country · ");
  driver_press (tour->driver, "Page_Down");
  wait_for_focus (tour, "list item: Ukraine has edged towards NATO; Cooperation · 5 quotes · confidence ");
  driver_press (tour->driver, "Return");
  driver_wait_for (tour->driver, "the quotes of the link", is_there, &(Search) { "label", "“", NULL }, PATIENCE_S);
  g_assert_nonnull (strstr (hearing_get_selected (tour->hearing), "\nlist item: Ukraine has edged towards NATO; "));
  press_until (tour, "Tab", "label: “");
  quote = hearing_get_focus (tour->hearing) + strlen ("label: “");
  end = strstr (quote, "”");
  g_assert_nonnull (end);
  g_autofree char *words = g_strndup (quote, end - quote);
  g_test_message ("heard: %s", words);
  g_assert_cmpuint (strlen (words), >, 20);
  g_assert_nonnull (strstr (article_text, words));
}

static void
merge_and_undo (Tour *tour, int n_actors)
{
  /* What is found is selected, and the map has the keyboard again when the search is left. */
  driver_press (tour->driver, "ctrl+f");
  driver_type (tour->driver, "Crimea");
  driver_press (tour->driver, "Return");
  driver_press (tour->driver, "Escape");
  wait_for_focus (tour, "list item: Crimea; Place · ");
  driver_press (tour->driver, "Menu");
  press_until (tour, "Down", "menu item: Merge With");
  driver_press_for_window (tour->driver, "Return");
  /* GTK 4.8 does not announce entries. */
  driver_wait_for (tour->driver, "the choice of an actor", is_there, &(Search) { "entry", "Search Actors", NULL }, PATIENCE_S);
  driver_focus_top_window (tour->driver);
  driver_type (tour->driver, "Russia");
  driver_press_for_window (tour->driver, "Return");
  wait_for_map (tour->driver, n_actors - 1);
  driver_press (tour->driver, "ctrl+z");
  wait_for_map (tour->driver, n_actors);
}

static void
assert_exported (const char *path, int n_actors)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  guint n_nodes = 0;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = content; (at = strstr (at, "<node ")); at++)
    n_nodes++;
  g_assert_cmpuint (n_nodes, ==, n_actors);
  g_assert_nonnull (strstr (content, "Crimea"));
}

static void
test_tour (void)
{
  g_autoptr (Driver) driver = driver_new ();
  g_autoptr (Hearing) hearing = hearing_new ();
  Tour tour = { driver, hearing };
  g_autofree char *path = g_build_filename (scratch_dir, "map.graphml", NULL);
  int n_actors;

  open_article (&tour);
  n_actors = read_n_actors ();
  hear_a_link (&tour);
  merge_and_undo (&tour, n_actors);
  driver_press_for_window (driver, "ctrl+e");
  driver_press_for_window (driver, "Return");
  driver_save_as (driver, path);
  assert_exported (path, n_actors);
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  scratch_dir = g_dir_make_tmp ("entente-hearing-XXXXXX", &error);
  g_assert_no_error (error);
  g_file_get_contents (g_getenv ("ENTENTE_SAMPLE"), &article_text, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/hearing/audit", test_audit);
  g_test_add_func ("/hearing/tour", test_tour);
  status = g_test_run ();
  g_rmdir (scratch_dir);
  g_free (scratch_dir);
  g_free (article_text);
  return status;
}
