/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-cast.h"

#include <string.h>

static void
clear_actor (gpointer data)
{
  EntCastActor *actor = data;

  g_free (actor->name);
  g_ptr_array_unref (actor->names);
  g_array_unref (actor->counts);
}

EntCast *
ent_cast_new (guint n_words)
{
  EntCast *self = g_new0 (EntCast, 1);

  self->actors = g_array_new (FALSE, TRUE, sizeof (EntCastActor));
  g_array_set_clear_func (self->actors, clear_actor);
  self->references = g_array_new (FALSE, FALSE, sizeof (EntReference));
  self->n_words = n_words;
  self->at_head = g_new (gint, n_words + 1);
  self->over = g_new (gint, n_words + 1);
  for (guint w = 0; w < n_words; w++)
    self->at_head[w] = self->over[w] = -1;
  return self;
}

void
ent_cast_free (EntCast *self)
{
  g_array_unref (self->actors);
  g_array_unref (self->references);
  g_free (self->at_head);
  g_free (self->over);
  g_free (self);
}

guint
ent_cast_add_actor (EntCast *self, const char *name, EntKind kind, gint gazetteer, gboolean is_named)
{
  EntCastActor actor = { .name = g_strdup (name), .kind = kind, .gazetteer = gazetteer, .is_named = is_named, .first_word = G_MAXUINT };

  actor.names = g_ptr_array_new_with_free_func (g_free);
  actor.counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->actors, actor);
  return self->actors->len - 1;
}

static void
count_name (EntCastActor *actor, const char *name, guint by)
{
  for (guint i = 0; i < actor->names->len; i++)
    if (g_str_equal (actor->names->pdata[i], name))
      {
        g_array_index (actor->counts, guint, i) += by;
        return;
      }
  g_ptr_array_add (actor->names, g_strdup (name));
  g_array_append_val (actor->counts, by);
}

gboolean
ent_cast_add_reference (EntCast *self, const EntReading *reading, guint actor, guint first_word, guint n_words,
                        EntMentionForm form, gboolean is_modifier)
{
  EntReference reference = { actor, first_word, n_words, ent_reading_find_head (reading, first_word, n_words), form, is_modifier };
  EntCastActor *a = ent_cast_get_actor (self, actor);

  for (guint w = first_word; w < first_word + n_words; w++)
    if (self->over[w] >= 0)
      return FALSE;
  for (guint w = first_word; w < first_word + n_words; w++)
    self->over[w] = (gint) self->references->len;
  self->at_head[reference.head_word] = (gint) self->references->len;
  g_array_append_val (self->references, reference);
  a->n_references++;
  a->first_word = MIN (a->first_word, first_word);
  if (form == ENT_FORM_NAME || form == ENT_FORM_ALIAS)
    {
      g_autofree char *name = ent_reading_dup_text (reading, first_word, n_words);
      count_name (a, name, 1);
    }
  return TRUE;
}

void
ent_cast_add_name (EntCast *self, guint actor, const char *name)
{
  count_name (ent_cast_get_actor (self, actor), name, 0);
}

gboolean
ent_cast_is_compound (const EntCast *self, const EntReading *reading, guint reference)
{
  const EntReference *x = ent_cast_get_reference (self, reference);

  return x->is_modifier && x->form == ENT_FORM_NOMINAL && x->n_words == 1 && strchr (reading->words[x->first_word].form, '-') != NULL;
}

void
ent_cast_merge (EntCast *self, guint into, guint from)
{
  EntCastActor *a = ent_cast_get_actor (self, into);
  EntCastActor *b = ent_cast_get_actor (self, from);

  if (into == from)
    return;
  for (guint i = 0; i < self->references->len; i++)
    if (ent_cast_get_reference (self, i)->actor == from)
      ent_cast_get_reference (self, i)->actor = into;
  for (guint i = 0; i < b->names->len; i++)
    count_name (a, b->names->pdata[i], g_array_index (b->counts, guint, i));
  a->n_references += b->n_references;
  a->first_word = MIN (a->first_word, b->first_word);
  a->is_named |= b->is_named;
  b->n_references = 0;
  g_ptr_array_set_size (b->names, 0);
  g_array_set_size (b->counts, 0);
}

static gint
compare_references (gconstpointer a, gconstpointer b)
{
  const EntReference *x = a, *y = b;

  return x->first_word < y->first_word ? -1 : x->first_word > y->first_word;
}

/* A person's longest name, else the form met most often, the longer one where two are met as often. */
static void
choose_name (EntCastActor *actor)
{
  gint best = -1;

  if (actor->gazetteer >= 0 || !actor->is_named)
    return;
  for (guint i = 0; i < actor->names->len; i++)
    {
      guint count = g_array_index (actor->counts, guint, i);
      gsize length = strlen (actor->names->pdata[i]);
      guint best_count = best < 0 ? 0 : g_array_index (actor->counts, guint, best);
      gsize best_length = best < 0 ? 0 : strlen (actor->names->pdata[best]);

      if (actor->kind == ENT_KIND_PERSON ? length > best_length : count > best_count || (count == best_count && length > best_length))
        best = (gint) i;
    }
  if (best >= 0)
    {
      g_free (actor->name);
      actor->name = g_strdup (actor->names->pdata[best]);
    }
}

void
ent_cast_finish (EntCast *self)
{
  g_array_sort (self->references, compare_references);
  for (guint i = 0; i < self->references->len; i++)
    {
      const EntReference *reference = ent_cast_get_reference (self, i);

      for (guint w = reference->first_word; w < reference->first_word + reference->n_words; w++)
        self->over[w] = (gint) i;
      self->at_head[reference->head_word] = (gint) i;
    }
  for (guint i = 0; i < self->actors->len; i++)
    choose_name (ent_cast_get_actor (self, i));
}
