/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-lines.h"

void
json_lines_add_error (JsonLines *self, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->errors == NULL)
    self->errors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->errors, g_strconcat (self->place, ": ", reason, NULL));
}

static void
read_file (JsonLines *self, const char *folder, const char *name, JsonLinesFunc func, gpointer data)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);

      g_free (self->place);
      self->place = g_strdup_printf ("%s:%u", name, i + 1);
      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        json_lines_add_error (self, "not a JSON object");
      else
        func (json_node_get_object (node), i, data);
    }
}

guint
json_lines_read_folder (JsonLines *self, const char *folder, JsonLinesFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_files = 0;

  g_assert_nonnull (folder);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".jsonl"))
      {
        read_file (self, folder, name, func, data);
        n_files++;
      }
  return n_files;
}

void
json_lines_finish (JsonLines *self)
{
  for (guint i = 0; self->errors != NULL && i < self->errors->len; i++)
    {
      g_test_message ("%s", (const char *) g_ptr_array_index (self->errors, i));
      g_test_fail ();
    }
  g_clear_pointer (&self->errors, g_ptr_array_unref);
  g_clear_pointer (&self->place, g_free);
}
