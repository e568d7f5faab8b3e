/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read in sentences of our own: a table for each construction of the language (constructions/) and for each kind of fault
 * that a reader of the map would hold against it (faults/). The trained model reads the texts of a table, each as an article of
 * its own; a table fails where fewer of its cases pass than the floor in its head asks for, and every case that does not pass is
 * printed with what was found in its place.
 *
 * usage: test-constructions [-k] MODEL FOLDER… */

#include "expectation.h"

#include "ent-extract.h"

#include <string.h>

#define LEAST_CASES      8
#define LEAST_FORBIDDING 2     /* of these; what a reader must not see is as much of a construction */

typedef struct {
  char  *path, *name;     /* name: "passives" */
  double floor;           /* least share of cases that pass, 0–1 */
  GPtrArray *cases;
} Table;

typedef struct {
  guint      line;
  char      *text;        /* paragraphs parted by a blank line */
  GPtrArray *expectations;
  char      *expected;
} Case;

static EntModel *model;

/* ── Tables ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
case_free (Case *self)
{
  g_free (self->text);
  g_free (self->expected);
  g_clear_pointer (&self->expectations, g_ptr_array_unref);
  g_free (self);
}

static void
table_free (Table *self)
{
  g_free (self->path);
  g_free (self->name);
  g_ptr_array_unref (self->cases);
  g_free (self);
}

static void
add_case (Table *table, guint line_no, const char *line)
{
  g_auto (GStrv)   columns = g_strsplit (line, "\t", -1);
  g_auto (GStrv)   paragraphs = g_strsplit (columns[0], " ¶ ", -1);
  g_autofree char *complaint = NULL;
  Case            *one = g_new0 (Case, 1);

  g_ptr_array_add (table->cases, one);
  if (g_strv_length (columns) != 2 || *columns[0] == '\0')
    g_error ("%s:%u: a case is a text, a tab and what is expected", table->path, line_no);
  one->line = line_no;
  one->text = g_strjoinv ("\n\n", paragraphs);
  one->expected = g_strdup (columns[1]);
  one->expectations = expectations_parse (columns[1], &complaint);
  if (one->expectations == NULL)
    g_error ("%s:%u: %s", table->path, line_no, complaint);
}

static Table *
table_load (const char *path)
{
  g_autofree char   *text = NULL, *base = g_path_get_basename (path);
  g_auto (GStrv)     lines = NULL;
  g_autoptr (GError) error = NULL;
  Table             *table = g_new0 (Table, 1);

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  table->path = g_strdup (path);
  table->name = g_strndup (base, strlen (base) - strlen (".tsv"));
  table->floor = -1;
  table->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "# floor: "))
        table->floor = g_ascii_strtod (lines[i] + strlen ("# floor: "), NULL);
      else if (*lines[i] != '#' && *lines[i] != '\0')
        add_case (table, i + 1, lines[i]);
    }
  return table;
}

/* ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
passes (const Table *table, const Case *one)
{
  EntExtractOptions      options = { .n_threads = 1 };
  g_autoptr (EntArticle) article = ent_article_new (one->text, NULL, NULL, NULL);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntMap)     map = ent_extract_map (model, article, &options, &error);
  g_autofree char       *wrong = NULL, *found = NULL;

  g_assert_no_error (error);
  wrong = expectations_check (one->expectations, map);
  if (wrong == NULL)
    return TRUE;
  found = expectations_describe (map);
  g_test_message ("%s:%u: %s", table->name, one->line, one->text);
  g_test_message ("  expected  %s", one->expected);
  g_test_message ("  found     %s  (%s)", found, wrong);
  return FALSE;
}

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  guint        n_passing = 0, n_forbidding = 0;
  double       share;

  g_assert_cmpfloat (table->floor, >=, 0);
  g_assert_cmpuint (table->cases->len, >=, LEAST_CASES);
  for (guint i = 0; i < table->cases->len; i++)
    n_forbidding += expectations_forbid (((Case *) g_ptr_array_index (table->cases, i))->expectations);
  if (strstr (table->path, "constructions") != NULL)
    g_assert_cmpuint (n_forbidding, >=, LEAST_FORBIDDING);
  if (model == NULL)
    {
      g_test_skip ("there is no trained model at data/model/entente.model");
      return;
    }
  for (guint i = 0; i < table->cases->len; i++)
    n_passing += passes (table, g_ptr_array_index (table->cases, i));
  share = (double) n_passing / table->cases->len;
  g_test_message ("%s: %u of %u cases pass (%.2f, the floor is %.2f)%s", table->name, n_passing, table->cases->len, share, table->floor,
                  share >= table->floor + 0.1 ? "; the floor can be raised" : "");
  if (share < table->floor)
    g_test_fail_printf ("%s: the share of passing cases fell below the floor", table->name);   /* with -k the other tables are read all the same */
}

/* ── The check itself ───────────────────────────────────────────────────────────────────────────────────────────── */

