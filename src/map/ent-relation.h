/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-actor.h"

G_BEGIN_DECLS

typedef struct {
  EntSource   *source;      /* borrowed from the map */
  EntSpan      span;        /* the quote */
  EntSpan      from;        /* empty spans where the place is not known */
  EntSpan      predicate;
  EntSpan      to;
  EntModality  modality;
  EntActor    *speaker;     /* borrowed from the map, nullable */
  double       confidence;  /* 0–1 */
  gboolean     by_hand;     /* a person accepted or entered it: confidence is 1 then */
  double       read_confidence;   /* what the confidence was before it was accepted; 0 otherwise */
} EntEvidence;

/**
 * EntRelation:
 * How one actor stands to another, and the quotes that say so.
 *
 * Properties, with notify: "id" (construct only), "from", "to", "mutual", "relation-type" (an EntRelationType as int), "stance"
 * (an EntStance as int), "label", "note", "n-evidence", "confidence", "hedged". Signal "changed": once after each change.
 */
#define ENT_TYPE_RELATION (ent_relation_get_type ())
G_DECLARE_FINAL_TYPE (EntRelation, ent_relation, ENT, RELATION, GObject)

/* from, to: two different actors of the map that the relation is going to be added to; the relation keeps a reference. */
EntRelation       *ent_relation_new            (const char *id, EntActor *from, EntActor *to, EntRelationType type, const char *label);
const char        *ent_relation_get_id         (EntRelation *self);
EntActor          *ent_relation_get_from       (EntRelation *self);
EntActor          *ent_relation_get_to         (EntRelation *self);
void               ent_relation_reverse        (EntRelation *self);
gboolean           ent_relation_get_mutual     (EntRelation *self);
void               ent_relation_set_mutual     (EntRelation *self, gboolean mutual);
EntRelationType    ent_relation_get_relation_type (EntRelation *self);
void               ent_relation_set_relation_type (EntRelation *self, EntRelationType type); /* sets the stance as well */
EntStance          ent_relation_get_stance     (EntRelation *self);
const char        *ent_relation_get_label      (EntRelation *self);
void               ent_relation_set_label      (EntRelation *self, const char *label);
const char        *ent_relation_get_note       (EntRelation *self);
void               ent_relation_set_note       (EntRelation *self, const char *note);
const EntEvidence *ent_relation_get_evidence   (EntRelation *self, guint *n_evidence);
/* The quote's span must lie in its source's text (ent_source_has_span). */
void               ent_relation_add_evidence   (EntRelation *self, const EntEvidence *evidence);
void               ent_relation_remove_evidence (EntRelation *self, guint index);
/* Whether somebody set something of it by hand (see EntMapEdits), its quotes aside. */
gboolean           ent_relation_get_edited     (EntRelation *self);
/* 1 − Π(1 − confidence) over the evidence. */
double             ent_relation_get_confidence (EntRelation *self);
/* Whether no quote asserts it (all are possible, reported or denied). */
gboolean           ent_relation_is_hedged      (EntRelation *self);

G_END_DECLS
