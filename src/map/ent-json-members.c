/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* json-glib's own getters are called only after the node's type was looked at, since they complain on the program's stderr of
 * what is the file's fault. */
#include "ent-json-members.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

gboolean
ent_json_fail (EntJsonReader *reader, EntMapError code, const char *member, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (reader->error, ENT_MAP_ERROR, (int) code, "%s: %s%s%s: %s", reader->name, reader->place->str,
               reader->place->len > 0 && member != NULL ? "." : "", member != NULL ? member : "", what);
  return FALSE;
}

gboolean
ent_json_find_member (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, JsonNode **node)
{
  *node = json_object_get_member (object, member);
  if (*node != NULL && JSON_NODE_HOLDS_NULL (*node) && need == ENT_JSON_OPTIONAL)
    *node = NULL;
  if (*node == NULL && need == ENT_JSON_REQUIRED)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("is missing"));
  return TRUE;
}

gboolean
ent_json_holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
ent_json_get_string (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, gsize max_bytes, const char **out)
{
  JsonNode *node;

  if (!ent_json_find_member (reader, object, member, need, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!ent_json_holds (node, G_TYPE_STRING))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a string"));
  if (strlen (json_node_get_string (node)) > max_bytes)
    return ent_json_fail (reader, ENT_MAP_ERROR_TOO_LARGE, member, _("is longer than %zu bytes"), max_bytes);
  *out = json_node_get_string (node);
  return TRUE;
}

gboolean
ent_json_get_boolean (EntJsonReader *reader, JsonObject *object, const char *member, gboolean *out)
{
  JsonNode *node;

  if (!ent_json_find_member (reader, object, member, ENT_JSON_OPTIONAL, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!ent_json_holds (node, G_TYPE_BOOLEAN))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be true or false"));
  *out = json_node_get_boolean (node);
  return TRUE;
}

gboolean
ent_json_get_count (EntJsonReader *reader, JsonObject *object, const char *member, gsize max, gsize *out)
{
  JsonNode *node;
  gint64    value;

  if (!ent_json_find_member (reader, object, member, ENT_JSON_REQUIRED, &node))
    return FALSE;
  if (!ent_json_holds (node, G_TYPE_INT64))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a whole number"));
  value = json_node_get_int (node);
  if (value < 0 || (guint64) value > max)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("%" PRIi64 " lies outside the text, which has %zu characters"),
                 value, max);
  *out = (gsize) value;
  return TRUE;
}

gboolean
ent_json_get_double (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, double min, double max, double *out, gboolean *given)
{
  JsonNode *node;
  double    value;

  if (!ent_json_find_member (reader, object, member, need, &node))
    return FALSE;
  if (given != NULL)
    *given = node != NULL;
  if (node == NULL)
    return TRUE;
  if (!ent_json_holds (node, G_TYPE_DOUBLE) && !ent_json_holds (node, G_TYPE_INT64))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a number"));
  value = json_node_get_double (node);
  if (!isfinite (value) || value < min || value > max)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a number from %g to %g"), min, max);
  *out = value;
  return TRUE;
}

gboolean
ent_json_get_array (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, guint max, JsonArray **out)
{
  JsonNode *node;

  *out = NULL;
  if (!ent_json_find_member (reader, object, member, need, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a list"));
  *out = json_node_get_array (node);
  if (json_array_get_length (*out) > max)
    return ent_json_fail (reader, ENT_MAP_ERROR_TOO_LARGE, member, _("has more than %u members"), max);
  return TRUE;
}

gboolean
ent_json_get_term (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonFromString from_string, int *out)
{
  const char *name = NULL;

  if (!ent_json_get_string (reader, object, member, ENT_JSON_REQUIRED, ENT_LIMIT_LINE_BYTES, &name))
    return FALSE;
  if (!from_string (name, out))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("“%.40s” is none of the values allowed here"), name);
  return TRUE;
}

gboolean
ent_json_get_id (EntJsonReader *reader, JsonObject *object, const char **out)
{
  if (!ent_json_get_string (reader, object, "id", ENT_JSON_REQUIRED, ENT_JSON_MAX_ID_BYTES, out))
    return FALSE;
  return **out != '\0' || ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "id", _("must not be empty"));
}

gboolean
ent_json_read_list (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, guint max, EntJsonReadItem read_item, gpointer data)
{
  gsize      place_length = reader->place->len;
  JsonArray *array;

  if (!ent_json_get_array (reader, object, member, need, max, &array))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      g_string_append_printf (reader->place, "%s%s[%u]", place_length > 0 ? "." : "", member, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, NULL, _("must be an object"));
      if (!read_item (reader, json_node_get_object (node), data))
        return FALSE;
      g_string_truncate (reader->place, place_length);
    }
  return TRUE;
}

JsonObject *
ent_json_dup_extra (JsonObject *object, const char *const *known)
{
  g_autoptr (GList) names = json_object_get_members (object);
  JsonObject       *extra = NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (g_strv_contains (known, l->data))
        continue;
      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, l->data, json_object_dup_member (object, l->data));
    }
  return extra;
}
