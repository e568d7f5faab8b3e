/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map-edits.h"

/* A number below n, which is at least 1. */
typedef guint (*RandomDraw) (gpointer data, guint n);

/* A map with articles, the edits on it, and where chance comes from. */
typedef struct {
  EntMap      *map;
  EntMapEdits *edits;
  RandomDraw   draw;
  gpointer     data;
} RandomEdits;

/* (transfer full): two articles and nothing read of them. */
EntMap *random_edits_new_map (void);
/* One edit of any kind; it may be one that changes nothing, and then is no step. */
void    random_edits_make    (RandomEdits *self);
