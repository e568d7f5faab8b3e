/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-limits.h"
#include "ent-map-edits-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The names of an actor with one more in front and one less. */
static GStrv
dup_aliases (EntActor *actor, const char *add, const char *leave_out)
{
  const char *const *aliases = ent_actor_get_aliases (actor);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (*add != '\0' && !g_strv_contains (aliases, add))
    g_strv_builder_add (builder, add);
  for (guint i = 0; aliases[i] != NULL; i++)
    if (!g_str_equal (aliases[i], leave_out))
      g_strv_builder_add (builder, aliases[i]);
  return g_strv_builder_end (builder);
}

gboolean
ent_map_edits_set_name (EntMapEdits *self, EntActor *actor, const char *name, GError **error)
{
  g_autofree char  *clean = NULL;
  g_autofree char  *old = NULL;
  g_auto (GStrv)    aliases = NULL;
  EntEditStep      *step;

  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_ACTOR (actor) && name != NULL, FALSE);
  clean = g_strstrip (g_strdup (name));
  if (*clean == '\0' || g_str_equal (clean, ent_actor_get_name (actor)))
    return TRUE;
  if (!ent_limit_check_line (clean, error))
    return FALSE;
  old = ent_map_edits_dup_short (ent_actor_get_name (actor));
  aliases = dup_aliases (actor, ent_actor_get_name (actor), clean);
  /* Translators: put behind "Undo": the former name of an actor */
  step = ent_map_edits_begin_step (self, C_("edit", "renaming of %s"), old);
  ent_edit_step_touch_actor (step, actor);
  ent_actor_set_name (actor, clean);
  ent_actor_set_aliases (actor, (const char *const *) aliases);
  ent_actor_set_edited (actor, TRUE);
  ent_map_edits_end (self);
  return TRUE;
}

void
ent_map_edits_set_kind (EntMapEdits *self, EntActor *actor, EntKind kind)
{
  g_autofree char *name = NULL;
  EntEditStep     *step;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_ACTOR (actor));
  if (ent_actor_get_kind (actor) == kind)
    return;
  name = ent_map_edits_dup_short (ent_actor_get_name (actor));
  /* Translators: put behind "Undo": whether an actor is a country, a person, … */
  step = ent_map_edits_begin_step (self, C_("edit", "change of the kind of %s"), name);
  ent_edit_step_touch_actor (step, actor);
  ent_actor_set_kind (actor, kind);
  ent_actor_set_edited (actor, TRUE);
  ent_map_edits_end (self);
}

gboolean
ent_map_edits_set_note (EntMapEdits *self, EntActor *actor, const char *note, GError **error)
{
  g_autofree char *name = NULL;
  EntEditStep     *step;

  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_ACTOR (actor) && note != NULL, FALSE);
  if (g_str_equal (ent_actor_get_note (actor), note))
    return TRUE;
  if (!ent_limit_check_note (note, error))
    return FALSE;
  name = ent_map_edits_dup_short (ent_actor_get_name (actor));
  /* Translators: put behind "Undo": the note is what the reader wrote about an actor */
  step = ent_map_edits_begin_step (self, C_("edit", "note on %s"), name);
  ent_edit_step_touch_actor (step, actor);
  ent_actor_set_note (actor, note);
  ent_actor_set_edited (actor, TRUE);
  ent_map_edits_end (self);
  return TRUE;
}

/* ── Coming and going ───────────────────────────────────────────────────────────────────────────────────────────── */

EntActor *
ent_map_edits_add_actor (EntMapEdits *self, const char *name, EntKind kind, const EntActorMention *mention, double x, double y,
                         GError **error)
{
  g_autoptr (EntActor) actor = NULL;
  g_autofree char     *id = NULL;
  g_autofree char     *shown = NULL;
  EntEditStep         *step;

  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && name != NULL && isfinite (x) && isfinite (y), NULL);
  if (!ent_limit_check_line (name, error))
    return NULL;
  id = ent_map_dup_fresh_id (ent_map_edits_get_map (self), 'a');
  actor = ent_actor_new (id, name, kind);
  if (mention != NULL)
    ent_actor_add_mention (actor, mention);
  ent_actor_set_position (actor, x, y);
  ent_actor_set_edited (actor, TRUE);
  shown = ent_map_edits_dup_short (name);
  /* Translators: put behind "Undo": an actor was added to the map */
  step = ent_map_edits_begin_step (self, C_("edit", "addition of %s"), shown);
  ent_edit_step_insert (step, actor, G_MAXUINT);
  ent_map_edits_end (self);
  return actor;
}

