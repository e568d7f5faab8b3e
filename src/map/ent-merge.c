/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-merge.h"

static void
join_clear (gpointer data)
{
  EntJoin *join = data;

  g_object_unref (join->relation);
  g_clear_object (&join->into);
}

static void
spoken_clear (gpointer data)
{
  EntSpoken *spoken = data;

  g_object_unref (spoken->relation);
  g_object_unref (spoken->evidence.source);
}

EntMerge *
ent_merge_new (EntActor *into, EntActor *part, guint position)
{
  EntMerge *self = g_rc_box_new0 (EntMerge);

  self->into = g_object_ref (into);
  self->part = g_object_ref (part);
  self->position = position;
  self->names = g_new0 (char *, 1);
  self->moved = g_ptr_array_new_with_free_func (g_object_unref);
  self->joins = g_array_new (FALSE, FALSE, sizeof (EntJoin));
  self->spoken = g_array_new (FALSE, FALSE, sizeof (EntSpoken));
  g_array_set_clear_func (self->joins, join_clear);
  g_array_set_clear_func (self->spoken, spoken_clear);
  return self;
}

EntMerge *
ent_merge_ref (EntMerge *self)
{
  return g_rc_box_acquire (self);
}

static void
merge_clear (gpointer data)
{
  EntMerge *self = data;

  g_object_unref (self->into);
  g_object_unref (self->part);
  g_strfreev (self->names);
  g_free (self->note);
  g_ptr_array_unref (self->moved);
  g_array_unref (self->joins);
  g_array_unref (self->spoken);
}

void
ent_merge_unref (EntMerge *self)
{
  g_rc_box_release_full (self, merge_clear);
}

void
ent_merge_add_moved (EntMerge *self, EntRelation *relation)
{
  g_ptr_array_add (self->moved, g_object_ref (relation));
}

void
ent_merge_add_join (EntMerge *self, EntRelation *relation, EntRelation *into, guint position, gboolean bare)
{
  EntJoin join = { g_object_ref (relation), into != NULL ? g_object_ref (into) : NULL, position, bare };

  g_array_append_val (self->joins, join);
}

void
ent_merge_add_spoken (EntMerge *self, EntRelation *relation, const EntEvidence *evidence)
{
  EntSpoken spoken = { g_object_ref (relation), *evidence };

  g_object_ref (spoken.evidence.source);
  spoken.evidence.speaker = NULL;
  g_array_append_val (self->spoken, spoken);
}

EntMerge *
ent_merge_new_without (const EntMerge *self, EntMergeFilter is_out, gpointer data)
{
  EntMerge *copy = ent_merge_new (self->into, self->part, self->position);

  g_strfreev (copy->names);
  copy->names = g_strdupv (self->names);
  copy->note = g_strdup (self->note);
  for (guint i = 0; i < self->moved->len; i++)
    ent_merge_add_moved (copy, self->moved->pdata[i]);
  for (guint i = 0; i < self->joins->len; i++)
    {
      const EntJoin *join = &g_array_index (self->joins, EntJoin, i);

      if (!is_out (join, data))
        ent_merge_add_join (copy, join->relation, join->into, join->position, join->bare);
    }
  for (guint i = 0; i < self->spoken->len; i++)
    {
      const EntSpoken *spoken = &g_array_index (self->spoken, EntSpoken, i);

      ent_merge_add_spoken (copy, spoken->relation, &spoken->evidence);
    }
  return copy;
}

char *
ent_merge_dup_note (const char *note, const char *of_part)
{
  if (*note == '\0' || *of_part == '\0')
    return g_strdup (*note == '\0' ? of_part : note);
  return g_strconcat (note, "\n\n", of_part, NULL);
}

gboolean
ent_evidence_equal (const EntEvidence *a, const EntEvidence *b)
{
  return a->source == b->source && ent_span_equal (a->span, b->span) && ent_span_equal (a->predicate, b->predicate) &&
         ((ent_span_equal (a->from, b->from) && ent_span_equal (a->to, b->to)) ||
          (ent_span_equal (a->from, b->to) && ent_span_equal (a->to, b->from)));
}

int
ent_relation_find_evidence (EntRelation *relation, const EntEvidence *evidence)
{
  guint              n_evidence;
  const EntEvidence *items = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = n_evidence; i-- > 0;)
    if (ent_evidence_equal (&items[i], evidence))
      return (int) i;
  return -1;
}
