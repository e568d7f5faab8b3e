/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Trusts nothing. Characters become bytes here. */
#include "ent-map-reader-private.h"

#include "ent-map-file.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* ── Spans ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

gboolean
ent_map_reader_get_source (EntJsonReader *reader, JsonObject *object, EntSource **source)
{
  const char *id = NULL;

  if (!ent_json_get_string (reader, object, "source", ENT_JSON_REQUIRED, ENT_JSON_MAX_ID_BYTES, &id))
    return FALSE;
  *source = ent_map_find_source (ent_map_reader_map_of (reader), id);
  return *source != NULL || ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "source", _("there is no source “%s”"), id);
}

gboolean
ent_map_reader_get_span (EntJsonReader *reader, JsonObject *object, EntSource *source, EntSpan *span)
{
  const EntOffsets *offsets = ent_source_get_offsets (source);
  gsize             n_chars = ent_offsets_n_chars (offsets);
  gsize             start = 0, end = 0;

  if (!ent_json_get_count (reader, object, "start", n_chars, &start) || !ent_json_get_count (reader, object, "end", n_chars, &end))
    return FALSE;
  if (start >= end)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "end", _("must lie behind the start"));
  span->start_byte = ent_offsets_to_bytes (offsets, start);
  span->end_byte = ent_offsets_to_bytes (offsets, end);
  return TRUE;
}

gboolean
ent_map_reader_get_place (EntJsonReader *reader, JsonObject *object, const char *member, EntSource *source, EntSpan *span)
{
  gsize     place_length = reader->place->len;
  JsonNode *node;

  if (!ent_json_find_member (reader, object, member, ENT_JSON_OPTIONAL, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be an object"));
  g_string_append_printf (reader->place, ".%s", member);
  if (!ent_map_reader_get_span (reader, json_node_get_object (node), source, span))
    return FALSE;
  g_string_truncate (reader->place, place_length);
  return TRUE;
}

/* ── The parts of a map ─────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_source (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "id", "title", "uri", "date", "language", "text", NULL };
  g_autoptr (EntSource) source = NULL;
  const char *id = NULL, *title = "", *uri = NULL, *date = NULL, *language = "en", *text = NULL;

  if (!ent_json_get_id (reader, object, &id) ||
      !ent_json_get_string (reader, object, "title", ENT_JSON_OPTIONAL, ENT_LIMIT_LINE_BYTES, &title) ||
      !ent_json_get_string (reader, object, "uri", ENT_JSON_OPTIONAL, ENT_LIMIT_LINE_BYTES, &uri) ||
      !ent_json_get_string (reader, object, "date", ENT_JSON_OPTIONAL, ENT_LIMIT_LINE_BYTES, &date) ||
      !ent_json_get_string (reader, object, "language", ENT_JSON_OPTIONAL, ENT_LIMIT_LINE_BYTES, &language) ||
      !ent_json_get_string (reader, object, "text", ENT_JSON_REQUIRED, ENT_LIMIT_TEXT_BYTES, &text))
    return FALSE;
  if (ent_map_find_source (ent_map_reader_map_of (reader), id) != NULL)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "id", _("“%s” is the id of another source"), id);
  source = ent_source_new (id, title, uri, date, language, text);
  ent_extra_take (source, ent_json_dup_extra (object, known));
  ent_map_add_source (ent_map_reader_map_of (reader), source);
  return TRUE;
}

/* Also among the parts of merges, once they are there. */
static EntActor *
find_actor (EntJsonReader *reader, const char *id)
{
  EntActor *actor = ent_map_find_actor (ent_map_reader_map_of (reader), id);

  return actor == NULL && id != NULL ? g_hash_table_lookup (ent_map_reader_reading_of (reader)->parts, id) : actor;
}

EntRelation *
ent_map_reader_find_relation (EntJsonReader *reader, const char *id)
{
  EntRelation *relation = ent_map_find_relation (ent_map_reader_map_of (reader), id);

  return relation == NULL && id != NULL ? g_hash_table_lookup (ent_map_reader_reading_of (reader)->held, id) : relation;
}

static gboolean
read_mention (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "source", "start", "end", "form", NULL };
  EntActor        *actor = data;
  EntActorMention  mention = { NULL };
  guint            n_mentions;
  int              form;

  if (!ent_map_reader_get_source (reader, object, &mention.source) ||
      !ent_map_reader_get_span (reader, object, mention.source, &mention.span) ||
      !ent_json_get_term (reader, object, "form", (EntJsonFromString) ent_form_from_string, &form))
    return FALSE;
  mention.form = (EntMentionForm) form;
  ent_actor_add_mention (actor, &mention);
  ent_actor_get_mentions (actor, &n_mentions);
  ent_actor_take_mention_extra (actor, n_mentions - 1, ent_json_dup_extra (object, known));
  return TRUE;
}

gboolean
ent_map_reader_get_strings (EntJsonReader *reader, JsonObject *object, const char *name, GStrv *out)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!ent_json_get_array (reader, object, name, ENT_JSON_OPTIONAL, ENT_LIMIT_ITEMS, &array))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode        *node = json_array_get_element (array, i);
      g_autofree char *member = g_strdup_printf ("%s[%u]", name, i);

      if (!ent_json_holds (node, G_TYPE_STRING))
        return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a string"));
      if (strlen (json_node_get_string (node)) > ENT_LIMIT_LINE_BYTES)
        return ent_json_fail (reader, ENT_MAP_ERROR_TOO_LARGE, member, _("is longer than %d bytes"), ENT_LIMIT_LINE_BYTES);
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  *out = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_aliases (EntJsonReader *reader, JsonObject *object, EntActor *actor)
{
  g_auto (GStrv) names = NULL;

  if (!ent_map_reader_get_strings (reader, object, "aliases", &names))
    return FALSE;
  ent_actor_set_aliases (actor, (const char *const *) names);
  return TRUE;
}

