/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-span.h"
#include "ent-terms.h"

G_BEGIN_DECLS

/* Universal Dependencies' parts of speech, in the order of ent_upos_name(). */
typedef enum {
  ENT_UPOS_X, ENT_UPOS_ADJ, ENT_UPOS_ADP, ENT_UPOS_ADV, ENT_UPOS_AUX, ENT_UPOS_CCONJ, ENT_UPOS_DET, ENT_UPOS_INTJ, ENT_UPOS_NOUN,
  ENT_UPOS_NUM, ENT_UPOS_PART, ENT_UPOS_PRON, ENT_UPOS_PROPN, ENT_UPOS_PUNCT, ENT_UPOS_SCONJ, ENT_UPOS_SYM, ENT_UPOS_VERB,
} EntUpos;

typedef enum { ENT_NAME_NONE, ENT_NAME_PERSON, ENT_NAME_ORGANISATION, ENT_NAME_PLACE, ENT_NAME_GROUP, ENT_NAME_EVENT, ENT_NAME_OTHER } EntNameKind;

/* Features of a word as UD writes them; 0 is "absent", the others in the order of ent_feature_value_name(). */
typedef enum {
  ENT_FEATURE_NUMBER, ENT_FEATURE_PERSON, ENT_FEATURE_TENSE, ENT_FEATURE_MOOD, ENT_FEATURE_VERB_FORM, ENT_FEATURE_VOICE,
  ENT_FEATURE_POLARITY, ENT_FEATURE_GENDER, ENT_FEATURE_PRON_TYPE, ENT_FEATURE_DEGREE, ENT_N_FEATURES
} EntFeature;

/* A word. Indices of words count through the whole document. Strings are interned in the document. */
typedef struct {
  EntSpan      span;
  const char  *form;      /* as written */
  const char  *lemma;
  const char  *deprel;    /* with subtype: "nsubj:pass" */
  gint         head;      /* word index, -1 for a sentence's root */
  guint        sentence;
  EntUpos      upos;
  EntNameKind  name;      /* of the name that the word is part of */
  gboolean     name_begins;
  guint8       features[ENT_N_FEATURES];
  gboolean     space_after;
} EntWord;

typedef struct {
  EntSpan span;
  guint   first_word;
  guint   n_words;
  guint   paragraph;
} EntSentence;

/* A stretch of words that denotes an actor. */
typedef struct {
  guint          first_word;
  guint          n_words;
  guint          head_word;   /* its syntactic head */
  EntMentionForm form;
  EntKind        kind;
  gint           entity;      /* what corefers shares a number; never -1 */
  float          confidence;  /* the probability of just this span with this form and kind */
} EntMention;

/**
 * EntDocument:
 * Annotated text: words, sentences, trees, names, mentions with coreference. Plain data, freed whole; immutable once read.
 */
typedef struct _EntDocument EntDocument;

void               ent_document_free          (EntDocument *self);
const char        *ent_document_get_text      (const EntDocument *self);
const EntWord     *ent_document_get_words     (const EntDocument *self, guint *n_words);
const EntSentence *ent_document_get_sentences (const EntDocument *self, guint *n_sentences);
const EntMention  *ent_document_get_mentions  (const EntDocument *self, guint *n_mentions);
/* Static names: "NOUN", "person"; NULL for an absent feature. */
const char        *ent_upos_name              (EntUpos upos);
const char        *ent_name_kind_name         (EntNameKind kind);
const char        *ent_feature_name           (EntFeature feature);
const char        *ent_feature_value_name     (const EntDocument *self, EntFeature feature, guint8 value);
/* Whether a word carries FEATURE=VALUE, e.g. (ENT_FEATURE_VOICE, "Pass"). */
gboolean           ent_document_word_has      (const EntDocument *self, guint word, EntFeature feature, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDocument, ent_document_free)

G_END_DECLS
