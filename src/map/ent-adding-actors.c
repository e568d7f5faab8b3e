/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom of the map an article speaks of: where the article is read again by where it mentions them, else by their names. */
#include "ent-adding.h"

static guint
hash_mention (gconstpointer key)
{
  const EntActorMention *mention = key;

  return g_direct_hash (mention->source) * 31 + (guint) (mention->span.start_byte * 31 + mention->span.end_byte);
}

static gboolean
mentions_equal (gconstpointer a, gconstpointer b)
{
  const EntActorMention *x = a, *y = b;

  return x->source == y->source && ent_span_equal (x->span, y->span);
}

GHashTable *
ent_adding_new_mentions (void)
{
  return g_hash_table_new_full (hash_mention, mentions_equal, g_free, NULL);
}

static EntActorMention
map_mention (EntAdding *self, const EntActorMention *mention)
{
  return (EntActorMention) { g_hash_table_lookup (self->sources, mention->source), mention->span, mention->form };
}

static void
index_mentions (EntAdding *self)
{
  GListModel            *actors = ent_map_get_actors (self->map);
  guint                  n_removed;
  const EntActorMention *removed = ent_map_get_removed (self->map, &n_removed);

  for (guint i = 0; i < n_removed; i++)
    g_hash_table_insert (self->mentions, g_memdup2 (&removed[i], sizeof removed[i]), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (EntActor)   actor = g_list_model_get_item (actors, i);
      guint                  n_mentions;
      const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

      for (guint j = 0; j < n_mentions; j++)
        g_hash_table_insert (self->mentions, g_memdup2 (&mentions[j], sizeof mentions[j]), actor);
    }
}

/* Whom most of its mentions in an article that is read again are mentions of. FALSE: there are none. *found NULL: of somebody who
 * was taken off. */
static gboolean
recognise_by_mentions (EntAdding *self, EntActor *actor, EntActor **found)
{
  g_autoptr (GHashTable) votes = g_hash_table_new (NULL, NULL);
  guint                  n_mentions, most = 0;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      EntActorMention mention = map_mention (self, &mentions[i]);
      gpointer        of;
      guint           n;

      if (!g_hash_table_lookup_extended (self->mentions, &mention, NULL, &of))
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (votes, of)) + 1;
      g_hash_table_insert (votes, of, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          *found = of;
        }
    }
  return most > 0;
}

static gboolean
names_equal (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1), *y = g_utf8_casefold (b, -1);

  return g_str_equal (x, y);
}

static gboolean
has_alias (EntActor *actor, const char *name)
{
  const char *const *aliases = ent_actor_get_aliases (actor);

  for (guint i = 0; aliases[i] != NULL; i++)
    if (names_equal (aliases[i], name))
      return TRUE;
  return FALSE;
}

/* What was merged may be of several kinds. */
static gboolean
kinds_fit (EntAdding *self, EntActor *ours, EntActor *theirs)
{
  return ent_actor_get_kind (ours) == ent_actor_get_kind (theirs) || g_hash_table_contains (self->wholes, ours);
}

GHashTable *
ent_adding_new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
index_name (GHashTable *index, const char *name, EntActor *actor)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GPtrArray       *actors = g_hash_table_lookup (index, folded);

  if (actors == NULL)
    {
      actors = g_ptr_array_new ();
      g_hash_table_insert (index, g_steal_pointer (&folded), actors);
    }
  g_ptr_array_add (actors, actor);
}

static void
index_names (EntAdding *self)
{
  GListModel *actors = ent_map_get_actors (self->map);
  GPtrArray  *merges = ent_map_get_merges (self->map);

  for (guint i = 0; i < merges->len; i++)
    g_hash_table_add (self->wholes, ((EntMerge *) merges->pdata[i])->into);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
      const char *const   *aliases = ent_actor_get_aliases (actor);

      index_name (self->by_name, ent_actor_get_name (actor), actor);
      for (guint j = 0; aliases[j] != NULL; j++)
        index_name (self->by_alias, aliases[j], actor);
    }
}

/* Borrowed, nullable. */
static GPtrArray *
find_named (GHashTable *index, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_hash_table_lookup (index, folded);
}

static EntActor *
recognise_by_name (EntAdding *self, EntActor *actor)
{
  GPtrArray *actors = find_named (self->by_name, ent_actor_get_name (actor));

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    if (kinds_fit (self, actors->pdata[i], actor))
      return actors->pdata[i];
  return NULL;
}

