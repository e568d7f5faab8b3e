/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several actors that are selected together: none, or at least two, all of them on the map and shown. One alone is the session's
 * selected actor. */
#include "ent-session-private.h"

GPtrArray *
ent_session_get_several (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->several;
}

gboolean
ent_session_is_selected (EntSession *self, EntActor *actor)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  return actor && (actor == self->actor || (self->several && g_ptr_array_find (self->several, actor, NULL)));
}

static gboolean
is_same (GPtrArray *several, GPtrArray *other)
{
  if (several == NULL || several->len != other->len)
    return FALSE;
  for (guint i = 0; i < other->len; i++)
    if (!g_ptr_array_find (several, other->pdata[i], NULL))
      return FALSE;
  return TRUE;
}

void
ent_session_select_several (EntSession *self, EntActor *const *actors, guint n_actors)
{
  g_autoptr (GPtrArray) several = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (ENT_IS_SESSION (self));

  for (guint i = 0; i < n_actors; i++)
    if (!g_ptr_array_find (several, actors[i], NULL))
      g_ptr_array_add (several, g_object_ref (actors[i]));
  if (several->len < 2) {
    ent_session_select (self, several->len > 0 ? several->pdata[0] : NULL, NULL);
    return;
  }
  if (is_same (self->several, several))
    return;
  g_clear_object (&self->actor);
  g_clear_object (&self->relation);
  g_clear_pointer (&self->several, g_ptr_array_unref);
  self->several = g_steal_pointer (&several);
  g_signal_emit_by_name (self, "selection-changed");
}

void
ent_session_update_several (EntSession *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->several && i < self->several->len; i++)
    if (ent_session_shows_actor (self, self->several->pdata[i]))
      g_ptr_array_add (shown, g_object_ref (self->several->pdata[i]));
  if (self->several && shown->len < self->several->len)
    ent_session_select_several (self, (EntActor *const *) shown->pdata, shown->len);
}
