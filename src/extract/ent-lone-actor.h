/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-cast.h"

#include "ent-source.h"

G_BEGIN_DECLS

/**
 * ent_lone_actor_stays:
 * @actor: one of the cast without any link
 * @source: its text is the reading's
 *
 * Whether an actor that nothing ties to another is still worth a place on the map: a country and a person always; a people, unless
 * its name only describes; a place that is named again and again; a body that is, or takes part in what a clause tells, or is
 * named in the headline. What is never named, but only spoken of by a noun, is not.
 *
 * Returns: whether it stays. Cost: O(references).
 */
gboolean ent_lone_actor_stays (const EntReading *reading, const EntCast *cast, guint actor, EntSource *source);

G_END_DECLS
