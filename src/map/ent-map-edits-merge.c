/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging and splitting. A merge can be taken back exactly when it is the last one: then nothing but edits by hand lies between it
 * and now. So a split takes back all merges down to the ones it is about, and does the others again. Everything goes through
 * the step, which makes both undoable without more ado. */
#include "ent-limits.h"
#include "ent-map-edits-private.h"
#include "ent-map-file.h"

#include <glib/gi18n-lib.h>

/* ── Merging ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_name_of (EntActor *actor, const char *name)
{
  return g_str_equal (ent_actor_get_name (actor), name) || g_strv_contains (ent_actor_get_aliases (actor), name);
}

/* The other names of the whole get those of the part that it has not. */
static void
merge_names (EntMerge *merge)
{
  const char *const *theirs = ent_actor_get_aliases (merge->part);
  const char *const *ours = ent_actor_get_aliases (merge->into);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) new = g_strv_builder_new ();
  g_auto (GStrv) aliases = NULL;

  g_strv_builder_addv (all, (const char **) ours);
  if (!is_name_of (merge->into, ent_actor_get_name (merge->part)))
    {
      g_strv_builder_add (all, ent_actor_get_name (merge->part));
      g_strv_builder_add (new, ent_actor_get_name (merge->part));
    }
  for (guint i = 0; theirs[i] != NULL; i++)
    if (!is_name_of (merge->into, theirs[i]))
      {
        g_strv_builder_add (all, theirs[i]);
        g_strv_builder_add (new, theirs[i]);
      }
  aliases = g_strv_builder_end (all);
  g_strfreev (merge->names);
  merge->names = g_strv_builder_end (new);
  ent_actor_set_aliases (merge->into, (const char *const *) aliases);
}

static void
merge_mentions (EntMerge *merge)
{
  guint                  n_ours, n_theirs;
  const EntActorMention *theirs = ent_actor_get_mentions (merge->part, &n_theirs);

  ent_actor_get_mentions (merge->into, &n_ours);
  for (guint i = 0; i < n_theirs; i++)
    {
      JsonObject *extra = ent_actor_get_mention_extra (merge->part, i);

      ent_actor_add_mention (merge->into, &theirs[i]);
      ent_actor_take_mention_extra (merge->into, n_ours + i, extra != NULL ? json_object_ref (extra) : NULL);
    }
}

/* Appends the quotes of one relation to another. */
static void
copy_quotes (EntRelation *from, EntRelation *to)
{
  guint              n_ours, n_theirs;
  const EntEvidence *theirs = ent_relation_get_evidence (from, &n_theirs);

  ent_relation_get_evidence (to, &n_ours);
  for (guint i = 0; i < n_theirs; i++)
    {
      JsonObject *extra = ent_relation_get_evidence_extra (from, i);

      ent_relation_add_evidence (to, &theirs[i]);
      ent_relation_take_evidence_extra (to, n_ours + i, extra != NULL ? json_object_ref (extra) : NULL);
    }
}

/* Whether a relation has no quotes but those that this merge joined to it. */
static gboolean
is_bare (const EntMerge *merge, EntRelation *relation)
{
  guint n_evidence;

  for (guint i = 0; i < merge->joins->len; i++)
    if (g_array_index (merge->joins, EntJoin, i).into == relation)
      return g_array_index (merge->joins, EntJoin, i).bare;
  ent_relation_get_evidence (relation, &n_evidence);
  return n_evidence == 0;
}

/* A relation of the part becomes the whole's, is joined to one of the whole's, or goes as it lies between the two. */
static void
merge_relation (EntMap *map, EntEditStep *step, EntMerge *merge, EntRelation *relation)
{
  EntActor    *from = ent_relation_get_from (relation), *to = ent_relation_get_to (relation);
  EntRelation *like;

  if (from == merge->part)
    from = merge->into;
  if (to == merge->part)
    to = merge->into;
  if (from == to)
    {
      ent_merge_add_join (merge, relation, NULL, ent_edit_step_take_off (step, relation), FALSE);
      return;
    }
  like = ent_map_edits_find_like (map, from, to, ent_relation_get_relation_type (relation), ent_relation_get_mutual (relation), relation);
  if (like != NULL)
    {
      gboolean bare = is_bare (merge, like);

      ent_edit_step_touch_evidence (step, like);
      copy_quotes (relation, like);
      ent_merge_add_join (merge, relation, like, ent_edit_step_take_off (step, relation), bare);
      return;
    }
  ent_edit_step_touch_relation (step, relation);
  ent_relation_replace_end (relation, merge->part, merge->into);
  ent_merge_add_moved (merge, relation);
}

