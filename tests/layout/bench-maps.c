/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-maps.h"
#include "ent-random.h"

#include <json-glib/json-glib.h>

const char *const bench_kind_names[BENCH_N_KINDS] = { "scale-free", "communities", "hubs" };

/* A made-up map in the making. */
typedef struct {
  EntMap     *map;
  EntSource  *source;
  GPtrArray  *actors;     /* borrowed */
  GArray     *ends;       /* guint: both ends of every link, so that one drawn at random is the likelier the more links it has */
  GHashTable *linked;     /* pairs */
  EntRandom   random;
} Maker;

static const char text[] = "Quotes.";

static char *
make_name (EntRandom *random)
{
  static const char *const syllables[] = { "an", "bel", "cor", "da", "el", "fin", "gor", "hal", "is", "ka", "lo", "mir", "nov", "or",
                                           "pal", "qui", "ros", "sta", "tur", "ul", "vas", "wen", "yar", "zem" };
  GString *name = g_string_new (NULL);
  guint n_words = 1 + ent_random_below (random, 3);

  for (guint word = 0; word < n_words; word++)
    {
      guint n_syllables = 1 + ent_random_below (random, 3);
      gsize start = name->len + (word > 0);

      if (word > 0)
        g_string_append_c (name, ' ');
      for (guint i = 0; i < n_syllables; i++)
        g_string_append (name, syllables[ent_random_below (random, G_N_ELEMENTS (syllables))]);
      name->str[start] = g_ascii_toupper (name->str[start]);
    }
  return g_string_free (name, FALSE);
}

static void
maker_init (Maker *self, guint n_actors, guint32 seed)
{
  self->map = ent_map_new ();
  self->source = ent_source_new ("s1", "", NULL, NULL, "en", text);
  self->actors = g_ptr_array_new ();
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->linked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->random = (EntRandom) { seed };
  ent_map_freeze (self->map);
  ent_map_add_source (self->map, self->source);
  for (guint i = 0; i < n_actors; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i + 1), *name = make_name (&self->random);
      g_autoptr (EntActor) actor = ent_actor_new (id, name, ent_random_below (&self->random, ENT_N_KINDS));

      ent_map_add_actor (self->map, actor);
      g_ptr_array_add (self->actors, actor);
    }
}

static EntMap *
maker_finish (Maker *self)
{
  ent_map_thaw (self->map);
  g_object_unref (self->source);
  g_ptr_array_unref (self->actors);
  g_array_unref (self->ends);
  g_hash_table_unref (self->linked);
  return self->map;
}

static void
add_quotes (EntRelation *relation, EntSource *source, guint n)
{
  const EntEvidence evidence = { .source = source, .span = { 0, sizeof text - 1 }, .confidence = 0.9 };

  for (guint i = 0; i < n; i++)
    ent_relation_add_evidence (relation, &evidence);
}

/* FALSE where the two are the same or linked already. */
static gboolean
link_two (Maker *self, guint from, guint to)
{
  g_autofree gint64 *pair = g_new (gint64, 1);
  g_autofree char *id = g_strdup_printf ("r%u", g_hash_table_size (self->linked) + 1);
  g_autoptr (EntRelation) relation = NULL;
  EntRelationType type = ent_random_below (&self->random, ENT_N_RELATION_TYPES);

  *pair = (gint64) MIN (from, to) << 32 | MAX (from, to);
  if (from == to || g_hash_table_contains (self->linked, pair))
    return FALSE;
  g_hash_table_add (self->linked, g_steal_pointer (&pair));
  g_array_append_val (self->ends, from);
  g_array_append_val (self->ends, to);
  relation = ent_relation_new (id, self->actors->pdata[from], self->actors->pdata[to], type, ent_relation_type_to_string (type));
  add_quotes (relation, self->source, 1 + ent_random_below (&self->random, 3) / 2);
  ent_map_add_relation (self->map, relation);
  return TRUE;
}

/* Each new one links to two, the likelier the more links they have (Barabási & Albert 1999). */
static void
link_scale_free (Maker *self, guint n)
{
  link_two (self, 0, 1);
  for (guint i = 2; i < n; i++)
    for (guint k = 0; k < 2; )
      k += link_two (self, i, g_array_index (self->ends, guint, ent_random_below (&self->random, self->ends->len)));
}

