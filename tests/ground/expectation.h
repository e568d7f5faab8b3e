/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/**
 * Expectation:
 * One thing that a careful reader expects of a map, as the tables write it. What parts the names are blanks:
 *
 *   Chad > Mali conflict               a relation of that stance, or of that type ("assault"), from Chad to Mali, or a mutual one
 *   Chad <> Mali cooperation           the same in either direction
 *   Chad > Mali conflict possible      and a quote of that modality
 *   Chad > Mali accuse reported by X   and a quote of that modality and that speaker
 *   !Chad > Mali                       no relation of any stance from Chad to Mali, a mutual one included
 *   !Chad > Mali cooperation           none of that stance or type; likewise with "<>", a modality and a speaker
 *   -                                  no relation at all
 *   only                               no cooperation and no conflict but what stands before it
 *   actors: 2                          so many actors
 *   one: Chad = N’Djamena              these names are one actor
 *   two: Chad | Mali                   these names are so many actors, all on the map
 *
 * A name is that of an actor, one of its aliases or one of its mentions other than pronouns, whatever the case and without an
 * article before it; of a person the last name is enough.
 */
typedef struct _Expectation Expectation;

/* text: expectations parted by "; ". Returns: (transfer full): an array of them, or NULL with *complaint set, which the caller frees. */
GPtrArray *expectations_parse (const char *text, char **complaint);
/* NULL, or why the map is not as expected; the caller frees it. */
char      *expectations_check (GPtrArray *expectations, EntMap *map);
/* Whether one of them says what must not be on the map. */
gboolean   expectations_forbid (GPtrArray *expectations);
/* All relations of a map in the words of the tables, with "; " between; "-" for none. The caller frees it. */
char      *expectations_describe (EntMap *map);

G_END_DECLS
