/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

G_BEGIN_DECLS

/* Finding words on a map. A stretch of text is found wherever it stands, in words of any script, whatever its case and accents. */

/* What is looked for, folded; NULL where there is nothing to look for. (transfer full) */
char      *ent_search_dup_needle        (const char *text);
/* needle: from ent_search_dup_needle(). An actor: by its names. A relation: by its label, its type, its quotes. */
gboolean   ent_search_matches_actor     (const char *needle, EntActor *actor);
gboolean   ent_search_matches_relation  (const char *needle, EntRelation *relation);
/* Everything shown that matches: actors first, in the map's order, then relations. (transfer full) (element-type GObject): each an
 * EntActor or an EntRelation; empty where there is nothing to look for. O(text of all quotes). */
GPtrArray *ent_search_find              (EntSession *session, const char *text);

G_END_DECLS
