/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Graphs, tables and the page: read back by GLib's parser or a reader of tables written here, and by xmllint and Graphviz where they
 * are installed. One hostile map stands for all maps: names of markup, formulas, quotes, line ends and control characters. */
#include "ent-export.h"
#include "map-fixture.h"

#include <glib/gstdio.h>

#include <string.h>

static const char *const hostile_names[] = {
  "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\",\"y\")", "+1-2", "@SUM(A1)", "-3", " =1+1",
  "comma, \"quote\" and\r\nline end", "]]> <!-- --> &amp; &#x41;", "back\\slash\\", "\\N \\\"", "bell\a \x1b[31m \xef\xbf\xbe", "\xef\xbc\x9d" "1+1", "Верховна Рада", "",
};

static EntMap *
hostile_map (void)
{
  EntMap *map = ent_map_new ();
  guint   n = G_N_ELEMENTS (hostile_names);

  ent_map_set_title (map, "</title><script>\"x\"</script> \\");
  for (guint i = 0; i < n; i++)
    fixture_add_actor (map, hostile_names[i], (EntKind) (i % ENT_N_KINDS));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EntActor) from = g_list_model_get_item (ent_map_get_actors (map), i), to = g_list_model_get_item (ent_map_get_actors (map), (i + 1) % n);
      EntRelation         *relation = fixture_add_relation (map, from, to, (EntRelationType) (i % ENT_N_RELATION_TYPES), hostile_names[i], i % 4, ENT_MODALITY_REPORTED);
      ent_relation_set_mutual (relation, i % 5 == 0);
      ent_relation_set_note (relation, hostile_names[(i + 2) % n]);
    }
  return map;
}

static char *
export (const EntScene *scene, EntExportFormat format, const EntExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_export_to_bytes (scene, format, options, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
export_map (EntMap *map, EntExportFormat format)
{
  g_autoptr (EntScene) scene = ent_scene_new (map);

  return export (scene, format, NULL);
}

/* ── XML ────────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GHashTable *counts;      /* element name → number */
  GHashTable *ids;
  GHashTable *references;  /* what edges lead to, what links on the page lead to */
  GString    *text, *script, *style, *policy;
  const char *inside;
} Found;

static void
start_element (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data, GError **error)
{
  Found *found = data;

  g_hash_table_insert (found->counts, g_strdup (name), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (found->counts, name)) + 1));
  found->inside = g_intern_string (name);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (keys[i], "on"));
      if (g_str_equal (keys[i], "id"))
        g_assert_true (g_hash_table_add (found->ids, g_strconcat (g_str_equal (name, "edge") ? "edge " : "", values[i], NULL)));
      if (g_str_equal (keys[i], "source") || g_str_equal (keys[i], "target") || g_str_equal (keys[i], "data-shows"))
        g_hash_table_add (found->references, g_strdup (values[i]));
      if (g_str_equal (keys[i], "href") && values[i][0] == '#')
        g_hash_table_add (found->references, g_strdup (values[i] + 1));
      if (g_str_equal (keys[i], "content") && strstr (values[i], "default-src") != NULL)
        g_string_assign (found->policy, values[i]);
    }
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  ((Found *) data)->inside = NULL;
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Found *found = data;

  if (g_strcmp0 (found->inside, "script") == 0)
    g_string_append_len (found->script, text, length);
  else if (g_strcmp0 (found->inside, "style") == 0)
    g_string_append_len (g_string_append (found->style, found->style->len > 0 ? "\1" : ""), text, length);
  else
    g_string_append_len (g_string_append_c (found->text, '\n'), text, length);
}

static void
found_clear (Found *found)
{
  g_hash_table_unref (found->counts);
  g_hash_table_unref (found->ids);
  g_hash_table_unref (found->references);
  g_string_free (found->text, TRUE);
  g_string_free (found->script, TRUE);
  g_string_free (found->style, TRUE);
  g_string_free (found->policy, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static Found
parse (const char *xml)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (GError)         error = NULL;
  Found                      found = {
    .counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), .text = g_string_new (NULL), .script = g_string_new (NULL),
    .style = g_string_new (NULL), .policy = g_string_new (NULL),
  };
  GMarkupParseContext       *context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &found, NULL);

  g_markup_parse_context_parse (context, g_str_has_prefix (xml, "<!DOCTYPE html>\n") ? xml + strlen ("<!DOCTYPE html>\n") : xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return found;
}

static guint
count (const Found *found, const char *element)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (found->counts, element));
}

static void
assert_references (const Found *found)
{
  GHashTableIter iter;
  gpointer       reference;

  g_hash_table_iter_init (&iter, found->references);
  while (g_hash_table_iter_next (&iter, &reference, NULL))
    if (!g_hash_table_contains (found->ids, reference))
      g_error ("“%s” leads nowhere", (char *) reference);
}

