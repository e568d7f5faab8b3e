/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Our annotation of others' sentences, held against the rules of its README: every file is read, and what is wrong is told as
 * FILE:LINE: reason. The environment names the folder (ENTENTE_ANNOTATIONS). */

#include "ent-terms.h"
#include "json-lines.h"

#include <string.h>

#define LEAST_SENTENCES 3900
#define LEAST_BARE_PERCENT 10
#define LONGEST_SENTENCE 5000

typedef struct {
  JsonLines   lines;
  GHashTable *sentences;    /* their IDs */
  JsonObject *actors;       /* of the file that is being read */
  guint       n_sentences, n_bare;
} Reading;

static void
read_actors (Reading *self, JsonObject *line)
{
  g_autoptr (GList) names = NULL;
  EntKind kind;

  if (!json_object_has_member (line, "actors"))
    {
      json_lines_add_error (&self->lines, "the first line has no actors");
      return;
    }
  self->actors = json_object_ref (json_object_get_object_member (line, "actors"));
  names = json_object_get_members (self->actors);
  for (GList *at = names; at != NULL; at = at->next)
    if (!ent_kind_from_string (json_object_get_string_member (self->actors, at->data), &kind))
      json_lines_add_error (&self->lines, "no such kind: %s", json_object_get_string_member (self->actors, at->data));
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
          json_lines_add_error (&self->lines, "mention %u has not four values", i);
          return;
        }
      start = json_array_get_int_element (row, 0);
      end = json_array_get_int_element (row, 1);
      if (start < end_before || end <= start || end > LONGEST_SENTENCE)
        json_lines_add_error (&self->lines, "mention %u is empty, or begins before the end of the one before", i);
      if (!json_object_has_member (self->actors, json_array_get_string_element (row, 2)))
        json_lines_add_error (&self->lines, "no such actor: %s", json_array_get_string_element (row, 2));
      if (!g_strv_contains (forms, json_array_get_string_element (row, 3)))
        json_lines_add_error (&self->lines, "no such form: %s", json_array_get_string_element (row, 3));
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
      json_lines_add_error (&self->lines, "relation %u has not eight values", number);
      return;
    }
  from = actor_of (mentions, json_array_get_int_element (row, 0));
  to = actor_of (mentions, json_array_get_int_element (row, 1));
  if (from == NULL || to == NULL || strcmp (from, to) == 0)
    json_lines_add_error (&self->lines, "relation %u does not tie two actors of the sentence", number);
  if (!ent_relation_type_from_string (json_array_get_string_element (row, 2), &type))
    json_lines_add_error (&self->lines, "no such type: %s", json_array_get_string_element (row, 2));
  if (!ent_modality_from_string (json_array_get_string_element (row, 3), &modality))
    json_lines_add_error (&self->lines, "no such modality: %s", json_array_get_string_element (row, 3));
  if (json_array_get_int_element (row, 5) < 0 || json_array_get_int_element (row, 6) <= json_array_get_int_element (row, 5))
    json_lines_add_error (&self->lines, "relation %u has no predicate", number);
  if (!json_array_get_null_element (row, 7) && actor_of (mentions, json_array_get_int_element (row, 7)) == NULL)
    json_lines_add_error (&self->lines, "relation %u has a speaker who is not in the sentence", number);
}

static void
read_sentence (Reading *self, JsonObject *line)
{
  const char *id = json_object_get_string_member_with_default (line, "sent_id", NULL);
  JsonArray *mentions, *relations;

  if (id == NULL || !json_object_has_member (line, "mentions") || !json_object_has_member (line, "relations"))
    {
      json_lines_add_error (&self->lines, "not a sentence with mentions and relations");
      return;
    }
  if (!g_hash_table_add (self->sentences, g_strdup (id)))
    json_lines_add_error (&self->lines, "annotated twice: %s", id);
  mentions = json_object_get_array_member (line, "mentions");
  relations = json_object_get_array_member (line, "relations");
  if (json_array_get_length (mentions) == 0)
    json_lines_add_error (&self->lines, "a sentence without mentions");
  read_mentions (self, mentions);
  for (guint i = 0; i < json_array_get_length (relations); i++)
    read_relation (self, mentions, json_array_get_array_element (relations, i), i);
  self->n_sentences++;
  self->n_bare += json_array_get_length (relations) == 0;
}

static void
read_line (JsonObject *line, guint number, gpointer data)
{
  Reading *self = data;

  if (number == 0)
    {
      g_clear_pointer (&self->actors, json_object_unref);
      read_actors (self, line);
    }
  else if (self->actors != NULL)
    read_sentence (self, line);
}

static void
test_form (void)
{
  Reading reading = { .sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  json_lines_read_folder (&reading.lines, g_getenv ("ENTENTE_ANNOTATIONS"), read_line, &reading);
  g_test_message ("%u sentences, %u of them without a relation", reading.n_sentences, reading.n_bare);
  json_lines_finish (&reading.lines);
  g_assert_cmpuint (reading.n_sentences, >=, LEAST_SENTENCES);
  g_assert_cmpuint (100 * reading.n_bare, >=, LEAST_BARE_PERCENT * reading.n_sentences);
  g_clear_pointer (&reading.actors, json_object_unref);
  g_hash_table_unref (reading.sentences);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ground/annotations/form", test_form);
  return g_test_run ();
}
