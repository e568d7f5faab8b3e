/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small generator of random numbers (splitmix64, Steele, Lea & Flood 2014): the same seed gives the same row on every machine. */
typedef struct { guint64 state; } EntRandom;

static inline guint64
ent_random_next (EntRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* In [0, 1). */
static inline double
ent_random_double (EntRandom *self)
{
  return (double) (ent_random_next (self) >> 11) / 9007199254740992.0;
}

/* In 0 … n − 1; n > 0. */
static inline guint
ent_random_below (EntRandom *self, guint n)
{
  return (guint) (((ent_random_next (self) >> 32) * (guint64) n) >> 32);
}

G_END_DECLS
