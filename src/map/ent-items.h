/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Mentions or quotes in their order, and beside each the members of the file that this version does not know. */
typedef struct {
  GArray    *items;
  GPtrArray *extras;   /* JsonObject or NULL by index; shorter than items where the rest have none */
} EntItems;

/* clear: frees what an item holds. */
EntItems   *ent_items_new        (guint item_size, GDestroyNotify clear);
void        ent_items_free       (EntItems *self);
/* ref: takes the references that a copied item holds. (transfer full) */
EntItems   *ent_items_dup        (const EntItems *self, guint item_size, GDestroyNotify clear, GFunc ref);
void        ent_items_remove     (EntItems *self, guint index);
JsonObject *ent_items_get_extra  (const EntItems *self, guint index);                       /* borrowed, NULL where there are none */
void        ent_items_take_extra (EntItems *self, guint index, JsonObject *extra);          /* takes ownership, NULL clears */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntItems, ent_items_free)

G_END_DECLS
