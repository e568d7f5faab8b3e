/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-edits.h"
#include "ent-map-filter.h"
#include "ent-map-look.h"

G_BEGIN_DECLS

/**
 * EntSession:
 * What one window works on: a map, the file it is kept in, whether it was changed since, what of it is shown, and what is selected on it.
 * The views of a window share one session and never speak to each other.
 *
 * Properties: "map" (EntMap, nullable), "file" (GFile, nullable), "edited" (gboolean), "least-confidence" (double, 0–1, may be
 * set: links below it are not shown), all with notify.
 * Signals: "changed": the map is another one or something on it changed. "selection-changed": something else is selected.
 * "filter-changed": other links or actors are shown. "look-changed": they look otherwise. "ways-changed": another path is shown, or
 * another neighbourhood.
 */
#define ENT_TYPE_SESSION (ent_session_get_type ())
G_DECLARE_FINAL_TYPE (EntSession, ent_session, ENT, SESSION, GObject)

EntSession  *ent_session_new          (void);
EntMap      *ent_session_get_map      (EntSession *self);      /* nullable */
EntMapEdits *ent_session_get_edits    (EntSession *self);      /* of the map, another one for another map; nullable */
GFile       *ent_session_get_file     (EntSession *self);      /* nullable: never saved */
const char  *ent_session_get_stamp    (EntSession *self);      /* nullable: what stood in the file when it was read or saved (ent_map_load_stamped()) */
gboolean     ent_session_get_edited   (EntSession *self);
EntActor    *ent_session_get_actor    (EntSession *self);      /* selected; at most one of these two is not NULL */
EntRelation *ent_session_get_relation (EntSession *self);

/* Takes up another map, unedited, with nothing selected. file: the .entente file it comes from, nullable. */
void         ent_session_open         (EntSession *self, EntMap *map, GFile *file);
/* What the window shows of the map. The map keeps all of it. What is hidden is selected no more. Another map starts unfiltered,
 * but for the least confidence and whether the filter fades. (borrowed) */
EntMapFilter *ent_session_get_filter  (EntSession *self);
/* The filter's. */
double       ent_session_get_least_confidence (EntSession *self);
void         ent_session_set_least_confidence (EntSession *self, double least_confidence);
/* Whether a relation passes the filter. */
gboolean     ent_session_shows        (EntSession *self, EntRelation *relation);
/* How many links do not pass, and how many of them for lack of confidence alone or among others; 0 where there is no map. */
guint        ent_session_count_hidden (EntSession *self);
guint        ent_session_count_weak   (EntSession *self);
/* What colours and sizes say. (borrowed) */
EntMapLook  *ent_session_get_look     (EntSession *self);

/* ent-session-ways.c. Both follow the map and the filter; another map starts without. */
/* How two actors are connected over links that are shown: the path stands out, and nothing is selected. FALSE where there is no
 * way, without an error, or where none could be looked for; what was shown is then shown still. */
gboolean     ent_session_connect      (EntSession *self, EntActor *from, EntActor *to, GError **error);
/* (element-type EntActor) (nullable): NULL where none is shown. */
GPtrArray   *ent_session_get_path     (EntSession *self);
/* The links of the path that is shown, step by step. (transfer full) (element-type EntRelation); may be empty. */
GPtrArray   *ent_session_list_path_links (EntSession *self);
void         ent_session_clear_path   (EntSession *self);
/* Shows only an actor and who is within a number of links of it; depth 0 (or no actor) shows all again. FALSE with an error where who
 * that is could not be found out: then all is shown. */
gboolean     ent_session_focus        (EntSession *self, EntActor *actor, guint depth, GError **error);
/* Returns the depth, 0 where all is shown. actor: (out) (optional) (nullable) (transfer none). */
guint        ent_session_get_focus    (EntSession *self, EntActor **actor);

/* A number for the map as it is: the same again when an edit was undone or done again. */
guint        ent_session_get_serial   (EntSession *self);
/* The map as it was at @serial stands in file: it counts as edited where it was changed since. */
void         ent_session_saved        (EntSession *self, GFile *file, guint serial);
/* To be called after the file was read or written; another file has none. */
void         ent_session_set_stamp    (EntSession *self, const char *stamp);
/* Selects an actor or a relation of the map; with both NULL nothing is selected. */
void         ent_session_select       (EntSession *self, EntActor *actor, EntRelation *relation);

/* ent-session-several.c. Selects actors of the map together: one is selected as by ent_session_select(), with none nothing is. */
void         ent_session_select_several (EntSession *self, EntActor *const *actors, guint n_actors);
/* (element-type EntActor) (nullable): at least two, or NULL; then neither an actor nor a relation is selected alone. (borrowed) */
GPtrArray   *ent_session_get_several  (EntSession *self);
/* Alone or among several. actor: nullable. */
gboolean     ent_session_is_selected  (EntSession *self, EntActor *actor);

G_END_DECLS