static gboolean
read_position (EntJsonReader *reader, JsonObject *object, EntActor *actor)
{
  double   x = 0, y = 0;
  gboolean has_x, has_y, pinned = FALSE;

  if (!ent_json_get_double (reader, object, "x", ENT_JSON_OPTIONAL, -ENT_LIMIT_COORDINATE, ENT_LIMIT_COORDINATE, &x, &has_x) ||
      !ent_json_get_double (reader, object, "y", ENT_JSON_OPTIONAL, -ENT_LIMIT_COORDINATE, ENT_LIMIT_COORDINATE, &y, &has_y) ||
      !ent_json_get_boolean (reader, object, "pinned", &pinned))
    return FALSE;
  if (has_x != has_y)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, has_x ? "y" : "x", _("is missing"));
  if (pinned && !has_x)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "pinned", _("must not be true without x and y"));
  if (has_x)
    ent_actor_set_position (actor, x, y);
  ent_actor_set_pinned (actor, pinned);
  return TRUE;
}

EntActor *
ent_map_reader_parse_actor (EntJsonReader *reader, JsonObject *object)
{
  static const char *const known[] = { "id", "name", "kind", "aliases", "note", "mentions", "x", "y", "pinned", "edited", NULL };
  g_autoptr (EntActor) actor = NULL;
  const char *id = NULL, *name = NULL, *note = "";
  int         kind;
  gboolean    edited = FALSE;

  if (!ent_json_get_id (reader, object, &id) ||
      !ent_json_get_string (reader, object, "name", ENT_JSON_REQUIRED, ENT_LIMIT_LINE_BYTES, &name) ||
      !ent_json_get_term (reader, object, "kind", (EntJsonFromString) ent_kind_from_string, &kind) ||
      !ent_json_get_string (reader, object, "note", ENT_JSON_OPTIONAL, ENT_LIMIT_NOTE_BYTES, &note) ||
      !ent_json_get_boolean (reader, object, "edited", &edited))
    return NULL;
  if (find_actor (reader, id) != NULL)
    {
      ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "id", _("“%s” is the id of another actor"), id);
      return NULL;
    }
  actor = ent_actor_new (id, name, (EntKind) kind);
  ent_actor_set_note (actor, note);
  ent_actor_set_edited (actor, edited);
  if (!read_aliases (reader, object, actor) ||
      !ent_json_read_list (reader, object, "mentions", ENT_JSON_OPTIONAL, ENT_LIMIT_ITEMS, read_mention, actor) ||
      !read_position (reader, object, actor))
    return NULL;
  ent_extra_take (actor, ent_json_dup_extra (object, known));
  return g_steal_pointer (&actor);
}

static gboolean
read_actor (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  g_autoptr (EntActor) actor = ent_map_reader_parse_actor (reader, object);

  if (actor != NULL)
    ent_map_add_actor (ent_map_reader_map_of (reader), actor);
  return actor != NULL;
}

