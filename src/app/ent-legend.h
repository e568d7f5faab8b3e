/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntLegend:
 * What the colours of the links mean.
 *
 * Property "colour-by" (as EntMapLook's, to be set): whether it says what the colours of actors mean too.
 */
#define ENT_TYPE_LEGEND (ent_legend_get_type ())
G_DECLARE_FINAL_TYPE (EntLegend, ent_legend, ENT, LEGEND, GtkWidget)

G_END_DECLS
