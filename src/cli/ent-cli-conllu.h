/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-document.h"

G_BEGIN_DECLS

/**
 * EntCliConllu:
 * Writes words of a document as lines of CoNLL-U. Knows which mentions corefer.
 */
typedef struct _EntCliConllu EntCliConllu;

/* document: borrowed. first_entity: the number that its first entity gets. */
EntCliConllu *ent_cli_conllu_new  (const EntDocument *document, guint first_entity);
void          ent_cli_conllu_free (EntCliConllu *self);
/* How many entities it numbers, from first_entity on. */
guint         ent_cli_conllu_get_n_entities (const EntCliConllu *self);
/* LEMMA, UPOS, XPOS (as given, nullable), FEATS, HEAD, DEPREL and DEPS ("_"), each with the tab before it. */
void          ent_cli_conllu_append_analysis (const EntCliConllu *self, GString *out, guint word, const char *xpos);
/* Name= and Entity=, each with a bar before it where *any is TRUE, which is then set. */
void          ent_cli_conllu_append_misc     (const EntCliConllu *self, GString *out, guint word, gboolean *any);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCliConllu, ent_cli_conllu_free)

G_END_DECLS
