/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <string.h>

/* Maps made by hand for the tests of the drawing and of its exports. */

#define FIXTURE_TEXT "Україна & <NATO> met “Россия”; 北约 said no."

static inline EntActor *
fixture_add_actor (EntMap *map, const char *name, EntKind kind)
{
  g_autofree char      *id = ent_map_dup_fresh_id (map, 'a');
  g_autoptr (EntActor)  actor = ent_actor_new (id, name, kind);

  ent_map_add_actor (map, actor);
  return actor;
}

/* With that many quotes, all of the given modality. */
static inline EntRelation *
fixture_add_relation (EntMap *map, EntActor *from, EntActor *to, EntRelationType type, const char *label, guint n_quotes, EntModality modality)
{
  g_autofree char         *id = ent_map_dup_fresh_id (map, 'r');
  g_autoptr (EntRelation)  relation = ent_relation_new (id, from, to, type, label);
  EntSource               *source = ent_map_find_source (map, "s1");

  if (source == NULL)
    {
      g_autoptr (EntSource) made = ent_source_new ("s1", "An article", NULL, NULL, "uk", FIXTURE_TEXT);
      ent_map_add_source (map, made);
      source = made;
    }
  for (guint i = 0; i < n_quotes; i++)
    {
      EntEvidence evidence = { .source = source, .span = { 0, strlen ("Україна & <NATO>") }, .modality = modality, .confidence = 0.9 };
      ent_relation_add_evidence (relation, &evidence);
    }
  ent_map_add_relation (map, relation);
  return relation;
}

static inline EntMap *
fixture_random_map (guint n_actors, guint n_relations, guint32 seed)
{
  static const char *const words[] = {
    "United", "Nations", "Верховна", "Рада", "України", "الجامعة", "العربية", "中华人民共和国", "of", "the", "Ministry", "Donaudampfschifffahrt", "é", "Front",
  };
  static const char *const verbs[] = { "supports", "виступає проти", "يدعم", "反对", "is tied to", "", "leads", "negotiates with" };
  GRand  *random = g_rand_new_with_seed (seed);
  EntMap *map = ent_map_new ();

  for (guint i = 0; i < n_actors; i++)
    {
      GString *name = g_string_new (words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      for (gint more = g_rand_int_range (random, 0, 5); more > 0; more--)
        g_string_append_printf (name, " %s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      fixture_add_actor (map, name->str, (EntKind) g_rand_int_range (random, 0, ENT_N_KINDS));
      g_string_free (name, TRUE);
    }
  for (guint i = 0; i < n_relations && n_actors > 1; i++)
    {
      guint                 a = g_rand_int_range (random, 0, n_actors), b = g_rand_int_range (random, 0, n_actors);
      g_autoptr (EntActor)  from = g_list_model_get_item (ent_map_get_actors (map), a);
      g_autoptr (EntActor)  to = g_list_model_get_item (ent_map_get_actors (map), b);
      if (a == b)
        continue;
      EntRelation *relation = fixture_add_relation (map, from, to, (EntRelationType) g_rand_int_range (random, 0, ENT_N_RELATION_TYPES),
                                                    verbs[g_rand_int_range (random, 0, G_N_ELEMENTS (verbs))], g_rand_int_range (random, 1, 12),
                                                    (EntModality) g_rand_int_range (random, 0, ENT_N_MODALITIES));
      ent_relation_set_mutual (relation, g_rand_int_range (random, 0, 6) == 0);
    }
  g_rand_free (random);
  return map;
}
