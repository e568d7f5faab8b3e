/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Called for the arrest of Nora Lind", "welcomed the removal of Mali": who wants a deed done, or is glad of it, stands against whom it
 * is done to. The deed's own doer is not known. */

#include "ent-frame.h"

gboolean
ent_claims_add_wish (EntClaimContext *c, const EntPredication *p, const EntLexiconEntry *entry)
{
  static char *sufferer[] = { (char *) "of", NULL };
  const EntReading *r = c->reading;
  const EntWord *w = &r->words[p->word];
  g_autoptr (GArray) wishers = NULL, sufferers = NULL;
  EntLexiconEntry wish = *entry;
  guint attitudes;

  if (entry->kind != ENT_LEXICON_NOUN || ent_relation_type_get_stance (entry->type) != ENT_STANCE_CONFLICT ||
      !ent_word_lists_has (c->lists, ENT_LIST_DEED, w->lemma) || ent_frame_has_role (p, "by") || ent_frame_has_role (p, ENT_ROLE_POSSESSOR) || w->head < 0 ||
      !(ent_deprel_is (w->deprel, "obj") || (ent_deprel_is (w->deprel, "obl") && g_strcmp0 (ent_reading_get_case (r, p->word), "for") == 0)) ||
      r->words[w->head].upos != ENT_UPOS_VERB)
    return FALSE;
  attitudes = ent_relation_lexicon_get_types (c->lexicon, ENT_LEXICON_VERB, r->words[w->head].lemma, 2) & (1u << ENT_RELATION_SUPPORT | 1u << ENT_RELATION_REQUEST);
  if (attitudes == 0)
    return FALSE;
  wishers = g_array_new (FALSE, FALSE, sizeof (EntParty));
  ent_argument_resolve (r, c->cast, c->lists, ent_predication_get_subject (r, c->lists, w->head), wishers);
  sufferers = ent_frame_collect_first (c, p, entry, sufferer, wishers);
  wish.type = (attitudes & 1u << ENT_RELATION_REQUEST) != 0 ? ENT_RELATION_REQUEST : ENT_RELATION_REJECT;
  for (guint i = 0; i < wishers->len; i++)
    for (guint k = 0; k < sufferers->len; k++)
      ent_claims_add_pair (c, p, &wish, &g_array_index (wishers, EntParty, i), &g_array_index (sufferers, EntParty, k));
  ent_claims_set_entry (c, &wish, entry);
  return wishers->len > 0 && sufferers->len > 0;
}
