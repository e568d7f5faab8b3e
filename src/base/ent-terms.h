/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the trade that the language model, the map and its files share, with their names as the map file writes them. */

typedef enum { ENT_STANCE_COOPERATION, ENT_STANCE_CONFLICT, ENT_STANCE_NEUTRAL, ENT_N_STANCES } EntStance;
typedef enum { ENT_FORM_NAME, ENT_FORM_ALIAS, ENT_FORM_NOMINAL, ENT_FORM_PRONOUN } EntMentionForm;
typedef enum { ENT_KIND_COUNTRY, ENT_KIND_PERSON, ENT_KIND_ORGANISATION, ENT_KIND_PLACE, ENT_KIND_GROUP, ENT_N_KINDS } EntKind;
typedef enum { ENT_MODALITY_ASSERTED, ENT_MODALITY_POSSIBLE, ENT_MODALITY_REPORTED, ENT_MODALITY_DENIED, ENT_N_MODALITIES } EntModality;

/* The 22 relation types of the map file, in this order in the model, the lexicon and the program. */
typedef enum {
  ENT_RELATION_NONE = -1,
  ENT_RELATION_AGREE, ENT_RELATION_CONSULT, ENT_RELATION_SUPPORT, ENT_RELATION_CONCEDE, ENT_RELATION_COOPERATE, ENT_RELATION_AID, ENT_RELATION_RETREAT, ENT_RELATION_ALIGN,
  ENT_RELATION_REQUEST, ENT_RELATION_ACCUSE, ENT_RELATION_REJECT, ENT_RELATION_THREATEN, ENT_RELATION_PROTEST, ENT_RELATION_SANCTION, ENT_RELATION_MOBILIZE,
  ENT_RELATION_COERCE, ENT_RELATION_ASSAULT, ENT_RELATION_DISTRUST,
  ENT_RELATION_MEMBER, ENT_RELATION_LEAD, ENT_RELATION_LOCATE, ENT_RELATION_OTHER,
  ENT_N_RELATION_TYPES
} EntRelationType;

/* Names as in the map file ("reject", "country", "possible", …); the strings are static. */
const char *ent_relation_type_to_string     (EntRelationType type);
const char *ent_stance_to_string   (EntStance stance);
const char *ent_kind_to_string     (EntKind kind);
const char *ent_form_to_string     (EntMentionForm form);
const char *ent_modality_to_string (EntModality modality);
/* The reverse; FALSE when the name is none of them (*out is then untouched). */
gboolean ent_relation_type_from_string     (const char *name, EntRelationType *out);
gboolean ent_stance_from_string   (const char *name, EntStance *out);
gboolean ent_kind_from_string     (const char *name, EntKind *out);
gboolean ent_form_from_string     (const char *name, EntMentionForm *out);
gboolean ent_modality_from_string (const char *name, EntModality *out);
/* The one stance that a type belongs to. */
EntStance ent_relation_type_get_stance (EntRelationType type);

G_END_DECLS
