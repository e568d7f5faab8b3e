/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-map-builder.h"

#include "ent-label.h"
#include "ent-lone-actor.h"

#include <string.h>

/* A relation below this is left out; chosen on development documents. */
#define MIN_CONFIDENCE 0.22

typedef struct {
  guint      from, to;
  EntStance  stance;
  gboolean   mutual;        /* every claim is */
  GArray    *claims;        /* EntClaim, one a sentence, in the order of the text */
  double     types[ENT_N_RELATION_TYPES];   /* sums of confidence */
  gint       folded_into;   /* the group that took its claims, -1 for none */
  guint      relation;      /* its number on the map, from 1; 0 where it is too unlikely */
} Group;

static void
clear_group (gpointer data)
{
  g_array_unref (((Group *) data)->claims);
}

static Group *
find_group (GArray *groups, const EntClaim *claim)
{
  EntStance stance = ent_relation_type_get_stance (claim->type);
  Group group = { .from = claim->from, .to = claim->to, .stance = stance, .mutual = TRUE, .folded_into = -1 };

  for (guint i = 0; i < groups->len; i++)
    {
      Group *g = &g_array_index (groups, Group, i);

      if (g->stance != stance)
        continue;
      if ((g->from == claim->from && g->to == claim->to) || (g->mutual && claim->mutual && g->from == claim->to && g->to == claim->from))
        return g;
    }
  group.claims = g_array_new (FALSE, FALSE, sizeof (EntClaim));
  g_array_append_val (groups, group);
  return &g_array_index (groups, Group, groups->len - 1);
}

static void
add_to_group (Group *group, const EntClaim *claim)
{
  group->types[claim->type] += claim->confidence;
  group->mutual &= claim->mutual;
  for (guint i = 0; i < group->claims->len; i++)
    {
      EntClaim *old = &g_array_index (group->claims, EntClaim, i);

      if (old->sentence != claim->sentence)
        continue;
      if (claim->confidence > old->confidence)
        *old = *claim;
      return;
    }
  g_array_append_val (group->claims, *claim);
}

static int
compare_sentences (gconstpointer a, gconstpointer b)
{
  return (int) ((const EntClaim *) a)->sentence - (int) ((const EntClaim *) b)->sentence;
}

static double
group_confidence (const Group *group)
{
  double doubt = 1;

  for (guint i = 0; i < group->claims->len; i++)
    doubt *= 1 - g_array_index (group->claims, EntClaim, i).confidence;
  return 1 - doubt;
}

/* A mutual group speaks for the directed one of the same pair and stance, where there is one: they are drawn as one link. */
static void
fold_mutual (GArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      Group *mutual = &g_array_index (groups, Group, i);
      Group *best = NULL;

      for (guint k = 0; k < groups->len && mutual->mutual; k++)
        {
          Group *g = &g_array_index (groups, Group, k);
          gboolean same_pair = (g->from == mutual->from && g->to == mutual->to) || (g->from == mutual->to && g->to == mutual->from);

          if (k != i && !g->mutual && g->stance == mutual->stance && same_pair && (best == NULL || group_confidence (g) > group_confidence (best)))
            best = g;
        }
      if (best == NULL)
        continue;
      for (guint k = 0; k < mutual->claims->len; k++)
        {
          EntClaim claim = g_array_index (mutual->claims, EntClaim, k);

          if (claim.from != best->from)
            {
              guint reference = claim.from_reference;

              claim.from = best->from;
              claim.to = best->to;
              claim.from_reference = claim.to_reference;
              claim.to_reference = reference;
            }
          claim.confidence *= 0.5;          /* a tie without a doer speaks less for one direction */
          add_to_group (best, &claim);
        }
      g_array_sort (best->claims, compare_sentences);
      g_array_set_size (mutual->claims, 0);
      mutual->folded_into = (gint) (best - &g_array_index (groups, Group, 0));
    }
}

/* group_of: per claim that was kept so far. */
static void
tell_fates (GArray *claims, const GArray *groups, const guint *group_of)
{
  for (guint i = 0; i < claims->len; i++)
    {
      EntClaim *claim = &g_array_index (claims, EntClaim, i);
      const Group *group;

      if (claim->fate != ENT_CLAIM_KEPT)
        continue;
      group = &g_array_index (groups, Group, group_of[i]);
      if (group->folded_into >= 0)
        group = &g_array_index (groups, Group, group->folded_into);
      claim->relation = group->relation;
      if (claim->relation == 0)
        claim->fate = ENT_CLAIM_WEAK;
    }
}

static EntSpan
sentence_span (const EntReading *r, guint sentence)
{
  EntSpan span = r->sentences[sentence].span;

  while (span.start_byte < span.end_byte && g_ascii_isspace (r->text[span.start_byte]))
    span.start_byte++;
  while (span.end_byte > span.start_byte && g_ascii_isspace (r->text[span.end_byte - 1]))
    span.end_byte--;
  return span;
}

static EntSpan
reference_span (const EntReading *r, const EntCast *cast, guint reference)
{
  const EntReference *x = ent_cast_get_reference (cast, reference);

  return ent_reading_get_span (r, x->first_word, x->n_words);
}

