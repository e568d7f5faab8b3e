/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-search.h"

#include "ent-words.h"

#include <string.h>

/* Taken apart into letters and marks, without the marks, without case; all white space is one blank. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart ? apart : "", -1);
  GString *out = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (g_unichar_ismark (c))
      continue;
    if (!g_unichar_isspace (c))
      g_string_append_unichar (out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  return g_string_free (out, FALSE);
}

static gboolean
contains (const char *needle, const char *text)
{
  g_autofree char *folded = text ? fold (text) : NULL;

  return folded && strstr (folded, needle);
}

char *
ent_search_dup_needle (const char *text)
{
  g_autofree char *needle = fold (text ? text : "");

  g_strstrip (needle);
  return *needle ? g_steal_pointer (&needle) : NULL;
}

gboolean
ent_search_matches_actor (const char *needle, EntActor *actor)
{
  g_return_val_if_fail (needle != NULL, FALSE);

  if (contains (needle, ent_actor_get_name (actor)))
    return TRUE;
  for (const char *const *alias = ent_actor_get_aliases (actor); *alias; alias++)
    if (contains (needle, *alias))
      return TRUE;
  return FALSE;
}

gboolean
ent_search_matches_relation (const char *needle, EntRelation *relation)
{
  g_return_val_if_fail (needle != NULL, FALSE);

  guint n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  if (contains (needle, ent_relation_get_label (relation)) || contains (needle, ent_words_type (ent_relation_get_relation_type (relation))))
    return TRUE;
  for (guint i = 0; i < n_evidence; i++) {
    g_autofree char *quote = ent_source_dup_text_at (evidence[i].source, evidence[i].span);
    if (contains (needle, quote))
      return TRUE;
  }
  return FALSE;
}

GPtrArray *
ent_search_find (EntSession *session, const char *text)
{
  EntMap *map = ent_session_get_map (session);
  EntMapFilter *filter = ent_session_get_filter (session);
  g_autofree char *needle = ent_search_dup_needle (text);
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  if (map == NULL || needle == NULL)
    return hits;
  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_actors (map)); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (ent_map_get_actors (map), i);
    if (ent_map_filter_passes_actor (filter, actor) && ent_search_matches_actor (needle, actor))
      g_ptr_array_add (hits, g_object_ref (actor));
  }
  for (guint i = 0; i < g_list_model_get_n_items (ent_map_get_relations (map)); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (ent_map_get_relations (map), i);
    if (ent_map_filter_passes (filter, relation) && ent_search_matches_relation (needle, relation))
      g_ptr_array_add (hits, g_object_ref (relation));
  }
  return hits;
}
