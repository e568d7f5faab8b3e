/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/nlp. */

typedef enum {
  ENT_TOKEN_LIST_TITLE,          /* abbreviations before a name: never end a sentence */
  ENT_TOKEN_LIST_ABBREVIATION,   /* may end one, before a word that often begins one */
  ENT_TOKEN_LIST_ENDING,         /* may end one, before any capital */
  ENT_TOKEN_LIST_AMBIGUOUS,      /* of these, those that are words as well: in lower case they count before a number only */
  ENT_TOKEN_LIST_NUMBERED,       /* of these, those that count before a number only, whatever their case */
  ENT_TOKEN_LIST_PREFIX,         /* keep their hyphen: "anti" */
  ENT_TOKEN_LIST_COMPOUND,       /* words that keep their hyphens: "e-mail" */
  ENT_TOKEN_LIST_APOSTROPHE,     /* words that begin with an apostrophe */
  ENT_TOKEN_LIST_STARTER,        /* words that often begin a sentence */
  ENT_TOKEN_LIST_UNIT,           /* part from a number before them */
  ENT_TOKEN_LIST_CONTRACTION,    /* "cannot" → length of its first part */
  ENT_N_TOKEN_LISTS
} EntTokenList;

/**
 * EntTokenRules:
 * The word lists of data/tokens/english.txt.
 */
typedef struct _EntTokenRules EntTokenRules;

EntTokenRules *ent_token_rules_new    (void);
void           ent_token_rules_free   (EntTokenRules *self);
gboolean       ent_token_rules_has    (const EntTokenRules *self, EntTokenList list, const char *word, gsize n_bytes);
gsize          ent_token_rules_divide (const EntTokenRules *self, const char *word, gsize n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTokenRules, ent_token_rules_free)

G_END_DECLS