static void
merge_speakers (EntEditStep *step, EntMerge *merge, EntRelation *relation)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; i < n_evidence; i++)
    if (evidence[i].speaker == merge->part)
      {
        ent_edit_step_touch_evidence (step, relation);
        ent_merge_add_spoken (merge, relation, &evidence[i]);
        ent_relation_set_speaker (relation, i, merge->into);
      }
}

static void
make_merge (EntMap *map, EntEditStep *step, EntActor *into, EntActor *part)
{
  g_autoptr (EntMerge)  merge = ent_merge_new (into, part, 0);
  g_autoptr (GPtrArray) touched = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel           *relations = ent_map_get_relations (map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    g_ptr_array_add (touched, g_list_model_get_item (relations, i));
  ent_edit_step_touch_actor (step, into);
  ent_edit_step_touch_mentions (step, into);
  merge_names (merge);
  merge_mentions (merge);
  if (*ent_actor_get_note (part) != '\0')
    {
      g_autofree char *note = ent_merge_dup_note (ent_actor_get_note (into), ent_actor_get_note (part));

      merge->note = g_strdup (ent_actor_get_note (into));
      ent_actor_set_note (into, note);
    }
  for (guint i = 0; i < touched->len; i++)
    {
      EntRelation *relation = touched->pdata[i];

      if (ent_relation_get_from (relation) == part || ent_relation_get_to (relation) == part)
        merge_relation (map, step, merge, relation);
    }
  for (guint i = 0; i < touched->len; i++)
    if (ent_map_has (map, touched->pdata[i]))
      merge_speakers (step, merge, touched->pdata[i]);
  merge->position = ent_edit_step_take_off (step, part);
  ent_edit_step_insert_merge (step, merge, ent_map_get_merges (map)->len);
}

gboolean
ent_map_edits_merge (EntMapEdits *self, EntActor *into, EntActor *part, GError **error)
{
  g_autofree char *part_name = NULL;
  g_autofree char *into_name = NULL;
  g_autofree char *note = NULL;
  EntEditStep     *step;
  EntMap          *map;

  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_ACTOR (into) && ENT_IS_ACTOR (part) && into != part, FALSE);
  note = ent_merge_dup_note (ent_actor_get_note (into), ent_actor_get_note (part));
  if (!ent_limit_check_note (note, error))
    return FALSE;
  map = ent_map_edits_get_map (self);
  if (ent_map_get_merges (map)->len >= ENT_LIMIT_MERGES)
    {
      g_set_error (error, ENT_MAP_ERROR, ENT_MAP_ERROR_TOO_LARGE, _("No more than %d actors can be merged on one map"), ENT_LIMIT_MERGES);
      return FALSE;
    }
  part_name = ent_map_edits_dup_short (ent_actor_get_name (part));
  into_name = ent_map_edits_dup_short (ent_actor_get_name (into));
  /* Translators: put behind "Undo": two actors were made one */
  step = ent_map_edits_begin_step (self, C_("edit", "merge of %s and %s"), part_name, into_name);
  make_merge (map, step, into, part);
  ent_map_edits_end (self);
  return TRUE;
}

