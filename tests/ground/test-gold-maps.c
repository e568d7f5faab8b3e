/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Our gold maps of others' articles, held against the rules of their README: every file is read, and what is wrong is told as
 * FILE:LINE: reason. The environment names the folder (ENTENTE_GOLD_MAPS). */

#include "ent-terms.h"
#include "json-lines.h"

#include <string.h>

#define LEAST_MAPS 21
#define LEAST_ESSENTIAL 250

typedef struct {
  JsonLines   lines;
  GHashTable *actors;       /* the IDs of the file that is being read */
  guint       n_essential;
} Reading;

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
    json_lines_add_error (&self->lines, "an actor's ID stands twice: %s", text_of (row, "id"));
  if (!ent_kind_from_string (text_of (row, "kind"), &kind))
    json_lines_add_error (&self->lines, "no such kind: %s", text_of (row, "kind"));
  if (json_array_get_length (names) == 0)
    json_lines_add_error (&self->lines, "an actor without a name");
}

static void
read_types (Reading *self, JsonObject *row)
{
  JsonArray *types = json_object_get_array_member (row, "types");
  EntStance stance;

  if (!ent_stance_from_string (text_of (row, "stance"), &stance))
    json_lines_add_error (&self->lines, "no such stance: %s", text_of (row, "stance"));
  else
    for (guint i = 0; i < json_array_get_length (types); i++)
      {
        const char *name = json_array_get_string_element (types, i);
        EntRelationType type;

        if (!ent_relation_type_from_string (name, &type))
          json_lines_add_error (&self->lines, "no such type: %s", name);
        else if (ent_relation_type_get_stance (type) != stance)
          json_lines_add_error (&self->lines, "%s is not of the stance %s", name, text_of (row, "stance"));
      }
  if (json_array_get_length (types) == 0)
    json_lines_add_error (&self->lines, "a relation without a type");
}

static void
read_relation (Reading *self, JsonObject *row)
{
  JsonArray *quotes = json_object_get_array_member (row, "sentences");

  if (!g_hash_table_contains (self->actors, text_of (row, "from")) || !g_hash_table_contains (self->actors, text_of (row, "to")) ||
      strcmp (text_of (row, "from"), text_of (row, "to")) == 0)
    json_lines_add_error (&self->lines, "does not tie two actors of the map: %s, %s", text_of (row, "from"), text_of (row, "to"));
  read_types (self, row);
  if (!json_object_has_member (row, "mutual"))
    json_lines_add_error (&self->lines, "does not say whether it is mutual");
  if (json_array_get_length (quotes) == 0)
    json_lines_add_error (&self->lines, "a relation without a quote");
  for (guint i = 0; i < json_array_get_length (quotes); i++)
    if (json_array_get_length (json_array_get_array_element (quotes, i)) == 0)
      json_lines_add_error (&self->lines, "a quote without a sentence");
  self->n_essential += json_object_get_boolean_member_with_default (row, "essential", FALSE);
}

static void
read_row (JsonObject *row, guint number, gpointer data)
{
  Reading *self = data;

  if (number == 0)
    g_hash_table_remove_all (self->actors);
  if (number == 0 ? !json_object_has_member (row, "document") : !json_object_has_member (row, "essential"))
    json_lines_add_error (&self->lines, number == 0 ? "names no document" : "does not say whether it is essential");
  else if (json_object_has_member (row, "names"))
    read_actor (self, row);
  else if (json_object_has_member (row, "types") && json_object_has_member (row, "sentences"))
    read_relation (self, row);
  else if (number > 0)
    json_lines_add_error (&self->lines, "neither an actor nor a relation");
}

static void
test_form (void)
{
  Reading reading = { .actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  guint n_maps = json_lines_read_folder (&reading.lines, g_getenv ("ENTENTE_GOLD_MAPS"), read_row, &reading);

  g_test_message ("%u maps, %u essential relations", n_maps, reading.n_essential);
  json_lines_finish (&reading.lines);
  g_assert_cmpuint (n_maps, >=, LEAST_MAPS);
  g_assert_cmpuint (reading.n_essential, >=, LEAST_ESSENTIAL);
  g_hash_table_unref (reading.actors);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ground/gold-maps/form", test_form);
  return g_test_run ();
}
