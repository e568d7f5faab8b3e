/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntFilterPopover:
 * What the filter bar has no room for: kinds of actors, types of links, number of quotes, article, and how what is left out looks.
 *
 * Property: "session" (EntSession), whose filter it shows and sets.
 */
#define ENT_TYPE_FILTER_POPOVER (ent_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntFilterPopover, ent_filter_popover, ENT, FILTER_POPOVER, GtkPopover)

G_END_DECLS
