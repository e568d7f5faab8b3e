/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-map-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A good file with every member, text of one to four bytes a character, and unknown members everywhere. */
static const char good[] =
  "{\n"
  "  \"format\": \"entente-map\", \"version\": 1, \"title\": \"Ein Spaß 🙂\", \"theme\": {\"deep\": [1, 2.5, \"x\", null, true]},\n"
  "  \"sources\": [{\"id\": \"s1\", \"title\": \"T\", \"uri\": \"file:///t.txt\", \"date\": \"2025-04-10\", \"language\": \"en\",\n"
  "               \"text\": \"Zoë 🙂 helps Łódź.\\n\\n“No,” said Zoë.\", \"editor\": \"E\"}],\n"
  "  \"actors\": [{\"id\": \"a1\", \"name\": \"Zoë\", \"kind\": \"person\", \"aliases\": [\"Z\"], \"note\": \"n\",\n"
  "              \"mentions\": [{\"source\": \"s1\", \"start\": 0, \"end\": 3, \"form\": \"name\", \"why\": 1}], \"x\": 12.5, \"y\": -40.0, \"pinned\": true, \"colour\": \"red\"},\n"
  "             {\"id\": \"a2\", \"name\": \"Łódź\", \"kind\": \"place\", \"aliases\": [], \"note\": \"\", \"mentions\": []}],\n"
  "  \"relations\": [{\"id\": \"r1\", \"from\": \"a1\", \"to\": \"a2\", \"mutual\": false, \"stance\": \"cooperation\", \"type\": \"aid\", \"label\": \"helps\", \"note\": \"\", \"rank\": 3,\n"
  "    \"evidence\": [{\"source\": \"s1\", \"start\": 0, \"end\": 17, \"quote\": \"Zoë 🙂 helps Łódź.\", \"from\": {\"start\": 0, \"end\": 3},\n"
  "                  \"predicate\": {\"start\": 6, \"end\": 11}, \"to\": {\"start\": 12, \"end\": 16}, \"modality\": \"asserted\", \"speaker\": null, \"confidence\": 0.93, \"by\": \"me\"},\n"
  "                 {\"source\": \"s1\", \"start\": 19, \"end\": 34, \"quote\": \"“No,” said Zoë.\", \"modality\": \"denied\", \"speaker\": \"a1\", \"confidence\": 1}]}]\n"
  "}\n";

static EntMap *
load (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return ent_map_load_bytes (bytes, "test.entente", error);
}

/* good with one stretch of it changed; what is looked for must stand in it. */
static char *
changed (const char *from, const char *to)
{
  const char *at = strstr (good, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - good), good, to, at + strlen (from));
}

static void
test_empty (void)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (EntMap)  map = ent_map_new (), again = NULL;
  g_autofree char    *json = ent_map_to_json (map, FALSE);

  g_assert_cmpstr (json, ==, "{\"format\":\"entente-map\",\"version\":1,\"title\":\"\",\"sources\":[],\"actors\":[],\"relations\":[]}");
  again = load (json, &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = load (good, &error);
  EntRelation       *relation;
  EntActor          *actor;
  const EntEvidence *evidence;
  guint              n;
  double             x, y;

  g_assert_no_error (error);
  actor = ent_map_find_actor (map, "a1");
  relation = ent_map_find_relation (map, "r1");
  evidence = ent_relation_get_evidence (relation, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (ent_map_get_title (map), ==, "Ein Spaß 🙂");
  g_assert_true (ent_span_equal (ent_actor_get_mentions (actor, NULL)->span, (EntSpan) { 0, 4 }));
  g_assert_true (ent_actor_get_position (actor, &x, &y) && x == 12.5 && y == -40);
  g_assert_true (ent_actor_get_pinned (actor));
  g_assert_false (ent_actor_get_position (ent_map_find_actor (map, "a2"), NULL, NULL));
  g_assert_true (ent_span_equal (evidence[0].predicate, (EntSpan) { 10, 15 }));
  g_assert_true (ent_span_equal (evidence[0].to, (EntSpan) { 16, 23 }));
  g_assert_true (ent_span_is_empty (evidence[1].from));
  g_assert_true (evidence[1].speaker == actor);
  g_assert_cmpint (evidence[1].modality, ==, ENT_MODALITY_DENIED);
}

/* What was saved is loaded and saved as the same bytes, unknown members, emoji and all. */
static void
test_fixed_point (void)
{
  static const char *const kept[] = { "\"theme\"", "\"deep\": [1, 2.5, \"x\", null, true]", "\"editor\"", "\"why\": 1", "\"colour\"", "\"rank\": 3", "\"by\": \"me\"" };

  for (gboolean pretty = FALSE; pretty <= TRUE; pretty++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntMap) first = load (good, &error), second = NULL;
      g_autofree char   *one = ent_map_to_json (first, pretty), *two = NULL;

      second = load (one, &error);
      g_assert_no_error (error);
      two = ent_map_to_json (second, pretty);
      g_assert_cmpstr (one, ==, two);
      for (guint i = 0; pretty && i < G_N_ELEMENTS (kept); i++)
        g_assert_nonnull (strstr (one, kept[i]));
    }
}

