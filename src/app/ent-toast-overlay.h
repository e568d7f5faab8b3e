/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* adw_toast_overlay_add_toast(), but the toast may be dismissed at any time, by the program as by the reader. All toasts of an overlay
 * are to be added this way, and all with the same priority. One that is dismissed while it slides in loses its button at once and goes
 * away once it is in place: "dismissed" is then emitted a second time. toast: (transfer full) */
void ent_toast_overlay_add       (AdwToastOverlay *overlay, AdwToast *toast);
/* How far above the overlay's lower edge toasts begin, those that are shown and those to come. Not to be called while sizes are given out. */
void ent_toast_overlay_set_lower (AdwToastOverlay *overlay, int lower_px);

G_END_DECLS
