/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-look.h"

#include "ent-export.h"
#include "fixture.h"

#include <string.h>

static double
get_radius (EntScene *scene, EntMap *map, const char *id)
{
  return ent_scene_get_nodes (scene, NULL)[ent_scene_find_actor (scene, ent_map_find_actor (map, id))].radius;
}

static gint
get_tint (EntScene *scene, EntMap *map, const char *id)
{
  return ent_scene_get_node_tint (scene, ent_scene_find_actor (scene, ent_map_find_actor (map, id)));
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* Ukraine and NATO cooperate, Élodie Müller is at odds with Ukraine: one community, and one who is alone. */
static void
test_small (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntMapFilter) filter = ent_map_filter_new ();
  EntMapLook *look = ent_map_look_new ();
  g_autoptr (EntScene) usual = NULL;
  g_autoptr (EntScene) scene = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (look, "changed", G_CALLBACK (count_cb), &n_changes);
  ent_map_look_update (look, map, filter);
  usual = ent_map_look_new_scene (look, map, filter, NULL);
  g_assert_cmpint (get_tint (usual, map, "a1"), ==, -1);

  g_object_set (look, "colour-by", "community", "size-by", "betweenness", NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  scene = ent_map_look_new_scene (look, map, filter, NULL);
  g_assert_cmpint (get_tint (scene, map, "a1"), ==, 0);
  g_assert_cmpint (get_tint (scene, map, "a2"), ==, 1);
  g_assert_cmpint (get_tint (scene, map, "a3"), ==, 1);
  g_assert_cmpfloat (get_radius (scene, map, "a2"), >, get_radius (usual, map, "a2"));
  g_assert_cmpfloat (get_radius (scene, map, "a3"), <, get_radius (scene, map, "a2"));

  /* What the reader does not call sure does not count: without the link between them nobody stands with anybody. */
  ent_map_filter_set_least_confidence (filter, 1);
  ent_map_look_update (look, map, filter);
  ent_scene_free (scene);
  scene = ent_map_look_new_scene (look, map, filter, NULL);
  g_assert_cmpint (get_tint (scene, map, "a3"), ==, 0);
  g_object_set (look, "colour-by", "nonsense", "size-by", NULL, NULL);
  g_assert_cmpstr (ent_map_look_get_colour_by (look), ==, "kind");
  g_assert_cmpstr (ent_map_look_get_size_by (look), ==, "weight");
  g_assert_finalize_object (look);
}

/* A copy draws a copy of the map alike, and the SVG has the tints as classes. */
static void
test_copy (void)
{
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntMap) other = fixture_map_new ();
  g_autoptr (EntMapFilter) filter = ent_map_filter_new ();
  g_autoptr (EntMapLook) look = ent_map_look_new ();
  g_autoptr (EntMapLook) copy = NULL;
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;
  EntExportOptions options = { .scale = 1, .legend = TRUE };
  const char *legend;

  g_object_set (look, "colour-by", "community", "size-by", "degree", NULL);
  ent_map_look_update (look, map, filter);
  copy = ent_map_look_dup (look);
  scene = ent_map_look_new_scene (copy, other, filter, NULL);
  g_assert_cmpint (get_tint (scene, other, "a2"), ==, 1);
  g_assert_cmpfloat (get_radius (scene, other, "a2"), ==, 40);
  svg = ent_export_to_bytes (scene, ENT_EXPORT_SVG, &options, NULL);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "shape-organisation tint-1\""));
  g_assert_nonnull (strstr (text, "glyph glyph-0\""));
  g_assert_nonnull (strstr (text, ".tint-1{fill:#"));
  /* The legend says what the colours are: the one community's disc, and shapes in no kind's colour. */
  legend = strstr (text, "<g class=\"legend\"");
  g_assert_nonnull (legend);
  g_assert_nonnull (strstr (legend, "tint-1\""));
  g_assert_null (strstr (legend, "tint-2\""));
  g_assert_nonnull (strstr (legend, "tint-0\""));
  g_assert_nonnull (strstr (legend, "form a community"));

  ent_scene_set_tints (scene, NULL);
  g_clear_pointer (&svg, g_bytes_unref);
  svg = ent_export_to_bytes (scene, ENT_EXPORT_SVG, &options, NULL);
  g_free (text);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_null (strstr (text, "tint-"));
}

