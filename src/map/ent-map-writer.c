/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a map to the JSON of map-format: known members in the order of the format, then the unknown ones that the file came
 * with. Bytes become characters here. */
#include "ent-map-file.h"

#include "ent-json-print.h"
#include "ent-map-private.h"

static void
set_nullable (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
set_span (JsonObject *object, EntSource *source, EntSpan span)
{
  const EntOffsets *offsets = ent_source_get_offsets (source);

  json_object_set_int_member (object, "start", (gint64) ent_offsets_to_chars (offsets, span.start_byte));
  json_object_set_int_member (object, "end", (gint64) ent_offsets_to_chars (offsets, span.end_byte));
}

static void
set_place (JsonObject *object, const char *name, EntSource *source, EntSpan span)
{
  JsonObject *place;

  if (ent_span_is_empty (span))
    return;
  place = json_object_new ();
  set_span (place, source, span);
  json_object_set_object_member (object, name, place);
}

static JsonObject *
write_source (EntSource *source)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", ent_source_get_id (source));
  json_object_set_string_member (object, "title", ent_source_get_title (source));
  set_nullable (object, "uri", ent_source_get_uri (source));
  set_nullable (object, "date", ent_source_get_date (source));
  json_object_set_string_member (object, "language", ent_source_get_language (source));
  json_object_set_string_member (object, "text", ent_source_get_text (source));
  ent_extra_add_copy (object, ent_extra_get (source));
  return object;
}

static JsonArray *
write_mentions (EntActor *actor)
{
  JsonArray             *array = json_array_new ();
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "source", ent_source_get_id (mentions[i].source));
      set_span (object, mentions[i].source, mentions[i].span);
      json_object_set_string_member (object, "form", ent_form_to_string (mentions[i].form));
      ent_extra_add_copy (object, ent_actor_get_mention_extra (actor, i));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
write_actor (EntActor *actor)
{
  JsonObject        *object = json_object_new ();
  JsonArray         *aliases = json_array_new ();
  const char *const *names = ent_actor_get_aliases (actor);
  double             x, y;

  json_object_set_string_member (object, "id", ent_actor_get_id (actor));
  json_object_set_string_member (object, "name", ent_actor_get_name (actor));
  json_object_set_string_member (object, "kind", ent_kind_to_string (ent_actor_get_kind (actor)));
  for (guint i = 0; names[i] != NULL; i++)
    json_array_add_string_element (aliases, names[i]);
  json_object_set_array_member (object, "aliases", aliases);
  json_object_set_string_member (object, "note", ent_actor_get_note (actor));
  json_object_set_array_member (object, "mentions", write_mentions (actor));
  if (ent_actor_get_position (actor, &x, &y))
    {
      json_object_set_double_member (object, "x", ent_map_round (x));
      json_object_set_double_member (object, "y", ent_map_round (y));
      json_object_set_boolean_member (object, "pinned", ent_actor_get_pinned (actor));
    }
  if (ent_actor_get_edited (actor))
    json_object_set_boolean_member (object, "edited", TRUE);
  ent_extra_add_copy (object, ent_extra_get (actor));
  return object;
}

static JsonObject *
write_evidence (EntRelation *relation, guint index)
{
  JsonObject        *object = json_object_new ();
  const EntEvidence *evidence = ent_relation_get_evidence (relation, NULL) + index;
  g_autofree char   *quote = ent_source_dup_text_at (evidence->source, evidence->span);

  json_object_set_string_member (object, "source", ent_source_get_id (evidence->source));
  set_span (object, evidence->source, evidence->span);
  json_object_set_string_member (object, "quote", quote);
  set_place (object, "from", evidence->source, evidence->from);
  set_place (object, "predicate", evidence->source, evidence->predicate);
  set_place (object, "to", evidence->source, evidence->to);
  json_object_set_string_member (object, "modality", ent_modality_to_string (evidence->modality));
  set_nullable (object, "speaker", evidence->speaker != NULL ? ent_actor_get_id (evidence->speaker) : NULL);
  json_object_set_double_member (object, "confidence", ent_map_round (evidence->confidence));
  if (evidence->by_hand)
    json_object_set_boolean_member (object, "by_hand", TRUE);
  if (ent_map_round (evidence->read_confidence) > 0)
    json_object_set_double_member (object, "read_confidence", ent_map_round (evidence->read_confidence));
  ent_extra_add_copy (object, ent_relation_get_evidence_extra (relation, index));
  return object;
}

