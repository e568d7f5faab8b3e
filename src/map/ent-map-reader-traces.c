/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What edits left behind on a map: actors merged into others, and what was taken off. */
#include "ent-map-reader-private.h"

#include <glib/gi18n-lib.h>

/* The object that a member is, the reader's place being in it; the caller truncates that to what it was. */
static JsonObject *
enter_object (EntJsonReader *reader, JsonObject *object, const char *member)
{
  JsonNode *node;

  if (!ent_json_find_member (reader, object, member, ENT_JSON_REQUIRED, &node))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be an object"));
      return NULL;
    }
  g_string_append_printf (reader->place, ".%s", member);
  return json_node_get_object (node);
}

/* First only the actors: relations of any merge may speak of those of any other. */
static gboolean
read_part (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  EntReading              *reading = ent_map_reader_reading_of (reader);
  gsize                place_length = reader->place->len;
  g_autoptr (EntActor) part = NULL;
  JsonObject          *actor;
  gsize                position = 0;

  if (!ent_json_get_count (reader, object, "index", ENT_LIMIT_ACTORS, &position))
    return FALSE;
  actor = enter_object (reader, object, "actor");
  part = actor != NULL ? ent_map_reader_parse_actor (reader, actor) : NULL;
  if (part == NULL)
    return FALSE;
  g_string_truncate (reader->place, place_length);
  g_hash_table_insert (reading->parts, (gpointer) ent_actor_get_id (part), part);
  g_hash_table_insert (reading->order, part, GUINT_TO_POINTER (reading->merges->len));
  g_ptr_array_add (reading->merges, ent_merge_new (part, part, (guint) position));   /* into: to be found below */
  return TRUE;
}

static gboolean
read_join (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  gsize                   place_length = reader->place->len;
  EntMerge               *merge = data;
  g_autoptr (EntRelation) relation = NULL;
  EntRelation            *into = NULL;
  JsonObject             *member;
  const char             *id = NULL;
  gsize                   position = 0;
  gboolean                bare = FALSE;

  if (!ent_json_get_count (reader, object, "index", ENT_LIMIT_RELATIONS, &position) ||
      !ent_json_get_boolean (reader, object, "bare", &bare) ||
      !ent_json_get_string (reader, object, "into", ENT_JSON_OPTIONAL, ENT_JSON_MAX_ID_BYTES, &id))
    return FALSE;
  into = ent_map_reader_find_relation (reader, id);
  if (id != NULL && into == NULL)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "into", _("there is no relation “%s”"), id);
  member = enter_object (reader, object, "relation");
  relation = member != NULL ? ent_map_reader_parse_relation (reader, member) : NULL;
  if (relation == NULL)
    return FALSE;
  g_string_truncate (reader->place, place_length);
  ent_merge_add_join (merge, relation, into, (guint) position, into != NULL && bare);
  return TRUE;
}

static gboolean
read_spoken (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  const char        *id = NULL;
  EntRelation       *relation;
  const EntEvidence *evidence;
  guint              n_evidence;
  gsize              index = 0;

  if (!ent_json_get_string (reader, object, "relation", ENT_JSON_REQUIRED, ENT_JSON_MAX_ID_BYTES, &id))
    return FALSE;
  relation = ent_map_reader_find_relation (reader, id);
  if (relation == NULL)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "relation", _("there is no relation “%s”"), id);
  if (!ent_json_get_count (reader, object, "evidence", ENT_LIMIT_ITEMS, &index))
    return FALSE;
  evidence = ent_relation_get_evidence (relation, &n_evidence);
  if (index >= n_evidence)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "evidence", _("the relation has no such quote"));
  ent_merge_add_spoken (data, relation, &evidence[index]);
  return TRUE;
}

static gboolean
read_moved (EntJsonReader *reader, JsonObject *object, EntMerge *merge)
{
  g_auto (GStrv) ids = NULL;

  if (!ent_map_reader_get_strings (reader, object, "moved", &ids))
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      EntRelation *relation = ent_map_reader_find_relation (reader, ids[i]);

      if (relation == NULL)
        return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "moved", _("there is no relation “%s”"), ids[i]);
      ent_merge_add_moved (merge, relation);
    }
  return TRUE;
}