static void
add_actor (EntMap *map, EntSource *source, const char *id, const char *name, EntKind kind, const char *mention)
{
  g_autoptr (EntActor) actor = ent_actor_new (id, name, kind);
  const char          *at = strstr (ent_source_get_text (source), mention);
  gsize                start = (gsize) (at - ent_source_get_text (source));
  EntActorMention      one = { source, { start, start + strlen (mention) }, ENT_FORM_NOMINAL };

  ent_actor_add_mention (actor, &one);
  ent_map_add_actor (map, actor);
}

/* Côte d'Ivoire may attack Sudan, says Aya Koné; South Sudan is there as well. */
static EntMap *
make_map (void)
{
  EntMap                 *map = ent_map_new ();
  g_autoptr (EntSource)   source = ent_source_new ("s1", "", NULL, NULL, "en", "Côte d’Ivoire, the ivory country, may attack Sudan, a “foe”, Aya Koné said.");
  g_autoptr (EntRelation) relation = NULL;
  EntEvidence             evidence = { .source = source, .span = { 0, 13 }, .modality = ENT_MODALITY_POSSIBLE, .confidence = 0.5 };

  ent_map_add_source (map, source);
  add_actor (map, source, "a1", "Côte d’Ivoire", ENT_KIND_COUNTRY, "the ivory country");
  add_actor (map, source, "a2", "South Sudan", ENT_KIND_COUNTRY, "foe");
  add_actor (map, source, "a3", "Sudan", ENT_KIND_COUNTRY, "Sudan");
  add_actor (map, source, "a4", "Aya Koné", ENT_KIND_PERSON, "Aya Koné");
  relation = ent_relation_new ("r1", ent_map_find_actor (map, "a1"), ent_map_find_actor (map, "a3"), ENT_RELATION_ASSAULT, "attacks");
  evidence.speaker = ent_map_find_actor (map, "a4");
  ent_relation_add_evidence (relation, &evidence);
  ent_map_add_relation (map, relation);
  return map;
}

static void
test_check (void)
{
  static const struct { const char *text; gboolean holds; } cases[] = {
    { "CÔTE D’IVOIRE > Sudan conflict", TRUE }, { "the ivory country > Sudan assault possible by Koné; only", TRUE },
    { "Sudan <> Côte d’Ivoire conflict", TRUE }, { "Sudan > Côte d’Ivoire conflict", FALSE }, { "Côte d’Ivoire > South Sudan conflict", FALSE },
    { "Côte d’Ivoire > Sudan cooperation", FALSE }, { "Côte d’Ivoire > Sudan accuse", FALSE }, { "Côte d’Ivoire > Sudan conflict reported", FALSE },
    { "Côte d’Ivoire > Sudan conflict possible by Sudan", FALSE }, { "!Côte d’Ivoire > Sudan", FALSE }, { "!Côte d’Ivoire > Sudan accuse", TRUE },
    { "!Sudan > Côte d’Ivoire", TRUE }, { "!Sudan <> Côte d’Ivoire", FALSE }, { "!Côte d’Ivoire > Sudan conflict reported", TRUE },
    { "-", FALSE }, { "only", FALSE }, { "actors: 4", TRUE }, { "actors: 3", FALSE }, { "one: Côte d’Ivoire = ivory country", TRUE },
    { "one: Sudan = South Sudan", FALSE }, { "two: Sudan | foe | Koné", TRUE }, { "two: foe | South Sudan", FALSE }, { "one: foe = Nauru", FALSE },
    { "Nauru > Sudan conflict", FALSE }, { "!Nauru > Sudan", TRUE },
  };
  g_autoptr (EntMap) map = make_map ();
  g_autofree char   *described = expectations_describe (map);

  g_assert_cmpstr (described, ==, "Côte d’Ivoire > Sudan assault possible by Aya Koné");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char       *complaint = NULL, *wrong = NULL;
      g_autoptr (GPtrArray)  all = expectations_parse (cases[i].text, &complaint);

      g_assert_cmpstr (complaint, ==, NULL);
      wrong = expectations_check (all, map);
      if ((wrong == NULL) != cases[i].holds)
        g_error ("%s: %s", cases[i].text, wrong != NULL ? wrong : "it should not hold");
    }
}

static void
test_malformed (void)
{
  static const char *const cases[] = { "", "Chad Mali conflict", "Chad > Mali", "Chad > Mali quarrel", "Chad > Mali possible", "one: Chad", "two: Chad = Mali", "only; ", "->" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char       *complaint = NULL;
      g_autoptr (GPtrArray)  all = expectations_parse (cases[i], &complaint);

      g_assert_null (all);
      g_assert_nonnull (complaint);
    }
}

/* ── All of it ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_folder (const char *folder)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GDir)      dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *kind = g_path_get_basename (folder);
  const char           *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".tsv"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      Table           *table = table_load (path);
      g_autofree char *test_path = g_strdup_printf ("/%s/%s", kind, table->name);

      g_test_add_data_func_full (test_path, table, test_table, (GDestroyNotify) table_free);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      model = ent_model_load (argv[1], &error);
      g_assert_no_error (error);
    }
  g_test_add_func ("/expectation/check", test_check);
  g_test_add_func ("/expectation/malformed", test_malformed);
  for (int i = 2; i < argc; i++)
    add_folder (argv[i]);
  status = g_test_run ();
  g_clear_pointer (&model, ent_model_unref);
  return status;
}
