/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A bag of properties. Every change notifies the properties it touched and then emits "changed" once, which is what the
 * map listens to. Mentions keep their source alive, so that an actor taken off its map stays whole. */
#include "ent-items.h"
#include "ent-limits.h"
#include "ent-map-private.h"

#include <math.h>
#include <string.h>

struct _EntActor {
  GObject    parent_instance;
  char      *id;
  char      *name;
  EntKind    kind;
  GStrv      aliases;
  char      *note;
  double     x, y;
  gboolean   placed;
  gboolean   pinned;
  gboolean   edited;
  EntItems  *mentions;         /* EntActorMention, each with a reference on its source */
};

G_DEFINE_FINAL_TYPE (EntActor, ent_actor, G_TYPE_OBJECT)

enum {
  PROP_0, PROP_ID, PROP_NAME, PROP_KIND, PROP_ALIASES, PROP_NOTE, PROP_X, PROP_Y, PROP_PLACED, PROP_PINNED, PROP_N_MENTIONS, N_PROPS
};
static GParamSpec *properties[N_PROPS];
static guint       changed_signal;

static void
emit_changed (EntActor *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
ent_actor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntActor *self = ENT_ACTOR (object);

  switch (id)
    {
    case PROP_ID:         g_value_set_string (value, self->id); break;
    case PROP_NAME:       g_value_set_string (value, self->name); break;
    case PROP_KIND:       g_value_set_int (value, (int) self->kind); break;
    case PROP_ALIASES:    g_value_set_boxed (value, self->aliases); break;
    case PROP_NOTE:       g_value_set_string (value, self->note); break;
    case PROP_X:          g_value_set_double (value, self->x); break;
    case PROP_Y:          g_value_set_double (value, self->y); break;
    case PROP_PLACED:     g_value_set_boolean (value, self->placed); break;
    case PROP_PINNED:     g_value_set_boolean (value, self->pinned); break;
    case PROP_N_MENTIONS: g_value_set_uint (value, self->mentions->items->len); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_actor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntActor *self = ENT_ACTOR (object);

  switch (id)
    {
    case PROP_ID:      self->id = g_value_dup_string (value); break;
    case PROP_NAME:    ent_actor_set_name (self, g_value_get_string (value)); break;
    case PROP_KIND:    ent_actor_set_kind (self, (EntKind) g_value_get_int (value)); break;
    case PROP_ALIASES: ent_actor_set_aliases (self, g_value_get_boxed (value)); break;
    case PROP_NOTE:    ent_actor_set_note (self, g_value_get_string (value)); break;
    case PROP_X:       ent_actor_set_position (self, g_value_get_double (value), self->y); break;
    case PROP_Y:       ent_actor_set_position (self, self->x, g_value_get_double (value)); break;
    case PROP_PINNED:  ent_actor_set_pinned (self, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mention_clear (gpointer data)
{
  g_object_unref (((EntActorMention *) data)->source);
}

static void
mention_ref (gpointer data, gpointer unused)
{
  g_object_ref (((EntActorMention *) data)->source);
}

static void
ent_actor_finalize (GObject *object)
{
  EntActor *self = ENT_ACTOR (object);

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->note);
  ent_items_free (self->mentions);
  G_OBJECT_CLASS (ent_actor_parent_class)->finalize (object);
}

static void
ent_actor_class_init (EntActorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags   both = read | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ent_actor_get_property;
  object_class->set_property = ent_actor_set_property;
  object_class->finalize = ent_actor_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, read | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", both);
  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, ENT_N_KINDS - 1, 0, both);
  properties[PROP_ALIASES] = g_param_spec_boxed ("aliases", NULL, NULL, G_TYPE_STRV, both);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", both);
  properties[PROP_X] = g_param_spec_double ("x", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, both);
  properties[PROP_Y] = g_param_spec_double ("y", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, both);
  properties[PROP_PLACED] = g_param_spec_boolean ("placed", NULL, NULL, FALSE, read);
  properties[PROP_PINNED] = g_param_spec_boolean ("pinned", NULL, NULL, FALSE, both);
  properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_actor_init (EntActor *self)
{
  self->name = g_strdup ("");
  self->note = g_strdup ("");
  self->aliases = g_new0 (char *, 1);
  self->mentions = ent_items_new (sizeof (EntActorMention), mention_clear);
}

/**
 * ent_actor_new:
 * @id: unique among the actors of its map, not empty
 * @name: as shown
 * Returns: (transfer full): an actor without mentions and without a place
 */
EntActor *
ent_actor_new (const char *id, const char *name, EntKind kind)
{
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  return g_object_new (ENT_TYPE_ACTOR, "id", id, "name", name, "kind", (int) kind, NULL);
}

const char *
ent_actor_get_id (EntActor *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), NULL);
  return self->id;
}

const char *
ent_actor_get_name (EntActor *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), NULL);
  return self->name;
}

