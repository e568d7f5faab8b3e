/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ties that a reference states by hanging on another: by a preposition ("rebels in the north"), as a modifier ("Danish
 * team", written "+" in the lexicon), in a compound word ("pro-Russian", "Russia-backed"), or after a comma ("Austin, Texas",
 * written ","). The lexicon's preposition entries name the kinds of actor that may stand on each side. */

#include "ent-argument.h"
#include "ent-claims.h"

#include <string.h>

#define MAX_JOINT_WORDS 4   /* between two joined names and the end of the noun phrase that they belong to */

static gboolean
allows_kind (char **kinds, EntKind kind)
{
  return g_strv_contains ((const char *const *) kinds, "any") || g_strv_contains ((const char *const *) kinds, ent_kind_to_string (kind));
}

/* An attachment says little; whatever else the sentence says of the pair says it better. */
static gboolean
is_known (const EntClaimContext *c, guint from, guint to, guint word)
{
  for (guint i = c->claims->len; i-- > 0;)
    {
      const EntClaim *claim = &g_array_index (c->claims, EntClaim, i);

      if (claim->sentence == c->reading->words[word].sentence && ((claim->from == from && claim->to == to) || (claim->from == to && claim->to == from)))
        return TRUE;
    }
  return FALSE;
}

static void
add_attachment (EntClaimContext *c, const char *how, guint from_reference, guint to_reference, guint predicate)
{
  const GPtrArray *entries = ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_PREPOSITION, how);
  guint from = ent_cast_get_reference (c->cast, from_reference)->actor;
  guint to = ent_cast_get_reference (c->cast, to_reference)->actor;

  if (is_known (c, from, to, predicate))
    return;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const EntLexiconEntry *entry = entries->pdata[i];
      EntClaim claim = {
        .from = from, .to = to, .from_reference = from_reference, .to_reference = to_reference, .type = entry->type, .mutual = entry->mutual,
        .modality = ENT_MODALITY_ASSERTED, .speaker = -1, .predicate_word = predicate, .entry = entry,
      };

      if (!allows_kind (entry->from, ent_cast_get_actor (c->cast, from)->kind) || !allows_kind (entry->to, ent_cast_get_actor (c->cast, to)->kind))
        continue;
      ent_claims_add (c, &claim);
      return;
    }
}

static gint
case_word (const EntReading *r, gint word)
{
  gint found = -1;

  ENT_READING_EACH_CHILD (r, word, child)
    if (ent_deprel_is (r->words[child].deprel, "case") && r->words[child].upos != ENT_UPOS_PART)
      found = child;
  return found;
}

/* "pro-Russian", "Russia-backed": one word of which a part is the reference. */
static gboolean
read_compound (EntClaimContext *c, guint index, const EntReference *reference)
{
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[reference->head_word];
  const char *hyphen = reference->n_words == 1 ? strpbrk (w->form, "-‑") : NULL;
  g_autofree char *first = NULL;
  g_autoptr (GArray) holders = NULL;
  const GPtrArray *entries;
  gboolean is_prefix = TRUE;
  gint holder = w->head;

  if (hyphen == NULL || !ent_cast_is_compound (c->cast, r, index) || holder < 0)
    return FALSE;
  first = g_strndup (w->form, hyphen - w->form);
  entries = ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_PREFIX, first);
  if (entries == NULL)
    {
      entries = ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_SUFFIX, hyphen + 1);
      is_prefix = FALSE;
    }
  if (entries == NULL)
    return TRUE;
  if (g_str_equal (r->words[holder].deprel, "nmod:desc") && r->words[holder].head >= 0)
    holder = r->words[holder].head;
  holders = g_array_new (FALSE, FALSE, sizeof (EntParty));
  ent_argument_resolve (r, c->cast, c->lists, holder, holders);
  for (guint i = 0; i < holders->len; i++)
    {
      const EntParty *party = &g_array_index (holders, EntParty, i);
      const EntLexiconEntry *entry = entries->pdata[0];
      EntClaim claim = { .type = entry->type, .mutual = entry->mutual, .speaker = -1, .predicate_word = reference->head_word, .entry = entry };

      claim.from = is_prefix ? party->actor : reference->actor;
      claim.from_reference = is_prefix ? party->reference : index;
      claim.to = is_prefix ? reference->actor : party->actor;
      claim.to_reference = is_prefix ? index : party->reference;
      ent_claims_add (c, &claim);
    }
  return TRUE;
}

/* ── Names side by side ─────────────────────────────────────────────────────────────────────────────────────────── */

/* What a word alone says of two parties neither of which is its doer; NULL for nothing. */
static const EntLexiconEntry *
find_mutual_entry (const EntClaimContext *c, EntLexiconKind kind, const char *word)
{
  const GPtrArray *entries = ent_relation_lexicon_lookup (c->lexicon, kind, word);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const EntLexiconEntry *entry = entries->pdata[i];

      if (entry->mutual && entry->words[1] == NULL)
        return entry;
    }
  return NULL;
}