/* Runs a program on a text in a file; its output. NULL: it is not installed. */
static char *
run (const char *program, const char *const *options, const char *text)
{
  g_autofree char      *path = g_find_program_in_path (program), *file = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError)    error = NULL;
  char                 *out = NULL;
  int                   status, fd;

  if (path == NULL)
    return NULL;
  fd = g_file_open_tmp ("ent-export-XXXXXX", &file, &error);
  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_ptr_array_add (argv, path);
  for (; *options != NULL; options++)
    g_ptr_array_add (argv, (gpointer) *options);
  g_ptr_array_add (argv, file);
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, &status, &error));
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_no_error (error);
  g_remove (file);
  return out;
}

static const EntExportFormat xml_formats[] = { ENT_EXPORT_SVG, ENT_EXPORT_HTML, ENT_EXPORT_GRAPHML, ENT_EXPORT_GEXF };

static void
test_xmllint (void)
{
  static const char *const options[] = { "--noout", "--nonet", NULL };
  g_autoptr (EntMap)       hostile = hostile_map (), usual = fixture_random_map (30, 60, 4), empty = ent_map_new ();
  EntMap                  *maps[] = { hostile, usual, empty };

  for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
    for (guint i = 0; i < G_N_ELEMENTS (xml_formats); i++)
      {
        g_autofree char *text = export_map (maps[m], xml_formats[i]), *out = run ("xmllint", options, text);

        if (out == NULL)
          {
            g_test_skip ("xmllint is not installed");
            return;
          }
      }
}

static void
test_graphs (void)
{
  static const EntExportFormat formats[] = { ENT_EXPORT_GRAPHML, ENT_EXPORT_GEXF };
  g_autoptr (EntMap)           hostile = hostile_map (), usual = fixture_random_map (40, 90, 2), empty = ent_map_new ();
  EntMap                      *maps[] = { hostile, usual, empty };

  for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
      {
        g_autofree char *text = export_map (maps[m], formats[i]), *again = export_map (maps[m], formats[i]);
        g_auto (Found)   found = parse (text);

        g_assert_cmpstr (text, ==, again);
        g_assert_cmpuint (count (&found, "node"), ==, g_list_model_get_n_items (ent_map_get_actors (maps[m])));
        g_assert_cmpuint (count (&found, "edge"), ==, g_list_model_get_n_items (ent_map_get_relations (maps[m])));
        assert_references (&found);
        if (formats[i] == ENT_EXPORT_GEXF)
          g_assert_cmpuint (count (&found, "viz:position"), ==, count (&found, "node"));
      }
}

static void
test_graph_contents (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *a = fixture_add_actor (map, "Україна", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "A & B", ENT_KIND_ORGANISATION);

  ent_actor_set_position (a, 12.5, -40);
  ent_actor_set_position (b, 300, 20);
  ent_relation_set_mutual (fixture_add_relation (map, a, b, ENT_RELATION_REJECT, "is <against>", 2, ENT_MODALITY_POSSIBLE), TRUE);
  g_autofree char *graphml = export_map (map, ENT_EXPORT_GRAPHML), *gexf = export_map (map, ENT_EXPORT_GEXF), *dot = export_map (map, ENT_EXPORT_DOT);

  g_assert_nonnull (strstr (graphml, "<data key=\"node-x\">12.5</data><data key=\"node-y\">-40</data>"));
  g_assert_nonnull (strstr (graphml, "<data key=\"edge-stance\">conflict</data>"));
  g_assert_nonnull (strstr (graphml, "<data key=\"edge-mutual\">true</data><data key=\"edge-hedged\">true</data>"));
  g_assert_nonnull (strstr (graphml, "“Україна &amp; &lt;NATO&gt;” (¶\u00a01 · possible)"));
  g_assert_nonnull (strstr (gexf, "<viz:position x=\"12.5\" y=\"40\" z=\"0\"/>"));
  g_assert_nonnull (strstr (gexf, "type=\"mutual\" kind=\"reject\" label=\"is &lt;against&gt;\" weight=\"2\""));
  g_assert_nonnull (strstr (dot, "pos=\"9.375,30!\""));
  g_assert_nonnull (strstr (dot, "\"a1\" -> \"a2\" [label=\"is <against>\""));
  g_assert_nonnull (strstr (dot, "style=dashed, dir=both"));
}

static void
test_dot (void)
{
  static const char *const options[] = { "-Tplain", NULL };
  g_autoptr (EntMap)       map = hostile_map ();
  g_autofree char         *dot = export_map (map, ENT_EXPORT_DOT), *plain = run ("dot", options, dot);
  guint                    n_nodes = 0, n_edges = 0;

  if (plain == NULL)
    {
      g_test_skip ("Graphviz is not installed");
      return;
    }
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      n_nodes += g_str_has_prefix (lines[i], "node ");
      n_edges += g_str_has_prefix (lines[i], "edge ");
    }
  g_assert_cmpuint (n_nodes, ==, G_N_ELEMENTS (hostile_names));
  g_assert_cmpuint (n_edges, ==, G_N_ELEMENTS (hostile_names));
}

