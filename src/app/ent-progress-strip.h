/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-opening.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntProgressStrip:
 * What is being read and how far it is, with a button to cancel it; hidden while nothing is read. What is done in a moment is
 * not shown at all. Property: "reading" (EntOpening, nullable). Signal "cancelled".
 */
#define ENT_TYPE_PROGRESS_STRIP (ent_progress_strip_get_type ())
G_DECLARE_FINAL_TYPE (EntProgressStrip, ent_progress_strip, ENT, PROGRESS_STRIP, GtkWidget)

void ent_progress_strip_set_opening (EntProgressStrip *self, EntOpening *opening);

G_END_DECLS
