/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

/**
 * ent_recovery_offer:
 * Asks, where earlier runs of the program ended with unsaved changes, whether to take them up, each in a window of its own, to give
 * them up, or to leave them for the next start. Does nothing where there are none.
 * @parent: the window that the question stands over
 * @folder: of the entries (ent_recovery_dup_folder())
 */
void ent_recovery_offer (GtkWindow *parent, const char *folder);

G_END_DECLS