/* ── HTML ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* What a policy's digest is of, computed here anew. */
static char *
dup_source (const char *text)
{
  g_autofree char   *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1), *base64 = NULL;
  g_autoptr (GByteArray) digest = g_byte_array_new ();

  for (const char *p = hex; *p != '\0'; p += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]));
      g_byte_array_append (digest, &byte, 1);
    }
  base64 = g_base64_encode (digest->data, digest->len);
  return g_strdup_printf ("'sha256-%s'", base64);
}

static void
test_html (void)
{
  g_autoptr (EntMap) map = hostile_map ();
  g_autofree char   *html = export_map (map, ENT_EXPORT_HTML);
  g_auto (Found)     found = parse (html);
  g_autofree char   *script = dup_source (found.script->str);
  g_auto (GStrv)     styles = g_strsplit (found.style->str, "\1", -1);

  /* Names are text: no element came of one, nothing is loaded, and the policy allows what stands there and no more. */
  g_assert_cmpuint (count (&found, "script"), ==, 1);
  g_assert_cmpuint (count (&found, "img"), ==, 0);
  g_assert_cmpuint (count (&found, "link"), ==, 0);
  g_assert_true (g_str_has_prefix (found.policy->str, "default-src 'none'; "));
  g_assert_nonnull (strstr (found.policy->str, script));
  g_assert_cmpuint (g_strv_length (styles), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *style = dup_source (styles[i]);
      g_assert_nonnull (strstr (found.policy->str, style));
    }
  g_assert_null (strstr (found.policy->str, "unsafe"));
  /* And they can be read. */
  g_assert_nonnull (strstr (found.text->str, "</script><script>alert(1)</script>"));
  g_assert_nonnull (strstr (found.text->str, "]]> <!-- --> &amp; &#x41;"));
  g_assert_nonnull (strstr (found.text->str, "Верховна Рада"));
  assert_references (&found);
  g_assert_cmpuint (count (&found, "article"), ==, 2 * G_N_ELEMENTS (hostile_names));
}

/* What a person's disk is called is nobody's business; addresses on the web are linked, others are not. */
static void
test_html_addresses (void)
{
  static const struct { const char *uri; gboolean linked; } cases[] = {
    { "https://example.org/a?b&c=\"", TRUE }, { "http://example.org/", TRUE }, { "file:///home/zoe/article.txt", FALSE }, { "javascript:alert(1)", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntMap)    map = ent_map_new ();
      g_autoptr (EntSource) source = ent_source_new ("s1", "An article", cases[i].uri, NULL, "en", "Text.");
      ent_map_add_source (map, source);
      g_autofree char *html = export_map (map, ENT_EXPORT_HTML);
      g_autofree char *escaped = g_markup_escape_text (cases[i].uri, -1);

      g_assert_cmpint (strstr (html, "<a href=\"http") != NULL, ==, cases[i].linked);
      g_assert_cmpint (strstr (html, escaped) != NULL, ==, cases[i].linked);
    }
}

/* ── CSV ────────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Rows of fields, read as RFC 4180 says: each line must end in CR LF and quotes must be paired. */
static GPtrArray *
read_table (const char *text)
{
  GPtrArray          *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray          *row = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) field = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      g_string_truncate (field, 0);
      if (*p == '"')
        {
          for (p++; *p != '"' || p[1] == '"'; p += *p == '"' ? 2 : 1)
            {
              g_assert_cmpint (*p, !=, '\0');
              g_string_append_c (field, *p);
            }
          p++;
        }
      else
        for (; *p != ',' && *p != '\r'; p++)
          {
            g_assert_true (*p != '"' && *p != '\n' && *p != '\0');
            g_string_append_c (field, *p);
          }
      g_ptr_array_add (row, g_strdup (field->str));
      if (*p == ',')
        {
          p++;
          continue;
        }
      g_assert_true (p[0] == '\r' && p[1] == '\n');
      p += 2;
      g_ptr_array_add (rows, row);
      row = g_ptr_array_new_with_free_func (g_free);
    }
  g_ptr_array_unref (row);
  return rows;
}

static const char *
cell (GPtrArray *rows, guint row, const char *column)
{
  GPtrArray *heads = g_ptr_array_index (rows, 0);

  for (guint i = 0; i < heads->len; i++)
    if (g_str_equal (g_ptr_array_index (heads, i), column))
      return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), i);
  g_error ("there is no column “%s”", column);
}

