/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/* What exports say in the reader's language of what stands on a map. */

/* "cooperation". Static. */
const char *ent_export_words_stance    (EntStance stance);
/* "country". Static. */
const char *ent_export_words_kind      (EntKind kind);
/* A type as what one actor does to another: "supports". Static. */
const char *ent_export_words_type_verb (EntRelationType type);
/* "reported"; NULL for what is asserted: nothing need be said of it. Static. */
const char *ent_export_words_modality  (EntModality modality);

/* The relation's label, or its type's verb where it has none. Borrowed. */
const char *ent_export_words_get_label     (EntRelation *relation);
/* "Russia → NATO", with ↔ where the relation is mutual. (transfer full) */
char       *ent_export_words_dup_direction (EntRelation *relation);
/* A quote word for word, without white space around it. (transfer full) */
char       *ent_export_words_dup_quote     (const EntEvidence *evidence);
/* The words of a quote (as ent_export_words_dup_quote() gives it) that name the two actors and what is said of them: in bytes of
 * the quote, in its order, none overlapping. Returns how many. */
typedef struct { EntSpan span; gboolean predicate; } EntExportMark;
guint       ent_export_words_find_marks    (const EntEvidence *evidence, const char *quote, EntExportMark marks[3]);
/* Where it stands and with what reserve: "An article, ¶ 4 · reported: Emmanuel Macron". with_article: FALSE: "¶ 4 · …". (transfer full) */
char       *ent_export_words_dup_place     (const EntEvidence *evidence, gboolean with_article);
/* All quotes of a relation with their places, one a line: "“…” (¶ 4 · possible)". (transfer full) */
char       *ent_export_words_dup_quotes    (EntRelation *relation, gboolean with_article);
/* How an actor is spoken of, the most frequent words first: "12 mentions: “Ukraine” 8, “Kyiv” 4"; NULL for none. (transfer full) */
char       *ent_export_words_dup_mentions  (EntActor *actor);
/* "93 %": never 100 for what was read, only for what a person entered. (transfer full) */
char       *ent_export_words_dup_percent   (double confidence);

G_END_DECLS
