/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-terms.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a combo row a choice among the relation types, grouped by stance, each with its stance's colour. */
void            ent_type_choice_set_up (AdwComboRow *row);
/* Between a type and its place in the row; ENT_RELATION_NONE and GTK_INVALID_LIST_POSITION are none. */
guint           ent_type_choice_find   (EntRelationType type);
EntRelationType ent_type_choice_get    (guint position);

G_END_DECLS
