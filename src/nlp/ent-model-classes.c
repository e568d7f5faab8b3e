/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The class lists of the header. Their strings belong to the JSON document, which lives as long as the model; so lists are
 * arrays of borrowed strings. Names that the program has an enumeration for are translated here, once. */
#include "ent-model-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_CLASSES 20000

const EntMentionForm ent_model_forms[ENT_N_MODEL_FORMS] = { ENT_FORM_NAME, ENT_FORM_NOMINAL, ENT_FORM_PRONOUN };
const EntKind        ent_model_kinds[ENT_N_KINDS] = { ENT_KIND_PERSON, ENT_KIND_COUNTRY, ENT_KIND_ORGANISATION, ENT_KIND_PLACE, ENT_KIND_GROUP };

static gboolean
fail (const char *path, const char *member, GError **error)
{
  g_set_error (error, ENT_MODEL_ERROR, ENT_MODEL_ERROR_DAMAGED, "“%s” is damaged: the list “%s” of its header is missing or not what this program reads", path, member);
  return FALSE;
}

/* (transfer container): the strings of a member, or NULL where it is not a list of strings of sensible length. */
static const char **
dup_strings (JsonObject *object, const char *member, guint *n)
{
  JsonNode               *node = json_object_get_member (object, member);
  g_autofree const char **strings = NULL;
  JsonArray              *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  *n = json_array_get_length (array);
  if (*n < 1 || *n > MAX_CLASSES)
    return NULL;
  strings = g_new0 (const char *, *n);
  for (guint i = 0; i < *n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      strings[i] = json_node_get_string (element);
    }
  return g_steal_pointer (&strings);
}

static gint
find_string (const char *const *strings, guint n, const char *wanted)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (strings[i], wanted))
      return (gint) i;
  return -1;
}

static gboolean
read_upos (EntModelClasses *self, const EntTagGroup *group)
{
  if (group->n_values > G_N_ELEMENTS (self->upos))
    return FALSE;
  for (guint i = 0; i < group->n_values; i++)
    {
      EntUpos upos = ENT_UPOS_X;
      while (upos <= ENT_UPOS_VERB && !g_str_equal (ent_upos_name (upos), group->values[i]))
        upos++;
      if (upos > ENT_UPOS_VERB)
        return FALSE;
      self->upos[i] = upos;
    }
  return TRUE;
}

static gboolean
read_tag_group (EntModelClasses *self, JsonNode *node)
{
  EntTagGroup *group = &self->groups[self->n_groups];
  const char  *name;
  JsonObject  *object;
  JsonNode    *name_node;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  name_node = json_object_get_member (object, "name");
  if (name_node == NULL || !JSON_NODE_HOLDS_VALUE (name_node) || json_node_get_value_type (name_node) != G_TYPE_STRING)
    return FALSE;
  name = json_node_get_string (name_node);
  group->values = dup_strings (object, "values", &group->n_values);
  if (group->values == NULL)
    return FALSE;
  self->n_groups++;
  group->first = self->n_tags;
  self->n_tags += group->n_values;
  group->feature = -2;
  if (g_str_equal (name, "UPOS"))
    {
      group->feature = -1;
      return read_upos (self, group);
    }
  for (guint f = 0; f < ENT_N_FEATURES; f++)
    if (g_str_equal (name, ent_feature_name (f)))
      group->feature = (gint) f;
  return group->n_values <= G_MAXUINT8;
}

static gboolean
read_tags (EntModelClasses *self, JsonObject *classes)
{
  JsonNode  *node = json_object_get_member (classes, "tags");
  JsonArray *array;
  gboolean   has_upos = FALSE;
  guint      n;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n < 1 || n > 64)
    return FALSE;
  self->groups = g_new0 (EntTagGroup, n);
  for (guint i = 0; i < n; i++)
    {
      if (!read_tag_group (self, json_array_get_element (array, i)))
        return FALSE;
      has_upos = has_upos || self->groups[i].feature == -1;
    }
  return has_upos;
}

/* "c|prefix cut|suffix cut|prefix|suffix"; the last may hold any character. */
static gboolean
parse_script (const char *text, EntLemmaScript *script)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", 5);
  guint64 prefix_cut, suffix_cut;

  if (g_strv_length (parts) != 5 || (!g_str_equal (parts[0], "0") && !g_str_equal (parts[0], "1")))
    return FALSE;
  if (!g_ascii_string_to_unsigned (parts[1], 10, 0, 1000, &prefix_cut, NULL) || !g_ascii_string_to_unsigned (parts[2], 10, 0, 1000, &suffix_cut, NULL))
    return FALSE;
  script->lower = parts[0][0] == '1';
  script->prefix_cut = (guint) prefix_cut;
  script->suffix_cut = (guint) suffix_cut;
  script->prefix = g_steal_pointer (&parts[3]);
  script->suffix = g_steal_pointer (&parts[4]);
  return TRUE;
}

