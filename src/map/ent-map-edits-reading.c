/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that come or are read again. A reading is taken over in three passes: its sources, its actors (ent-adding-actors.c), its quotes;
 * each is mapped to what stands for it on the map, an actor that was taken off to nothing. Passages are found by hash: mentions by their
 * place, quotes by ent_evidence_equal(), names folded, relations by what makes two of them one. */
#include "ent-adding.h"

#include <glib/gi18n-lib.h>

/* What makes two relations one. */
typedef struct {
  EntActor        *from, *to;
  EntRelationType  type;
  gboolean         mutual;
} Claim;

/* ── Quotes by hash ──────────────────────────────────────────────────────────────────────────────────────────────── */

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
add_source (EntAdding *self, EntSource *source)
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

/* ── Quotes ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntEvidence
map_quote (EntAdding *self, const EntEvidence *quote)
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
index_claim (EntAdding *self, EntRelation *relation)
{
  Claim claim = { ent_relation_get_from (relation), ent_relation_get_to (relation), ent_relation_get_relation_type (relation),
                  ent_relation_get_mutual (relation) };

  if (!g_hash_table_contains (self->claims, &claim))
    g_hash_table_insert (self->claims, g_memdup2 (&claim, sizeof claim), relation);
}

static void
add_quote (EntAdding *self, EntRelation *theirs, EntActor *from, EntActor *to, const EntEvidence *quote)
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
remove_stale (EntAdding *self, GHashTable *read)
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
add_relations (EntAdding *self)
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
  EntAdding           adding;
  g_autofree char *title = NULL;
  g_autoptr (EntSource) first = NULL;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && ENT_IS_MAP (reading) && reading != ent_map_edits_get_map (self));
  sources = ent_map_get_sources (reading);
  first = g_list_model_get_item (sources, 0);
  if (first == NULL)
    return;
  title = ent_map_edits_dup_short (ent_source_get_title (first));
  adding = (EntAdding) {
    ent_map_edits_get_map (self), reading,
    /* Translators: put behind "Undo": an article, by its title */
    find_text (ent_map_edits_get_map (self), first) != NULL ? ent_map_edits_begin_step (self, C_("edit", "new reading of “%s”"), title)
                                                            : ent_map_edits_begin_step (self, C_("edit", "addition of the article “%s”"), title),
    g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL),
    ent_adding_new_mentions (), ent_adding_new_names (), ent_adding_new_names (),
    g_hash_table_new_full (hash_claim, claims_equal, g_free, NULL), g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL),
  };
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (EntSource) source = g_list_model_get_item (sources, i);

      add_source (&adding, source);
    }
  ent_adding_take_actors (&adding);
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
