/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A walk over the tree, bounded by what the reader and the map's own depth allow. Strings keep their UTF-8; only what JSON
 * asks for is escaped. */
#include "ent-json-print.h"

#include <math.h>
#include <string.h>

/* Whether a byte stands for itself in a string of JSON. */
static gboolean
is_plain (guchar c)
{
  return c >= 0x20 && c != 0x7F && c != '"' && c != '\\';
}

static void
print_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *from = at;

      while (is_plain ((guchar) *at))
        at++;
      g_string_append_len (out, from, at - from);
      switch (*at)
        {
        case '\0': g_string_append_c (out, '"'); return;
        case '"':  g_string_append (out, "\\\""); break;
        case '\\': g_string_append (out, "\\\\"); break;
        case '\n': g_string_append (out, "\\n"); break;
        case '\r': g_string_append (out, "\\r"); break;
        case '\t': g_string_append (out, "\\t"); break;
        default:   g_string_append_printf (out, "\\u%04x", (guchar) *at);
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
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode      *value;
      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &value))
        if (JSON_NODE_HOLDS_OBJECT (value) || JSON_NODE_HOLDS_ARRAY (value))
          return FALSE;
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *value = json_array_get_element (array, i);
          if (JSON_NODE_HOLDS_OBJECT (value) || JSON_NODE_HOLDS_ARRAY (value))
            return FALSE;
        }
    }
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
print_name (GString *out, const char *name, gboolean pretty)
{
  print_string (out, name);
  g_string_append (out, pretty ? ": " : ":");
}

static void
print_object (GString *out, JsonObject *object, gboolean broken, gboolean pretty, guint depth)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;
  gboolean       first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!first)
        g_string_append (out, pretty && !broken ? ", " : ",");
      first = FALSE;
      print_break (out, broken, depth + 1);
      print_name (out, name, pretty);
      print_node (out, value, pretty, depth + 1);
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
    case JSON_NODE_OBJECT: print_object (out, json_node_get_object (node), pretty && !is_flat (node), pretty, depth); break;
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

/* ── Piece by piece ─────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_json_printer_begin (EntJsonPrinter *self, gboolean pretty)
{
  self->out = g_string_new ("{");
  self->pretty = pretty;
}

static void
begin_member (EntJsonPrinter *self, const char *name)
{
  if (self->out->len > 1)
    g_string_append_c (self->out, ',');
  print_break (self->out, self->pretty, 1);
  print_name (self->out, name, self->pretty);
}

void
ent_json_printer_add_members (EntJsonPrinter *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      begin_member (self, name);
      print_node (self->out, value, self->pretty, 1);
    }
}

void
ent_json_printer_add_list (EntJsonPrinter *self, const char *name, GListModel *list, EntJsonItemFunc func)
{
  guint    n = g_list_model_get_n_items (list);
  gboolean broken = self->pretty && n > 0;

  begin_member (self, name);
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject)    item = g_list_model_get_item (list, i);
      g_autoptr (JsonObject) object = func (item);
      g_autoptr (JsonNode)   node = json_node_init_object (json_node_alloc (), object);
      print_break (self->out, broken, 2);
      print_node (self->out, node, self->pretty, 2);
      if (i + 1 < n)
        g_string_append_c (self->out, ',');
    }
  print_break (self->out, broken, 1);
  g_string_append_c (self->out, ']');
}

char *
ent_json_printer_end (EntJsonPrinter *self)
{
  print_break (self->out, self->pretty, 0);
  g_string_append (self->out, self->pretty ? "}\n" : "}");
  return g_string_free (g_steal_pointer (&self->out), FALSE);
}
