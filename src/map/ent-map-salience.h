/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/**
 * ent_map_measure_salience:
 * @map: a map
 *
 * How much the articles make of each actor, from 0 (nothing) to below 1: for sizes, orders, and what a crowded map leaves out
 * first. For one article
 *
 *     x = Σ paragraphs place × log2 (1 + Σ mentions form)  +  Σ predicates log2 (1 + Σ quotes confidence),    x / (x + 24)
 *
 * and for several the mean over all of the map's articles. form: 1 for a name, ½ for a noun, ¼ for a pronoun. place: 3 for the
 * headline (the title, where the text starts with it), 1 + 1/k for the k-th paragraph below it. Predicates are told apart by
 * their words in the quotes, by the link's label where a quote does not mark them.
 *
 * So more of anything never takes away: one more mention or quote raises the actor's salience (and a link both its ends'), the
 * less the more of its kind there are already; mentions in several paragraphs and quotes with several predicates raise it more
 * than as many in one; the headline more than the first paragraph, that more than the last. An actor that a map has neither
 * mentions nor quotes of gets 0.
 *
 * Returns: (transfer full) (array): a number for each actor, in the order of ent_map_get_actors(); equal maps give equal numbers,
 *   bit for bit. Cost: O(actors + mentions + quotes), with a look-up each in the source's paragraphs.
 */
double *ent_map_measure_salience (EntMap *map);

G_END_DECLS