/* What the last noun of its row says of the names that are joined before it. noun: (out) */
static const EntLexiconEntry *
find_joint_entry (const EntClaimContext *c, guint first, guint *noun)
{
  const EntReading *r = c->reading;
  const EntLexiconEntry *found = NULL;

  for (guint w = first; w < r->n_words && w < first + MAX_JOINT_WORDS && r->words[w].sentence == r->words[first - 1].sentence; w++)
    {
      gboolean is_noun = r->words[w].upos == ENT_UPOS_NOUN || r->words[w].upos == ENT_UPOS_PROPN;
      const EntLexiconEntry *entry = is_noun ? find_mutual_entry (c, ENT_LEXICON_NOUN, r->words[w].lemma) : NULL;

      if (c->cast->over[w] >= 0 || (!is_noun && r->words[w].upos != ENT_UPOS_ADJ))
        break;
      if (entry != NULL)
        {
          found = entry;
          *noun = w;
        }
    }
  return found;
}

static gboolean
is_joint (const char *form)
{
  return strcmp (form, "-") == 0 || strcmp (form, "–") == 0 || strcmp (form, "/") == 0;
}

/* "Chad-Mali talks", "a Turkish–Greek dispute", "Kenya vs Uganda": two names with one word or mark between, whatever the tree has
 * made of them. */
static void
read_joined (EntClaimContext *c, guint index, const EntReference *reference)
{
  const EntReading *r = c->reading;
  guint mark = reference->first_word + reference->n_words, second = mark + 1;
  gint next = second < r->n_words && r->words[second].sentence == r->words[mark].sentence && c->cast->over[mark] < 0 ? c->cast->over[second] : -1;
  const EntReference *other = next >= 0 ? ent_cast_get_reference (c->cast, (guint) next) : NULL;
  EntClaim claim = { .from = reference->actor, .from_reference = index, .to_reference = (guint) next, .speaker = -1 };

  if (other == NULL || r->words[mark].sentence != r->words[reference->head_word].sentence)
    return;
  claim.to = other->actor;
  if (find_mutual_entry (c, ENT_LEXICON_PREPOSITION, r->words[mark].form) != NULL)
    {
      add_attachment (c, r->words[mark].form, index, (guint) next, mark);
      return;
    }
  claim.entry = is_joint (r->words[mark].form) ? find_joint_entry (c, other->first_word + other->n_words, &claim.predicate_word) : NULL;
  if (claim.entry == NULL)
    return;
  claim.type = claim.entry->type;
  claim.mutual = TRUE;
  ent_claims_add (c, &claim);
}

/* "Chad and Mali, in the south": behind a comma the phrase is of the last of those that are coordinated, wherever the tree hangs it. */
static gint
find_last_before_comma (const EntClaimContext *c, gint holder, guint preposition)
{
  const EntReading *r = c->reading;
  gint last = holder;

  if (preposition == 0 || !g_str_equal (r->words[preposition - 1].form, ","))
    return holder;
  ENT_READING_EACH_CHILD (r, ent_cast_get_reference (c->cast, (guint) holder)->head_word, child)
    if (ent_deprel_is (r->words[child].deprel, "conj") && child < (gint) preposition && c->cast->at_head[child] >= 0)
      last = c->cast->at_head[child];
  return last;
}

/* ── All of it ──────────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_claims_read_attachment (EntClaimContext *c, guint index)
{
  const EntReading *r = c->reading;
  const EntReference *reference = ent_cast_get_reference (c->cast, index);
  const EntWord *w = &r->words[reference->head_word];
  gint holder, preposition;

  read_joined (c, index, reference);
  if (w->head < 0 || read_compound (c, index, reference))
    return;
  holder = c->cast->at_head[w->head];
  if (holder < 0 || (guint) holder == index)
    return;
  preposition = case_word (r, (gint) reference->head_word);
  if ((ent_deprel_is (w->deprel, "nmod") || ent_deprel_is (w->deprel, "obl")) && !g_str_equal (w->deprel, "nmod:poss") && !g_str_equal (w->deprel, "nmod:desc") && preposition >= 0)
    {
      const char *lemma = r->words[preposition].lemma;

      holder = find_last_before_comma (c, holder, (guint) preposition);
      if (ent_word_lists_has (c->lists, ENT_LIST_INCLUDING, lemma))
        add_attachment (c, lemma, index, (guint) holder, (guint) preposition);
      else if (lemma != NULL)
        add_attachment (c, lemma, (guint) holder, index, (guint) preposition);
    }
  else if (reference->is_modifier && ent_cast_get_actor (c->cast, reference->actor)->kind != ENT_KIND_COUNTRY)
    return;                             /* "Nordic partners", "African leaders" belong to nobody by that */
  else if (ent_deprel_is (w->deprel, "amod") || ent_deprel_is (w->deprel, "compound") || g_str_equal (w->deprel, "nmod:poss") || g_str_equal (w->deprel, "nmod:desc"))
    add_attachment (c, "+", (guint) holder, index, reference->head_word);
  else if (ent_deprel_is (w->deprel, "appos") || g_str_equal (w->deprel, "nmod:unmarked"))
    add_attachment (c, ",", (guint) holder, index, reference->head_word);
}