/* What an actor was merged into must be on the map as long as later merges are not taken back. */
static gboolean
is_held_before (EntReading *reading, EntActor *actor, guint index)
{
  gpointer number;

  return g_hash_table_lookup_extended (reading->order, actor, NULL, &number) && GPOINTER_TO_UINT (number) < index;
}

static gboolean
read_merge (EntJsonReader *reader, JsonObject *object, guint index)
{
  EntReading     *reading = ent_map_reader_reading_of (reader);
  EntMerge   *merge = reading->merges->pdata[index];
  EntActor   *into;
  const char *note = NULL;

  if (!ent_map_reader_get_actor (reader, object, "into", ENT_JSON_REQUIRED, &into))
    return FALSE;
  if (into == merge->part || is_held_before (reading, into, index))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "into", _("must be an actor that is there at the time"));
  g_set_object (&merge->into, into);
  g_clear_pointer (&merge->names, g_strfreev);
  if (!ent_map_reader_get_strings (reader, object, "names", &merge->names) ||
      !ent_json_get_string (reader, object, "note", ENT_JSON_OPTIONAL, ENT_LIMIT_NOTE_BYTES, &note) ||
      !read_moved (reader, object, merge) ||
      !ent_json_read_list (reader, object, "joined", ENT_JSON_OPTIONAL, ENT_LIMIT_RELATIONS, read_join, merge) ||
      !ent_json_read_list (reader, object, "spoken", ENT_JSON_OPTIONAL, ENT_LIMIT_ITEMS, read_spoken, merge))
    return FALSE;
  merge->note = g_strdup (note);
  for (guint i = 0; i < merge->joins->len; i++)
    {
      EntRelation *relation = g_array_index (merge->joins, EntJoin, i).relation;

      if (!g_hash_table_insert (reading->held, (gpointer) ent_relation_get_id (relation), relation))
        return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "joined", _("“%s” is the id of another relation"), ent_relation_get_id (relation));
    }
  return TRUE;
}

/* From the last to the first: a merge speaks of relations that are on the map or that later merges hold. */
static gboolean
read_merges (EntJsonReader *reader, JsonObject *object)
{
  EntReading    *reading = ent_map_reader_reading_of (reader);
  JsonArray *array;

  if (!ent_json_read_list (reader, object, "merges", ENT_JSON_OPTIONAL, ENT_LIMIT_MERGES, read_part, NULL) ||
      !ent_json_get_array (reader, object, "merges", ENT_JSON_OPTIONAL, ENT_LIMIT_MERGES, &array))
    return FALSE;
  for (guint i = reading->merges->len; i-- > 0;)
    {
      g_string_printf (reader->place, "merges[%u]", i);
      if (!read_merge (reader, json_array_get_object_element (array, i), i))
        return FALSE;
    }
  g_string_truncate (reader->place, 0);
  for (guint i = 0; i < reading->merges->len; i++)
    ent_map_insert_merge (reading->map, reading->merges->pdata[i], i);
  return TRUE;
}

static gboolean
read_removed (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  EntActorMention mention = { NULL };

  if (!ent_map_reader_get_source (reader, object, &mention.source) || !ent_map_reader_get_span (reader, object, mention.source, &mention.span))
    return FALSE;
  ent_map_add_removed (ent_map_reader_map_of (reader), &mention);
  return TRUE;
}

static gboolean
read_rejected (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  EntEvidence evidence = { NULL };

  if (!ent_map_reader_get_source (reader, object, &evidence.source) || !ent_map_reader_get_span (reader, object, evidence.source, &evidence.span) ||
      !ent_map_reader_get_place (reader, object, "from", evidence.source, &evidence.from) ||
      !ent_map_reader_get_place (reader, object, "predicate", evidence.source, &evidence.predicate) ||
      !ent_map_reader_get_place (reader, object, "to", evidence.source, &evidence.to))
    return FALSE;
  ent_map_add_rejected (ent_map_reader_map_of (reader), &evidence);
  return TRUE;
}

gboolean
ent_map_reader_read_traces (EntJsonReader *reader, JsonObject *object)
{
  return read_merges (reader, object) &&
         ent_json_read_list (reader, object, "removed", ENT_JSON_OPTIONAL, ENT_LIMIT_ITEMS, read_removed, NULL) &&
         ent_json_read_list (reader, object, "rejected", ENT_JSON_OPTIONAL, ENT_LIMIT_ITEMS, read_rejected, NULL);
}
