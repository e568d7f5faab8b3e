/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntExportDialog:
 * Asks what a map is to be exported as, and shows of the options those that the chosen format has.
 *
 * Signal "accepted": the person wants it so; the dialog is closed after it.
 */
#define ENT_TYPE_EXPORT_DIALOG (ent_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ENT, EXPORT_DIALOG, AdwWindow)

/* settings: nullable; what was chosen last time is chosen again. */
GtkWidget       *ent_export_dialog_new         (GtkWindow *parent, GSettings *settings);
/* The drawing that is to be exported, for its size to be told; it is looked at here and not kept. */
void             ent_export_dialog_set_scene   (EntExportDialog *self, const EntScene *scene);
EntExportFormat  ent_export_dialog_get_format  (EntExportDialog *self);
/* "Picture (PNG)". Static. */
const char      *ent_export_dialog_get_format_name (EntExportDialog *self);
EntExportOptions ent_export_dialog_get_options (EntExportDialog *self);

G_END_DECLS
