/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 10,000 random edits, all undone, done again and undone once more: at every checkpoint the map's file is what it was there, to the
 * byte, and reads back as the same map. */
#include "ent-map-edits.h"
#include "ent-map-file.h"

#include <string.h>

#define N_EDITS      10000
#define EVERY        250      /* edits from one checkpoint to the next */
#define MAX_ACTORS   40
#define MAX_LINKS    80

typedef struct {
  EntMap      *map;
  EntMapEdits *edits;
  GRand       *rand;
} Fuzz;

static gpointer
pick (Fuzz *self, GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr (GObject) item = n > 0 ? g_list_model_get_item (list, (guint) g_rand_int_range (self->rand, 0, (gint32) n)) : NULL;

  return item;
}

static char *
dup_word (Fuzz *self)
{
  static const char *const syllables[] = { "Ки", "їв", "Łó", "dź", "a", "“", "\n", "Ω", "\"", "mos" };
  GString *word = g_string_new (NULL);

  for (int n = g_rand_int_range (self->rand, 1, 5); n > 0; n--)
    g_string_append (word, syllables[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (syllables))]);
  return g_string_free (word, FALSE);
}

/* Between two characters of the text, so far as there are any. */
static EntSpan
pick_span (Fuzz *self, EntSource *source)
{
  const char *text = ent_source_get_text (source);
  gint32      n_chars = (gint32) g_utf8_strlen (text, -1);
  gint32      start = g_rand_int_range (self->rand, 0, n_chars);
  gint32      end = g_rand_int_range (self->rand, start + 1, n_chars + 1);

  return (EntSpan) { g_utf8_offset_to_pointer (text, start) - text, g_utf8_offset_to_pointer (text, end) - text };
}

static EntEvidence
pick_quote (Fuzz *self)
{
  EntSource  *source = pick (self, ent_map_get_sources (self->map));
  EntEvidence quote = { .source = source, .span = pick_span (self, source), .from = pick_span (self, source), .confidence = 0.25 };

  if (g_rand_boolean (self->rand))
    quote.to = pick_span (self, source);
  if (g_rand_int_range (self->rand, 0, 3) == 0)
    quote.speaker = pick (self, ent_map_get_actors (self->map));
  return quote;
}

static void
add_actor (Fuzz *self)
{
  EntSource       *source = pick (self, ent_map_get_sources (self->map));
  EntActorMention  mention = { source, pick_span (self, source), ENT_FORM_NAME };
  g_autofree char *name = dup_word (self);

  ent_map_edits_add_actor (self->edits, name, (EntKind) g_rand_int_range (self->rand, 0, ENT_N_KINDS), g_rand_boolean (self->rand) ? &mention : NULL,
                           g_rand_double_range (self->rand, -500, 500), 7);
}

static void
add_quote (Fuzz *self)
{
  EntActor        *from = pick (self, ent_map_get_actors (self->map)), *to = pick (self, ent_map_get_actors (self->map));
  EntEvidence      quote = pick_quote (self);
  g_autofree char *label = dup_word (self);

  /* Few types, so that there is much to be joined. */
  if (from != to)
    ent_map_edits_add_quote (self->edits, from, to, (EntRelationType) g_rand_int_range (self->rand, 0, 3), label, &quote);
}

static void
remove_some (Fuzz *self)
{
  EntActor    *actors[] = { pick (self, ent_map_get_actors (self->map)), pick (self, ent_map_get_actors (self->map)) };
  EntRelation *relations[] = { pick (self, ent_map_get_relations (self->map)), pick (self, ent_map_get_relations (self->map)) };
  guint        n_actors = (guint) g_rand_int_range (self->rand, 0, 3), n_relations = (guint) g_rand_int_range (self->rand, 0, 3);

  if (actors[0] == NULL || g_rand_boolean (self->rand))
    n_actors = 0;
  if (relations[0] == NULL)
    n_relations = 0;
  ent_map_edits_remove (self->edits, actors, n_actors, relations, n_relations);
}

