/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/**
 * EntGraph:
 * The actors of a map as a graph: who stands near whom, and who stands between others. One edge joins two actors between whom
 * there are links, whatever their direction and number. Its strength is the sum, over all quotes of those links, of the quotes'
 * confidence; a link without quotes, which only a person can have made, counts 1.
 *
 * A picture of the map as it was. It may be handed to a worker as a whole, which asks for figures and hands it back: it never reads
 * the actors and relations that it holds references to.
 */
typedef struct _EntGraph EntGraph;

/* Which links are in the graph. */
typedef gboolean (*EntGraphFunc) (EntRelation *relation, gpointer user_data);

/* The number of who is in no community. */
#define ENT_GRAPH_ALONE G_MAXUINT

/* func: called before this returns; NULL takes all links. All actors are in the graph. O(actors + links + quotes). */
EntGraph   *ent_graph_new                (EntMap *map, EntGraphFunc func, gpointer user_data);
void        ent_graph_free               (EntGraph *self);
guint       ent_graph_get_n_actors       (const EntGraph *self);

/* The four below take long on a large map and are for a worker there. cancellable: nullable. They fail with G_IO_ERROR_CANCELLED, or
 * G_IO_ERROR_FAILED where there is not enough memory. Arrays have a number for each actor, in the order of ent_map_get_actors();
 * equal maps give equal numbers. */

/**
 * ent_graph_find_communities:
 * @n_communities: (out) (optional): how many there are
 *
 * Communities of actors that cooperate among each other more than with others: Leiden (Traag, Waltman & van Eck 2019) on
 *
 *     Σ pairs in one community  (cooperation + neutral − conflict)  −  kᵢ kⱼ / 2m,
 *
 * where the three are the pair's strengths by stance, kᵢ an actor's strength of cooperation and neutral links, and m the sum of them:
 * modularity, less what conflict there is inside (without links of conflict it is plain modularity). Seeded always alike.
 *
 * Returns: (transfer full) (array): numbers from 0, the largest community first, among equals that of the earlier actor;
 *   ENT_GRAPH_ALONE for who has a community to itself. About O(links).
 */
guint      *ent_graph_find_communities   (const EntGraph *self, guint *n_communities, GCancellable *cancellable, GError **error);

/* Betweenness (Freeman 1977; computed as in Brandes 2001): of all pairs of others, the share whose shortest way leads over the actor,
 * 0–1; ways of equal length share. All edges count as equally long. Above 1,500
 * actors ways from 250 of them stand for all (Brandes & Pich 2007). (transfer full) (array); O(actors × edges), above that O(edges). */
double     *ent_graph_measure_betweenness (const EntGraph *self, GCancellable *cancellable, GError **error);

/* Weighted degree: the strength of all of an actor's edges together. (transfer full) (array); cannot fail. O(edges). */
double     *ent_graph_measure_degrees    (const EntGraph *self);

/**
 * ent_graph_find_path:
 * @from, @to: actors
 *
 * How two actors are connected: the way over fewest edges, and of several such the one of the greatest strength: an edge of strength s
 * is 1 + 1 / (n (1 + s)) long, with n actors, so that no sum of the second parts makes up for one edge more (Dijkstra 1959).
 *
 * Returns: (transfer full) (element-type EntActor) (nullable): the actors in order, both ends included (one where they are the same);
 *   NULL without an error where there is no way, or where one of them is not in the graph. O(edges × log actors).
 */
GPtrArray  *ent_graph_find_path          (const EntGraph *self, EntActor *from, EntActor *to, GCancellable *cancellable, GError **error);

/* Everyone within a number of edges of an actor, itself included. (transfer full) (element-type EntActor): a set; empty where the actor is
 * not in the graph. O(what is found and its edges). */
GHashTable *ent_graph_find_neighbourhood (const EntGraph *self, EntActor *actor, guint depth, GCancellable *cancellable, GError **error);

/* The links between two actors, in the map's order, whatever their direction. (transfer full) (element-type EntRelation); may be empty. */
GPtrArray  *ent_graph_list_links         (const EntGraph *self, EntActor *a, EntActor *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGraph, ent_graph_free)

G_END_DECLS
