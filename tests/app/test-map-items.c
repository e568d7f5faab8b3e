/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the map is to a screen reader. Needs GTK_A11Y=test: what GTK keeps of it then is what is asked for here. */
#include "ent-map-view-private.h"

#include "ent-map-walk.h"
#include "fixture.h"

typedef struct {
  EntSession *session;
  EntMap     *map;
  EntMapView *view;
  GtkWidget  *window;
} Fixture;

static void
set_up (Fixture *fixture, EntMap *map)
{
  fixture->session = ent_session_new ();
  fixture->map = map;
  fixture->view = ENT_MAP_VIEW (ent_map_view_new (fixture->session));
  ent_session_open (fixture->session, map, NULL);
  fixture->window = fixture_show (GTK_WIDGET (fixture->view), 600, 500);
  /* A window gives its first widget the focus, and the map that to its weightiest actor. */
  ent_map_view_set_cursor (fixture->view, NULL, NULL);
}

static void
tear_down (Fixture *fixture)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_run_for (50);
  g_assert_null (view);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->map);
}

static gboolean
is_listed (gpointer data)
{
  return ((EntMapView *) data)->listing == 0;
}

static GtkWidget *
get_item (Fixture *fixture, const char *actor)
{
  GtkWidget *item = g_hash_table_lookup (fixture->view->items, ent_map_find_actor (fixture->map, actor));

  g_assert_nonnull (item);
  return item;
}

static void
assert_item (GtkWidget *item, const char *name, const char *description, gboolean selected)
{
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  gtk_test_accessible_assert_state (item, GTK_ACCESSIBLE_STATE_SELECTED, selected);
}

/* Actors by salience, each with its name, kind and number of links; what is selected says so, and the words follow the map. */
static void
test_actors (void)
{
  Fixture fixture;
  EntActor *country;

  set_up (&fixture, fixture_map_new ());
  fixture_wait_for (is_listed, fixture.view);
  gtk_test_accessible_assert_role (fixture.view, GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (fixture.view)) == get_item (&fixture, "a2"));
  g_assert_cmpuint (g_hash_table_size (fixture.view->items), ==, 3);
  assert_item (get_item (&fixture, "a1"), "Élodie Müller", "Person · 1 link", FALSE);
  assert_item (get_item (&fixture, "a2"), "Ukraine", "Country · 2 links", FALSE);
  assert_item (get_item (&fixture, "a3"), "NATO", "Organisation · 1 link", FALSE);

  country = ent_map_find_actor (fixture.map, "a2");
  ent_session_select (fixture.session, country, NULL);
  assert_item (get_item (&fixture, "a2"), "Ukraine", "Country · 2 links", TRUE);
  ent_session_set_least_confidence (fixture.session, 0.9);
  ent_actor_set_name (country, "Україна");
  fixture_wait_for (is_listed, fixture.view);
  assert_item (get_item (&fixture, "a2"), "Україна", "Country · 1 link", TRUE);
  ent_session_select (fixture.session, NULL, NULL);
  assert_item (get_item (&fixture, "a2"), "Україна", "Country · 1 link", FALSE);
  ent_map_remove_actor (fixture.map, ent_map_find_actor (fixture.map, "a3"));
  fixture_wait_for (is_listed, fixture.view);
  g_assert_cmpuint (g_hash_table_size (fixture.view->items), ==, 2);
  tear_down (&fixture);
}