static gboolean
read_scripts (EntModelClasses *self, JsonObject *header, JsonObject *classes)
{
  JsonNode *exceptions = json_object_get_member (header, "lemma_exceptions");
  guint     n;
  g_autofree const char **texts = dup_strings (classes, "lemma", &n);

  if (texts == NULL)
    return FALSE;
  self->scripts = g_new0 (EntLemmaScript, n);
  for (; self->n_scripts < n; self->n_scripts++)
    if (!parse_script (texts[self->n_scripts], &self->scripts[self->n_scripts]))
      return FALSE;
  if (exceptions == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (exceptions))
    return FALSE;
  self->lemma_exceptions = json_node_get_object (exceptions);
  return TRUE;
}

static gboolean
read_names (EntModelClasses *self, JsonObject *classes)
{
  g_autofree const char **names = dup_strings (classes, "names", &self->n_names);

  if (names == NULL || self->n_names > 60)
    return FALSE;
  self->names = g_new0 (EntNameKind, self->n_names);
  for (guint i = 0; i < self->n_names; i++)
    {
      EntNameKind kind = ENT_NAME_PERSON;
      while (kind <= ENT_NAME_OTHER && !g_str_equal (ent_name_kind_name (kind), names[i]))
        kind++;
      if (kind > ENT_NAME_OTHER)
        return FALSE;
      self->names[i] = kind;
    }
  return TRUE;
}

/* "form-kind" */
static gboolean
read_mentions (EntModelClasses *self, JsonObject *classes)
{
  g_autofree const char **names = dup_strings (classes, "mentions", &self->n_mentions);

  if (names == NULL || self->n_mentions > 60)
    return FALSE;
  self->mentions = g_malloc0_n (self->n_mentions, sizeof *self->mentions);
  for (guint i = 0; i < self->n_mentions; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], "-", 2);
      guint form = 0, kind = 0;

      if (g_strv_length (parts) != 2)
        return FALSE;
      while (form < ENT_N_MODEL_FORMS && !g_str_equal (ent_form_to_string (ent_model_forms[form]), parts[0]))
        form++;
      while (kind < ENT_N_KINDS && !g_str_equal (ent_kind_to_string (ent_model_kinds[kind]), parts[1]))
        kind++;
      if (form == ENT_N_MODEL_FORMS || kind == ENT_N_KINDS)
        return FALSE;
      self->mentions[i].form = form;
      self->mentions[i].kind = kind;
    }
  return TRUE;
}

static gboolean
read_types (EntModelClasses *self, JsonObject *classes)
{
  g_autofree const char **names = dup_strings (classes, "types", &self->n_types);
  gboolean has_none = FALSE;

  if (names == NULL)
    return FALSE;
  self->types = g_new0 (EntRelationType, self->n_types);
  for (guint i = 0; i < self->n_types; i++)
    {
      self->types[i] = ENT_RELATION_NONE;
      if (g_str_equal (names[i], "none"))
        has_none = TRUE;
      else if (!ent_relation_type_from_string (names[i], &self->types[i]))
        return FALSE;
    }
  return has_none;
}

static gboolean
read_modality (EntModelClasses *self, JsonObject *classes)
{
  guint n;
  g_autofree const char **names = dup_strings (classes, "modality", &n);

  if (names == NULL || n != ENT_N_MODALITIES)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!ent_modality_from_string (names[i], &self->modality[i]))
      return FALSE;
  return TRUE;
}

gboolean
ent_model_classes_read (EntModelClasses *self, JsonObject *header, const char *path, GError **error)
{
  JsonNode   *node = json_object_get_member (header, "classes");
  JsonObject *classes;
  gint        root;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (path, "classes", error);
  classes = json_node_get_object (node);
  if (!read_tags (self, classes))
    return fail (path, "classes.tags", error);
  self->deprels = dup_strings (classes, "deprel", &self->n_deprels);
  if (self->deprels == NULL || self->n_deprels < 2 || (root = find_string (self->deprels, self->n_deprels, "root")) < 0)
    return fail (path, "classes.deprel", error);
  self->root_deprel = (guint) root;
  if (!read_scripts (self, header, classes))
    return fail (path, "classes.lemma", error);
  if (!read_names (self, classes))
    return fail (path, "classes.names", error);
  if (!read_mentions (self, classes))
    return fail (path, "classes.mentions", error);
  if (!read_types (self, classes))
    return fail (path, "classes.types", error);
  if (!read_modality (self, classes))
    return fail (path, "classes.modality", error);
  return TRUE;
}

void
ent_model_classes_clear (EntModelClasses *self)
{
  for (guint i = 0; i < self->n_groups; i++)
    g_free ((gpointer) self->groups[i].values);
  for (guint i = 0; i < self->n_scripts; i++)
    {
      g_free ((gpointer) self->scripts[i].prefix);
      g_free ((gpointer) self->scripts[i].suffix);
    }
  g_free (self->groups);
  g_free (self->scripts);
  g_free ((gpointer) self->deprels);
  g_free (self->names);
  g_free (self->mentions);
  g_free (self->types);
}
