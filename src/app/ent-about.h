/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what the program is, who made it and what it rests on. parent: nullable; model_path: of the language model. */
void ent_about_show (GtkWindow *parent, const char *model_path);

G_END_DECLS
