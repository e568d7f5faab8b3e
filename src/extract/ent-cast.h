/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-gazetteer.h"
#include "ent-reading.h"
#include "ent-word-lists.h"

G_BEGIN_DECLS

/* A place in the text that speaks of an actor. */
typedef struct {
  guint           actor;
  guint           first_word;
  guint           n_words;
  guint           head_word;
  EntMentionForm  form;
  gboolean        is_modifier;   /* an adjective or an organ of the actor, rather than the actor itself: "Russian troops" */
} EntReference;

typedef struct {
  char       *name;
  EntKind     kind;
  gint        gazetteer;      /* entry, -1 for none */
  gboolean    is_named;       /* by a proper name; otherwise by a noun ("separatists") */
  gboolean    stands_alone;   /* a noun with its country ("the Danish team") that the text treats as a party of its own */
  GPtrArray  *names;          /* char *: the forms that the text calls it by, without pronouns; no form twice */
  GArray     *counts;         /* guint, beside names: how often */
  guint       n_references;
  guint       first_word;     /* of its first reference */
} EntCastActor;

/**
 * EntCast:
 */
typedef struct {
  GArray *actors;        /* EntCastActor */
  GArray *references;    /* EntReference, in the order of the text */
  gint   *at_head;       /* per word: the reference whose head it is, -1 for none */
  gint   *over;          /* per word: the reference that covers it, -1 for none */
  guint   n_words;
} EntCast;

EntCast *ent_cast_new           (guint n_words);
void     ent_cast_free          (EntCast *self);
/* A new actor with that name, of which the text has not spoken yet. gazetteer: entry, -1 for none. Returns its number. */
guint    ent_cast_add_actor     (EntCast *self, const char *name, EntKind kind, gint gazetteer, gboolean is_named);
/* Records a place in the text, unless one of its words is taken; FALSE then. Counts the words as one of the actor's names
 * when the form is a name or a noun. */
gboolean ent_cast_add_reference (EntCast *self, const EntReading *reading, guint actor, guint first_word, guint n_words,
                                 EntMentionForm form, gboolean is_modifier);
/* A form that the text calls an actor by, without a place of its own; it becomes the name of none that has others. */
void     ent_cast_add_name      (EntCast *self, guint actor, const char *name);
/* Makes two actors one: `from` keeps no references and no names. */
void     ent_cast_merge         (EntCast *self, guint into, guint from);
/* Puts the references in order and gives each named actor its most usual name; called once everything is found. */
void     ent_cast_finish        (EntCast *self);

static inline EntCastActor *
ent_cast_get_actor (const EntCast *self, guint actor)
{
  return &g_array_index (self->actors, EntCastActor, actor);
}

static inline EntReference *
ent_cast_get_reference (const EntCast *self, guint reference)
{
  return &g_array_index (self->references, EntReference, reference);
}

/* Whether a reference is part of a compound word, as in "pro-Russian": it says something of the noun and is no party itself. */
gboolean ent_cast_is_compound   (const EntCast *self, const EntReading *reading, guint reference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCast, ent_cast_free)

G_END_DECLS
