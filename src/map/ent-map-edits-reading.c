/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that come, are read again, or go. A reading is taken over in three passes: its sources, its actors, its quotes; each is
 * mapped to what stands for it on the map, an actor that was taken off to nothing. Passages are found by hash: mentions by their place,
 * quotes by ent_evidence_equal(), names folded, relations by what makes two of them one. */
#include "ent-map-edits-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EntMap      *map, *reading;
  EntEditStep *step;
  GHashTable  *sources;     /* of the reading → of the map */
  GHashTable  *again;       /* set of those of the map that are read again */
  GHashTable  *actors;      /* of the reading → of the map */
  GHashTable  *mentions;    /* EntActorMention (owned, without references) of the map → EntActor; NULL: it was taken off */
  GHashTable  *by_name;     /* of the map's actors: folded name → GPtrArray of EntActor */
  GHashTable  *by_alias;    /* the same of other names */
  GHashTable  *claims;      /* Claim → EntRelation of the map: the first that is so */
  GHashTable  *wholes;      /* set of actors of the map that others were merged into */
  GHashTable  *named;       /* set of actors of the map that an actor of the reading has the name of */
} Adding;

/* What makes two relations one. */
typedef struct {
  EntActor        *from, *to;
  EntRelationType  type;
  gboolean         mutual;
} Claim;

/* ── Passages by hash ───────────────────────────────────────────────────────────────────────────────────────────── */

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

static guint
hash_quote (gconstpointer key)
{
  const EntEvidence *quote = key;

  return g_direct_hash (quote->source) * 31 + (guint) (quote->span.start_byte * 31 + quote->span.end_byte) * 31 + (guint) quote->predicate.start_byte;
}

static gboolean
quotes_equal (gconstpointer a, gconstpointer b)
{
  return ent_evidence_equal (a, b);
}

static GHashTable *
quote_set_new (void)
{
  return g_hash_table_new_full (hash_quote, quotes_equal, g_free, NULL);
}

static void
add_quotes (GHashTable *set, const EntEvidence *quotes, guint n_quotes)
{
  for (guint i = 0; i < n_quotes; i++)
    g_hash_table_add (set, g_memdup2 (&quotes[i], sizeof quotes[i]));
}

/* ── Sources ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntSource *
find_text (EntMap *map, EntSource *like)
{
  GListModel *sources = ent_map_get_sources (map);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (EntSource) source = g_list_model_get_item (sources, i);

      if (g_str_equal (ent_source_get_text (source), ent_source_get_text (like)))
        return source;
    }
  return NULL;
}

static void
add_source (Adding *self, EntSource *source)
{
  EntSource *ours = find_text (self->map, source);

  if (ours != NULL)
    {
      g_hash_table_add (self->again, ours);
    }
  else
    {
      g_autofree char      *id = ent_map_dup_fresh_id (self->map, 's');
      g_autoptr (EntSource) copy = ent_source_new (id, ent_source_get_title (source), ent_source_get_uri (source), ent_source_get_date (source),
                                                   ent_source_get_language (source), ent_source_get_text (source));

      ent_edit_step_insert (self->step, copy, G_MAXUINT);
      ours = copy;
    }
  g_hash_table_insert (self->sources, source, ours);
}

/* ── Actors ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntActorMention
map_mention (Adding *self, const EntActorMention *mention)
{
  return (EntActorMention) { g_hash_table_lookup (self->sources, mention->source), mention->span, mention->form };
}

static void
index_mentions (Adding *self)
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
recognise_by_mentions (Adding *self, EntActor *actor, EntActor **found)
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
kinds_fit (Adding *self, EntActor *ours, EntActor *theirs)
{
  return ent_actor_get_kind (ours) == ent_actor_get_kind (theirs) || g_hash_table_contains (self->wholes, ours);
}

static GHashTable *
name_index_new (void)
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
index_names (Adding *self)
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
recognise_by_name (Adding *self, EntActor *actor)
{
  GPtrArray *actors = find_named (self->by_name, ent_actor_get_name (actor));

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    if (kinds_fit (self, actors->pdata[i], actor))
      return actors->pdata[i];
  return NULL;
}

/* FALSE: there are two whom it may be. */
static gboolean
choose_among (Adding *self, GPtrArray *actors, EntActor *actor, EntActor **found)
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
recognise_by_other_name (Adding *self, EntActor *actor)
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
add_mentions (Adding *self, EntActor *ours, EntActor *theirs)
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
add_names (Adding *self, EntActor *ours, EntActor *theirs)
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
add_actor (Adding *self, EntActor *theirs)
{
  g_autofree char     *id = ent_map_dup_fresh_id (self->map, 'a');
  g_autoptr (EntActor) copy = ent_actor_new (id, ent_actor_get_name (theirs), ent_actor_get_kind (theirs));

  ent_actor_set_aliases (copy, ent_actor_get_aliases (theirs));
  ent_edit_step_insert (self->step, copy, G_MAXUINT);
  return copy;
}