static JsonObject *
write_relation (EntRelation *relation)
{
  JsonObject *object = json_object_new ();
  JsonArray  *evidence = json_array_new ();
  guint       n_evidence;

  json_object_set_string_member (object, "id", ent_relation_get_id (relation));
  json_object_set_string_member (object, "from", ent_actor_get_id (ent_relation_get_from (relation)));
  json_object_set_string_member (object, "to", ent_actor_get_id (ent_relation_get_to (relation)));
  json_object_set_boolean_member (object, "mutual", ent_relation_get_mutual (relation));
  json_object_set_string_member (object, "stance", ent_stance_to_string (ent_relation_get_stance (relation)));
  json_object_set_string_member (object, "type", ent_relation_type_to_string (ent_relation_get_relation_type (relation)));
  json_object_set_string_member (object, "label", ent_relation_get_label (relation));
  json_object_set_string_member (object, "note", ent_relation_get_note (relation));
  ent_relation_get_evidence (relation, &n_evidence);
  for (guint i = 0; i < n_evidence; i++)
    json_array_add_object_element (evidence, write_evidence (relation, i));
  json_object_set_array_member (object, "evidence", evidence);
  if (ent_relation_get_edited (relation))
    json_object_set_boolean_member (object, "edited", TRUE);
  ent_extra_add_copy (object, ent_extra_get (relation));
  return object;
}

/* ── What edits left behind ─────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntMap     *map;
  GHashTable *held;   /* set of EntRelation: those in merges that will come back when the merges are taken back */
} Traces;

static gboolean
is_known (EntMap *map, gpointer object)
{
  return ent_map_has (map, object) || ent_map_holds (map, object);
}

static gboolean
is_kept (const Traces *self, EntRelation *relation)
{
  return ent_map_has (self->map, relation) || g_hash_table_contains (self->held, relation);
}

/* What was joined to a relation that is no more, or whose actors are no more, will not come back either: it is left out. */
static gboolean
join_is_kept (const Traces *self, const EntJoin *join)
{
  return is_known (self->map, ent_relation_get_from (join->relation)) && is_known (self->map, ent_relation_get_to (join->relation)) &&
         (join->into == NULL || is_kept (self, join->into));
}

/* From the last merge to the first: what it was joined to is on the map or held by a later one. */
static void
find_held (Traces *self)
{
  const GPtrArray *merges = ent_map_get_merges (self->map);

  for (guint i = merges->len; i-- > 0;)
    {
      const EntMerge *merge = merges->pdata[i];

      for (guint j = 0; j < merge->joins->len; j++)
        {
          const EntJoin *join = &g_array_index (merge->joins, EntJoin, j);

          if (join_is_kept (self, join))
            g_hash_table_add (self->held, join->relation);
        }
    }
}

/* A speaker who is no more is left out: the relation would not get it back either. */
static JsonObject *
write_held_relation (EntMap *map, EntRelation *relation)
{
  JsonObject        *object = write_relation (relation);
  JsonArray         *array = json_object_get_array_member (object, "evidence");
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; i < n_evidence; i++)
    if (evidence[i].speaker != NULL && !is_known (map, evidence[i].speaker))
      json_object_set_null_member (json_array_get_object_element (array, i), "speaker");
  return object;
}

static JsonArray *
write_joins (const Traces *self, const EntMerge *merge)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < merge->joins->len; i++)
    {
      const EntJoin *join = &g_array_index (merge->joins, EntJoin, i);
      JsonObject    *object;

      if (!join_is_kept (self, join))
        continue;
      object = json_object_new ();
      json_object_set_int_member (object, "index", join->position);
      set_nullable (object, "into", join->into != NULL ? ent_relation_get_id (join->into) : NULL);
      if (join->bare)
        json_object_set_boolean_member (object, "bare", TRUE);
      json_object_set_object_member (object, "relation", write_held_relation (self->map, join->relation));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
write_spoken (const Traces *self, const EntMerge *merge)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < merge->spoken->len; i++)
    {
      const EntSpoken *spoken = &g_array_index (merge->spoken, EntSpoken, i);
      int              found = is_kept (self, spoken->relation) ? ent_relation_find_evidence (spoken->relation, &spoken->evidence) : -1;
      JsonObject      *object;

      if (found < 0)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "relation", ent_relation_get_id (spoken->relation));
      json_object_set_int_member (object, "evidence", found);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
