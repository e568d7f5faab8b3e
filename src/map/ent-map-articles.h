/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/* What a map of several articles knows of which of them say what. */

/* In which of two articles something is: bits, so that ENT_IN_BOTH is both of the first two. */
typedef enum { ENT_IN_NEITHER = 0, ENT_IN_FIRST = 1, ENT_IN_SECOND = 2, ENT_IN_BOTH = 3 } EntArticleShare;

/* In how many articles a relation is claimed; O(quotes). */
guint           ent_relation_count_sources (EntRelation *relation);
/* Which of two articles claim a relation, or speak of an actor. */
EntArticleShare ent_relation_get_share     (EntRelation *relation, EntSource *first, EntSource *second);
EntArticleShare ent_actor_get_share        (EntActor *actor, EntSource *first, EntSource *second);

/**
 * ent_map_find_disagreement:
 * Where articles disagree: another relation between the same two actors, in either direction, that is cooperation where this one is
 * conflict or the other way round, the two not resting on the same articles (one that says both disagrees with nobody).
 *
 * Returns: (transfer none) (nullable): the first such relation. Cost: O(relations + quotes between the two)
 */
EntRelation    *ent_map_find_disagreement  (EntMap *map, EntRelation *relation);
/* All such pairs of relations, in the order of the map by the later of the two: items 2 i and 2 i + 1 disagree.
 * (transfer full) (element-type EntRelation). Cost: O(relations), and for each two actors O(relations between them² × quotes of those). */
GPtrArray      *ent_map_list_disagreements (EntMap *map);

G_END_DECLS
