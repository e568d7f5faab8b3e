/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ent_save_problem_new:
 * A dialog that says which file a map could not be saved to and why, and asks what to do. Its "response" is "cancel", "save-as",
 * and "replace" where another program changed the file (ENT_MAP_ERROR_CHANGED), "again" otherwise.
 * Returns: (transfer none): the dialog, an AdwMessageDialog over @parent, not shown yet
 */
GtkWidget *ent_save_problem_new (GtkWindow *parent, GFile *file, const GError *error);

G_END_DECLS
