/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called once, before the first window: from then on a screen reader hears the names of buttons and of
 * items of menus as they are read. */
void ent_spoken_names_init (void);

G_END_DECLS
