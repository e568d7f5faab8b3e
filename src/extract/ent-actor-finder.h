/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-cast.h"

G_BEGIN_DECLS

/**
 * ent_actor_finder_find:
 * Finds the parties that a text speaks of: names by the gazetteer and the language model, then nouns and pronouns by
 * coreference, each party once however it is called.
 * Returns: (transfer full): the cast
 */
EntCast *ent_actor_finder_find (const EntReading *reading, const EntGazetteer *gazetteer, const EntWordLists *lists);

G_END_DECLS