/* What a link's label is worth: in the drawing and, as the look's copy draws it, in files. */
static void
test_labels (void)
{
  static const struct { const char *name; gboolean shown, wide; } kinds[] = { { "fit", TRUE, TRUE }, { "emphasis", FALSE, TRUE }, { "never", FALSE, FALSE }, { "fit", TRUE, TRUE } };
  g_autoptr (EntMap) map = fixture_map_new ();
  g_autoptr (EntMapFilter) filter = ent_map_filter_new ();
  g_autoptr (EntMapLook) look = ent_map_look_new ();
  g_autoptr (EntScene) scene = NULL;
  EntExportOptions options = { .scale = 1 };
  guint n_changes = 0, n_links;

  g_signal_connect_swapped (look, "changed", G_CALLBACK (count_cb), &n_changes);
  ent_map_look_update (look, map, filter);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_object_set (look, "link-labels", kinds[i].name, NULL);
    g_assert_cmpuint (n_changes, ==, i);
    g_autoptr (EntScene) before = g_steal_pointer (&scene);
    g_autoptr (EntMapLook) copy = ent_map_look_dup (look);
    scene = ent_map_look_new_scene (copy, map, filter, before);
    const EntSceneLink *links = ent_scene_get_links (scene, &n_links);
    g_assert_cmpuint (n_links, ==, 2);
    for (guint k = 0; k < n_links; k++) {
      g_assert_cmpint (links[k].label_shown, ==, kinds[i].shown);
      g_assert_cmpint (links[k].label_width > 0, ==, kinds[i].wide);
    }
    ent_scene_set_selected (scene, ent_map_find_actor (map, "a2"), NULL);
    g_autoptr (GBytes) svg = ent_export_to_bytes (scene, ENT_EXPORT_SVG, &options, NULL);
    g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
    g_assert_cmpint (strstr (text, ">backs</text>") != NULL, ==, kinds[i].shown);
  }
}

static gboolean
is_changed (gpointer n_changes)
{
  return *(guint *) n_changes > 1;
}

/* A large map: figures come later, with a signal; those of a map that has gone meanwhile never. */
static void
test_large (void)
{
  g_autoptr (EntMap) map = fixture_large_map_new (TRUE);
  g_autoptr (EntMap) other = fixture_map_new ();
  g_autoptr (EntMapFilter) filter = ent_map_filter_new ();
  g_autoptr (EntScene) scene = NULL;
  EntMapLook *look = ent_map_look_new ();
  guint n_changes = 0;

  ent_map_filter_set_least_confidence (filter, 0);
  g_signal_connect_swapped (look, "changed", G_CALLBACK (count_cb), &n_changes);
  ent_map_look_update (look, map, filter);
  g_object_set (look, "size-by", "betweenness", NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  fixture_wait_for (is_changed, &n_changes);
  scene = ent_map_look_new_scene (look, map, filter, NULL);
  g_assert_cmpfloat (get_radius (scene, map, "a0"), >, 30);
  g_assert_cmpfloat (get_radius (scene, map, "a299"), ==, 18);

  ent_map_look_update (look, map, filter);
  ent_map_look_update (look, other, filter);
  fixture_run_for (200);
  g_assert_cmpuint (n_changes, ==, 2);
  ent_scene_free (scene);
  scene = ent_map_look_new_scene (look, other, filter, NULL);
  g_assert_cmpfloat (get_radius (scene, other, "a3"), ==, 18 * 0.9);
  g_assert_finalize_object (look);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/map-look/small", test_small);
  g_test_add_func ("/app/map-look/copy", test_copy);
  g_test_add_func ("/app/map-look/labels", test_labels);
  g_test_add_func ("/app/map-look/large", test_large);
  return g_test_run ();
}
