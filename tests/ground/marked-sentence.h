/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-terms.h"

G_BEGIN_DECLS

/* A sentence to train on, read from its marks; data/model/sentences/README.md says how they are written. Positions are
 * characters of the text without the marks. */

typedef struct {
  char          *actor;
  guint          start_char, end_char;
  EntMentionForm form;
} MarkedMention;

typedef struct {
  guint           source, target;         // count the sentence's mentions
  int             speaker;                // -1 for none
  guint           start_char, end_char;   // the predicate
  EntRelationType type;
  EntModality     modality;
  gboolean        mutual;
} MarkedRelation;

typedef struct {
  GString *text;
  GArray  *mentions;    // of MarkedMention
  GArray  *relations;   // of MarkedRelation
} MarkedSentence;

/* Reads one line, valid UTF-8. `kinds` holds the kinds (EntKind) of the actors that the document has named so far, by
 * the actors' IDs, and gains those of this sentence. Returns NULL, and the rule that the line breaks in *reason, which
 * is the caller's to free. */
MarkedSentence *marked_sentence_read (const char *marked, GHashTable *kinds, char **reason);
void            marked_sentence_free (MarkedSentence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarkedSentence, marked_sentence_free)

G_END_DECLS
