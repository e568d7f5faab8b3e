/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-edits.h"

G_BEGIN_DECLS

/**
 * EntSession:
 * What one window works on: a map, the file it is kept in, whether it was changed since, and what is selected on it.
 * The views of a window share one session and never speak to each other.
 *
 * Properties: "map" (EntMap, nullable), "file" (GFile, nullable), "edited" (gboolean), "least-confidence" (double, 0–1, may be
 * set: links below it are not shown), all with notify.
 * Signals: "changed": the map is another one or something on it changed. "selection-changed": after ent_session_select().
 */
#define ENT_TYPE_SESSION (ent_session_get_type ())
G_DECLARE_FINAL_TYPE (EntSession, ent_session, ENT, SESSION, GObject)

EntSession  *ent_session_new          (void);
EntMap      *ent_session_get_map      (EntSession *self);      /* nullable */
EntMapEdits *ent_session_get_edits    (EntSession *self);      /* of the map, another one for another map; nullable */
GFile       *ent_session_get_file     (EntSession *self);      /* nullable: never saved */
gboolean     ent_session_get_edited   (EntSession *self);
EntActor    *ent_session_get_actor    (EntSession *self);      /* selected; at most one of these two is not NULL */
EntRelation *ent_session_get_relation (EntSession *self);

/* Takes up another map, unedited, with nothing selected. file: the .entente file it comes from, nullable. */
void         ent_session_open         (EntSession *self, EntMap *map, GFile *file);
/* What the window shows of the map's links. The map keeps all of them. A relation that is hidden is selected no more. */
double       ent_session_get_least_confidence (EntSession *self);
void         ent_session_set_least_confidence (EntSession *self, double least_confidence);
gboolean     ent_session_shows        (EntSession *self, EntRelation *relation);
guint        ent_session_count_hidden (EntSession *self);      /* 0 where there is no map */
/* A number for the map as it is: the same again when an edit was undone or done again. */
guint        ent_session_get_serial   (EntSession *self);
/* The map as it was at @serial stands in file: it counts as edited where it was changed since. */
void         ent_session_saved        (EntSession *self, GFile *file, guint serial);
/* Selects an actor or a relation of the map; with both NULL nothing is selected. */
void         ent_session_select       (EntSession *self, EntActor *actor, EntRelation *relation);

G_END_DECLS
