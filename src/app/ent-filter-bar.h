/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntFilterBar:
 * A toggle a stance, and a button for the other filters with a badge that says how many are on.
 *
 * Property: "session" (EntSession), whose filter it shows and sets.
 */
#define ENT_TYPE_FILTER_BAR (ent_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterBar, ent_filter_bar, ENT, FILTER_BAR, GtkWidget)

GtkWidget *ent_filter_bar_new   (EntSession *session);
/* Opens the popover with the other filters. */
void       ent_filter_bar_popup (EntFilterBar *self);

G_END_DECLS
