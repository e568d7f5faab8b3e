/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of all lengths and scripts, wrapped into two lines at most. */
#include "ent-scene.h"
#include "map-fixture.h"

static const EntSceneNode *
build_named (EntMap *map, const char *name, EntScene **scene)
{
  guint n;

  fixture_add_actor (map, name, ENT_KIND_COUNTRY);
  *scene = ent_scene_new (map);
  return ent_scene_get_nodes (*scene, &n);
}

static void
test_names (void)
{
  static const struct { const char *name; guint n_lines; gboolean ellipsised; } cases[] = {
    { "", 0, FALSE },
    { "   \n\t ", 0, FALSE },
    { "NATO", 1, FALSE },
    { "  two\n\nwords ", 1, FALSE },
    { "Friends of the Northern Lighthouses", 2, FALSE },
    { "Верховна Рада України дев’ятого скликання", 2, FALSE },
    { "جامعة الدول العربية والاتحاد الأفريقي", 2, FALSE },
    { "中华人民共和国外交部新闻司发言人办公室", 2, FALSE },
    { "Служба безпеки України та СБУ", 2, FALSE },
    { "Координаційний штаб з питань поводження з військовополоненими та зниклими безвісти", 2, TRUE },
    { "منظمة التحرير", 1, FALSE },
    { "وزارة الخارجية والمغتربين في الجمهورية اللبنانية ومكتبها الإعلامي الدائم", 2, TRUE },
    { "北约", 1, FALSE },
    { "中华人民共和国国家发展和改革委员会办公厅新闻发言人联席会议办公室及其驻各省、自治区、直辖市特派员办事处联络处", 2, TRUE },
    { "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 2, TRUE },
    { "The Committee for the Preservation of the Traditions of the Old Town and of its Inhabitants", 2, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntMap)   map = ent_map_new ();
      g_autoptr (EntScene) scene = NULL;
      const EntSceneNode  *node = build_named (map, cases[i].name, &scene);
      guint                n_lines = g_strv_length (node->label_lines);
      g_test_message ("“%s” in %u lines", cases[i].name, n_lines);
      g_assert_cmpuint (n_lines, ==, cases[i].n_lines);
      g_assert_cmpfloat (node->label_width, <=, 180);
      if (n_lines == 2 && cases[i].ellipsised)
        g_assert_cmpint (g_utf8_strlen (node->label_lines[1], -1), >, 4);    /* the room is used */
      g_assert_true ((node->label_width > 0) == (n_lines > 0));
      for (guint l = 0; l < n_lines; l++)
        {
          g_assert_true (g_utf8_validate (node->label_lines[l], -1, NULL));
          g_assert_cmpstr (node->label_lines[l], !=, "");
          g_assert_true (ent_scene_get_name_baselines (scene, 0)[l] > 0);
        }
      if (n_lines > 0)
        g_assert_cmpint (g_str_has_suffix (node->label_lines[n_lines - 1], "…"), ==, cases[i].ellipsised);
    }
}

static void
test_names_whole (void)
{
  static const char *const names[] = { "Friends of the Northern Lighthouses", "Верховна Рада України", "Southern and Western Island partners" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EntMap)   map = ent_map_new ();
      g_autoptr (EntScene) scene = NULL;
      const EntSceneNode  *node = build_named (map, names[i], &scene);
      g_autofree char     *joined = g_strjoinv (" ", node->label_lines);
      g_assert_cmpstr (joined, ==, names[i]);
    }
}

static void
test_names_long (void)
{
  GString *name = g_string_new (NULL);

  for (int i = 0; i < 5000; i++)
    g_string_append (name, i % 7 == 6 ? " " : "Щ");
  g_autoptr (EntMap)   map = ent_map_new ();
  g_autoptr (EntScene) scene = NULL;
  const EntSceneNode  *node = build_named (map, name->str, &scene);
  g_assert_cmpuint (g_strv_length (node->label_lines), ==, 2);
  g_assert_true (g_str_has_suffix (node->label_lines[1], "…"));
  g_assert_cmpfloat (node->label_width, <=, 180);
  g_string_free (name, TRUE);
}

/* A letter and the marks that belong to it are never torn apart. */
static void
test_names_clusters (void)
{
  GString *name = g_string_new (NULL);

  for (int i = 0; i < 80; i++)
    g_string_append (name, "e\xcc\x81");
  g_autoptr (EntMap)   map = ent_map_new ();
  g_autoptr (EntScene) scene = NULL;
  const EntSceneNode  *node = build_named (map, name->str, &scene);
  for (guint l = 0; node->label_lines[l] != NULL; l++)
    g_assert_true (g_str_has_prefix (node->label_lines[l], "e\xcc\x81"));
  g_string_free (name, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/names/table", test_names);
  g_test_add_func ("/scene/names/whole", test_names_whole);
  g_test_add_func ("/scene/names/long", test_names_long);
  g_test_add_func ("/scene/names/clusters", test_names_clusters);
  return g_test_run ();
}