/* FALSE: there are two whom it may be. */
static gboolean
choose_among (EntAdding *self, GPtrArray *actors, EntActor *actor, EntActor **found)
{
  for (guint i = 0; actors != NULL && i < actors->len; i++)
    {
      EntActor *ours = actors->pdata[i];

      if (!kinds_fit (self, ours, actor) || (g_hash_table_contains (self->named, ours) && !g_hash_table_contains (self->wholes, ours)))
        continue;
      if (*found != NULL && *found != ours)
        return FALSE;
      *found = ours;
    }
  return TRUE;
}

/* Another name must leave no doubt: it is one actor's only, and no actor of the reading has that one's very name. */
static EntActor *
recognise_by_other_name (EntAdding *self, EntActor *actor)
{
  const char *const *aliases = ent_actor_get_aliases (actor);
  EntActor          *found = NULL;
  gboolean           sure = choose_among (self, find_named (self->by_alias, ent_actor_get_name (actor)), actor, &found);

  for (guint i = 0; sure && aliases[i] != NULL; i++)
    sure = choose_among (self, find_named (self->by_name, aliases[i]), actor, &found);
  return sure ? found : NULL;
}

/* Only what is neither somebody's already nor was taken off. */
static void
add_mentions (EntAdding *self, EntActor *ours, EntActor *theirs)
{
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (theirs, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      EntActorMention mention = map_mention (self, &mentions[i]);

      if (g_hash_table_contains (self->mentions, &mention))
        continue;
      ent_edit_step_touch_mentions (self->step, ours);
      ent_actor_add_mention (ours, &mention);
      g_hash_table_insert (self->mentions, g_memdup2 (&mention, sizeof mention), ours);
    }
}

static void
add_names (EntAdding *self, EntActor *ours, EntActor *theirs)
{
  const char *const *aliases = ent_actor_get_aliases (theirs);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  gboolean any = FALSE;

  if (ent_actor_get_edited (ours))
    return;
  g_strv_builder_addv (builder, (const char **) ent_actor_get_aliases (ours));
  for (guint i = 0; aliases[i] != NULL; i++)
    if (!names_equal (ent_actor_get_name (ours), aliases[i]) && !has_alias (ours, aliases[i]))
      {
        g_strv_builder_add (builder, aliases[i]);
        index_name (self->by_alias, aliases[i], ours);
        any = TRUE;
      }
  if (!any)
    return;
  all = g_strv_builder_end (builder);
  ent_edit_step_touch_actor (self->step, ours);
  ent_actor_set_aliases (ours, (const char *const *) all);
}

static EntActor *
add_actor (EntAdding *self, EntActor *theirs)
{
  g_autofree char     *id = ent_map_dup_fresh_id (self->map, 'a');
  g_autoptr (EntActor) copy = ent_actor_new (id, ent_actor_get_name (theirs), ent_actor_get_kind (theirs));

  ent_actor_set_aliases (copy, ent_actor_get_aliases (theirs));
  ent_edit_step_insert (self->step, copy, G_MAXUINT);
  return copy;
}

void
ent_adding_take_actors (EntAdding *self)
{
  GListModel            *actors = ent_map_get_actors (self->reading);
  guint                  n_actors = g_list_model_get_n_items (actors);
  g_autofree EntActor  **found = g_new0 (EntActor *, n_actors + 1);
  g_autofree gboolean   *known = g_new0 (gboolean, n_actors + 1);

  index_mentions (self);
  index_names (self);
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (EntActor) theirs = g_list_model_get_item (actors, i);

      known[i] = recognise_by_mentions (self, theirs, &found[i]);
      if (!known[i])
        found[i] = recognise_by_name (self, theirs);
      if (found[i] != NULL)
        g_hash_table_add (self->named, found[i]);
    }
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (EntActor) theirs = g_list_model_get_item (actors, i);

      if (found[i] == NULL && !known[i])
        found[i] = recognise_by_other_name (self, theirs);
      if (found[i] != NULL)
        add_names (self, found[i], theirs);
    }
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (EntActor) theirs = g_list_model_get_item (actors, i);

      if (found[i] == NULL && !known[i])
        found[i] = add_actor (self, theirs);
      if (found[i] == NULL)
        continue;
      add_mentions (self, found[i], theirs);
      g_hash_table_insert (self->actors, theirs, found[i]);
    }
}
