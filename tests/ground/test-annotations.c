/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Our annotation of others' sentences, held against the rules of its README: every file is read, and what is wrong is told as
 * FILE:LINE: reason. The environment names the folder (ENTENTE_ANNOTATIONS). */

#include "ent-terms.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define LEAST_SENTENCES 3900
#define LEAST_BARE_PERCENT 10
#define LONGEST_SENTENCE 5000

typedef struct {
  GPtrArray  *errors;       /* char * */
  GHashTable *sentences;    /* their IDs */
  JsonObject *actors;       /* of the file that is being read */
  char       *place;        /* FILE:LINE */
  guint       n_sentences, n_bare;
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

static void
read_actors (Reading *self, JsonObject *line)
{
  g_autoptr (GList) names = NULL;
  EntKind kind;

  if (!json_object_has_member (line, "actors"))
    {
      add_error (self, "the first line has no actors");
      return;
    }
  self->actors = json_object_ref (json_object_get_object_member (line, "actors"));
  names = json_object_get_members (self->actors);
  for (GList *at = names; at != NULL; at = at->next)
    if (!ent_kind_from_string (json_object_get_string_member (self->actors, at->data), &kind))
      add_error (self, "no such kind: %s", json_object_get_string_member (self->actors, at->data));
}

static void
read_mentions (Reading *self, JsonArray *mentions)
{
  static const char *const forms[] = { "name", "nominal", "pronoun", NULL };
  gint64 end_before = 0;

  for (guint i = 0; i < json_array_get_length (mentions); i++)
    {
      JsonArray *row = json_array_get_array_element (mentions, i);
      gint64 start, end;

      if (json_array_get_length (row) != 4)
        {
          add_error (self, "mention %u has not four values", i);
          return;
        }
      start = json_array_get_int_element (row, 0);
      end = json_array_get_int_element (row, 1);
      if (start < end_before || end <= start || end > LONGEST_SENTENCE)
        add_error (self, "mention %u is empty, or begins before the end of the one before", i);
      if (!json_object_has_member (self->actors, json_array_get_string_element (row, 2)))
        add_error (self, "no such actor: %s", json_array_get_string_element (row, 2));
      if (!g_strv_contains (forms, json_array_get_string_element (row, 3)))
        add_error (self, "no such form: %s", json_array_get_string_element (row, 3));
      end_before = end;
    }
}

static const char *
actor_of (JsonArray *mentions, gint64 mention)
{
  if (mention < 0 || mention >= (gint64) json_array_get_length (mentions))
    return NULL;
  return json_array_get_string_element (json_array_get_array_element (mentions, (guint) mention), 2);
}

static void
read_relation (Reading *self, JsonArray *mentions, JsonArray *row, guint number)
{
  const char *from, *to;
  EntRelationType type;
  EntModality modality;

  if (json_array_get_length (row) != 8)
    {
      add_error (self, "relation %u has not eight values", number);
      return;
    }
  from = actor_of (mentions, json_array_get_int_element (row, 0));
  to = actor_of (mentions, json_array_get_int_element (row, 1));
  if (from == NULL || to == NULL || strcmp (from, to) == 0)
    add_error (self, "relation %u does not tie two actors of the sentence", number);
  if (!ent_relation_type_from_string (json_array_get_string_element (row, 2), &type))
    add_error (self, "no such type: %s", json_array_get_string_element (row, 2));
  if (!ent_modality_from_string (json_array_get_string_element (row, 3), &modality))
    add_error (self, "no such modality: %s", json_array_get_string_element (row, 3));
  if (json_array_get_int_element (row, 5) < 0 || json_array_get_int_element (row, 6) <= json_array_get_int_element (row, 5))
    add_error (self, "relation %u has no predicate", number);
  if (!json_array_get_null_element (row, 7) && actor_of (mentions, json_array_get_int_element (row, 7)) == NULL)
    add_error (self, "relation %u has a speaker who is not in the sentence", number);
}

static void
read_sentence (Reading *self, JsonObject *line)
{
  const char *id = json_object_get_string_member_with_default (line, "sent_id", NULL);
  JsonArray *mentions, *relations;

  if (id == NULL || !json_object_has_member (line, "mentions") || !json_object_has_member (line, "relations"))
    {
      add_error (self, "not a sentence with mentions and relations");
      return;
    }
  if (!g_hash_table_add (self->sentences, g_strdup (id)))
    add_error (self, "annotated twice: %s", id);
  mentions = json_object_get_array_member (line, "mentions");
  relations = json_object_get_array_member (line, "relations");
  if (json_array_get_length (mentions) == 0)
    add_error (self, "a sentence without mentions");
  read_mentions (self, mentions);
  for (guint i = 0; i < json_array_get_length (relations); i++)
    read_relation (self, mentions, json_array_get_array_element (relations, i), i);
  self->n_sentences++;
  self->n_bare += json_array_get_length (relations) == 0;
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
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);

      g_free (self->place);
      self->place = g_strdup_printf ("%s:%u", name, i + 1);
      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        add_error (self, "not a JSON object");
      else if (i == 0)
        read_actors (self, json_node_get_object (node));
      else if (self->actors != NULL)
        read_sentence (self, json_node_get_object (node));
    }
  g_clear_pointer (&self->actors, json_object_unref);
}

static void
test_form (void)
{
  const char *folder = g_getenv ("ENTENTE_ANNOTATIONS");
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
  g_test_message ("%u sentences, %u of them without a relation", reading.n_sentences, reading.n_bare);
  g_assert_cmpuint (reading.n_sentences, >=, LEAST_SENTENCES);
  g_assert_cmpuint (100 * reading.n_bare, >=, LEAST_BARE_PERCENT * reading.n_sentences);
  g_ptr_array_unref (reading.errors);
  g_hash_table_unref (reading.sentences);
  g_free (reading.place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ground/annotations/form", test_form);
  return g_test_run ();
}
