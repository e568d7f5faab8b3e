/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Called for the arrest of Nora Lind", "welcomed the removal of Mali": who wants a deed done, or is glad of it, stands against whom it
 * is done to. The deed's own doer is not known. */

#include "ent-frame.h"

/* What a verb by itself says of its subject's attitude: support, a request, or neither. */
static gboolean
is_attitude (const EntClaimContext *c, gint verb, EntRelationType *type)
{
  const GPtrArray *entries = ent_relation_lexicon_lookup (c->lexicon, ENT_LEXICON_VERB, c->reading->words[verb].lemma);

  for (guint i = 0; c->reading->words[verb].upos == ENT_UPOS_VERB && entries != NULL && i < entries->len; i++)
    {
      const EntLexiconEntry *entry = entries->pdata[i];

      *type = entry->type;
      if (entry->words[1] == NULL && entry->strength >= 2 && (entry->type == ENT_RELATION_SUPPORT || entry->type == ENT_RELATION_REQUEST))
        return TRUE;
    }
  return FALSE;
}

gboolean
ent_claims_add_wish (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry)
{
  static char *sufferer[] = { (char *) "of", NULL };
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];
  g_autoptr (GArray) wishers = NULL, sufferers = NULL;
  EntRelationType attitude;
  EntLexiconEntry wish = *entry;

  if (entry->kind != ENT_LEXICON_NOUN || ent_relation_type_get_stance (entry->type) != ENT_STANCE_CONFLICT ||
      !ent_word_lists_has (c->lists, ENT_LIST_DEED, w->lemma) || ent_frame_has_role (p, "by") || ent_frame_has_role (p, ENT_ROLE_POSSESSOR) || w->head < 0 ||
      !(ent_deprel_is (w->deprel, "obj") || (ent_deprel_is (w->deprel, "obl") && g_strcmp0 (ent_reading_get_case (r, p->word), "for") == 0)) ||
      !is_attitude (c, w->head, &attitude))
    return FALSE;
  wishers = g_array_new (FALSE, FALSE, sizeof (EntParty));
  ent_argument_resolve (r, c->cast, c->lists, ent_predication_get_subject (r, c->lists, w->head), wishers);
  sufferers = ent_frame_collect_first (c, p, entry, sufferer, wishers);
  wish.type = attitude == ENT_RELATION_REQUEST ? ENT_RELATION_REQUEST : ENT_RELATION_REJECT;
  for (guint i = 0; i < wishers->len; i++)
    for (guint k = 0; k < sufferers->len; k++)
      {
        ent_claims_add_pair (c, p, &wish, &g_array_index (wishers, EntParty, i), &g_array_index (sufferers, EntParty, k));
        ent_claims_set_entry (c, &wish, entry);
      }
  return wishers->len > 0 && sufferers->len > 0;
}