gboolean
ent_map_reader_get_actor (EntJsonReader *reader, JsonObject *object, const char *member, EntJsonNeed need, EntActor **actor)
{
  const char *id = NULL;

  if (!ent_json_get_string (reader, object, member, need, ENT_JSON_MAX_ID_BYTES, &id))
    return FALSE;
  *actor = find_actor (reader, id);
  return id == NULL || *actor != NULL || ent_json_fail (reader, ENT_MAP_ERROR_INVALID, member, _("there is no actor “%s”"), id);
}

static gboolean
check_quote (EntJsonReader *reader, const char *quote, const EntEvidence *evidence)
{
  const char *text = ent_source_get_text (evidence->source) + evidence->span.start_byte;
  gsize       n_bytes = ent_span_length (evidence->span);

  return (strlen (quote) == n_bytes && memcmp (quote, text, n_bytes) == 0) ||
         ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "quote", _("is not what the source's text has there"));
}

static gboolean
read_evidence (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "source", "start", "end", "quote", "from", "predicate", "to", "modality", "speaker", "confidence",
                                       "by_hand", "read_confidence", NULL };
  EntRelation *relation = data;
  EntEvidence  evidence = { NULL };
  const char  *quote = NULL;
  guint        n_evidence;
  int          modality;

  if (!ent_map_reader_get_source (reader, object, &evidence.source) ||
      !ent_map_reader_get_span (reader, object, evidence.source, &evidence.span) ||
      !ent_json_get_string (reader, object, "quote", ENT_JSON_REQUIRED, ENT_LIMIT_TEXT_BYTES, &quote) ||
      !check_quote (reader, quote, &evidence) ||
      !ent_map_reader_get_place (reader, object, "from", evidence.source, &evidence.from) ||
      !ent_map_reader_get_place (reader, object, "predicate", evidence.source, &evidence.predicate) ||
      !ent_map_reader_get_place (reader, object, "to", evidence.source, &evidence.to) ||
      !ent_json_get_term (reader, object, "modality", (EntJsonFromString) ent_modality_from_string, &modality) ||
      !ent_map_reader_get_actor (reader, object, "speaker", ENT_JSON_OPTIONAL, &evidence.speaker) ||
      !ent_json_get_double (reader, object, "confidence", ENT_JSON_REQUIRED, 0, 1, &evidence.confidence, NULL) ||
      !ent_json_get_boolean (reader, object, "by_hand", &evidence.by_hand) ||
      !ent_json_get_double (reader, object, "read_confidence", ENT_JSON_OPTIONAL, 0, 1, &evidence.read_confidence, NULL))
    return FALSE;
  evidence.modality = (EntModality) modality;
  ent_relation_add_evidence (relation, &evidence);
  ent_relation_get_evidence (relation, &n_evidence);
  ent_relation_take_evidence_extra (relation, n_evidence - 1, ent_json_dup_extra (object, known));
  return TRUE;
}

static gboolean
check_relation (EntJsonReader *reader, const char *id, EntActor *from, EntActor *to, EntStance stance, EntRelationType type)
{
  if (ent_map_reader_find_relation (reader, id) != NULL)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "id", _("“%s” is the id of another relation"), id);
  if (from == to)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "to", _("must be another actor than “from”"));
  if (stance != ent_relation_type_get_stance (type))
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "stance", _("must be “%s”, as the type “%s” asks for"),
                          ent_stance_to_string (ent_relation_type_get_stance (type)), ent_relation_type_to_string (type));
  return TRUE;
}

EntRelation *
ent_map_reader_parse_relation (EntJsonReader *reader, JsonObject *object)
{
  static const char *const known[] = { "id", "from", "to", "mutual", "stance", "type", "label", "note", "evidence", "edited", NULL };
  g_autoptr (EntRelation) relation = NULL;
  EntActor   *from, *to;
  const char *id = NULL, *label = "", *note = "";
  int         type, stance;
  gboolean    mutual = FALSE, edited = FALSE;

  if (!ent_json_get_id (reader, object, &id) ||
      !ent_map_reader_get_actor (reader, object, "from", ENT_JSON_REQUIRED, &from) || !ent_map_reader_get_actor (reader, object, "to", ENT_JSON_REQUIRED, &to) ||
      !ent_json_get_boolean (reader, object, "mutual", &mutual) ||
      !ent_json_get_term (reader, object, "stance", (EntJsonFromString) ent_stance_from_string, &stance) ||
      !ent_json_get_term (reader, object, "type", (EntJsonFromString) ent_relation_type_from_string, &type) ||
      !ent_json_get_string (reader, object, "label", ENT_JSON_OPTIONAL, ENT_LIMIT_LINE_BYTES, &label) ||
      !ent_json_get_string (reader, object, "note", ENT_JSON_OPTIONAL, ENT_LIMIT_NOTE_BYTES, &note) ||
      !ent_json_get_boolean (reader, object, "edited", &edited) ||
      !check_relation (reader, id, from, to, (EntStance) stance, (EntRelationType) type))
    return NULL;
  relation = ent_relation_new (id, from, to, (EntRelationType) type, label);
  ent_relation_set_mutual (relation, mutual);
  ent_relation_set_note (relation, note);
  ent_relation_set_edited (relation, edited);
  if (!ent_json_read_list (reader, object, "evidence", ENT_JSON_REQUIRED, ENT_LIMIT_ITEMS, read_evidence, relation))
    return NULL;
  ent_extra_take (relation, ent_json_dup_extra (object, known));
  return g_steal_pointer (&relation);
}

