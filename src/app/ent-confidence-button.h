/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntConfidenceButton:
 * In the bar above the map: how many links are hidden for lack of confidence, and behind it the scale that moves the
 * threshold.
 *
 * Property: "session" (EntSession), whose "least-confidence" it shows and sets.
 */
#define ENT_TYPE_CONFIDENCE_BUTTON (ent_confidence_button_get_type ())
G_DECLARE_FINAL_TYPE (EntConfidenceButton, ent_confidence_button, ENT, CONFIDENCE_BUTTON, GtkWidget)

GtkWidget *ent_confidence_button_new (EntSession *session);

G_END_DECLS
