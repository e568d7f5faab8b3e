/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntApplication:
 * One process, a window for each map; the language model is shared by all of them.
 */
#define ENT_TYPE_APPLICATION (ent_application_get_type ())
G_DECLARE_FINAL_TYPE (EntApplication, ent_application, ENT, APPLICATION, AdwApplication)

EntApplication *ent_application_new             (void);
EntModelStore  *ent_application_get_model_store (EntApplication *self);
/* The window that shows a file or what was read from it; NULL for none. Borrowed. */
GtkWindow      *ent_application_find_window     (EntApplication *self, GFile *file);
/* Shows an actor of a map, in the window where the file is open or another. actor_id: nothing is selected where it is not on the map. */
void            ent_application_open_actor      (EntApplication *self, GFile *file, const char *actor_id);

G_END_DECLS
