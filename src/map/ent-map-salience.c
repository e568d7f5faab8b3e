/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Mentions and quotes are summed up in cells, one for each actor, article, and paragraph or predicate. A cell is found by hash but
 * kept in the order of its making, in which all sums are taken: floating-point sums depend on it. */
#include "ent-map-salience.h"

#include <math.h>
#include <string.h>

#define HALF            24.0    /* the sum that gets half of all there is to get: two dozen sentences about an actor */
#define PLACE_HEADLINE   3.0

typedef enum { CELL_PARAGRAPH, CELL_PREDICATE, CELL_ARTICLE } CellKind;

/* The first four members tell cells apart. */
typedef struct {
  CellKind kind;
  guint    actor, source;   /* index + 1 in the map's lists */
  guint    number;          /* of the paragraph or predicate */
  double   factor;
  double   sum;
} Cell;

typedef struct {
  GHashTable *index;        /* Cell (owned) */
  GPtrArray  *cells;        /* Cell (borrowed), in order */
  GHashTable *predicates;   /* char * (owned) → number */
  GHashTable *actors;       /* EntActor (borrowed) → index + 1 */
  GHashTable *sources;      /* EntSource (borrowed) → index + 1 */
} Measure;

static guint
hash_cell (gconstpointer key)
{
  const Cell *cell = key;

  return ((cell->actor * 31 + cell->source) * 31 + cell->number) * 3 + cell->kind;
}

static gboolean
cells_equal (gconstpointer a, gconstpointer b)
{
  const Cell *x = a, *y = b;

  return x->kind == y->kind && x->actor == y->actor && x->source == y->source && x->number == y->number;
}

/* What is not of the map, as the ends of a link may be for a moment, has number 0 and no cell. */
static void
add_to_cell (Measure *self, const Cell *key, double amount)
{
  Cell *cell = g_hash_table_lookup (self->index, key);

  if (key->actor == 0 || key->source == 0)
    return;
  if (cell == NULL)
    {
      cell = g_memdup2 (key, sizeof *key);
      g_hash_table_add (self->index, cell);
      g_ptr_array_add (self->cells, cell);
    }
  cell->sum += amount;
}

static double
weigh_form (EntMentionForm form)
{
  return form == ENT_FORM_PRONOUN ? 0.25 : form == ENT_FORM_NOMINAL ? 0.5 : 1;
}

static double
weigh_paragraph (EntSource *source, guint paragraph)
{
  if (!ent_source_has_headline (source))
    paragraph++;
  return paragraph == 0 ? PLACE_HEADLINE : 1 + 1.0 / paragraph;
}

static void
add_mentions (Measure *self, EntActor *actor, guint index)
{
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      guint paragraph = ent_source_find_paragraph (mentions[i].source, mentions[i].span.start_byte);
      Cell  key = {
        CELL_PARAGRAPH, index, GPOINTER_TO_UINT (g_hash_table_lookup (self->sources, mentions[i].source)), paragraph,
        .factor = weigh_paragraph (mentions[i].source, paragraph),
      };

      add_to_cell (self, &key, weigh_form (mentions[i].form));
    }
}

/* Predicates that differ by case only share a number. */
static guint
number_predicate (Measure *self, EntRelation *relation, const EntEvidence *evidence)
{
  g_autofree char *words = ent_source_dup_text_at (evidence->source, evidence->predicate);
  g_autofree char *folded = g_utf8_casefold (words != NULL ? words : ent_relation_get_label (relation), -1);
  gpointer         number;

  if (g_hash_table_lookup_extended (self->predicates, folded, NULL, &number))
    return GPOINTER_TO_UINT (number);
  number = GUINT_TO_POINTER (g_hash_table_size (self->predicates));
  g_hash_table_insert (self->predicates, g_steal_pointer (&folded), number);
  return GPOINTER_TO_UINT (number);
}

static void
add_quotes (Measure *self, EntRelation *relation)
{
  EntActor          *ends[] = { ent_relation_get_from (relation), ent_relation_get_to (relation) };
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; i < n_evidence; i++)
    {
      guint source = GPOINTER_TO_UINT (g_hash_table_lookup (self->sources, evidence[i].source));
      guint predicate = number_predicate (self, relation, &evidence[i]);

      for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
        {
          Cell key = { CELL_PREDICATE, GPOINTER_TO_UINT (g_hash_table_lookup (self->actors, ends[end])), source, predicate, .factor = 1 };

          add_to_cell (self, &key, evidence[i].confidence);
        }
    }
}

/* From paragraphs and predicates to articles, from articles to actors. */
static void
sum_up (Measure *self, double *salience, guint n_sources)
{
  guint n_parts = self->cells->len;

  for (guint i = 0; i < n_parts; i++)
    {
      const Cell *part = self->cells->pdata[i];
      Cell        article = { CELL_ARTICLE, part->actor, part->source };

      add_to_cell (self, &article, part->factor * log2 (1 + part->sum));
    }
  for (guint i = n_parts; i < self->cells->len; i++)
    {
      const Cell *article = self->cells->pdata[i];

      salience[article->actor - 1] += article->sum / (article->sum + HALF) / n_sources;
    }
}

/* Object → its index in the list + 1. */
static GHashTable *
index_list (GListModel *list)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      g_hash_table_insert (index, item, GUINT_TO_POINTER (i + 1));
    }
  return index;
}

double *
ent_map_measure_salience (EntMap *map)
{
  GListModel *actors, *relations;
  double     *salience;
  Measure     self;

  g_return_val_if_fail (ENT_IS_MAP (map), NULL);
  actors = ent_map_get_actors (map);
  relations = ent_map_get_relations (map);
  salience = g_new0 (double, g_list_model_get_n_items (actors) + 1);
  self = (Measure) {
    g_hash_table_new_full (hash_cell, cells_equal, g_free, NULL), g_ptr_array_new (),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), index_list (actors), index_list (ent_map_get_sources (map)),
  };
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
      add_mentions (&self, actor, i + 1);
    }
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      add_quotes (&self, relation);
    }
  sum_up (&self, salience, g_list_model_get_n_items (ent_map_get_sources (map)));
  g_hash_table_unref (self.sources);
  g_hash_table_unref (self.actors);
  g_hash_table_unref (self.predicates);
  g_ptr_array_unref (self.cells);
  g_hash_table_unref (self.index);
  return salience;
}
