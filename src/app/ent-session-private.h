/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

G_BEGIN_DECLS

struct _EntSession {
  GObject       parent_instance;
  EntMap       *map;
  gulong        map_changed;
  GFile        *file;
  gboolean      edited;
  guint         serial;
  EntActor     *actor;
  EntRelation  *relation;
  EntMapFilter *filter;
  EntMapLook   *look;

  /* ent-session-ways.c */
  GPtrArray    *path;            /* EntActor; NULL for none */
  EntActor     *focus;           /* NULL for none */
  guint         focus_depth;
  gboolean      updating_ways;   /* the filter is being told: it need not be asked */
};

/* The map or the filter changed: path and neighbourhood are found anew, or given up. */
void ent_session_update_ways (EntSession *self);
/* Without a word. */
void ent_session_forget_ways (EntSession *self);

G_END_DECLS