/* A place inside the quote; empty where it lies in another sentence. */
static EntSpan
span_within (EntSpan quote, EntSpan span)
{
  return ent_span_contains (quote, span) ? span : (EntSpan) { 0, 0 };
}

static EntActor *
build_actor (const EntReading *r, const EntCast *cast, guint number, guint index, EntSource *source)
{
  const EntCastActor *a = ent_cast_get_actor (cast, index);
  g_autofree char *id = g_strdup_printf ("a%u", number);
  EntActor *actor = ent_actor_new (id, a->name, a->kind);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();

  for (guint i = 0; i < a->names->len; i++)
    if (g_utf8_collate (a->names->pdata[i], a->name) != 0)
      g_ptr_array_add (aliases, a->names->pdata[i]);
  g_ptr_array_add (aliases, NULL);
  ent_actor_set_aliases (actor, (const char *const *) aliases->pdata);
  for (guint i = 0; i < cast->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (cast, i);
      EntActorMention mention = { source, ent_reading_get_span (r, reference->first_word, reference->n_words), reference->form };

      if (reference->actor == index)
        ent_actor_add_mention (actor, &mention);
    }
  return actor;
}

static EntRelation *
build_relation (const EntReading *r, const EntCast *cast, const Group *group, guint number, EntActor **actors, EntSource *source)
{
  g_autofree char *id = g_strdup_printf ("r%u", number);
  g_autofree char *label = NULL;
  const EntClaim *best = NULL;
  EntRelationType type = 0;
  EntRelation *relation;

  for (guint t = 0; t < ENT_N_RELATION_TYPES; t++)
    if (group->types[t] > group->types[type])
      type = t;
  for (guint i = 0; i < group->claims->len; i++)
    {
      const EntClaim *claim = &g_array_index (group->claims, EntClaim, i);

      if (best == NULL || (claim->type == type) > (best->type == type) || ((claim->type == type) == (best->type == type) && claim->confidence > best->confidence))
        best = claim;
    }
  label = ent_label_new (r, best);
  relation = ent_relation_new (id, actors[group->from], actors[group->to], type, label);
  ent_relation_set_mutual (relation, group->mutual);
  for (guint i = 0; i < group->claims->len; i++)
    {
      const EntClaim *claim = &g_array_index (group->claims, EntClaim, i);
      EntSpan quote = sentence_span (r, claim->sentence);
      EntEvidence evidence = {
        .source = source, .span = quote, .from = span_within (quote, reference_span (r, cast, claim->from_reference)),
        .predicate = ent_reading_get_span (r, claim->predicate_first, claim->predicate_last - claim->predicate_first + 1),
        .to = span_within (quote, reference_span (r, cast, claim->to_reference)), .modality = claim->modality, .confidence = claim->confidence,
      };

      if (claim->speaker >= 0)
        evidence.speaker = actors[claim->speaker];
      ent_relation_add_evidence (relation, &evidence);
    }
  return relation;
}

void
ent_map_builder_build (EntMap *map, EntSource *source, const EntReading *r, const EntCast *cast, GArray *claims)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autofree gboolean *linked = g_new0 (gboolean, cast->actors->len + 1);
  g_autofree EntActor **actors = g_new0 (EntActor *, cast->actors->len + 1);
  g_autofree guint *order = g_new (guint, cast->actors->len + 1);
  g_autofree guint *group_of = g_new0 (guint, claims->len + 1);
  guint n_actors = 0, n_relations = 0;

  g_array_set_clear_func (groups, clear_group);
  for (guint i = 0; i < claims->len; i++)
    {
      const EntClaim *claim = &g_array_index (claims, EntClaim, i);

      if (claim->fate == ENT_CLAIM_KEPT)
        {
          Group *group = find_group (groups, claim);

          add_to_group (group, claim);
          group_of[i] = (guint) (group - &g_array_index (groups, Group, 0));
        }
    }
  fold_mutual (groups);
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      if (group->claims->len == 0 || group_confidence (group) < MIN_CONFIDENCE)
        {
          g_array_set_size (group->claims, 0);
          continue;
        }
      linked[group->from] = linked[group->to] = TRUE;
      for (guint k = 0; k < group->claims->len; k++)
        if (g_array_index (group->claims, EntClaim, k).speaker >= 0)
          linked[g_array_index (group->claims, EntClaim, k).speaker] = TRUE;
    }
  for (guint i = 0; i < cast->actors->len; i++)
    {
      guint at = n_actors;
      const EntCastActor *a = ent_cast_get_actor (cast, i);

      if (a->n_references == 0 || (!linked[i] && !ent_lone_actor_stays (r, cast, i, source)))
        continue;
      while (at > 0 && ent_cast_get_actor (cast, order[at - 1])->first_word > a->first_word)
        {
          order[at] = order[at - 1];
          at--;
        }
      order[at] = i;
      n_actors++;
    }
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (EntActor) actor = build_actor (r, cast, i + 1, order[i], source);

      actors[order[i]] = actor;
      ent_map_add_actor (map, actor);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      if (group->claims->len > 0)
        {
          g_autoptr (EntRelation) relation = build_relation (r, cast, group, ++n_relations, actors, source);

          ent_map_add_relation (map, relation);
          group->relation = n_relations;
        }
    }
  tell_fates (claims, groups, group_of);
}
