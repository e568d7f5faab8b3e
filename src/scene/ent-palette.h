/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-terms.h"

G_BEGIN_DECLS

/* Colours of the drawing, the only place where they stand. A colour-blind-safe trio for the stances. */
typedef struct { double red, green, blue, alpha; } EntColour;

/* Tints of actors for groups of them, as communities; the first is grey, for who is in none. */
#define ENT_N_TINTS 7

typedef struct {
  EntColour ground;
  EntColour text;
  EntColour halo;
  EntColour accent;                       /* selection */
  EntColour stance[ENT_N_STANCES];        /* lines and arrows */
  EntColour stance_text[ENT_N_STANCES];   /* link labels: contrast ≥ 4.5 on the ground */
  EntColour kind_fill[ENT_N_KINDS];
  EntColour kind_line[ENT_N_KINDS];
  EntColour tint_fill[ENT_N_TINTS];
  EntColour tint_line[ENT_N_TINTS];
} EntPalette;

/* The palette lives as long as the program. */
const EntPalette *ent_palette_get (gboolean dark, gboolean high_contrast);
/* share: 0 gives a, 1 gives b. */
EntColour         ent_colour_mix  (EntColour a, EntColour b, double share);

G_END_DECLS