/* ── Taking back ────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
take_back_names (EntMerge *merge)
{
  const char *const *aliases = ent_actor_get_aliases (merge->into);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;

  for (guint i = 0; aliases[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) merge->names, aliases[i]))
      g_strv_builder_add (builder, aliases[i]);
  left = g_strv_builder_end (builder);
  ent_actor_set_aliases (merge->into, (const char *const *) left);
}

static int
find_mention (EntActor *actor, const EntActorMention *mention)
{
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

  for (guint i = n_mentions; i-- > 0;)
    if (mentions[i].source == mention->source && ent_span_equal (mentions[i].span, mention->span) && mentions[i].form == mention->form)
      return (int) i;
  return -1;
}

static void
take_back_mentions (EntMerge *merge)
{
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (merge->part, &n_mentions);

  for (guint i = n_mentions; i-- > 0;)
    {
      int found = find_mention (merge->into, &mentions[i]);

      if (found >= 0)
        ent_actor_remove_mention (merge->into, (guint) found);
    }
}

/* The note of the whole goes back to what it was, unless it was rewritten since. */
static void
take_back_note (EntMerge *merge)
{
  g_autofree char *merged = NULL;

  if (merge->note == NULL)
    return;
  merged = ent_merge_dup_note (merge->note, ent_actor_get_note (merge->part));
  if (g_str_equal (ent_actor_get_note (merge->into), merged))
    ent_actor_set_note (merge->into, merge->note);
}

/* Moves the quotes that a relation had from the one that took them back to it, as they are now. What is there no more stays away. */
static void
take_back_quotes (EntEditStep *step, EntRelation *relation, EntRelation *into)
{
  guint n_evidence;

  ent_relation_get_evidence (relation, &n_evidence);
  ent_edit_step_touch_evidence (step, relation);
  ent_edit_step_touch_evidence (step, into);
  for (guint i = n_evidence; i-- > 0;)
    {
      const EntEvidence *ours = ent_relation_get_evidence (relation, NULL) + i;
      int                found = ent_relation_find_evidence (into, ours);

      if (found < 0)
        {
          ent_relation_remove_evidence (relation, i);
          continue;
        }
      const EntEvidence *theirs = ent_relation_get_evidence (into, NULL) + found;
      ent_relation_set_verdict (relation, i, theirs->by_hand, theirs->confidence, theirs->read_confidence);
      ent_relation_set_speaker (relation, i, theirs->speaker);
      ent_relation_remove_evidence (into, (guint) found);
    }
}

/* Speakers that were taken off the map since. */
static void
clear_lost_speakers (EntMap *map, EntEditStep *step, EntRelation *relation)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; i < n_evidence; i++)
    if (evidence[i].speaker != NULL && !ent_map_has (map, evidence[i].speaker))
      {
        ent_edit_step_touch_evidence (step, relation);
        ent_relation_set_speaker (relation, i, NULL);
        evidence = ent_relation_get_evidence (relation, NULL);
      }
}

static void
take_back_join (EntMap *map, EntEditStep *step, const EntJoin *join)
{
  guint n_before, n_after;

  if (!ent_map_has (map, ent_relation_get_from (join->relation)) || !ent_map_has (map, ent_relation_get_to (join->relation)) ||
      (join->into != NULL && !ent_map_has (map, join->into)))
    return;
  ent_relation_get_evidence (join->relation, &n_before);
  if (join->into != NULL)
    take_back_quotes (step, join->relation, join->into);
  else
    clear_lost_speakers (map, step, join->relation);
  ent_relation_get_evidence (join->relation, &n_after);
  if (n_before > 0 && n_after == 0)
    return;
  ent_edit_step_insert (step, join->relation, join->position);
}

static void
take_back_speakers (EntMap *map, EntEditStep *step, EntMerge *merge)
{
  for (guint i = merge->spoken->len; i-- > 0;)
    {
      const EntSpoken *spoken = &g_array_index (merge->spoken, EntSpoken, i);
      int              found = ent_map_has (map, spoken->relation) ? ent_relation_find_evidence (spoken->relation, &spoken->evidence) : -1;

      if (found < 0 || ent_relation_get_evidence (spoken->relation, NULL)[found].speaker != merge->into)
        continue;
      ent_edit_step_touch_evidence (step, spoken->relation);
      ent_relation_set_speaker (spoken->relation, (guint) found, merge->part);
    }
}