/* The actor at the cursor, and no other, lists its links, those with the most quotes first; a selected link says so. */
static void
test_links (void)
{
  Fixture fixture;
  GtkWidget *item, *link;

  set_up (&fixture, fixture_map_new ());
  fixture_wait_for (is_listed, fixture.view);
  item = get_item (&fixture, "a2");
  g_assert_null (ent_map_item_peek_first_link (ENT_MAP_ITEM (item)));
  ent_map_view_set_cursor (fixture.view, ent_map_find_actor (fixture.map, "a2"), NULL);
  fixture_wait_for (is_listed, fixture.view);
  link = ent_map_item_peek_first_link (ENT_MAP_ITEM (item));
  g_assert_nonnull (link);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (link), GTK_ACCESSIBLE_ROLE_LIST);
  assert_item (link, "Ukraine backs NATO", "Cooperation · 2 quotes · confidence 95 %", FALSE);
  assert_item (gtk_widget_get_next_sibling (link), "Élodie Müller doubts Ukraine", "Conflict · 1 quote · confidence 70 %", FALSE);
  g_assert_null (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (link)));
  ent_session_select (fixture.session, NULL, ent_map_find_relation (fixture.map, "r1"));
  assert_item (link, "Ukraine backs NATO", "Cooperation · 2 quotes · confidence 95 %", TRUE);

  ent_map_view_set_cursor (fixture.view, ent_map_find_actor (fixture.map, "a1"), NULL);
  fixture_wait_for (is_listed, fixture.view);
  g_assert_null (ent_map_item_peek_first_link (ENT_MAP_ITEM (item)));
  g_assert_nonnull (ent_map_item_peek_first_link (ENT_MAP_ITEM (get_item (&fixture, "a1"))));
  tear_down (&fixture);
}

/* The focus is where the cursor is, whichever of them moved, and stays on the map when what it is on goes. */
static void
test_focus (void)
{
  Fixture fixture;
  GtkWidget *widget;
  EntActor *country, *person;

  set_up (&fixture, fixture_map_new ());
  fixture_wait_for (is_listed, fixture.view);
  widget = GTK_WIDGET (fixture.view);
  country = ent_map_find_actor (fixture.map, "a2");
  person = ent_map_find_actor (fixture.map, "a1");
  gtk_widget_grab_focus (widget);
  g_assert_true (ent_map_view_get_focus (fixture.view) == widget);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  g_assert_true (fixture.view->cursor == country);
  g_assert_true (ent_map_view_get_focus (fixture.view) == get_item (&fixture, "a2"));

  ent_map_view_set_cursor (fixture.view, country, ent_map_view_get_link_beside (fixture.view, 1));
  g_assert_true (fixture.view->cursor_link == ent_map_find_relation (fixture.map, "r1"));
  g_assert_true (ent_map_item_get_relation (ENT_MAP_ITEM (ent_map_view_get_focus (fixture.view))) == fixture.view->cursor_link);
  g_assert_true (ent_map_view_get_link_beside (fixture.view, 1) == ent_map_find_relation (fixture.map, "r2"));
  g_assert_null (ent_map_view_get_link_beside (fixture.view, -1));
  /* The link is hidden: the focus goes to its actor. */
  ent_map_remove_relation (fixture.map, fixture.view->cursor_link);
  fixture_wait_for (is_listed, fixture.view);
  g_assert_true (fixture.view->cursor == country && fixture.view->cursor_link == NULL);
  g_assert_true (ent_map_view_get_focus (fixture.view) == get_item (&fixture, "a2"));

  gtk_widget_grab_focus (get_item (&fixture, "a1"));
  g_assert_true (fixture.view->cursor == person);
  ent_map_remove_actor (fixture.map, person);
  fixture_wait_for (is_listed, fixture.view);
  g_assert_null (fixture.view->cursor);
  g_assert_true (ent_map_view_get_focus (fixture.view) == widget);
  tear_down (&fixture);
}

/* A chain of actors in a grid. (transfer full) */
static EntMap *
make_many (guint n_actors)
{
  EntMap *map = ent_map_new ();

  ent_map_freeze (map);
  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *id = g_strdup_printf ("a%u", i), *before = g_strdup_printf ("a%u", i - 1), *link = g_strdup_printf ("r%u", i);
    g_autoptr (EntActor) actor = ent_actor_new (id, id, ENT_KIND_GROUP);
    ent_actor_set_position (actor, 150 * (i % 40), 120 * (i / 40));
    ent_map_add_actor (map, actor);
    if (i > 0) {
      g_autoptr (EntRelation) relation = ent_relation_new (link, ent_map_find_actor (map, before), actor, ENT_RELATION_SUPPORT, "backs");
      ent_map_add_relation (map, relation);
    }
  }
  ent_map_thaw (map);
  return map;
}