static void
test_csv (void)
{
  static const EntExportFormat formats[] = { ENT_EXPORT_CSV_ACTORS, ENT_EXPORT_CSV_RELATIONS, ENT_EXPORT_CSV_EVIDENCE };
  g_autoptr (EntMap)           map = hostile_map ();
  g_autoptr (EntScene)         scene = ent_scene_new (map);
  guint                        n_expected[] = { G_N_ELEMENTS (hostile_names), G_N_ELEMENTS (hostile_names), 0 };

  for (guint i = 0; i < G_N_ELEMENTS (hostile_names); i++)
    n_expected[2] += i % 4;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      EntExportOptions       options = { .verbatim = TRUE };
      g_autofree char       *text = export (scene, formats[i], &options);
      g_autoptr (GPtrArray)  rows = read_table (text);

      g_assert_cmpuint (rows->len, ==, 1 + n_expected[i]);
      for (guint row = 1; row < rows->len; row++)
        g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (rows, row))->len, ==, ((GPtrArray *) g_ptr_array_index (rows, 0))->len);
      for (guint row = 1; i == 0 && row < rows->len; row++)
        g_assert_cmpstr (cell (rows, row, "name"), ==, hostile_names[row - 1]);
      if (i == 2)
        {
          g_assert_cmpstr (cell (rows, 1, "quote"), ==, "Україна & <NATO>");
          g_assert_cmpstr (cell (rows, 1, "start"), ==, "0");
          g_assert_cmpstr (cell (rows, 1, "end"), ==, "16");     /* characters */
          g_assert_cmpstr (cell (rows, 1, "paragraph"), ==, "1");
        }
    }
}

/* A text that a spreadsheet would run gets an apostrophe, wherever it stands; numbers below zero are none. */
static void
test_csv_formulas (void)
{
  g_autoptr (EntMap)    map = hostile_map ();
  g_autoptr (EntActor)  first = g_list_model_get_item (ent_map_get_actors (map), 0);
  EntExportOptions      options = { .byte_order_mark = TRUE };

  ent_actor_set_position (first, -5, -6);
  g_autoptr (EntScene)  scene = ent_scene_new (map);
  g_autofree char      *text = export (scene, ENT_EXPORT_CSV_ACTORS, &options);
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBFid,name"));
  g_autoptr (GPtrArray) rows = read_table (text + 3);

  for (guint i = 0; i < G_N_ELEMENTS (hostile_names); i++)
    {
      gboolean         formula = (i >= 2 && i <= 6) || i == 12;
      g_autofree char *expected = g_strconcat (formula ? "'" : "", hostile_names[i], NULL);
      g_assert_cmpstr (cell (rows, i + 1, "name"), ==, expected);
    }
  g_assert_cmpstr (cell (rows, 1, "x"), ==, "-5");
}

/* ── What is shown ──────────────────────────────────────────────────────────────────────────────────────────────── */

static EntSceneVisibility
hide_first (EntActor *actor, EntRelation *relation, gpointer data)
{
  return actor != NULL && g_str_equal (ent_actor_get_id (actor), "a1") ? ENT_SCENE_HIDDEN : ENT_SCENE_SHOWN;
}

/* What is hidden is in no format, nor are the links to it. */
static void
test_filtered (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  EntActor            *a = fixture_add_actor (map, "Hidden-Name", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "B", ENT_KIND_PERSON), *c = fixture_add_actor (map, "C", ENT_KIND_PLACE);

  fixture_add_relation (map, a, b, ENT_RELATION_AID, "hidden-link", 2, ENT_MODALITY_ASSERTED);
  fixture_add_relation (map, b, c, ENT_RELATION_AID, "shown-link", 2, ENT_MODALITY_ASSERTED);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  ent_scene_set_visibility (scene, hide_first, NULL);
  for (EntExportFormat format = ENT_EXPORT_SVG; format < ENT_EXPORT_N_FORMATS; format++)
    {
      g_autofree char *text = export (scene, format, NULL);

      if (format == ENT_EXPORT_PDF)
        continue;
      if (strstr (text, "Hidden-Name") != NULL || strstr (text, "hidden-link") != NULL)
        g_error ("%s has what is hidden", ent_export_format_get_suffix (format));
      g_assert_true (format == ENT_EXPORT_CSV_ACTORS || strstr (text, "shown-link") != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/xmllint", test_xmllint);
  g_test_add_func ("/export/graphs/counts", test_graphs);
  g_test_add_func ("/export/graphs/contents", test_graph_contents);
  g_test_add_func ("/export/graphs/dot", test_dot);
  g_test_add_func ("/export/html/hostile", test_html);
  g_test_add_func ("/export/html/addresses", test_html_addresses);
  g_test_add_func ("/export/csv/tables", test_csv);
  g_test_add_func ("/export/csv/formulas", test_csv_formulas);
  g_test_add_func ("/export/filtered", test_filtered);
  return g_test_run ();
}