static void
add_actors (Adding *self)
{
  GListModel            *actors = ent_map_get_actors (self->reading);
  guint                  n_actors = g_list_model_get_n_items (actors);
  g_autofree EntActor  **found = g_new0 (EntActor *, n_actors + 1);
  g_autofree gboolean   *known = g_new0 (gboolean, n_actors + 1);

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

/* ── Quotes ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntEvidence
map_quote (Adding *self, const EntEvidence *quote)
{
  EntEvidence mapped = *quote;

  mapped.source = g_hash_table_lookup (self->sources, quote->source);
  mapped.speaker = quote->speaker != NULL ? g_hash_table_lookup (self->actors, quote->speaker) : NULL;
  return mapped;
}

static guint
hash_claim (gconstpointer key)
{
  const Claim *claim = key;

  return (g_direct_hash (claim->from) * 31 + g_direct_hash (claim->to)) * 31 + claim->type * 2 + claim->mutual;
}

static gboolean
claims_equal (gconstpointer a, gconstpointer b)
{
  const Claim *x = a, *y = b;

  return x->from == y->from && x->to == y->to && x->type == y->type && x->mutual == y->mutual;
}

static void
index_claim (Adding *self, EntRelation *relation)
{
  Claim claim = { ent_relation_get_from (relation), ent_relation_get_to (relation), ent_relation_get_relation_type (relation),
                  ent_relation_get_mutual (relation) };

  if (!g_hash_table_contains (self->claims, &claim))
    g_hash_table_insert (self->claims, g_memdup2 (&claim, sizeof claim), relation);
}

static void
add_quote (Adding *self, EntRelation *theirs, EntActor *from, EntActor *to, const EntEvidence *quote)
{
  EntRelationType type = ent_relation_get_relation_type (theirs);
  EntRelation    *relation = g_hash_table_lookup (self->claims, &(Claim) { from, to, type, ent_relation_get_mutual (theirs) });

  if (relation == NULL)
    {
      g_autofree char        *id = ent_map_dup_fresh_id (self->map, 'r');
      g_autoptr (EntRelation) made = ent_relation_new (id, from, to, type, ent_relation_get_label (theirs));

      ent_relation_set_mutual (made, ent_relation_get_mutual (theirs));
      ent_edit_step_insert (self->step, made, G_MAXUINT);
      index_claim (self, made);
      relation = made;
    }
  ent_edit_step_touch_evidence (self->step, relation);
  ent_relation_add_evidence (relation, quote);
}

/* What an article that is read again no longer says, unless a hand was laid on it. */
static void
remove_stale (Adding *self, GHashTable *read)
{
  GListModel *relations = ent_map_get_relations (self->map);

  for (guint i = g_list_model_get_n_items (relations); i-- > 0;)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      guint n_evidence, n_before;

      ent_relation_get_evidence (relation, &n_before);
      for (guint j = ent_relation_get_edited (relation) ? 0 : n_before; j-- > 0;)
        {
          const EntEvidence *quote = ent_relation_get_evidence (relation, NULL) + j;

          if (quote->by_hand || !g_hash_table_contains (self->again, quote->source) || g_hash_table_contains (read, quote))
            continue;
          ent_edit_step_touch_evidence (self->step, relation);
          ent_relation_remove_evidence (relation, j);
        }
      ent_relation_get_evidence (relation, &n_evidence);
      if (n_before > 0 && n_evidence == 0)
        ent_edit_step_take_off (self->step, relation);
    }
}

