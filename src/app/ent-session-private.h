/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

G_BEGIN_DECLS

struct _EntSession {
  GObject       parent_instance;
  EntMap       *map;
  EntMapEdits  *edits;           /* of the map */
  gulong        map_changed;
  GFile        *file;
  char         *stamp;           /* of the file as it was read or written last; NULL where there is none */
  gboolean      edited;
  guint         saved_serial;    /* of the map as it stands in the file */
  EntActor     *actor;
  EntRelation  *relation;
  GPtrArray    *several;         /* EntActor, at least two; NULL: nobody, or one */
  EntMapFilter *filter;
  EntMapLook   *look;

  /* ent-session-ways.c */
  GPtrArray    *path;            /* EntActor; NULL for none */
  EntActor     *focus;           /* NULL for none */
  guint         focus_depth;
  gboolean      updating_ways;   /* the filter is being told: it need not be asked */
  gboolean      ways_prepared;
};

/* Whether it is on the map and not hidden. */
gboolean ent_session_shows_actor (EntSession *self, EntActor *actor);
/* The map or the filter changed: who is gone is selected no more. */
void ent_session_update_several (EntSession *self);
/* The map or the filter changed: path and neighbourhood are found anew, or given up. */
void ent_session_update_ways (EntSession *self);
/* The library that finds ways is loaded when it is first used (ent-late.h), which takes a frame or two: this uses it in a thread. To be
 * called when ways are likely to be asked for; the first time counts. */
void ent_session_prepare_ways (EntSession *self);
/* Without a word. */
void ent_session_forget_ways (EntSession *self);

G_END_DECLS