/* NULL is taken for "". The same holds for notes. */
static void
set_string (EntActor *self, char **field, const char *value, gsize max_bytes, guint prop)
{
  g_autofree char *old = NULL;

  if (value == NULL)
    value = "";
  if (g_str_equal (*field, value))
    return;
  old = *field;   /* which value may be */
  *field = ent_limit_dup_cut (value, max_bytes);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  emit_changed (self);
}

void
ent_actor_set_name (EntActor *self, const char *name)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  set_string (self, &self->name, name, ENT_LIMIT_LINE_BYTES, PROP_NAME);
}

EntKind
ent_actor_get_kind (EntActor *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), ENT_KIND_GROUP);
  return self->kind;
}

void
ent_actor_set_kind (EntActor *self, EntKind kind)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  g_return_if_fail ((int) kind >= 0 && kind < ENT_N_KINDS);
  if (self->kind == kind)
    return;
  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  emit_changed (self);
}

const char *const *
ent_actor_get_aliases (EntActor *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), NULL);
  return (const char *const *) self->aliases;
}

void
ent_actor_set_aliases (EntActor *self, const char *const *aliases)
{
  static const char *const none[] = { NULL };
  g_auto (GStrv) copy = NULL;

  g_return_if_fail (ENT_IS_ACTOR (self));
  if (aliases == NULL)
    aliases = none;
  if (g_strv_equal ((const char *const *) self->aliases, aliases))
    return;
  copy = g_strdupv ((char **) aliases);
  for (guint i = 0; copy[i] != NULL; i++)
    if (strlen (copy[i]) > ENT_LIMIT_LINE_BYTES)
      {
        g_free (copy[i]);
        copy[i] = ent_limit_dup_cut (aliases[i], ENT_LIMIT_LINE_BYTES);
      }
  g_strfreev (self->aliases);
  self->aliases = g_steal_pointer (&copy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALIASES]);
  emit_changed (self);
}

const char *
ent_actor_get_note (EntActor *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), NULL);
  return self->note;
}

void
ent_actor_set_note (EntActor *self, const char *note)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  set_string (self, &self->note, note, ENT_LIMIT_NOTE_BYTES, PROP_NOTE);
}

const EntActorMention *
ent_actor_get_mentions (EntActor *self, guint *n_mentions)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), NULL);
  if (n_mentions != NULL)
    *n_mentions = self->mentions->items->len;
  return (const EntActorMention *) (gpointer) self->mentions->items->data;
}

void
ent_actor_add_mention (EntActor *self, const EntActorMention *mention)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  g_return_if_fail (mention != NULL && ENT_IS_SOURCE (mention->source));
  g_return_if_fail (ent_source_has_span (mention->source, mention->span));
  g_object_ref (mention->source);
  g_array_append_vals (self->mentions->items, mention, 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MENTIONS]);
  emit_changed (self);
}