static void
add_relations (Adding *self)
{
  g_autoptr (GHashTable) read = quote_set_new (), known = quote_set_new ();
  GListModel            *theirs = ent_map_get_relations (self->reading), *ours = ent_map_get_relations (self->map);
  guint                  n;
  const EntEvidence     *quotes = ent_map_get_rejected (self->map, &n);

  add_quotes (known, quotes, n);
  for (guint i = 0; i < g_list_model_get_n_items (ours); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (ours, i);

      quotes = ent_relation_get_evidence (relation, &n);
      add_quotes (known, quotes, n);
      index_claim (self, relation);
    }
  for (guint i = 0; i < g_list_model_get_n_items (theirs); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (theirs, i);
      EntActor *from = g_hash_table_lookup (self->actors, ent_relation_get_from (relation));
      EntActor *to = g_hash_table_lookup (self->actors, ent_relation_get_to (relation));

      quotes = ent_relation_get_evidence (relation, &n);
      for (guint j = 0; from != NULL && to != NULL && from != to && j < n; j++)
        {
          EntEvidence quote = map_quote (self, &quotes[j]);

          add_quotes (read, &quote, 1);
          if (!g_hash_table_contains (known, &quote))
            add_quote (self, relation, from, to, &quote);
        }
    }
  if (g_hash_table_size (self->again) > 0)
    remove_stale (self, read);
}

void
ent_map_edits_add_reading (EntMapEdits *self, EntMap *reading)
{
  GListModel      *sources;
  Adding           adding;
  g_autofree char *title = NULL;
  g_autoptr (EntSource) first = NULL;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_MAP (reading) && reading != ent_map_edits_get_map (self));
  sources = ent_map_get_sources (reading);
  first = g_list_model_get_item (sources, 0);
  if (first == NULL)
    return;
  title = ent_map_edits_dup_short (ent_source_get_title (first));
  adding = (Adding) {
    ent_map_edits_get_map (self), reading,
    /* Translators: put behind "Undo": an article, by its title */
    find_text (ent_map_edits_get_map (self), first) != NULL ? ent_map_edits_begin_step (self, C_("edit", "new reading of “%s”"), title)
                                                            : ent_map_edits_begin_step (self, C_("edit", "addition of the article “%s”"), title),
    g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL),
    g_hash_table_new_full (hash_mention, mentions_equal, g_free, NULL), name_index_new (), name_index_new (),
    g_hash_table_new_full (hash_claim, claims_equal, g_free, NULL), g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL),
  };
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (EntSource) source = g_list_model_get_item (sources, i);

      add_source (&adding, source);
    }
  index_mentions (&adding);
  index_names (&adding);
  add_actors (&adding);
  add_relations (&adding);
  ent_map_edits_end (self);
  g_hash_table_unref (adding.sources);
  g_hash_table_unref (adding.again);
  g_hash_table_unref (adding.actors);
  g_hash_table_unref (adding.mentions);
  g_hash_table_unref (adding.by_name);
  g_hash_table_unref (adding.by_alias);
  g_hash_table_unref (adding.claims);
  g_hash_table_unref (adding.wholes);
  g_hash_table_unref (adding.named);
}

/* ── Taking an article off ──────────────────────────────────────────────────────────────────────────────────────── */

/* TRUE: that left the actor without any mention. */
static gboolean
drop_mentions (EntEditStep *step, EntActor *actor, EntSource *source)
{
  guint    n_mentions;
  gboolean any = FALSE;

  ent_actor_get_mentions (actor, &n_mentions);
  for (guint i = n_mentions; i-- > 0;)
    {
      if (ent_actor_get_mentions (actor, NULL)[i].source != source)
        continue;
      ent_edit_step_touch_mentions (step, actor);
      ent_actor_remove_mention (actor, i);
      any = TRUE;
    }
  ent_actor_get_mentions (actor, &n_mentions);
  return any && n_mentions == 0;
}