write_merge (const Traces *self, const EntMerge *merge)
{
  JsonObject *object = json_object_new ();
  JsonArray  *names = json_array_new ();
  JsonArray  *moved = json_array_new ();

  json_object_set_string_member (object, "into", ent_actor_get_id (merge->into));
  json_object_set_int_member (object, "index", merge->position);
  json_object_set_object_member (object, "actor", write_actor (merge->part));
  for (guint i = 0; merge->names[i] != NULL; i++)
    json_array_add_string_element (names, merge->names[i]);
  json_object_set_array_member (object, "names", names);
  set_nullable (object, "note", merge->note);
  for (guint i = 0; i < merge->moved->len; i++)
    if (is_kept (self, merge->moved->pdata[i]))
      json_array_add_string_element (moved, ent_relation_get_id (merge->moved->pdata[i]));
  json_object_set_array_member (object, "moved", moved);
  json_object_set_array_member (object, "joined", write_joins (self, merge));
  json_object_set_array_member (object, "spoken", write_spoken (self, merge));
  return object;
}

static JsonObject *
write_removed (const EntActorMention *mention)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "source", ent_source_get_id (mention->source));
  set_span (object, mention->source, mention->span);
  return object;
}

static JsonObject *
write_rejected (const EntEvidence *evidence)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "source", ent_source_get_id (evidence->source));
  set_span (object, evidence->source, evidence->span);
  set_place (object, "from", evidence->source, evidence->from);
  set_place (object, "predicate", evidence->source, evidence->predicate);
  set_place (object, "to", evidence->source, evidence->to);
  return object;
}

/* Lists that are empty are left out. */
static void
take_list (JsonObject *object, const char *name, JsonArray *array)
{
  if (json_array_get_length (array) > 0)
    json_object_set_array_member (object, name, array);
  else
    json_array_unref (array);
}

static void
write_traces (JsonObject *object, EntMap *map)
{
  const GPtrArray       *merges = ent_map_get_merges (map);
  JsonArray             *merged = json_array_new (), *removed = json_array_new (), *rejected = json_array_new ();
  guint                  n_removed, n_rejected;
  const EntActorMention *mentions = ent_map_get_removed (map, &n_removed);
  const EntEvidence     *quotes = ent_map_get_rejected (map, &n_rejected);
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);
  Traces                 traces = { map, held };

  find_held (&traces);
  for (guint i = 0; i < merges->len; i++)
    json_array_add_object_element (merged, write_merge (&traces, merges->pdata[i]));
  for (guint i = 0; i < n_removed; i++)
    json_array_add_object_element (removed, write_removed (&mentions[i]));
  for (guint i = 0; i < n_rejected; i++)
    json_array_add_object_element (rejected, write_rejected (&quotes[i]));
  take_list (object, "merges", merged);
  take_list (object, "removed", removed);
  take_list (object, "rejected", rejected);
}

/**
 * ent_map_to_json:
 * @pretty: indented, with a line feed at the end, as files are; FALSE: one line without one
 * Returns: (transfer full): the map's file
 */
char *
ent_map_to_json (EntMap *self, gboolean pretty)
{
  g_autoptr (JsonObject) head = json_object_new (), tail = json_object_new ();
  EntJsonPrinter         printer;

  g_return_val_if_fail (ENT_IS_MAP (self), NULL);
  json_object_set_string_member (head, "format", "entente-map");
  json_object_set_int_member (head, "version", ENT_MAP_FILE_VERSION);
  json_object_set_string_member (head, "title", ent_map_get_title (self));
  write_traces (tail, self);
  ent_extra_add_copy (tail, ent_extra_get (self));
  ent_json_printer_begin (&printer, pretty);
  ent_json_printer_add_members (&printer, head);
  ent_json_printer_add_list (&printer, "sources", ent_map_get_sources (self), (EntJsonItemFunc) write_source);
  ent_json_printer_add_list (&printer, "actors", ent_map_get_actors (self), (EntJsonItemFunc) write_actor);
  ent_json_printer_add_list (&printer, "relations", ent_map_get_relations (self), (EntJsonItemFunc) write_relation);
  ent_json_printer_add_members (&printer, tail);
  return ent_json_printer_end (&printer);
}
