/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-terms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntStanceSwatch:
 * A dot in a stance's colour, light or dark, or a link of it in small as the map draws it. Says nothing to a screen reader: the
 * word beside it does.
 *
 * Properties: "stance" (an EntStance as int), with notify; "link" (gboolean, construct only).
 */
#define ENT_TYPE_STANCE_SWATCH (ent_stance_swatch_get_type ())
G_DECLARE_FINAL_TYPE (EntStanceSwatch, ent_stance_swatch, ENT, STANCE_SWATCH, GtkWidget)

GtkWidget *ent_stance_swatch_new        (EntStance stance);
void       ent_stance_swatch_set_stance (EntStanceSwatch *self, EntStance stance);

G_END_DECLS
