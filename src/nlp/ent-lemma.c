/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A lemma is the word with its ends cut and others put on; irregular words stand in a table. Cuts count characters. */
#include "ent-lemma.h"

static char *
apply_script (const EntLemmaScript *script, const char *word)
{
  g_autofree char *lowered = script->lower ? g_utf8_strdown (word, -1) : NULL;
  g_autofree char *kept = NULL;
  const char *base = lowered != NULL ? lowered : word;
  const glong n = g_utf8_strlen (base, -1);
  const glong first = MIN ((glong) script->prefix_cut, n), last = MAX (n - (glong) script->suffix_cut, first);

  kept = g_utf8_substring (base, first, last);
  return g_strconcat (script->prefix, kept, script->suffix, NULL);
}

/**
 * ent_lemma_dup:
 * A word's lemma.
 * @word: valid UTF-8
 * @script: class of the lemma head
 * Returns: (transfer full): the lemma, never empty: where the edit would leave nothing, the word itself
 */
char *
ent_lemma_dup (const EntModelClasses *classes, const char *word, EntUpos upos, guint script)
{
  g_autofree char *lemma = NULL;

  if (classes->lemma_exceptions != NULL)
    {
      g_autofree char *lowered = g_utf8_strdown (word, -1);
      g_autofree char *key = g_strconcat (lowered, "\t", ent_upos_name (upos), NULL);
      JsonNode        *node = json_object_get_member (classes->lemma_exceptions, key);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        lemma = g_strdup (json_node_get_string (node));
    }
  if (lemma == NULL && script < classes->n_scripts)
    lemma = apply_script (&classes->scripts[script], word);
  return lemma != NULL && *lemma != '\0' ? g_steal_pointer (&lemma) : g_strdup (word);
}