static gboolean
read_relation (EntJsonReader *reader, JsonObject *object, gpointer data)
{
  g_autoptr (EntRelation) relation = ent_map_reader_parse_relation (reader, object);

  if (relation != NULL)
    ent_map_add_relation (ent_map_reader_map_of (reader), relation);
  return relation != NULL;
}

static gboolean
check_format (EntJsonReader *reader, JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode   *format = object != NULL ? json_object_get_member (object, "format") : NULL;
  JsonNode   *version;

  if (format == NULL || !ent_json_holds (format, G_TYPE_STRING) || !g_str_equal (json_node_get_string (format), "entente-map"))
    {
      g_set_error (reader->error, ENT_MAP_ERROR, ENT_MAP_ERROR_NOT_A_MAP,
                   _("%s: this is not a map: “format” must be “entente-map”"), reader->name);
      return FALSE;
    }
  version = json_object_get_member (object, "version");
  if (version == NULL || !ent_json_holds (version, G_TYPE_INT64) || json_node_get_int (version) < 1)
    return ent_json_fail (reader, ENT_MAP_ERROR_INVALID, "version", _("must be a whole number from 1 up"));
  if (json_node_get_int (version) > ENT_MAP_FILE_VERSION)
    {
      g_set_error (reader->error, ENT_MAP_ERROR, ENT_MAP_ERROR_VERSION,
                   _("%s: the map was written by a newer version of Entente (version %" PRIi64 " of the file; this program reads version 1)"),
                   reader->name, json_node_get_int (version));
      return FALSE;
    }
  return TRUE;
}

static void
reading_clear (EntReading *reading)
{
  g_hash_table_unref (reading->parts);
  g_hash_table_unref (reading->held);
  g_ptr_array_unref (reading->merges);
  g_hash_table_unref (reading->order);
  g_object_unref (reading->map);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntReading, reading_clear)

EntMap *
ent_map_reader_read (JsonNode *root, const char *name, GError **error)
{
  static const char *const known[] = { "format", "version", "title", "sources", "actors", "relations", "merges", "removed", "rejected", NULL };
  g_auto (EntReading) reading = {
    ent_map_new (), g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (g_str_hash, g_str_equal),
    g_ptr_array_new_with_free_func ((GDestroyNotify) ent_merge_unref), g_hash_table_new (NULL, NULL),
  };
  g_autoptr (GString) place = g_string_new (NULL);
  EntJsonReader       reader = { name, place, error, &reading };
  JsonObject         *object;
  const char         *title = "";

  if (!check_format (&reader, root))
    return NULL;
  object = json_node_get_object (root);
  if (!ent_json_get_string (&reader, object, "title", ENT_JSON_OPTIONAL, ENT_LIMIT_LINE_BYTES, &title) ||
      !ent_json_read_list (&reader, object, "sources", ENT_JSON_REQUIRED, ENT_LIMIT_SOURCES, read_source, NULL) ||
      !ent_json_read_list (&reader, object, "actors", ENT_JSON_REQUIRED, ENT_LIMIT_ACTORS, read_actor, NULL) ||
      !ent_json_read_list (&reader, object, "relations", ENT_JSON_REQUIRED, ENT_LIMIT_RELATIONS, read_relation, NULL) ||
      !ent_map_reader_read_traces (&reader, object))
    return NULL;
  ent_map_set_title (reading.map, title);
  ent_extra_take (reading.map, ent_json_dup_extra (object, known));
  return g_object_ref (reading.map);
}