/* A merge into an actor goes with it, and so does what was merged into the part: such merges come before it. */
static void
remove_merges_into (EntMap *map, EntEditStep *step, EntActor *actor)
{
  GPtrArray              *merges = ent_map_get_merges (map);
  g_autoptr (GHashTable)  gone = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  g_hash_table_add (gone, g_object_ref (actor));
  for (guint i = merges->len; i-- > 0;)
    {
      const EntMerge *merge = merges->pdata[i];

      if (!g_hash_table_contains (gone, merge->into))
        continue;
      g_hash_table_add (gone, g_object_ref (merge->part));
      ent_edit_step_remove_merge (step, i);
    }
}

void
ent_map_edits_take_off_actor (EntMap *map, EntEditStep *step, EntActor *actor, gboolean remember)
{
  GListModel            *relations = ent_map_get_relations (map);
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

  for (guint i = g_list_model_get_n_items (relations); i-- > 0;)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      guint                   n_evidence;
      const EntEvidence      *evidence = ent_relation_get_evidence (relation, &n_evidence);

      if (ent_relation_get_from (relation) == actor || ent_relation_get_to (relation) == actor)
        {
          ent_edit_step_take_off (step, relation);
          continue;
        }
      for (guint j = 0; j < n_evidence; j++)
        if (evidence[j].speaker == actor)
          {
            ent_edit_step_touch_evidence (step, relation);
            ent_relation_clear_speaker (relation, actor);
            break;
          }
    }
  for (guint i = 0; remember && i < n_mentions; i++)
    ent_edit_step_add_removed (step, &mentions[i]);
  remove_merges_into (map, step, actor);
  ent_edit_step_take_off (step, actor);
}

static char *
dup_removal_name (EntActor *const *actors, guint n_actors, EntRelation *const *relations, guint n_relations)
{
  g_autofree char *name = NULL;

  if (n_actors == 1 && n_relations == 0)
    {
      name = ent_map_edits_dup_short (ent_actor_get_name (actors[0]));
      /* Translators: put behind "Undo": an actor was taken off the map */
      return g_strdup_printf (C_("edit", "removal of %s"), name);
    }
  if (n_actors == 0 && n_relations == 1)
    {
      name = ent_map_edits_dup_ends (relations[0]);
      /* Translators: put behind "Undo": the link between two actors, "Russia – Ukraine", was taken off the map */
      return g_strdup_printf (C_("edit", "removal of the link %s"), name);
    }
  if (n_relations == 0)
    /* Translators: put behind "Undo" */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "removal of %u actor", "removal of %u actors", n_actors), n_actors);
  if (n_actors == 0)
    /* Translators: put behind "Undo" */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "removal of %u link", "removal of %u links", n_relations), n_relations);
  return g_strdup (C_("edit", "removal of actors and links"));
}

void
ent_map_edits_remove (EntMapEdits *self, EntActor *const *actors, guint n_actors, EntRelation *const *relations, guint n_relations)
{
  g_autofree char *name = NULL;
  EntEditStep     *step;
  EntMap          *map;

  g_return_if_fail (ENT_IS_MAP_EDITS (self));
  if (n_actors + n_relations == 0)
    return;
  map = ent_map_edits_get_map (self);
  name = dup_removal_name (actors, n_actors, relations, n_relations);
  step = ent_map_edits_begin_step (self, "%s", name);
  for (guint i = 0; i < n_relations; i++)
    if (ent_map_has (map, relations[i]))
      ent_map_edits_take_off_relation (step, relations[i], TRUE);
  for (guint i = 0; i < n_actors; i++)
    if (ent_map_has (map, actors[i]))
      ent_map_edits_take_off_actor (map, step, actors[i], TRUE);
  ent_map_edits_end (self);
}