static double
first_confidence (EntMap *map)
{
  g_autoptr (EntRelation) relation = g_list_model_get_item (ent_map_get_relations (map), 0);
  guint n_quotes;

  return ent_relation_get_evidence (relation, &n_quotes)->confidence;
}

static void
test_numbers (void)
{
  static const struct { const char *in, *out; } cases[] = {
    { "0.93", "\"confidence\":0.93," }, { "1", "\"confidence\":1.0," }, { "0", "\"confidence\":0.0," }, { "0.123456789", "\"confidence\":0.1235," },
    { "1e-9", "\"confidence\":0.0," }, { "0.1", "\"confidence\":0.1," }, { "0.00005", "\"confidence\":0.0001," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *json = changed ("0.93", cases[i].in), *out = NULL;
      g_autoptr (EntMap) map = load (json, &error), again = NULL;

      g_assert_no_error (error);
      out = ent_map_to_json (map, FALSE);
      g_assert_nonnull (strstr (out, cases[i].out));
      /* What is weighed and drawn by it is not another after saving. */
      again = load (out, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (first_confidence (map), ==, first_confidence (again));
    }
}

/* Each row breaks the good file in one place: the code, and what the message must name. */
static const struct { const char *from, *to; EntMapError code; const char *place; } bad[] = {
  /* the whole */
  { "\"format\": \"entente-map\"", "\"format\": \"other\"", ENT_MAP_ERROR_NOT_A_MAP, "format" },
  { "\"format\": \"entente-map\"", "\"format\": 1", ENT_MAP_ERROR_NOT_A_MAP, "format" },
  { "\"format\": \"entente-map\", ", "", ENT_MAP_ERROR_NOT_A_MAP, "format" },
  { "\"version\": 1", "\"version\": 2", ENT_MAP_ERROR_VERSION, "newer" },
  { "\"version\": 1", "\"version\": 0", ENT_MAP_ERROR_INVALID, "version" },
  { "\"version\": 1", "\"version\": \"1\"", ENT_MAP_ERROR_INVALID, "version" },
  { "\"version\": 1, ", "", ENT_MAP_ERROR_INVALID, "version" },
  { "\"title\": \"Ein Spaß 🙂\"", "\"title\": {}", ENT_MAP_ERROR_INVALID, ": title:" },
  { "\"sources\"", "\"quellen\"", ENT_MAP_ERROR_INVALID, ": sources: is missing" },
  { "\"relations\": [", "\"relations\": 4, \"r\": [", ENT_MAP_ERROR_INVALID, ": relations: must be a list" },
  { "\"actors\": [", "\"actors\": [7, ", ENT_MAP_ERROR_INVALID, ": actors[0]: must be an object" },
  { "\"actors\": [", "\"actors\": [null, ", ENT_MAP_ERROR_INVALID, ": actors[0]: must be an object" },
  { "\"version\": 1", "\"version\": 1, \"version\": 1", ENT_MAP_ERROR_INVALID, "“version” stands twice" },
  { "\"rank\": 3", "\"rank\": {\"u\": 1, \"v\": {}, \"u\": 2}", ENT_MAP_ERROR_INVALID, "“u” stands twice" },
  /* sources */
  { "{\"id\": \"s1\"", "{\"id\": 1", ENT_MAP_ERROR_INVALID, "sources[0].id" },
  { "{\"id\": \"s1\"", "{\"id\": \"\"", ENT_MAP_ERROR_INVALID, "sources[0].id" },
  { "\"sources\": [", "\"sources\": [{\"id\": \"s1\", \"text\": \"x\"}, ", ENT_MAP_ERROR_INVALID, "sources[1].id: “s1”" },
  { "\"text\": \"Zoë 🙂 helps Łódź.\\n\\n“No,” said Zoë.\"", "\"text\": null", ENT_MAP_ERROR_INVALID, "sources[0].text" },
  { "\"uri\": \"file:///t.txt\"", "\"uri\": []", ENT_MAP_ERROR_INVALID, "sources[0].uri" },
  /* actors */
  { "{\"id\": \"a2\"", "{\"id\": \"a1\"", ENT_MAP_ERROR_INVALID, "actors[1].id: “a1”" },
  { "\"name\": \"Łódź\", ", "", ENT_MAP_ERROR_INVALID, "actors[1].name: is missing" },
  { "\"kind\": \"place\"", "\"kind\": \"planet\"", ENT_MAP_ERROR_INVALID, "actors[1].kind: “planet”" },
  { "\"kind\": \"place\"", "\"kind\": 3", ENT_MAP_ERROR_INVALID, "actors[1].kind" },
  { "[\"Z\"]", "[\"Z\", 4]", ENT_MAP_ERROR_INVALID, "actors[0].aliases[1]" },
  { "[\"Z\"]", "\"Z\"", ENT_MAP_ERROR_INVALID, "actors[0].aliases" },
  { "{\"source\": \"s1\", \"start\": 0, \"end\": 3, \"form\"", "{\"source\": \"s2\", \"start\": 0, \"end\": 3, \"form\"", ENT_MAP_ERROR_INVALID, "actors[0].mentions[0].source: there is no source “s2”" },
  { "\"end\": 3, \"form\": \"name\"", "\"end\": 35, \"form\": \"name\"", ENT_MAP_ERROR_INVALID, "actors[0].mentions[0].end: 35" },
  { "\"end\": 3, \"form\": \"name\"", "\"end\": 0, \"form\": \"name\"", ENT_MAP_ERROR_INVALID, "actors[0].mentions[0].end" },
  { "\"end\": 3, \"form\": \"name\"", "\"end\": 3, \"form\": \"noun\"", ENT_MAP_ERROR_INVALID, "actors[0].mentions[0].form" },
  { "\"x\": 12.5", "\"x\": 1e999", ENT_MAP_ERROR_INVALID, "actors[0].x" },
  { "\"x\": 12.5", "\"x\": -1e8", ENT_MAP_ERROR_INVALID, "actors[0].x" },
  { "\"x\": 12.5", "\"x\": \"12.5\"", ENT_MAP_ERROR_INVALID, "actors[0].x" },
  { "\"y\": -40.0, ", "", ENT_MAP_ERROR_INVALID, "actors[0].y: is missing" },
  { "\"x\": 12.5, \"y\": -40.0, ", "", ENT_MAP_ERROR_INVALID, "actors[0].pinned" },
  { "\"pinned\": true", "\"pinned\": 1", ENT_MAP_ERROR_INVALID, "actors[0].pinned" },
  /* relations */
  { "\"from\": \"a1\"", "\"from\": \"a9\"", ENT_MAP_ERROR_INVALID, "relations[0].from: there is no actor “a9”" },
  { "\"to\": \"a2\"", "\"to\": \"a1\"", ENT_MAP_ERROR_INVALID, "relations[0].to" },
  { "\"mutual\": false", "\"mutual\": \"no\"", ENT_MAP_ERROR_INVALID, "relations[0].mutual" },
  { "\"cooperation\"", "\"love\"", ENT_MAP_ERROR_INVALID, "relations[0].stance: “love”" },
  { "\"cooperation\"", "\"conflict\"", ENT_MAP_ERROR_INVALID, "relations[0].stance: must be “cooperation”" },
  { "\"type\": \"aid\"", "\"type\": \"none\"", ENT_MAP_ERROR_INVALID, "relations[0].type: “none”" },
  { "\"relations\": [", "\"relations\": [{\"id\": \"r1\", \"from\": \"a1\", \"to\": \"a2\", \"stance\": \"cooperation\", \"type\": \"aid\", \"evidence\": []}, ",
    ENT_MAP_ERROR_INVALID, "relations[1].id: “r1”" },
  { "\"evidence\": [", "\"evidence\": null, \"e\": [", ENT_MAP_ERROR_INVALID, "relations[0].evidence" },
  { "\"start\": 0, \"end\": 17", "\"start\": -1, \"end\": 17", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].start: -1" },
  { "\"start\": 0, \"end\": 17", "\"start\": 0.0, \"end\": 17", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].start: must be a whole number" },
  { "\"start\": 0, \"end\": 17", "\"start\": 99999999999999999999, \"end\": 17", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].start" },
  { "\"start\": 0, \"end\": 17", "\"start\": 0, \"end\": 16", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].quote" },
  { "\"quote\": \"Zoë 🙂 helps Łódź.\"", "\"quote\": \"Zoe 🙂 helps Łódź.\"", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].quote" },
  { "\"predicate\": {\"start\": 6, \"end\": 11}", "\"predicate\": {\"start\": 11, \"end\": 6}", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].predicate.end" },
  { "\"predicate\": {\"start\": 6, \"end\": 11}", "\"predicate\": {\"start\": 6}", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].predicate.end: is missing" },
  { "\"predicate\": {\"start\": 6, \"end\": 11}", "\"predicate\": 6", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].predicate: must be an object" },
  { "\"modality\": \"denied\"", "\"modality\": \"sung\"", ENT_MAP_ERROR_INVALID, "relations[0].evidence[1].modality" },
  { "\"speaker\": \"a1\"", "\"speaker\": \"Zoë\"", ENT_MAP_ERROR_INVALID, "relations[0].evidence[1].speaker" },
  { "\"speaker\": \"a1\"", "\"speaker\": false", ENT_MAP_ERROR_INVALID, "relations[0].evidence[1].speaker" },
  { "\"confidence\": 0.93", "\"confidence\": 1.5", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].confidence" },
  { "\"confidence\": 0.93", "\"confidence\": -0.1", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].confidence" },
  { "\"confidence\": 0.93", "\"confidence\": NaN", ENT_MAP_ERROR_NOT_JSON, "not JSON" },
  { ", \"confidence\": 0.93", "", ENT_MAP_ERROR_INVALID, "relations[0].evidence[0].confidence: is missing" },
  /* not JSON */
  { "\"version\": 1", "\"version\": 1 /* one */", ENT_MAP_ERROR_NOT_JSON, "line 2" },
  { "\"version\": 1", "'version': 1", ENT_MAP_ERROR_NOT_JSON, "line 2" },
  { "\"version\": 1", "\"version\": 1 1", ENT_MAP_ERROR_NOT_JSON, "not JSON" },
  { "\"note\": \"n\"", "\"note\": \"a\\u0000b\"", ENT_MAP_ERROR_NOT_JSON, "line 5" },
  { "\"note\": \"n\"", "\"note\": \"\\ud83d\"", ENT_MAP_ERROR_NOT_JSON, "line 5" },
  { "\"note\": \"n\"", "\"note\": \"\\ud83d\\u0041\"", ENT_MAP_ERROR_NOT_JSON, "line 5" },
  { "\"note\": \"n\"", "\"note\": \"\\ude42\"", ENT_MAP_ERROR_NOT_JSON, "line 5" },
  { "\"note\": \"n\"", "\"note\": \"\\x41\"", ENT_MAP_ERROR_NOT_JSON, "line 5" },
  { "\"note\": \"n\"", "\"note\": \"\\u00g1\"", ENT_MAP_ERROR_NOT_JSON, "line 5" },
  { "\"note\": \"n\"", "\"note\": \"a\nb\"", ENT_MAP_ERROR_NOT_JSON, "line 5" },
  { "\"note\": \"n\"", "\"note\": \"\xff\"", ENT_MAP_ERROR_NOT_JSON, "UTF-8" },
  { "}]}]\n}\n", "}]}]\n", ENT_MAP_ERROR_NOT_JSON, "not JSON" },
  { "}]}]\n}\n", "}]}]\n}}\n", ENT_MAP_ERROR_NOT_JSON, "not JSON" },
  { "}]}]\n}\n", "}]}]\n} {}\n", ENT_MAP_ERROR_NOT_JSON, "not JSON" },
};

static void
assert_refused (const char *json, EntMapError code, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMap) map = load (json, &error);

  if (map != NULL || error == NULL || !g_error_matches (error, ENT_MAP_ERROR, (int) code) || strstr (error->message, place) == NULL)
    g_error ("wanted code %d naming “%s”, got %d “%s” for %s", code, place, error != NULL ? error->code : -1,
             error != NULL ? error->message : "", json);
  g_assert_nonnull (strstr (error->message, "test.entente"));
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *json = changed (bad[i].from, bad[i].to);

      assert_refused (json, bad[i].code, bad[i].place);
    }
}

