/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntRelationRow:
 * A link in a list: who to whom, what, on how many quotes.
 */
#define ENT_TYPE_RELATION_ROW (ent_relation_row_get_type ())
G_DECLARE_FINAL_TYPE (EntRelationRow, ent_relation_row, ENT, RELATION_ROW, AdwActionRow)

GtkWidget   *ent_relation_row_new          (EntRelation *relation);
EntRelation *ent_relation_row_get_relation (EntRelationRow *self);

G_END_DECLS
