/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of data/ are plain text so that people can extend them without C. They are compiled in as resources; a fault
 * in one is reported with its name and line, and the tests read every table. */

#include "ent-table.h"

#include "ent-resource.h"
#include "ent-extract-resources.h"

#include <string.h>

#define RESOURCE_PREFIX "/io/github/entente/Entente/extract/"

G_DEFINE_QUARK (ent-table-error-quark, ent_table_error)

gboolean
ent_table_parse (const char *text, const char *name, guint n_columns, EntTableRow row, gpointer data, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      g_strchomp (lines[i]);
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (!g_utf8_validate (lines[i], -1, NULL))
        {
          g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM, "%s: line %u is not UTF-8", name, i + 1);
          return FALSE;
        }
      columns = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (columns) != n_columns)
        {
          g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FORM, "%s: line %u has %u columns, expected %u parted by tabs",
                       name, i + 1, g_strv_length (columns), n_columns);
          return FALSE;
        }
      if (!row (columns, i + 1, data, error))
        {
          g_prefix_error (error, "%s: line %u: ", name, i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
ent_table_load (const char *name, guint n_columns, EntTableRow row, gpointer data, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GBytes) bytes = ent_resource_lookup (ent_extract_get_resource, path);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_MISSING, "The table %s is missing from the program; build it again", name);
      return FALSE;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return ent_table_parse (text, name, n_columns, row, data, error);
}

char **
ent_table_split (const char *cell)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_auto (GStrv) parts = NULL;

  if (!g_str_equal (cell, "-"))
    parts = g_strsplit (cell, ";", -1);
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (values, g_strdup (parts[i]));
  g_ptr_array_add (values, NULL);
  return (char **) g_ptr_array_steal (values, NULL);
}