/* Groups of 8 that keep to themselves: each is linked through, and one link in eight leads out. */
static void
link_communities (Maker *self, guint n)
{
  const guint size = 8;

  for (guint i = 1; i < n; i++)
    {
      guint first = i - i % size;

      link_two (self, i, i == first ? ent_random_below (&self->random, i) : first + ent_random_below (&self->random, i - first));
    }
  for (guint i = 0; i < n; i++)
    {
      guint first = i - i % size;

      if (ent_random_below (&self->random, 8) == 0)
        link_two (self, i, ent_random_below (&self->random, n));
      else
        link_two (self, i, first + ent_random_below (&self->random, MIN (size, n - first)));
    }
}

/* A tree of hubs, the rest leaves of a hub each; half of the leaves have a second link, to a leaf of the same hub or to another hub. */
static void
link_hubs (Maker *self, guint n)
{
  const guint n_hubs = MAX (n / 10, 2);

  for (guint i = 1; i < n_hubs; i++)
    link_two (self, i, ent_random_below (&self->random, i));
  for (guint i = n_hubs; i < n; i++)
    {
      guint hub = i % n_hubs;

      link_two (self, i, hub);
      if (i >= 2 * n_hubs && i % 4 < 2)
        link_two (self, i, i - n_hubs);
      else if (i % 4 == 2)
        link_two (self, i, ent_random_below (&self->random, n_hubs));
    }
}

EntMap *
bench_map_generate (BenchKind kind, guint n_actors, guint32 seed)
{
  Maker maker;

  g_return_val_if_fail (n_actors >= 4, NULL);

  maker_init (&maker, n_actors, seed);
  if (kind == BENCH_SCALE_FREE)
    link_scale_free (&maker, n_actors);
  else if (kind == BENCH_COMMUNITIES)
    link_communities (&maker, n_actors);
  else
    link_hubs (&maker, n_actors);
  return maker_finish (&maker);
}

static void
load_actors (EntMap *map, JsonArray *actors)
{
  for (guint i = 0; i < json_array_get_length (actors); i++)
    {
      JsonObject *object = json_array_get_object_element (actors, i);
      EntKind kind = ENT_KIND_GROUP;
      g_autoptr (EntActor) actor = NULL;

      ent_kind_from_string (json_object_get_string_member_with_default (object, "kind", "group"), &kind);
      actor = ent_actor_new (json_object_get_string_member (object, "id"),
                             json_array_get_string_element (json_object_get_array_member (object, "names"), 0), kind);
      ent_map_add_actor (map, actor);
    }
}

/* One of the types that are right is as good as another, as long as it is of the stance. */
static EntRelationType
choose_type (JsonObject *object)
{
  JsonArray *types = json_object_get_array_member (object, "types");
  EntStance stance = ENT_STANCE_NEUTRAL;
  EntRelationType type = ENT_RELATION_OTHER;

  ent_stance_from_string (json_object_get_string_member (object, "stance"), &stance);
  for (guint i = 0; i < json_array_get_length (types); i++)
    if (ent_relation_type_from_string (json_array_get_string_element (types, i), &type) && ent_relation_type_get_stance (type) == stance)
      break;
  return type;
}

static void
load_relations (EntMap *map, EntSource *source, JsonArray *relations)
{
  for (guint i = 0; i < json_array_get_length (relations); i++)
    {
      JsonObject *object = json_array_get_object_element (relations, i);
      EntActor *from = ent_map_find_actor (map, json_object_get_string_member (object, "from"));
      EntActor *to = ent_map_find_actor (map, json_object_get_string_member (object, "to"));
      EntRelationType type = choose_type (object);
      g_autofree char *id = g_strdup_printf ("r%u", i + 1);
      g_autoptr (EntRelation) relation = NULL;

      if (from == NULL || to == NULL || from == to)
        continue;
      relation = ent_relation_new (id, from, to, type, ent_relation_type_to_string (type));
      ent_relation_set_mutual (relation, json_object_get_boolean_member_with_default (object, "mutual", FALSE));
      add_quotes (relation, source, json_array_get_length (json_object_get_array_member (object, "quotes")));
      ent_map_add_relation (map, relation);
    }
}

EntMap *
bench_map_load (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (EntMap) map = ent_map_new ();
  g_autoptr (EntSource) source = ent_source_new ("s1", "", NULL, NULL, "en", text);
  JsonObject *root;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));
  ent_map_freeze (map);
  ent_map_add_source (map, source);
  load_actors (map, json_object_get_array_member (root, "actors"));
  load_relations (map, source, json_object_get_array_member (root, "relations"));
  ent_map_thaw (map);
  return g_steal_pointer (&map);
}