/* bare: relations that quotes were taken back from → whether they had none of their own. */
static void
take_back_merge (EntMap *map, EntEditStep *step, GHashTable *bare)
{
  GPtrArray           *merges = ent_map_get_merges (map);
  g_autoptr (EntMerge) merge = ent_merge_ref (merges->pdata[merges->len - 1]);

  ent_edit_step_remove_merge (step, merges->len - 1);
  ent_edit_step_touch_actor (step, merge->into);
  ent_edit_step_touch_mentions (step, merge->into);
  take_back_names (merge);
  take_back_mentions (merge);
  take_back_note (merge);
  ent_edit_step_insert (step, merge->part, merge->position);
  take_back_speakers (map, step, merge);
  for (guint i = merge->joins->len; i-- > 0;)
    {
      const EntJoin *join = &g_array_index (merge->joins, EntJoin, i);

      take_back_join (map, step, join);
      if (join->into != NULL)
        g_hash_table_insert (bare, g_object_ref (join->into), GINT_TO_POINTER (join->bare));
    }
  for (guint i = 0; i < merge->moved->len; i++)
    {
      EntRelation *relation = merge->moved->pdata[i];

      if (!ent_map_has (map, relation))
        continue;
      ent_edit_step_touch_relation (step, relation);
      ent_relation_replace_end (relation, merge->into, merge->part);
    }
}

/* A relation that had quotes of its own and has none left, as they were rejected since, goes as it does with its last quote. */
static void
take_off_emptied (EntMap *map, EntEditStep *step, GHashTable *bare)
{
  GListModel *relations = ent_map_get_relations (map);

  for (guint i = g_list_model_get_n_items (relations); i-- > 0;)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      gpointer had_none;
      guint    n_evidence;

      ent_relation_get_evidence (relation, &n_evidence);
      if (n_evidence == 0 && g_hash_table_lookup_extended (bare, relation, NULL, &had_none) && !had_none)
        ent_edit_step_take_off (step, relation);
    }
}

/* ── Splitting ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static int
find_first_merge_into (EntMap *map, EntActor *actor)
{
  GPtrArray *merges = ent_map_get_merges (map);

  for (guint i = 0; i < merges->len; i++)
    if (((EntMerge *) merges->pdata[i])->into == actor)
      return (int) i;
  return -1;
}

void
ent_map_edits_split (EntMapEdits *self, EntActor *actor)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_merge_unref);
  g_autoptr (GHashTable) bare = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autofree char *name = NULL;
  EntEditStep     *step;
  EntMap          *map;
  int              first;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_ACTOR (actor));
  map = ent_map_edits_get_map (self);
  first = find_first_merge_into (map, actor);
  if (first < 0)
    return;
  name = ent_map_edits_dup_short (ent_actor_get_name (actor));
  /* Translators: put behind "Undo": an actor that several had been merged into was taken apart */
  step = ent_map_edits_begin_step (self, C_("edit", "split of %s"), name);
  while (ent_map_get_merges (map)->len > (guint) first)
    {
      EntMerge *last = ent_map_get_merges (map)->pdata[ent_map_get_merges (map)->len - 1];

      if (last->into != actor)
        g_ptr_array_add (others, ent_merge_ref (last));
      take_back_merge (map, step, bare);
    }
  take_off_emptied (map, step, bare);
  for (guint i = others->len; i-- > 0;)
    {
      EntMerge *merge = others->pdata[i];

      make_merge (map, step, merge->into, merge->part);
    }
  ent_map_edits_end (self);
}

guint
ent_map_count_parts (EntMap *map, EntActor *actor)
{
  guint n = 0;

  g_return_val_if_fail (ENT_IS_MAP (map), 0);
  for (guint i = 0; i < ent_map_get_merges (map)->len; i++)
    n += ((EntMerge *) ent_map_get_merges (map)->pdata[i])->into == actor;
  return n;
}

EntActor *
ent_map_get_part (EntMap *map, EntActor *actor, guint index)
{
  g_return_val_if_fail (ENT_IS_MAP (map), NULL);
  for (guint i = 0; i < ent_map_get_merges (map)->len; i++)
    {
      EntMerge *merge = ent_map_get_merges (map)->pdata[i];

      if (merge->into == actor && index-- == 0)
        return merge->part;
    }
  return NULL;
}