static void
test_not_json (void)
{
  static const struct { const char *json; EntMapError code; } cases[] = {
    { "", ENT_MAP_ERROR_NOT_JSON }, { " \n", ENT_MAP_ERROR_NOT_JSON }, { "\xEF\xBB\xBF", ENT_MAP_ERROR_NOT_JSON }, { "{", ENT_MAP_ERROR_NOT_JSON },
    { "]", ENT_MAP_ERROR_NOT_JSON }, { "plain words", ENT_MAP_ERROR_NOT_JSON }, { "\"\\", ENT_MAP_ERROR_NOT_JSON }, { "\"\\u12", ENT_MAP_ERROR_NOT_JSON },
    { "[]", ENT_MAP_ERROR_NOT_A_MAP }, { "{}", ENT_MAP_ERROR_NOT_A_MAP }, { "3", ENT_MAP_ERROR_NOT_A_MAP }, { "null", ENT_MAP_ERROR_NOT_A_MAP },
    { "var map = {}", ENT_MAP_ERROR_NOT_JSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].json, cases[i].code, "");
}

static void
test_nesting (void)
{
  for (guint depth = 30; depth <= 1000000; depth *= 100)
    {
      g_autoptr (GString) extra = g_string_new ("\"theme\": ");
      g_autofree char    *json = NULL;
      g_autoptr (GError)  error = NULL;
      g_autoptr (EntMap)  map = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append_c (extra, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (extra, ']');
      json = changed ("\"theme\": {\"deep\": [1, 2.5, \"x\", null, true]}", extra->str);
      map = load (json, &error);
      if (depth == 30)
        g_assert_no_error (error);
      else
        g_assert_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_NOT_JSON);
    }
}

