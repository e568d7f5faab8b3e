/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

typedef enum {
  ENT_LINK_COLUMN_FROM,
  ENT_LINK_COLUMN_RELATION,
  ENT_LINK_COLUMN_TO,
  ENT_LINK_COLUMN_STANCE,
  ENT_LINK_COLUMN_QUOTES,
  ENT_LINK_COLUMN_CONFIDENCE,
  ENT_N_LINK_COLUMNS
} EntLinkColumn;

/* What a cell says of a link. (transfer full) */
char *ent_link_column_dup_text (EntLinkColumn column, EntRelation *relation);
/* A GCompareDataFunc over links; column: an EntLinkColumn, by GUINT_TO_POINTER. Words are ordered as the locale does. */
int   ent_link_column_compare  (gconstpointer a, gconstpointer b, gpointer column);

G_END_DECLS
