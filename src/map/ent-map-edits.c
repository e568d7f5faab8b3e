/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stack of steps with a mark: those below it are done, those above it undone. A new step takes the place of all that are undone.
 * Each state of the map has a number: the id of the step below the mark, or that of the bottom. A change from elsewhere makes every
 * one of these states another, and so gives all of them new numbers. */
#include "ent-limits.h"
#include "ent-map-edits-private.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME_CHARS 28

struct _EntMapEdits {
  GObject      parent_instance;
  EntMap      *map;
  GPtrArray   *steps;       /* EntEditStep */
  guint        n_done;
  guint        bottom_id;
  guint        last_id;
  EntEditStep *open;        /* being made */
  guint        depth;       /* of begin and end */
  gboolean     own;         /* what changes is the work of a step */
};

G_DEFINE_FINAL_TYPE (EntMapEdits, ent_map_edits, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (EntMapEdits *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
map_changed_cb (EntMapEdits *self)
{
  if (self->own)
    return;
  self->bottom_id = ++self->last_id;
  for (guint i = 0; i < self->steps->len; i++)
    ent_edit_step_set_id (self->steps->pdata[i], ++self->last_id);
}

static void
ent_map_edits_finalize (GObject *object)
{
  EntMapEdits *self = ENT_MAP_EDITS (object);

  g_clear_pointer (&self->open, ent_edit_step_free);
  g_ptr_array_unref (self->steps);
  g_signal_handlers_disconnect_by_data (self->map, self);
  g_object_unref (self->map);
  G_OBJECT_CLASS (ent_map_edits_parent_class)->finalize (object);
}

static void
ent_map_edits_class_init (EntMapEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_map_edits_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_map_edits_init (EntMapEdits *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_edit_step_free);
}

/* Returns: (transfer full): the edits of a map, of which there are none yet */
EntMapEdits *
ent_map_edits_new (EntMap *map)
{
  EntMapEdits *self;

  g_return_val_if_fail (ENT_IS_MAP (map), NULL);
  self = g_object_new (ENT_TYPE_MAP_EDITS, NULL);
  self->map = g_object_ref (map);
  g_signal_connect_swapped (map, "changed", G_CALLBACK (map_changed_cb), self);
  return self;
}

EntMap *
ent_map_edits_get_map (EntMapEdits *self)
{
  g_return_val_if_fail (ENT_IS_MAP_EDITS (self), NULL);
  return self->map;
}

const char *
ent_map_edits_get_undo_name (EntMapEdits *self)
{
  g_return_val_if_fail (ENT_IS_MAP_EDITS (self), NULL);
  return self->n_done > 0 ? ent_edit_step_get_name (self->steps->pdata[self->n_done - 1]) : NULL;
}

const char *
ent_map_edits_get_redo_name (EntMapEdits *self)
{
  g_return_val_if_fail (ENT_IS_MAP_EDITS (self), NULL);
  return self->n_done < self->steps->len ? ent_edit_step_get_name (self->steps->pdata[self->n_done]) : NULL;
}

guint
ent_map_edits_get_state (EntMapEdits *self)
{
  g_return_val_if_fail (ENT_IS_MAP_EDITS (self), 0);
  return self->n_done > 0 ? ent_edit_step_get_id (self->steps->pdata[self->n_done - 1]) : self->bottom_id;
}

/* ── Undoing and doing again ────────────────────────────────────────────────────────────────────────────────────── */

/* by: −1 undoes, 1 does again. */
static gboolean
turn (EntMapEdits *self, int by)
{
  EntEditStep *step;

  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && self->open == NULL, FALSE);
  if (by < 0 ? self->n_done == 0 : self->n_done == self->steps->len)
    return FALSE;
  step = self->steps->pdata[by < 0 ? self->n_done - 1 : self->n_done];
  self->n_done += (guint) by;
  self->own = TRUE;
  ent_map_freeze (self->map);
  if (by < 0)
    ent_edit_step_undo (step);
  else
    ent_edit_step_redo (step);
  ent_map_thaw (self->map);
  self->own = FALSE;
  emit_changed (self);
  return TRUE;
}

gboolean
ent_map_edits_undo (EntMapEdits *self)
{
  return turn (self, -1);
}

gboolean
ent_map_edits_redo (EntMapEdits *self)
{
  return turn (self, 1);
}

/* ── Making a step ──────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_map_edits_begin (EntMapEdits *self, const char *name)
{
  g_return_if_fail (ENT_IS_MAP_EDITS (self));
  if (self->depth++ > 0)
    return;
  self->own = TRUE;
  ent_map_freeze (self->map);
  if (name != NULL)
    self->open = ent_edit_step_new (self->map, name);
}

EntEditStep *
ent_map_edits_begin_step (EntMapEdits *self, const char *format, ...)
{
  ent_map_edits_begin (self, NULL);
  if (self->open == NULL)
    {
      g_autofree char *name = NULL;
      va_list          args;

      va_start (args, format);
      name = g_strdup_vprintf (format, args);
      va_end (args);
      self->open = ent_edit_step_new (self->map, name);
    }
  return self->open;
}

void
ent_map_edits_end (EntMapEdits *self)
{
  g_autoptr (EntMapEdits) keep = NULL;
  EntEditStep *step;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && self->depth > 0);
  if (--self->depth > 0)
    return;
  keep = g_object_ref (self);
  step = g_steal_pointer (&self->open);
  if (step != NULL)
    ent_edit_step_finish (step);
  if (step != NULL && ent_edit_step_is_empty (step))
    g_clear_pointer (&step, ent_edit_step_free);
  if (step != NULL)
    {
      ent_edit_step_set_id (step, ++self->last_id);
      g_ptr_array_set_size (self->steps, (int) self->n_done);
      g_ptr_array_add (self->steps, step);
      self->n_done++;
    }
  ent_map_thaw (self->map);
  self->own = FALSE;
  if (step != NULL)
    emit_changed (self);
}

void
ent_map_edits_cancel (EntMapEdits *self)
{
  g_autoptr (EntMapEdits) keep = NULL;
  EntEditStep *step;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && self->depth == 1);
  keep = g_object_ref (self);
  self->depth = 0;
  step = g_steal_pointer (&self->open);
  if (step != NULL)
    {
      ent_edit_step_finish (step);
      ent_edit_step_undo (step);
      ent_edit_step_free (step);
    }
  ent_map_thaw (self->map);
  self->own = FALSE;
}

char *
ent_map_edits_dup_short (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= MAX_NAME_CHARS)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, MAX_NAME_CHARS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

char *
ent_map_edits_dup_ends (EntRelation *relation)
{
  g_autofree char *from = ent_map_edits_dup_short (ent_actor_get_name (ent_relation_get_from (relation)));
  g_autofree char *to = ent_map_edits_dup_short (ent_actor_get_name (ent_relation_get_to (relation)));

  return g_strdup_printf ("%s – %s", from, to);
}

/* ── The map ────────────────────────────────────────────────────────────────────────────────────────────────────── */

gboolean
ent_map_edits_set_title (EntMapEdits *self, const char *title, GError **error)
{
  EntEditStep *step;

  g_return_val_if_fail (ENT_IS_MAP_EDITS (self) && title != NULL, FALSE);
  if (g_str_equal (ent_map_get_title (self->map), title))
    return TRUE;
  if (!ent_limit_check_line (title, error))
    return FALSE;
  step = ent_map_edits_begin_step (self, "%s", C_("edit", "change of the title"));
  ent_edit_step_touch_title (step);
  ent_map_set_title (self->map, title);
  ent_map_edits_end (self);
  return TRUE;
}

void
ent_map_edits_touch_places (EntMapEdits *self)
{
  GListModel  *actors;
  EntEditStep *step;

  g_return_if_fail (ENT_IS_MAP_EDITS (self) && self->depth > 0);
  actors = ent_map_get_actors (self->map);
  step = ent_map_edits_begin_step (self, "%s", C_("edit", "move"));
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);

      ent_edit_step_touch_place (step, actor);
    }
  ent_map_edits_end (self);
}
