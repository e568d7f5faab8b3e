/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Trusts nothing. json-glib's own getters are called only after the node's type was looked at, since they complain on the
 * program's stderr of what is the file's fault. The reader carries the place it is at, "relations[3].evidence[0]", and the
 * first thing found wrong ends the reading with that place in the message. Characters become bytes here. */
#include "ent-map-reader.h"

#include "ent-map-file.h"
#include "ent-map-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Bounds that no real map comes near; they keep a hostile file from costing more than its own size. */
#define MAX_ID_BYTES       128
#define MAX_LINE_BYTES     (16 << 10)   /* names, titles, labels, addresses */
#define MAX_NOTE_BYTES     (1 << 20)
#define MAX_TEXT_BYTES     (32 << 20)
#define MAX_SOURCES        10000
#define MAX_ACTORS         100000
#define MAX_RELATIONS      200000
#define MAX_ITEMS          1000000      /* mentions, evidence, aliases of one */
#define MAX_COORDINATE     1e7

typedef struct {
  EntMap     *map;
  const char *name;     /* of the file */
  GString    *place;    /* of the object being read: "", "actors[2]", "relations[3].evidence[0]" */
  GError    **error;
} Reader;

typedef enum { OPTIONAL, REQUIRED } Need;

static gboolean fail (Reader *reader, EntMapError code, const char *member, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* member: of the object being read; NULL for the object itself. Always FALSE. */
static gboolean
fail (Reader *reader, EntMapError code, const char *member, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (reader->error, ENT_MAP_ERROR, (int) code, "%s: %s%s%s: %s", reader->name, reader->place->str,
               reader->place->len > 0 && member != NULL ? "." : "", member != NULL ? member : "", what);
  return FALSE;
}

/* ── Members by type. Absent optional ones leave *out as it is. ─────────────────────────────────────────────────── */

/* FALSE: an error was set. *node is NULL where an optional member is absent or null. */
static gboolean
find_member (Reader *reader, JsonObject *object, const char *member, Need need, JsonNode **node)
{
  *node = json_object_get_member (object, member);
  if (*node != NULL && JSON_NODE_HOLDS_NULL (*node) && need == OPTIONAL)
    *node = NULL;
  if (*node == NULL && need == REQUIRED)
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("is missing"));
  return TRUE;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
get_string (Reader *reader, JsonObject *object, const char *member, Need need, gsize max_bytes, const char **out)
{
  JsonNode *node;

  if (!find_member (reader, object, member, need, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a string"));
  if (strlen (json_node_get_string (node)) > max_bytes)
    return fail (reader, ENT_MAP_ERROR_TOO_LARGE, member, _("is longer than %zu bytes"), max_bytes);
  *out = json_node_get_string (node);
  return TRUE;
}

static gboolean
get_boolean (Reader *reader, JsonObject *object, const char *member, gboolean *out)
{
  JsonNode *node;

  if (!find_member (reader, object, member, OPTIONAL, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be true or false"));
  *out = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
get_count (Reader *reader, JsonObject *object, const char *member, gsize max, gsize *out)
{
  JsonNode *node;
  gint64    value;

  if (!find_member (reader, object, member, REQUIRED, &node))
    return FALSE;
  if (!holds (node, G_TYPE_INT64))
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a whole number"));
  value = json_node_get_int (node);
  if (value < 0 || (guint64) value > max)
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("%" PRIi64 " lies outside the text, which has %zu characters"),
                 value, max);
  *out = (gsize) value;
  return TRUE;
}

/* *given: whether it is there, nullable. */
static gboolean
get_double (Reader *reader, JsonObject *object, const char *member, Need need, double min, double max, double *out, gboolean *given)
{
  JsonNode *node;
  double    value;

  if (!find_member (reader, object, member, need, &node))
    return FALSE;
  if (given != NULL)
    *given = node != NULL;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_DOUBLE) && !holds (node, G_TYPE_INT64))
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a number"));
  value = json_node_get_double (node);
  if (!isfinite (value) || value < min || value > max)
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a number from %g to %g"), min, max);
  *out = value;
  return TRUE;
}

static gboolean
get_array (Reader *reader, JsonObject *object, const char *member, Need need, guint max, JsonArray **out)
{
  JsonNode *node;

  *out = NULL;
  if (!find_member (reader, object, member, need, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a list"));
  *out = json_node_get_array (node);
  if (json_array_get_length (*out) > max)
    return fail (reader, ENT_MAP_ERROR_TOO_LARGE, member, _("has more than %u members"), max);
  return TRUE;
}

typedef gboolean (*FromString) (const char *name, int *out);

/* from_string: one of ent_terms' functions, whose enumerations are as large as an int. */
static gboolean
get_term (Reader *reader, JsonObject *object, const char *member, FromString from_string, int *out)
{
  const char *name = NULL;

  if (!get_string (reader, object, member, REQUIRED, MAX_LINE_BYTES, &name))
    return FALSE;
  if (!from_string (name, out))
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("“%.40s” is none of the values allowed here"), name);
  return TRUE;
}

static gboolean
get_id (Reader *reader, JsonObject *object, const char **out)
{
  if (!get_string (reader, object, "id", REQUIRED, MAX_ID_BYTES, out))
    return FALSE;
  return **out != '\0' || fail (reader, ENT_MAP_ERROR_INVALID, "id", _("must not be empty"));
}

/* Steps into member[index] or member for the time of read_item. */
typedef gboolean (*ReadItem) (Reader *reader, JsonObject *object, gpointer data);

static gboolean
read_list (Reader *reader, JsonObject *object, const char *member, Need need, guint max, ReadItem read_item, gpointer data)
{
  gsize      place_length = reader->place->len;
  JsonArray *array;

  if (!get_array (reader, object, member, need, max, &array))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      g_string_append_printf (reader->place, "%s%s[%u]", place_length > 0 ? "." : "", member, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail (reader, ENT_MAP_ERROR_INVALID, NULL, _("must be an object"));
      if (!read_item (reader, json_node_get_object (node), data))
        return FALSE;
      g_string_truncate (reader->place, place_length);
    }
  return TRUE;
}

/* The members that are not among known (NULL-terminated), or NULL when there are none. */
static JsonObject *
dup_extra (JsonObject *object, const char *const *known)
{
  g_autoptr (GList) names = json_object_get_members (object);
  JsonObject       *extra = NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (g_strv_contains (known, l->data))
        continue;
      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, l->data, json_object_dup_member (object, l->data));
    }
  return extra;
}

/* ── Spans ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
get_source (Reader *reader, JsonObject *object, EntSource **source)
{
  const char *id = NULL;

  if (!get_string (reader, object, "source", REQUIRED, MAX_ID_BYTES, &id))
    return FALSE;
  *source = ent_map_find_source (reader->map, id);
  return *source != NULL || fail (reader, ENT_MAP_ERROR_INVALID, "source", _("there is no source “%s”"), id);
}

static gboolean
get_span (Reader *reader, JsonObject *object, EntSource *source, EntSpan *span)
{
  const EntOffsets *offsets = ent_source_get_offsets (source);
  gsize             n_chars = ent_offsets_n_chars (offsets);
  gsize             start = 0, end = 0;

  if (!get_count (reader, object, "start", n_chars, &start) || !get_count (reader, object, "end", n_chars, &end))
    return FALSE;
  if (start >= end)
    return fail (reader, ENT_MAP_ERROR_INVALID, "end", _("must lie behind the start"));
  span->start_byte = ent_offsets_to_bytes (offsets, start);
  span->end_byte = ent_offsets_to_bytes (offsets, end);
  return TRUE;
}

/* "from", "predicate", "to" of evidence: absent or null leaves the empty span. */
static gboolean
get_place (Reader *reader, JsonObject *object, const char *member, EntSource *source, EntSpan *span)
{
  gsize     place_length = reader->place->len;
  JsonNode *node;

  if (!find_member (reader, object, member, OPTIONAL, &node))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be an object"));
  g_string_append_printf (reader->place, ".%s", member);
  if (!get_span (reader, json_node_get_object (node), source, span))
    return FALSE;
  g_string_truncate (reader->place, place_length);
  return TRUE;
}

/* ── The parts of a map ─────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_source (Reader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "id", "title", "uri", "date", "language", "text", NULL };
  g_autoptr (EntSource) source = NULL;
  const char *id = NULL, *title = "", *uri = NULL, *date = NULL, *language = "en", *text = NULL;

  if (!get_id (reader, object, &id) ||
      !get_string (reader, object, "title", OPTIONAL, MAX_LINE_BYTES, &title) ||
      !get_string (reader, object, "uri", OPTIONAL, MAX_LINE_BYTES, &uri) ||
      !get_string (reader, object, "date", OPTIONAL, MAX_LINE_BYTES, &date) ||
      !get_string (reader, object, "language", OPTIONAL, MAX_LINE_BYTES, &language) ||
      !get_string (reader, object, "text", REQUIRED, MAX_TEXT_BYTES, &text))
    return FALSE;
  if (ent_map_find_source (reader->map, id) != NULL)
    return fail (reader, ENT_MAP_ERROR_INVALID, "id", _("“%s” is the id of another source"), id);
  source = ent_source_new (id, title, uri, date, language, text);
  ent_extra_take (source, dup_extra (object, known));
  ent_map_add_source (reader->map, source);
  return TRUE;
}

static gboolean
read_mention (Reader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "source", "start", "end", "form", NULL };
  EntActor        *actor = data;
  EntActorMention  mention = { NULL };
  guint            n_mentions;
  int              form;

  if (!get_source (reader, object, &mention.source) ||
      !get_span (reader, object, mention.source, &mention.span) ||
      !get_term (reader, object, "form", (FromString) ent_form_from_string, &form))
    return FALSE;
  mention.form = (EntMentionForm) form;
  ent_actor_add_mention (actor, &mention);
  ent_actor_get_mentions (actor, &n_mentions);
  ent_actor_take_mention_extra (actor, n_mentions - 1, dup_extra (object, known));
  return TRUE;
}

static gboolean
read_aliases (Reader *reader, JsonObject *object, EntActor *actor)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonArray *array;

  if (!get_array (reader, object, "aliases", OPTIONAL, MAX_ITEMS, &array))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode        *node = json_array_get_element (array, i);
      g_autofree char *member = g_strdup_printf ("aliases[%u]", i);

      if (!holds (node, G_TYPE_STRING))
        return fail (reader, ENT_MAP_ERROR_INVALID, member, _("must be a string"));
      if (strlen (json_node_get_string (node)) > MAX_LINE_BYTES)
        return fail (reader, ENT_MAP_ERROR_TOO_LARGE, member, _("is longer than %d bytes"), MAX_LINE_BYTES);
      g_ptr_array_add (names, (gpointer) json_node_get_string (node));
    }
  g_ptr_array_add (names, NULL);
  ent_actor_set_aliases (actor, (const char *const *) names->pdata);
  return TRUE;
}

static gboolean
read_position (Reader *reader, JsonObject *object, EntActor *actor)
{
  double   x = 0, y = 0;
  gboolean has_x, has_y, pinned = FALSE;

  if (!get_double (reader, object, "x", OPTIONAL, -MAX_COORDINATE, MAX_COORDINATE, &x, &has_x) ||
      !get_double (reader, object, "y", OPTIONAL, -MAX_COORDINATE, MAX_COORDINATE, &y, &has_y) ||
      !get_boolean (reader, object, "pinned", &pinned))
    return FALSE;
  if (has_x != has_y)
    return fail (reader, ENT_MAP_ERROR_INVALID, has_x ? "y" : "x", _("is missing"));
  if (pinned && !has_x)
    return fail (reader, ENT_MAP_ERROR_INVALID, "pinned", _("must not be true without x and y"));
  if (has_x)
    ent_actor_set_position (actor, x, y);
  ent_actor_set_pinned (actor, pinned);
  return TRUE;
}

static gboolean
read_actor (Reader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "id", "name", "kind", "aliases", "note", "mentions", "x", "y", "pinned", NULL };
  g_autoptr (EntActor) actor = NULL;
  const char *id = NULL, *name = NULL, *note = "";
  int         kind;

  if (!get_id (reader, object, &id) ||
      !get_string (reader, object, "name", REQUIRED, MAX_LINE_BYTES, &name) ||
      !get_term (reader, object, "kind", (FromString) ent_kind_from_string, &kind) ||
      !get_string (reader, object, "note", OPTIONAL, MAX_NOTE_BYTES, &note))
    return FALSE;
  if (ent_map_find_actor (reader->map, id) != NULL)
    return fail (reader, ENT_MAP_ERROR_INVALID, "id", _("“%s” is the id of another actor"), id);
  actor = ent_actor_new (id, name, (EntKind) kind);
  ent_actor_set_note (actor, note);
  if (!read_aliases (reader, object, actor) ||
      !read_list (reader, object, "mentions", OPTIONAL, MAX_ITEMS, read_mention, actor) ||
      !read_position (reader, object, actor))
    return FALSE;
  ent_extra_take (actor, dup_extra (object, known));
  ent_map_add_actor (reader->map, actor);
  return TRUE;
}

static gboolean
get_actor (Reader *reader, JsonObject *object, const char *member, Need need, EntActor **actor)
{
  const char *id = NULL;

  if (!get_string (reader, object, member, need, MAX_ID_BYTES, &id))
    return FALSE;
  *actor = ent_map_find_actor (reader->map, id);
  return id == NULL || *actor != NULL || fail (reader, ENT_MAP_ERROR_INVALID, member, _("there is no actor “%s”"), id);
}

static gboolean
check_quote (Reader *reader, const char *quote, const EntEvidence *evidence)
{
  const char *text = ent_source_get_text (evidence->source) + evidence->span.start_byte;
  gsize       n_bytes = ent_span_length (evidence->span);

  return (strlen (quote) == n_bytes && memcmp (quote, text, n_bytes) == 0) ||
         fail (reader, ENT_MAP_ERROR_INVALID, "quote", _("is not what the source's text has there"));
}

static gboolean
read_evidence (Reader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "source", "start", "end", "quote", "from", "predicate", "to", "modality", "speaker", "confidence", NULL };
  EntRelation *relation = data;
  EntEvidence  evidence = { NULL };
  const char  *quote = NULL;
  guint        n_evidence;
  int          modality;

  if (!get_source (reader, object, &evidence.source) ||
      !get_span (reader, object, evidence.source, &evidence.span) ||
      !get_string (reader, object, "quote", REQUIRED, MAX_TEXT_BYTES, &quote) ||
      !check_quote (reader, quote, &evidence) ||
      !get_place (reader, object, "from", evidence.source, &evidence.from) ||
      !get_place (reader, object, "predicate", evidence.source, &evidence.predicate) ||
      !get_place (reader, object, "to", evidence.source, &evidence.to) ||
      !get_term (reader, object, "modality", (FromString) ent_modality_from_string, &modality) ||
      !get_actor (reader, object, "speaker", OPTIONAL, &evidence.speaker) ||
      !get_double (reader, object, "confidence", REQUIRED, 0, 1, &evidence.confidence, NULL))
    return FALSE;
  evidence.modality = (EntModality) modality;
  ent_relation_add_evidence (relation, &evidence);
  ent_relation_get_evidence (relation, &n_evidence);
  ent_relation_take_evidence_extra (relation, n_evidence - 1, dup_extra (object, known));
  return TRUE;
}

static gboolean
read_relation (Reader *reader, JsonObject *object, gpointer data)
{
  static const char *const known[] = { "id", "from", "to", "mutual", "stance", "type", "label", "note", "evidence", NULL };
  g_autoptr (EntRelation) relation = NULL;
  EntActor   *from, *to;
  const char *id = NULL, *label = "", *note = "";
  int         type, stance;
  gboolean    mutual = FALSE;

  if (!get_id (reader, object, &id) ||
      !get_actor (reader, object, "from", REQUIRED, &from) || !get_actor (reader, object, "to", REQUIRED, &to) ||
      !get_boolean (reader, object, "mutual", &mutual) ||
      !get_term (reader, object, "stance", (FromString) ent_stance_from_string, &stance) ||
      !get_term (reader, object, "type", (FromString) ent_relation_type_from_string, &type) ||
      !get_string (reader, object, "label", OPTIONAL, MAX_LINE_BYTES, &label) ||
      !get_string (reader, object, "note", OPTIONAL, MAX_NOTE_BYTES, &note))
    return FALSE;
  if (ent_map_find_relation (reader->map, id) != NULL)
    return fail (reader, ENT_MAP_ERROR_INVALID, "id", _("“%s” is the id of another relation"), id);
  if (from == to)
    return fail (reader, ENT_MAP_ERROR_INVALID, "to", _("must be another actor than “from”"));
  if ((EntStance) stance != ent_relation_type_get_stance ((EntRelationType) type))
    return fail (reader, ENT_MAP_ERROR_INVALID, "stance", _("must be “%s”, as the type “%s” asks for"),
                 ent_stance_to_string (ent_relation_type_get_stance ((EntRelationType) type)),
                 ent_relation_type_to_string ((EntRelationType) type));
  relation = ent_relation_new (id, from, to, (EntRelationType) type, label);
  ent_relation_set_mutual (relation, mutual);
  ent_relation_set_note (relation, note);
  if (!read_list (reader, object, "evidence", REQUIRED, MAX_ITEMS, read_evidence, relation))
    return FALSE;
  ent_extra_take (relation, dup_extra (object, known));
  ent_map_add_relation (reader->map, relation);
  return TRUE;
}

static gboolean
check_format (Reader *reader, JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode   *format = object != NULL ? json_object_get_member (object, "format") : NULL;
  JsonNode   *version;

  if (format == NULL || !holds (format, G_TYPE_STRING) || !g_str_equal (json_node_get_string (format), "entente-map"))
    {
      g_set_error (reader->error, ENT_MAP_ERROR, ENT_MAP_ERROR_NOT_A_MAP,
                   _("%s: this is not a map: “format” must be “entente-map”"), reader->name);
      return FALSE;
    }
  version = json_object_get_member (object, "version");
  if (version == NULL || !holds (version, G_TYPE_INT64) || json_node_get_int (version) < 1)
    return fail (reader, ENT_MAP_ERROR_INVALID, "version", _("must be a whole number from 1 up"));
  if (json_node_get_int (version) > 1)
    {
      g_set_error (reader->error, ENT_MAP_ERROR, ENT_MAP_ERROR_VERSION,
                   _("%s: the map was written by a newer version of Entente (version %" PRIi64 " of the file; this program reads version 1)"),
                   reader->name, json_node_get_int (version));
      return FALSE;
    }
  return TRUE;
}

EntMap *
ent_map_reader_read (JsonNode *root, const char *name, GError **error)
{
  static const char *const known[] = { "format", "version", "title", "sources", "actors", "relations", NULL };
  g_autoptr (EntMap)  map = ent_map_new ();
  g_autoptr (GString) place = g_string_new (NULL);
  Reader              reader = { map, name, place, error };
  JsonObject         *object;
  const char         *title = "";

  if (!check_format (&reader, root))
    return NULL;
  object = json_node_get_object (root);
  if (!get_string (&reader, object, "title", OPTIONAL, MAX_LINE_BYTES, &title) ||
      !read_list (&reader, object, "sources", REQUIRED, MAX_SOURCES, read_source, NULL) ||
      !read_list (&reader, object, "actors", REQUIRED, MAX_ACTORS, read_actor, NULL) ||
      !read_list (&reader, object, "relations", REQUIRED, MAX_RELATIONS, read_relation, NULL))
    return NULL;
  ent_map_set_title (map, title);
  ent_extra_take (map, dup_extra (object, known));
  return g_steal_pointer (&map);
}