/* Of a large map the scene is built by a worker: before it comes there is nothing to list. */
static gboolean
has_items (gpointer data)
{
  return is_listed (data) && g_hash_table_size (((EntMapView *) data)->items) > 0;
}

/* Of many actors the weightiest have items, and any that the cursor comes to for as long as it is there. */
static void
test_many (void)
{
  Fixture fixture;
  GtkWidget *far;
  gint last;
  EntActor *actor;
  guint n_items;

  set_up (&fixture, make_many (1000));
  fixture_wait_for (has_items, fixture.view);
  n_items = g_hash_table_size (fixture.view->items);
  g_assert_cmpuint (n_items, ==, 120);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "The 120 weightiest actors; the table has all links");
  last = ent_map_walk_previous (fixture.view->scene, -1);
  actor = ent_map_view_get_node (fixture.view, last)->actor;
  gtk_widget_grab_focus (GTK_WIDGET (fixture.view));
  ent_map_view_set_cursor (fixture.view, actor, NULL);
  far = ent_map_view_get_focus (fixture.view);
  g_assert_true (ent_map_item_get_actor (ENT_MAP_ITEM (far)) == actor);
  fixture_wait_for (is_listed, fixture.view);
  g_assert_cmpuint (g_hash_table_size (fixture.view->items), ==, n_items + 1);
  ent_map_view_set_cursor (fixture.view, NULL, NULL);
  fixture_wait_for (is_listed, fixture.view);
  g_assert_cmpuint (g_hash_table_size (fixture.view->items), ==, n_items);
  tear_down (&fixture);
}

/* Items lie where their actors are drawn when these have come to rest, and draw nothing and catch no pointer there. */
static void
test_places (void)
{
  Fixture fixture;
  graphene_rect_t bounds;
  double x, y;

  set_up (&fixture, fixture_map_new ());
  fixture_wait_for (is_listed, fixture.view);
  for (guint i = 0; i < 2; i++) {
    fixture_run_for (700);
    g_assert_true (ent_map_view_get_actor_point (fixture.view, ent_map_find_actor (fixture.map, "a2"), &x, &y));
    g_assert_true (gtk_widget_compute_bounds (get_item (&fixture, "a2"), GTK_WIDGET (fixture.view), &bounds));
    g_assert_true (graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y)));
    g_assert_cmpfloat (bounds.size.width, <, 200);
    g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture.view), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (fixture.view));
    ent_map_view_zoom_by (fixture.view, 0.6);
  }
  tear_down (&fixture);
}

/* Another map takes the items of the first with it. */
static void
test_another_map (void)
{
  Fixture fixture;
  g_autoptr (EntMap) empty = ent_map_new ();

  set_up (&fixture, fixture_map_new ());
  gtk_widget_grab_focus (GTK_WIDGET (fixture.view));
  gtk_widget_child_focus (GTK_WIDGET (fixture.view), GTK_DIR_TAB_FORWARD);
  ent_session_open (fixture.session, empty, NULL);
  g_assert_cmpuint (g_hash_table_size (fixture.view->items), ==, 0);
  g_assert_true (ent_map_view_get_focus (fixture.view) == GTK_WIDGET (fixture.view));
  fixture_wait_for (is_listed, fixture.view);
  g_assert_cmpuint (g_hash_table_size (fixture.view->items), ==, 0);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/map-items/actors", test_actors);
  g_test_add_func ("/app/map-items/links", test_links);
  g_test_add_func ("/app/map-items/focus", test_focus);
  g_test_add_func ("/app/map-items/many", test_many);
  g_test_add_func ("/app/map-items/places", test_places);
  g_test_add_func ("/app/map-items/another-map", test_another_map);
  return g_test_run ();
}
