/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-fixture.h"

#include <math.h>

/* A map of any size whose actors stand in places already, about as a layout would put them: a jittered grid, and links mostly between
 * neighbours, a tenth of them between any two. For measurements: laying it out is not what they are about. */
static inline EntMap *
large_map_new (guint n_actors, guint n_relations)
{
  static const char *const words[] = { "United", "Harbour", "Верховна", "Рада", "Council", "العربية", "人民", "Ministry", "Front", "Union", "é" };
  static const char *const verbs[] = { "supports", "виступає проти", "يدعم", "反对", "is tied to", "leads", "negotiates with", "" };
  GRand  *random = g_rand_new_with_seed (7);
  EntMap *map = ent_map_new ();
  guint   side = (guint) ceil (sqrt (n_actors));
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  ent_map_freeze (map);
  for (guint i = 0; i < n_actors; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i + 1);
      g_autofree char *name = g_strdup_printf ("%s %s %u", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                                               words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], i);
      g_autoptr (EntActor) actor = ent_actor_new (id, name, (EntKind) g_rand_int_range (random, 0, ENT_N_KINDS));
      ent_actor_set_position (actor, 190 * (i % side) + g_rand_double_range (random, -30, 30), 130 * (i / side) + g_rand_double_range (random, -20, 20));
      ent_map_add_actor (map, actor);
      g_ptr_array_add (actors, actor);
    }
  g_autoptr (EntSource) source = ent_source_new ("s1", "An article", NULL, NULL, "uk", FIXTURE_TEXT);
  ent_map_add_source (map, source);
  for (guint i = 0; i < n_relations; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i + 1);
      guint a = g_rand_int_range (random, 0, n_actors), b = g_rand_int_range (random, 0, n_actors);
      if (g_rand_int_range (random, 0, 10) > 0)
        b = (a + g_rand_int_range (random, -3, 4) + side * g_rand_int_range (random, -3, 4) + n_actors) % n_actors;
      if (a == b)
        b = (a + 1) % n_actors;
      g_autoptr (EntRelation) relation = ent_relation_new (id, g_ptr_array_index (actors, a), g_ptr_array_index (actors, b),
                                                           (EntRelationType) g_rand_int_range (random, 0, ENT_N_RELATION_TYPES),
                                                           verbs[g_rand_int_range (random, 0, G_N_ELEMENTS (verbs))]);
      EntEvidence evidence = { .source = source, .span = { 0, strlen ("Україна & <NATO>") },
                               .modality = g_rand_int_range (random, 0, 5) == 0 ? ENT_MODALITY_POSSIBLE : ENT_MODALITY_ASSERTED, .confidence = 0.9 };
      for (gint quotes = g_rand_int_range (random, 1, 5); quotes > 0; quotes--)
        ent_relation_add_evidence (relation, &evidence);
      ent_map_add_relation (map, relation);
    }
  ent_map_thaw (map);
  g_rand_free (random);
  return map;
}