void
ent_actor_remove_mention (EntActor *self, guint index)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  g_return_if_fail (index < self->mentions->items->len);
  ent_items_remove (self->mentions, index);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MENTIONS]);
  emit_changed (self);
}

JsonObject *
ent_actor_get_mention_extra (EntActor *self, guint index)
{
  return ent_items_get_extra (self->mentions, index);
}

void
ent_actor_take_mention_extra (EntActor *self, guint index, JsonObject *extra)
{
  ent_items_take_extra (self->mentions, index, extra);
}

gboolean
ent_actor_get_edited (EntActor *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), FALSE);
  return self->edited;
}

void
ent_actor_set_edited (EntActor *self, gboolean edited)
{
  if (self->edited == edited)
    return;
  self->edited = edited;
  emit_changed (self);
}

gboolean
ent_actor_get_position (EntActor *self, double *x, double *y)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), FALSE);
  if (x != NULL)
    *x = self->x;
  if (y != NULL)
    *y = self->y;
  return self->placed;
}

/* Sets the place in one go and says which properties that touched. */
static void
place (EntActor *self, double x, double y, gboolean placed)
{
  gboolean new_x = self->x != x, new_y = self->y != y, new_placed = self->placed != placed;

  if (!new_x && !new_y && !new_placed)
    return;
  self->x = x;
  self->y = y;
  self->placed = placed;
  if (new_x)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_X]);
  if (new_y)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_Y]);
  if (new_placed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACED]);
  emit_changed (self);
}

void
ent_actor_set_position (EntActor *self, double x, double y)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  g_return_if_fail (isfinite (x) && isfinite (y));
  place (self, CLAMP (x, -ENT_LIMIT_COORDINATE, ENT_LIMIT_COORDINATE), CLAMP (y, -ENT_LIMIT_COORDINATE, ENT_LIMIT_COORDINATE), TRUE);
}

void
ent_actor_clear_position (EntActor *self)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  ent_actor_set_pinned (self, FALSE);
  place (self, 0, 0, FALSE);
}

gboolean
ent_actor_get_pinned (EntActor *self)
{
  g_return_val_if_fail (ENT_IS_ACTOR (self), FALSE);
  return self->pinned;
}

void
ent_actor_set_pinned (EntActor *self, gboolean pinned)
{
  g_return_if_fail (ENT_IS_ACTOR (self));
  pinned = !!pinned;
  if (self->pinned == pinned)
    return;
  self->pinned = pinned;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PINNED]);
  emit_changed (self);
}

/* ── For undo ───────────────────────────────────────────────────────────────────────────────────────────────────── */

EntActorWords *
ent_actor_dup_words (EntActor *self)
{
  EntActorWords *words = g_new0 (EntActorWords, 1);

  *words = (EntActorWords) { g_strdup (self->name), self->kind, g_strdupv (self->aliases), g_strdup (self->note), self->edited };
  return words;
}

void
ent_actor_words_free (EntActorWords *words)
{
  g_free (words->name);
  g_strfreev (words->aliases);
  g_free (words->note);
  g_free (words);
}

void
ent_actor_swap_words (EntActor *self, EntActorWords *words)
{
  EntActorWords mine = { self->name, self->kind, self->aliases, self->note, self->edited };

  self->name = words->name;
  self->kind = words->kind;
  self->aliases = words->aliases;
  self->note = words->note;
  self->edited = words->edited;
  *words = mine;
  for (guint prop = PROP_NAME; prop <= PROP_NOTE; prop++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  emit_changed (self);
}

EntItems *
ent_actor_dup_mentions (EntActor *self)
{
  return ent_items_dup (self->mentions, sizeof (EntActorMention), mention_clear, mention_ref);
}

void
ent_actor_swap_mentions (EntActor *self, EntItems **mentions)
{
  EntItems *mine = self->mentions;

  self->mentions = *mentions;
  *mentions = mine;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MENTIONS]);
  emit_changed (self);
}
