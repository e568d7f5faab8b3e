/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A walk over the tree, bounded by what the reader and the map's own depth allow. Strings keep their UTF-8; only what JSON
 * asks for is escaped. */
#include "ent-json-print.h"

#include <math.h>
#include <string.h>

static void
print_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      guchar c = (guchar) *at;

      switch (c)
        {
        case '"':  g_string_append (out, "\\\""); break;
        case '\\': g_string_append (out, "\\\\"); break;
        case '\n': g_string_append (out, "\\n"); break;
        case '\r': g_string_append (out, "\\r"); break;
        case '\t': g_string_append (out, "\\t"); break;
        default:
          if (c < 0x20 || c == 0x7F)
            g_string_append_printf (out, "\\u%04x", c);
          else
            g_string_append_c (out, *at);
        }
    }
  g_string_append_c (out, '"');
}

static void
print_double (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    number = 0;   /* JSON has no word for it */
  if (number == 0)
    number = 0;   /* nor a use for a minus before it */
  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  g_string_append (out, text);
  if (strpbrk (text, ".e") == NULL)
    g_string_append (out, ".0");
}

static gboolean
is_flat (JsonNode *node)
{
  g_autoptr (GList) values = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    values = json_object_get_values (json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    values = json_array_get_elements (json_node_get_array (node));
  for (GList *l = values; l != NULL; l = l->next)
    if (JSON_NODE_HOLDS_OBJECT (l->data) || JSON_NODE_HOLDS_ARRAY (l->data))
      return FALSE;
  return TRUE;
}

static void
print_break (GString *out, gboolean broken, guint depth)
{
  if (!broken)
    return;
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void print_node (GString *out, JsonNode *node, gboolean pretty, guint depth);

static void
print_object (GString *out, JsonNode *node, gboolean pretty, guint depth)
{
  JsonObject        *object = json_node_get_object (node);
  g_autoptr (GList)  names = json_object_get_members (object);
  gboolean           broken = pretty && !is_flat (node);

  g_string_append_c (out, '{');
  for (GList *l = names; l != NULL; l = l->next)
    {
      print_break (out, broken, depth + 1);
      print_string (out, l->data);
      g_string_append (out, pretty ? ": " : ":");
      print_node (out, json_object_get_member (object, l->data), pretty, depth + 1);
      if (l->next != NULL)
        g_string_append (out, pretty && !broken ? ", " : ",");
    }
  print_break (out, broken, depth);
  g_string_append_c (out, '}');
}

static void
print_array (GString *out, JsonNode *node, gboolean pretty, guint depth)
{
  JsonArray *array = json_node_get_array (node);
  guint      n = json_array_get_length (array);
  gboolean   broken = pretty && !is_flat (node);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      print_break (out, broken, depth + 1);
      print_node (out, json_array_get_element (array, i), pretty, depth + 1);
      if (i + 1 < n)
        g_string_append (out, pretty && !broken ? ", " : ",");
    }
  print_break (out, broken, depth);
  g_string_append_c (out, ']');
}

static void
print_value (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    print_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    print_double (out, json_node_get_double (node));
}

static void
print_node (GString *out, JsonNode *node, gboolean pretty, guint depth)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT: print_object (out, node, pretty, depth); break;
    case JSON_NODE_ARRAY:  print_array (out, node, pretty, depth); break;
    case JSON_NODE_VALUE:  print_value (out, node); break;
    case JSON_NODE_NULL:
    default:               g_string_append (out, "null"); break;
    }
}

char *
ent_json_print (JsonNode *root, gboolean pretty)
{
  GString *out = g_string_new (NULL);

  print_node (out, root, pretty, 0);
  if (pretty)
    g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