/* TRUE: that left the relation without any quote. */
static gboolean
drop_quotes (EntEditStep *step, EntRelation *relation, EntSource *source)
{
  guint    n_evidence;
  gboolean any = FALSE;

  ent_relation_get_evidence (relation, &n_evidence);
  for (guint i = n_evidence; i-- > 0;)
    {
      if (ent_relation_get_evidence (relation, NULL)[i].source != source)
        continue;
      ent_edit_step_touch_evidence (step, relation);
      ent_relation_remove_evidence (relation, i);
      any = TRUE;
    }
  ent_relation_get_evidence (relation, &n_evidence);
  return any && n_evidence == 0;
}

static void
drop_from_merges (EntMap *map, EntEditStep *step, EntSource *source)
{
  GPtrArray *merges = ent_map_get_merges (map);

  for (guint i = 0; i < merges->len; i++)
    {
      EntMerge *merge = merges->pdata[i];

      drop_mentions (step, merge->part, source);
      for (guint j = 0; j < merge->joins->len; j++)
        drop_quotes (step, g_array_index (merge->joins, EntJoin, j).relation, source);
    }
}

/* All go, and those of other articles come back. */
static void
drop_traces (EntMap *map, EntEditStep *step, EntSource *source)
{
  guint                  n_removed, n_rejected;
  const EntActorMention *removed = ent_map_get_removed (map, &n_removed);
  const EntEvidence     *rejected = ent_map_get_rejected (map, &n_rejected);
  g_autofree EntActorMention *mentions = g_memdup2 (removed, n_removed * sizeof *removed);
  g_autofree EntEvidence     *quotes = g_memdup2 (rejected, n_rejected * sizeof *rejected);

  for (guint i = 0; i < n_removed; i++)
    ent_edit_step_pop_removed (step);
  for (guint i = 0; i < n_removed; i++)
    if (mentions[i].source != source)
      ent_edit_step_add_removed (step, &mentions[i]);
  for (guint i = 0; i < n_rejected; i++)
    ent_edit_step_pop_rejected (step);
  for (guint i = 0; i < n_rejected; i++)
    if (quotes[i].source != source)
      ent_edit_step_add_rejected (step, &quotes[i]);
}

static gboolean
has_links (EntMap *map, EntActor *actor)
{
  GListModel *relations = ent_map_get_relations (map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      if (ent_relation_get_from (relation) == actor || ent_relation_get_to (relation) == actor)
        return TRUE;
    }
  return FALSE;
}

void
ent_map_edits_remove_source (EntMapEdits *self, EntSource *source)
{
  g_autofree char *title = NULL;
  GListModel      *actors, *relations;
  EntEditStep     *step;
  EntMap          *map;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_SOURCE (source));
  map = ent_map_edits_get_map (self);
  actors = ent_map_get_actors (map);
  relations = ent_map_get_relations (map);
  title = ent_map_edits_dup_short (ent_source_get_title (source));
  /* Translators: put behind "Undo": an article, by its title */
  step = ent_map_edits_begin_step (self, C_("edit", "removal of the article “%s”"), title);
  drop_traces (map, step, source);
  drop_from_merges (map, step, source);
  for (guint i = g_list_model_get_n_items (relations); i-- > 0;)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      if (drop_quotes (step, relation, source))
        ent_edit_step_take_off (step, relation);
    }
  for (guint i = g_list_model_get_n_items (actors); i-- > 0;)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);

      if (drop_mentions (step, actor, source) && !ent_actor_get_edited (actor) && !has_links (map, actor))
        ent_map_edits_take_off_actor (map, step, actor, FALSE);
    }
  ent_edit_step_take_off (step, source);
  ent_map_edits_end (self);
}
