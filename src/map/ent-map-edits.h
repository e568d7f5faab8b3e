/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/**
 * EntMapEdits:
 * Edits of a map by hand, each of which can be undone and done again, without limit. Undoing restores the map as ent_map_to_json()
 * writes it, to the byte. The map says "changed" once for each edit, undo and redo. What is changed on the map by other means
 * cannot be undone, and should not happen between two edits.
 *
 * What an edit sets is marked on the map as set by hand (ent_actor_get_edited(), ent_relation_get_edited(), by_hand of a quote), and
 * what it takes off is remembered there, so that ent_map_edits_add_reading() of the same article keeps both.
 *
 * Every function but begin and end is one step with a name; between ent_map_edits_begin() and the ent_map_edits_end() that belongs
 * to it they all are one. An edit that changes nothing is no step.
 *
 * A text that is too long for a map (ent-limits.h) is not taken: the edit returns FALSE or NULL with ENT_MAP_ERROR_TOO_LARGE set,
 * worded for who typed it, and changes nothing.
 *
 * Signal "changed": what can be undone or done again is another step; after the map's own "changed".
 */
#define ENT_TYPE_MAP_EDITS (ent_map_edits_get_type ())
G_DECLARE_FINAL_TYPE (EntMapEdits, ent_map_edits, ENT, MAP_EDITS, GObject)

/* Keeps a reference on the map. Borrowed pointers that are given below belong to the map. */
EntMapEdits *ent_map_edits_new           (EntMap *map);
EntMap      *ent_map_edits_get_map       (EntMapEdits *self);
/* What was done last and undone last, translated: "merge of Moscow and Russia", to be put behind "Undo"; NULL: there is none. */
const char  *ent_map_edits_get_undo_name (EntMapEdits *self);
const char  *ent_map_edits_get_redo_name (EntMapEdits *self);
/* A number for the map as it is: the same again when an edit was undone or done again, and else never the same. */
guint        ent_map_edits_get_state     (EntMapEdits *self);
gboolean     ent_map_edits_undo          (EntMapEdits *self);   /* FALSE: there is nothing */
gboolean     ent_map_edits_redo          (EntMapEdits *self);
/* name: as above, NULL for the name of the first edit in it. Calls nest; the outermost names the step. */
void         ent_map_edits_begin         (EntMapEdits *self, const char *name);
void         ent_map_edits_end           (EntMapEdits *self);
/* In place of the outermost end: what was edited since begin is taken back, as if it had never been; it is no step. */
void         ent_map_edits_cancel        (EntMapEdits *self);

/* ── The map ── */
gboolean ent_map_edits_set_title   (EntMapEdits *self, const char *title, GError **error);
/* Inside begin and end: the places of all actors are about to change, by the caller. */
void     ent_map_edits_touch_places (EntMapEdits *self);

/* ── Actors ── */
/* The name that it had becomes one of its other names. name: not empty but for white space, or nothing happens. */
gboolean  ent_map_edits_set_name     (EntMapEdits *self, EntActor *actor, const char *name, GError **error);
void      ent_map_edits_set_kind     (EntMapEdits *self, EntActor *actor, EntKind kind);
gboolean  ent_map_edits_set_note     (EntMapEdits *self, EntActor *actor, const char *note, GError **error);
/* Takes actors with all their links, and links, off the map. Either list may be empty. */
void      ent_map_edits_remove       (EntMapEdits *self, EntActor *const *actors, guint n_actors, EntRelation *const *relations, guint n_relations);
/* mention: where the article speaks of it, nullable. x, y: map units. Returns: (transfer none): the new actor, or NULL */
EntActor *ent_map_edits_add_actor    (EntMapEdits *self, const char *name, EntKind kind, const EntActorMention *mention, double x, double y, GError **error);

/**
 * ent_map_edits_merge:
 * Makes one actor of two: @into keeps its name, kind and place and gets the names, mentions, note and links of @part. Links that
 * come to lie between the same actors with the same type are joined, those between the two go; nothing is lost: the map holds @part
 * as it was, in files as well, until ent_map_edits_split(). Two notes that are too long together are not joined, nor the actors then.
 * Cost: O(links × quotes).
 */
gboolean  ent_map_edits_merge        (EntMapEdits *self, EntActor *into, EntActor *part, GError **error);
/**
 * ent_map_edits_split:
 * Takes an actor apart into what was merged into it, exactly as before where nothing was edited since. Edits since then stay with
 * the actor and the links that they were made on; a quote that was taken off meanwhile stays off. Merges of others that were done
 * later are taken back and done again around it.
 */
void      ent_map_edits_split        (EntMapEdits *self, EntActor *actor);
/* How many actors were merged into this one, and those, borrowed from the map (they are not on it): index < that number. */
guint     ent_map_count_parts        (EntMap *map, EntActor *actor);
EntActor *ent_map_get_part           (EntMap *map, EntActor *actor, guint index);

/* ── Links ── */
/* label: what is written on the link from now on, NULL leaves it. */
void         ent_map_edits_set_type      (EntMapEdits *self, EntRelation *relation, EntRelationType type, const char *label);
void         ent_map_edits_reverse       (EntMapEdits *self, EntRelation *relation);
void         ent_map_edits_set_mutual    (EntMapEdits *self, EntRelation *relation, gboolean mutual);
gboolean     ent_map_edits_set_label     (EntMapEdits *self, EntRelation *relation, const char *label, GError **error);
gboolean     ent_map_edits_set_link_note (EntMapEdits *self, EntRelation *relation, const char *note, GError **error);
/* A quote that is accepted has confidence 1; accept FALSE gives it back what the model said. index: among the link's quotes. */
void         ent_map_edits_accept_quote  (EntMapEdits *self, EntRelation *relation, guint index, gboolean accept);
/* Takes a quote off its link, and with the last one the link off the map. */
void         ent_map_edits_reject_quote  (EntMapEdits *self, EntRelation *relation, guint index);
/* A passage as the ground of a link; to the link of the same actors and type, or else to a new one. quote: its confidence and
 * by_hand are set here. label: of a new link. Returns: (transfer none): the link */
EntRelation *ent_map_edits_add_quote     (EntMapEdits *self, EntActor *from, EntActor *to, EntRelationType type, const char *label, const EntEvidence *quote);

/* ── Articles ── */

/**
 * ent_map_edits_add_reading:
 * @reading: a map as an article was read into it; it is not changed
 *
 * Adds what an article says to the map. Its actors are recognised among those of the map by their names: same name and kind, or else
 * another name of just one of them; what was merged into an actor counts as that actor. Links between the same actors and of the same
 * type are joined. Actors that are new have no place yet; nothing else moves.
 *
 * An article whose text is on the map already is read again. Its actors are recognised by where they are mentioned. What was set or
 * entered by hand stays, what was taken off stays off, quotes that are no longer found go, new ones come.
 *
 * Cost: O(actors + names + mentions + quotes), of the map and the reading.
 */
void ent_map_edits_add_reading   (EntMapEdits *self, EntMap *reading);
/* Takes an article off the map with its mentions and quotes, the links that rest on nothing else, and the actors that are in no
 * other article and have no link left; those that were added by hand stay. */
void ent_map_edits_remove_source (EntMapEdits *self, EntSource *source);

G_END_DECLS