static void
move (Fuzz *self)
{
  ent_map_edits_begin (self->edits, "move");
  ent_map_edits_touch_places (self->edits);
  for (guint i = 0; i < 3; i++)
    {
      EntActor *actor = pick (self, ent_map_get_actors (self->map));

      if (actor == NULL)
        break;
      ent_actor_set_position (actor, g_rand_double_range (self->rand, -500, 500), g_rand_double_range (self->rand, -500, 500));
      ent_actor_set_pinned (actor, g_rand_boolean (self->rand));
    }
  ent_map_edits_end (self->edits);
}

static void
edit_actor (Fuzz *self, int what)
{
  EntActor        *actor = pick (self, ent_map_get_actors (self->map)), *other = pick (self, ent_map_get_actors (self->map));
  g_autofree char *word = dup_word (self);

  if (actor == NULL)
    return;
  switch (what)
    {
    case 0: ent_map_edits_set_name (self->edits, actor, word); break;
    case 1: ent_map_edits_set_kind (self->edits, actor, (EntKind) g_rand_int_range (self->rand, 0, ENT_N_KINDS)); break;
    case 2: ent_map_edits_set_note (self->edits, actor, word); break;
    case 3:
      if (actor != other)
        ent_map_edits_merge (self->edits, actor, other);
      break;
    default:
      for (guint i = 0; i < 10 && ent_map_count_parts (self->map, actor) == 0; i++)
        actor = pick (self, ent_map_get_actors (self->map));
      ent_map_edits_split (self->edits, actor);
    }
}

static void
edit_link (Fuzz *self, int what)
{
  EntRelation     *relation = pick (self, ent_map_get_relations (self->map));
  g_autofree char *word = dup_word (self);
  guint            n_quotes, quote;

  if (relation == NULL)
    return;
  ent_relation_get_evidence (relation, &n_quotes);
  quote = n_quotes > 0 ? (guint) g_rand_int_range (self->rand, 0, (gint32) n_quotes) : 0;
  switch (what)
    {
    case 0: ent_map_edits_set_type (self->edits, relation, (EntRelationType) g_rand_int_range (self->rand, 0, 3), word); break;
    case 1: ent_map_edits_reverse (self->edits, relation); break;
    case 2: ent_map_edits_set_mutual (self->edits, relation, g_rand_boolean (self->rand)); break;
    case 3: ent_map_edits_set_label (self->edits, relation, word); break;
    case 4: ent_map_edits_set_link_note (self->edits, relation, word); break;
    case 5:
      if (n_quotes > 0)
        ent_map_edits_accept_quote (self->edits, relation, quote, g_rand_boolean (self->rand));
      break;
    default:
      if (n_quotes > 0)
        ent_map_edits_reject_quote (self->edits, relation, quote);
    }
}

/* A reading of one of five articles, so that some are read again. */
static void
add_reading (Fuzz *self)
{
  static const char *const texts[] = { "Київ warns Łódź – twice.\n\n“Łódź” thanks Київ.", "Łódź – Ω", "Ки їв Ки", "mos mos “mos”", "їїї ΩΩ Łó" };
  g_autoptr (EntMap)      reading = ent_map_new ();
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (reading);
  g_autoptr (EntSource)   source = ent_source_new ("s1", "ї", NULL, NULL, NULL, texts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (texts))]);
  Fuzz                    maker = { reading, edits, self->rand };

  ent_map_add_source (reading, source);
  for (guint i = 0; i < 4; i++)
    add_actor (&maker);
  for (guint i = 0; i < 6; i++)
    add_quote (&maker);
  ent_map_edits_add_reading (self->edits, reading);
}

static void
remove_source (Fuzz *self)
{
  if (g_list_model_get_n_items (ent_map_get_sources (self->map)) > 1)
    ent_map_edits_remove_source (self->edits, pick (self, ent_map_get_sources (self->map)));
}

