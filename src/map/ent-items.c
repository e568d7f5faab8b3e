/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-items.h"

static void
extra_free (gpointer extra)
{
  if (extra != NULL)
    json_object_unref (extra);
}

EntItems *
ent_items_new (guint item_size, GDestroyNotify clear)
{
  EntItems *self = g_new0 (EntItems, 1);

  self->items = g_array_new (FALSE, TRUE, item_size);
  g_array_set_clear_func (self->items, clear);
  self->extras = g_ptr_array_new_with_free_func (extra_free);
  return self;
}

void
ent_items_free (EntItems *self)
{
  g_array_unref (self->items);
  g_ptr_array_unref (self->extras);
  g_free (self);
}

EntItems *
ent_items_dup (const EntItems *self, guint item_size, GDestroyNotify clear, GFunc ref)
{
  EntItems *copy = ent_items_new (item_size, clear);

  for (guint i = 0; i < self->items->len; i++)
    ref (self->items->data + i * item_size, NULL);
  g_array_append_vals (copy->items, self->items->data, self->items->len);
  for (guint i = 0; i < self->extras->len; i++)
    {
      JsonObject *extra = self->extras->pdata[i];

      g_ptr_array_add (copy->extras, extra != NULL ? json_object_ref (extra) : NULL);
    }
  return copy;
}

void
ent_items_remove (EntItems *self, guint index)
{
  g_array_remove_index (self->items, index);
  if (index < self->extras->len)
    g_ptr_array_remove_index (self->extras, index);
}

JsonObject *
ent_items_get_extra (const EntItems *self, guint index)
{
  return index < self->extras->len ? self->extras->pdata[index] : NULL;
}

void
ent_items_take_extra (EntItems *self, guint index, JsonObject *extra)
{
  g_return_if_fail (index < self->items->len);
  if (extra == NULL && index >= self->extras->len)
    return;
  if (index >= self->extras->len)
    g_ptr_array_set_size (self->extras, (int) index + 1);
  extra_free (self->extras->pdata[index]);
  self->extras->pdata[index] = extra;
}
