/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program's own files lie: where they were installed, or, in a build that never was, in its source tree. */

/* Name of the environment variable that the programs (not the engine) look at for another model. */
#define ENT_INSTALL_MODEL_VARIABLE "ENTENTE_MODEL"

/**
 * ent_install_dup_model_path:
 * Where to load the language model from.
 * @chosen: (nullable): what the user asked for, taken as it is where it is not empty
 * Returns: (transfer full): @chosen, else the installed model, else that of the source tree; where neither is there the path of
 * the installed one, for the message of whoever fails to open it
 */
char *ent_install_dup_model_path (const char *chosen);

/* A data file by its name below the data folder, "sample/x.txt": installed or in the source tree's data/. (transfer full), NULL where
 * neither is there. */
char *ent_install_dup_data_path  (const char *name);

G_END_DECLS
