/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-articles.h"
#include "ent-scene.h"

G_BEGIN_DECLS

/**
 * EntMapFilter:
 * Which of a map's links and actors are to be seen: on the map, in the table, in what is exported. It knows actors and articles
 * by their ids, so that a copy serves for a copy of the map, in a worker.
 *
 * Properties, all writable, with notify: "least-confidence" (double, 0–1), "cooperation", "conflict", "neutral" (gboolean: whether links of
 * that stance are shown), "least-quotes" (int, 1–99), "article" (string, nullable: an EntSource's id; with one, quotes of other
 * articles do not count), "fades" (gboolean: what does not pass is drawn pale instead of not at all; what is less sure than
 * least-confidence is never drawn).
 * Signal "changed": after any change.
 */
#define ENT_TYPE_MAP_FILTER (ent_map_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntMapFilter, ent_map_filter, ENT, MAP_FILTER, GObject)

EntMapFilter *ent_map_filter_new            (void);
EntMapFilter *ent_map_filter_dup            (EntMapFilter *self);
/* Whether a link is to be seen; its ends count as well. */
gboolean      ent_map_filter_passes         (EntMapFilter *self, EntRelation *relation);
/* Whether it is as sure as is asked for, whatever else. */
gboolean      ent_map_filter_is_sure        (EntMapFilter *self, EntRelation *relation);
/* Whether an actor is to be seen for its own sake, whatever its links. */
gboolean      ent_map_filter_passes_actor   (EntMapFilter *self, EntActor *actor);
/* How many of its criteria leave something out: stance, type, kind, quotes, article or comparison. Confidence and focus do not count. */
guint         ent_map_filter_count          (EntMapFilter *self);
/* Hides or fades what does not pass. An actor whose links have all gone is faded. */
void          ent_map_filter_apply          (EntMapFilter *self, EntScene *scene);

double        ent_map_filter_get_least_confidence (EntMapFilter *self);
void          ent_map_filter_set_least_confidence (EntMapFilter *self, double least_confidence);
gboolean      ent_map_filter_get_stance     (EntMapFilter *self, EntStance stance);
void          ent_map_filter_set_stance     (EntMapFilter *self, EntStance stance, gboolean shown);
gboolean      ent_map_filter_get_type_shown (EntMapFilter *self, EntRelationType type);
void          ent_map_filter_set_type_shown (EntMapFilter *self, EntRelationType type, gboolean shown);
gboolean      ent_map_filter_get_kind       (EntMapFilter *self, EntKind kind);
void          ent_map_filter_set_kind       (EntMapFilter *self, EntKind kind, gboolean shown);
int           ent_map_filter_get_least_quotes (EntMapFilter *self);
void          ent_map_filter_set_least_quotes (EntMapFilter *self, int least_quotes);
const char   *ent_map_filter_get_article    (EntMapFilter *self);
void          ent_map_filter_set_article    (EntMapFilter *self, const char *id);   /* ends a comparison */

/* Two articles beside each other: links and actors are seen that are in one of the given shares of them, and quotes of any third do
 * not count. shares: bits, 1 << EntArticleShare. */
#define ENT_MAP_FILTER_ALL_SHARES (1u << ENT_IN_FIRST | 1u << ENT_IN_SECOND | 1u << ENT_IN_BOTH)
/* first, second: ids of two articles; takes the place of a single article. */
void          ent_map_filter_compare        (EntMapFilter *self, const char *first, const char *second, guint shares);
void          ent_map_filter_end_comparison (EntMapFilter *self);
/* FALSE: there is none, and nothing is set. All (out) (optional) (transfer none). */
gboolean      ent_map_filter_get_comparison (EntMapFilter *self, const char **first, const char **second, guint *shares);
gboolean      ent_map_filter_get_fades      (EntMapFilter *self);
void          ent_map_filter_set_fades      (EntMapFilter *self, gboolean fades);
/* Only these actors, and the links among them. ids: (transfer full) (nullable) (element-type utf8): a set; NULL for all. */
void          ent_map_filter_take_focus     (EntMapFilter *self, GHashTable *ids);
/* Draws everything pale that is not among these, of what passes. ids: (transfer full) (nullable) (element-type utf8): of actors and links. */
void          ent_map_filter_take_path      (EntMapFilter *self, GHashTable *ids);
/* Whether a link is among these, or there are none. */
gboolean      ent_map_filter_is_on_path     (EntMapFilter *self, EntRelation *relation);
/* Everything is to be seen again that is sure enough; focus and path stay, and so does whether it fades. */
void          ent_map_filter_clear          (EntMapFilter *self);

G_END_DECLS
