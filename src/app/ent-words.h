/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/* The words of the trade as they stand on the screen, in the reader's language. Static strings. */
const char *ent_words_stance    (EntStance stance);
const char *ent_words_kind      (EntKind kind);
/* A type as a thing one may choose: "Support". */
const char *ent_words_type      (EntRelationType type);
/* A type as what one actor does to another: "supports". */
const char *ent_words_type_verb (EntRelationType type);
/* NULL for what is asserted: nothing need be said of it. */
const char *ent_words_modality  (EntModality modality);

/* "Country · 5 links". (transfer full) */
char *ent_words_dup_actor      (EntActor *actor, guint n_links);
/* "Russia opposes NATO": what a link says, to be heard. (transfer full) */
char *ent_words_dup_statement  (EntRelation *relation);
/* "Conflict · 4 quotes · confidence 93 %". (transfer full) */
char *ent_words_dup_stance_and_grounds (EntRelation *relation);
/* "Russia → NATO", with ↔ where the relation is mutual. (transfer full) */
char *ent_words_dup_direction  (EntRelation *relation);
/* "93 %". (transfer full) */
char *ent_words_dup_confidence (EntRelation *relation);
/* "4 quotes · confidence 93 %". (transfer full) */
char *ent_words_dup_grounds    (EntRelation *relation);
/* "opposes · 3 quotes · 93 %". (transfer full) */
char *ent_words_dup_summary    (EntRelation *relation);
/* A text with percents in it, as it is to stand on the screen: where one reads from right to left their signs would come before the
 * numbers else. Takes the text. (transfer full) */
char *ent_words_take_percent   (char *text);
/* "12 actors · 23 links · 1 article", or "… · 20 of 23 links · …" where some are hidden. (transfer full) */
char *ent_words_dup_map_size   (EntMap *map, guint n_hidden);
/* "3 weak links hidden", "No links hidden". (transfer full) */
char *ent_words_dup_hidden     (guint n_hidden);
/* When an article appeared, as dates are written here; NULL where that is not known. (transfer full) */
char *ent_words_dup_date       (EntSource *source);
/* What a file is called on the screen. (transfer full) */
char *ent_words_dup_file_name  (GFile *file);

G_END_DECLS
