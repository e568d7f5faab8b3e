/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Unknown members hang on their object as qdata: few objects have any. */
#include "ent-map-private.h"

static G_DEFINE_QUARK (ent-extra, extra)

JsonObject *
ent_extra_get (gpointer object)
{
  g_return_val_if_fail (G_IS_OBJECT (object), NULL);
  return g_object_get_qdata (object, extra_quark ());
}

void
ent_extra_take (gpointer object, JsonObject *extra)
{
  g_return_if_fail (G_IS_OBJECT (object));
  g_object_set_qdata_full (object, extra_quark (), extra, (GDestroyNotify) json_object_unref);
}