static void
test_too_large (void)
{
  g_autofree char *name = g_strnfill (17 << 10, 'x');
  g_autofree char *quoted = g_strdup_printf ("\"name\": \"%s\"", name);
  g_autofree char *json = changed ("\"name\": \"Zoë\"", quoted);

  assert_refused (json, ENT_MAP_ERROR_TOO_LARGE, "actors[0].name");
}

/* Bytes of the good file changed, dropped and doubled at random: an error or a map that is saved as a fixed point. */
static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251124);
  const gsize       n_bytes = sizeof good - 1;
  static const char alphabet[] = "{}[]:,\"\\0123456789.-eEtfnu \n\xc5\x81\xff";
  guint             n_good = 0;

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) json = g_string_new_len (good, (gssize) n_bytes);
      g_autoptr (GBytes)  bytes = NULL;
      g_autoptr (EntMap)  map = NULL;
      g_autoptr (GError)  error = NULL;

      for (gint k = g_rand_int_range (rand, 1, 4); k > 0; k--)
        {
          gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) json->len);
          gsize n = (gsize) g_rand_int_range (rand, 1, 12);

          switch (g_rand_int_range (rand, 0, 3))
            {
            case 0: json->str[at] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)]; break;
            case 1: g_string_erase (json, (gssize) at, (gssize) MIN (n, json->len - at)); break;
            default: g_string_insert_len (json, (gssize) at, good + g_rand_int_range (rand, 0, (gint32) (n_bytes - n)), (gssize) n);
            }
        }
      bytes = g_bytes_new (json->str, json->len);
      map = ent_map_load_bytes (bytes, "fuzz", &error);
      g_assert_true ((map == NULL) == (error != NULL));
      if (map != NULL)
        {
          g_autofree char   *one = ent_map_to_json (map, TRUE), *two = NULL;
          g_autoptr (EntMap) again = load (one, &error);

          g_assert_no_error (error);
          two = ent_map_to_json (again, TRUE);
          g_assert_cmpstr (one, ==, two);
          n_good++;
        }
    }
  g_test_message ("%u of 4000 mutations were good maps", n_good);
  g_assert_cmpuint (n_good, >, 0);
}

/* ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct { char *folder; EntMap *map; } Folder;

static void
folder_set_up (Folder *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("entente-map-XXXXXX", &error);
  g_assert_no_error (error);
  f->map = load (good, &error);
  g_assert_no_error (error);
}

/* Nothing may be left but what a test names: temporary files would be found here. */
static void
folder_tear_down (Folder *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_assert_true (g_str_has_suffix (name, ".entente"));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_object_unref (f->map);
}

static void
save_and_load (Folder *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)  file = g_file_new_build_filename (f->folder, name, NULL);
  g_autoptr (EntMap) again = NULL;
  g_autofree char   *one = ent_map_to_json (f->map, TRUE), *two = NULL;

  g_assert_true (ent_map_save (f->map, file, NULL, &error));
  g_assert_no_error (error);
  again = ent_map_load (file, NULL, &error);
  g_assert_no_error (error);
  two = ent_map_to_json (again, TRUE);
  g_assert_cmpstr (one, ==, two);
}

static void
test_save (Folder *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "Zoë.entente", NULL);
  GStatBuf         info;

  save_and_load (f, "Zoë.entente");
  g_assert_cmpint (g_chmod (path, 0664), ==, 0);
  save_and_load (f, "Zoë.entente");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0664);
}

static void
test_save_link (Folder *f, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (f->folder, "link.entente", NULL);
  g_autofree char *path = g_build_filename (f->folder, "target.entente", NULL);
  g_autofree char *loop = g_build_filename (f->folder, "loop.entente", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (loop);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("target.entente", link_path), ==, 0);
  save_and_load (f, "link.entente");   /* into the void */
  save_and_load (f, "link.entente");   /* onto the file */
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (symlink ("loop.entente", loop), ==, 0);
  g_assert_false (ent_map_save (f->map, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_save_fails (Folder *f, gconstpointer data)
{
  static const char *const names[] = { "missing/map.entente", "." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char   *path = g_build_filename (f->folder, names[i], NULL);
      g_autoptr (GFile)  file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_false (ent_map_save (f->map, file, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, f->folder));
    }
}

static void
test_load_fails (Folder *f, gconstpointer data)
{
  static const char *const names[] = { "missing.entente", "." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char   *path = g_build_filename (f->folder, names[i], NULL);
      g_autoptr (GFile)  file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (EntMap) map = ent_map_load (file, NULL, &error);

      g_assert_null (map);
      g_assert_true (error != NULL && error->domain == G_IO_ERROR);
      g_assert_nonnull (strstr (error->message, f->folder));
    }
}

static void
test_cancelled (Folder *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile)  file = g_file_new_build_filename (f->folder, "c.entente", NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ent_map_save (f->map, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (file, NULL));
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*run) (Folder *f, gconstpointer data); } files[] = {
    { "/map/file/save", test_save }, { "/map/file/save-link", test_save_link }, { "/map/file/save-fails", test_save_fails },
    { "/map/file/load-fails", test_load_fails }, { "/map/file/cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/file/empty", test_empty);
  g_test_add_func ("/map/file/good", test_good);
  g_test_add_func ("/map/file/fixed-point", test_fixed_point);
  g_test_add_func ("/map/file/numbers", test_numbers);
  g_test_add_func ("/map/file/bad", test_bad);
  g_test_add_func ("/map/file/not-json", test_not_json);
  g_test_add_func ("/map/file/nesting", test_nesting);
  g_test_add_func ("/map/file/too-large", test_too_large);
  g_test_add_func ("/map/file/mutations", test_mutations);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_test_add (files[i].path, Folder, NULL, folder_set_up, files[i].run, folder_tear_down);
  return g_test_run ();
}
