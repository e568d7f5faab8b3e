/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Our gold maps of others' articles, held against the rules of their README: every file is read, and what is wrong is told as
 * FILE:LINE: reason. The environment names the folder (ENTENTE_GOLD_MAPS). */

#include "ent-terms.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define LEAST_MAPS 21
#define LEAST_ESSENTIAL 250

typedef struct {
  GPtrArray  *errors;       /* char * */
  GHashTable *actors;       /* the IDs of the file that is being read */
  char       *place;        /* FILE:LINE */
  guint       n_maps, n_essential;
} Reading;

G_GNUC_PRINTF (2, 3) static void
add_error (Reading *self, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->errors, g_strconcat (self->place, ": ", reason, NULL));
}

static const char *
text_of (JsonObject *row, const char *member)
{
  return json_object_get_string_member_with_default (row, member, "");
}

static void
read_actor (Reading *self, JsonObject *row)
{
  JsonArray *names = json_object_get_array_member (row, "names");
  EntKind kind;

  if (!g_hash_table_add (self->actors, g_strdup (text_of (row, "id"))))
    add_error (self, "an actor's ID stands twice: %s", text_of (row, "id"));
  if (!ent_kind_from_string (text_of (row, "kind"), &kind))
    add_error (self, "no such kind: %s", text_of (row, "kind"));
  if (json_array_get_length (names) == 0)
    add_error (self, "an actor without a name");
}

static void
read_types (Reading *self, JsonObject *row)
{
  JsonArray *types = json_object_get_array_member (row, "types");
  EntStance stance;

  if (!ent_stance_from_string (text_of (row, "stance"), &stance))
    add_error (self, "no such stance: %s", text_of (row, "stance"));
  else
    for (guint i = 0; i < json_array_get_length (types); i++)
      {
        const char *name = json_array_get_string_element (types, i);
        EntRelationType type;

        if (!ent_relation_type_from_string (name, &type))
          add_error (self, "no such type: %s", name);
        else if (ent_relation_type_get_stance (type) != stance)
          add_error (self, "%s is not of the stance %s", name, text_of (row, "stance"));
      }
  if (json_array_get_length (types) == 0)
    add_error (self, "a relation without a type");
}

static void
read_relation (Reading *self, JsonObject *row)
{
  JsonArray *quotes = json_object_get_array_member (row, "sentences");

  if (!g_hash_table_contains (self->actors, text_of (row, "from")) || !g_hash_table_contains (self->actors, text_of (row, "to")) ||
      strcmp (text_of (row, "from"), text_of (row, "to")) == 0)
    add_error (self, "does not tie two actors of the map: %s, %s", text_of (row, "from"), text_of (row, "to"));
  read_types (self, row);
  if (!json_object_has_member (row, "mutual"))
    add_error (self, "does not say whether it is mutual");
  if (json_array_get_length (quotes) == 0)
    add_error (self, "a relation without a quote");
  for (guint i = 0; i < json_array_get_length (quotes); i++)
    if (json_array_get_length (json_array_get_array_element (quotes, i)) == 0)
      add_error (self, "a quote without a sentence");
  self->n_essential += json_object_get_boolean_member_with_default (row, "essential", FALSE);
}

static void
read_row (Reading *self, const char *line, guint number)
{
  g_autoptr (JsonNode) node = json_from_string (line, NULL);
  JsonObject *row = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (row == NULL)
    add_error (self, "not a JSON object");
  else if (number == 0 ? !json_object_has_member (row, "document") : !json_object_has_member (row, "essential"))
    add_error (self, number == 0 ? "names no document" : "does not say whether it is essential");
  else if (json_object_has_member (row, "names"))
    read_actor (self, row);
  else if (json_object_has_member (row, "types") && json_object_has_member (row, "sentences"))
    read_relation (self, row);
  else if (number > 0)
    add_error (self, "neither an actor nor a relation");
}

static void
read_file (Reading *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_hash_table_remove_all (self->actors);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_free (self->place);
      self->place = g_strdup_printf ("%s:%u", name, i + 1);
      read_row (self, lines[i], i);
    }
  self->n_maps++;
}

static void
test_form (void)
{
  const char *folder = g_getenv ("ENTENTE_GOLD_MAPS");
  Reading reading = { g_ptr_array_new_with_free_func (g_free), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_nonnull (folder);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".jsonl"))
      read_file (&reading, folder, name);
  for (guint i = 0; i < reading.errors->len; i++)
    {
      g_test_message ("%s", (const char *) g_ptr_array_index (reading.errors, i));
      g_test_fail ();
    }
  g_test_message ("%u maps, %u essential relations", reading.n_maps, reading.n_essential);
  g_assert_cmpuint (reading.n_maps, >=, LEAST_MAPS);
  g_assert_cmpuint (reading.n_essential, >=, LEAST_ESSENTIAL);
  g_ptr_array_unref (reading.errors);
  g_hash_table_unref (reading.actors);
  g_free (reading.place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ground/gold-maps/form", test_form);
  return g_test_run ();
}