static void
edit (Fuzz *self)
{
  guint n_actors = g_list_model_get_n_items (ent_map_get_actors (self->map));
  guint n_links = g_list_model_get_n_items (ent_map_get_relations (self->map));
  int   what = g_rand_int_range (self->rand, 0, 20);

  if (n_actors < 6 || (what < 3 && n_actors < MAX_ACTORS))
    add_actor (self);
  else if (what < 8 && n_links < MAX_LINKS)
    add_quote (self);
  else if (what < 13)
    edit_actor (self, g_rand_int_range (self->rand, 0, 5));
  else if (what < 17)
    edit_link (self, g_rand_int_range (self->rand, 0, 7));
  else if (what == 17)
    remove_some (self);
  else if (what == 18 && g_rand_int_range (self->rand, 0, 8) == 0)
    remove_source (self);
  else if (what == 18 && n_links < MAX_LINKS)
    add_reading (self);
  else
    move (self);
}

static EntMap *
load (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  EntMap            *map = ent_map_load_bytes (bytes, "checkpoint", &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_file (EntMap *map, const char *json)
{
  g_autofree char *now = ent_map_to_json (map, TRUE);

  g_assert_true (g_str_equal (now, json));
}

/* Splits whatever can be split on a map that was read from a checkpoint: what comes of it is a file as well. */
static void
split_all (const char *json)
{
  g_autoptr (EntMap)      map = load (json);
  g_autoptr (EntMapEdits) edits = ent_map_edits_new (map);

  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_actors (map)); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);

      ent_map_edits_split (edits, actor);
    }
  {
    g_autofree char   *split = ent_map_to_json (map, TRUE);
    g_autoptr (EntMap) again = load (split);

    assert_file (again, split);
  }
  while (ent_map_edits_undo (edits))
    ;
  assert_file (map, json);
}

static void
run (Fuzz *self)
{
  g_autoptr (GPtrArray) checkpoints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray)    states = g_array_new (FALSE, FALSE, sizeof (guint));
  guint                 n_steps = 0;

  for (guint i = 0; i <= N_EDITS; i++)
    {
      guint state = ent_map_edits_get_state (self->edits);

      if (i % EVERY == 0)
        {
          g_autoptr (EntMap) again = NULL;

          g_ptr_array_add (checkpoints, ent_map_to_json (self->map, TRUE));
          again = load (checkpoints->pdata[checkpoints->len - 1]);
          assert_file (again, checkpoints->pdata[checkpoints->len - 1]);
          split_all (checkpoints->pdata[checkpoints->len - 1]);
          g_array_append_val (states, state);
        }
      while (i < N_EDITS && ent_map_edits_get_state (self->edits) == state)
        edit (self);
      n_steps += i < N_EDITS;
    }
  g_assert_cmpuint (n_steps, ==, N_EDITS);
  for (guint round = 0; round < 2; round++)
    {
      for (guint at = checkpoints->len; at-- > 0;)
        {
          g_assert_cmpuint (ent_map_edits_get_state (self->edits), ==, g_array_index (states, guint, at));
          assert_file (self->map, checkpoints->pdata[at]);
          for (guint i = 0; i < EVERY; i++)
            g_assert_true (ent_map_edits_undo (self->edits) == (at > 0));
        }
      for (guint at = 0; round == 0 && at < checkpoints->len; at++)
        {
          assert_file (self->map, checkpoints->pdata[at]);
          for (guint i = 0; i < EVERY; i++)
            g_assert_true (ent_map_edits_redo (self->edits) == (at + 1 < checkpoints->len));
        }
    }
}

static void
test_fuzz (gconstpointer seed)
{
  static const char *const texts[] = { "Київ warns Łódź – twice.\n\n“Łódź” thanks Київ.", "Ω helps ω. \"Mos\" meets Ω\nagain" };
  Fuzz self = { ent_map_new (), NULL, g_rand_new_with_seed (GPOINTER_TO_UINT (seed)) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char id[] = { 's', '1' + (char) i, '\0' };
      g_autoptr (EntSource) source = ent_source_new (id, "ї", NULL, NULL, NULL, texts[i]);

      ent_map_add_source (self.map, source);
    }
  self.edits = ent_map_edits_new (self.map);
  run (&self);
  g_rand_free (self.rand);
  g_assert_finalize_object (self.edits);
  g_assert_finalize_object (self.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map/edits/fuzz/1", GUINT_TO_POINTER (1), test_fuzz);
  return g_test_run ();
}
