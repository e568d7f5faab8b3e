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

static JsonNode *copy_node (JsonNode *node);

static JsonArray *
copy_array (JsonArray *array)
{
  JsonArray *copy = json_array_sized_new (json_array_get_length (array));

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, copy_node (json_array_get_element (array, i)));
  return copy;
}

/* json_node_copy() would share what is in it. */
static JsonNode *
copy_node (JsonNode *node)
{
  JsonNode *copy = json_node_new (json_node_get_node_type (node));

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_node_take_object (copy, ent_extra_copy (json_node_get_object (node)));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_node_take_array (copy, copy_array (json_node_get_array (node)));
  else if (JSON_NODE_HOLDS_VALUE (node))
    {
      g_auto (GValue) value = G_VALUE_INIT;

      json_node_get_value (node, &value);
      json_node_set_value (copy, &value);
    }
  return copy;
}

void
ent_extra_add_copy (JsonObject *object, JsonObject *extra)
{
  g_autoptr (GList) names = extra != NULL ? json_object_get_members (extra) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_member (object, l->data, copy_node (json_object_get_member (extra, l->data)));
}

JsonObject *
ent_extra_copy (JsonObject *extra)
{
  JsonObject *copy;

  if (extra == NULL)
    return NULL;
  copy = json_object_new ();
  ent_extra_add_copy (copy, extra);
  return copy;
}
