/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A step is a list of operations, undone from the last to the first. Each undoes itself by being done once more: what was touched
 * is exchanged for its copy, what came goes and the other way round. Objects keep their identity: what is taken off the map and
 * brought back is the same object, so that whatever an earlier step says of it still holds. */
#include "ent-edit-step.h"

typedef enum {
  OP_ACTOR, OP_MENTIONS, OP_RELATION, OP_EVIDENCE, OP_PLACE, OP_TITLE,   /* touched */
  OP_INSERT, OP_TAKE_OFF, OP_ADD_MERGE, OP_REMOVE_MERGE,
  OP_REMOVED, OP_POP_REMOVED, OP_REJECTED, OP_POP_REJECTED,
} OpKind;

typedef struct {
  double   x, y;
  gboolean placed, pinned;
} Place;

typedef struct {
  OpKind  kind;
  guint   position;   /* in its list */
  GObject *object;    /* NULL for those of the map */
  union {
    EntActorWords    *actor;
    EntRelationWords *relation;
    EntItems         *items;
    Place            *place;
    char             *title;
    EntMerge         *merge;
    EntActorMention  *mention;    /* with a reference on its source */
    EntEvidence      *evidence;   /* the same */
  } state;
} Op;

struct _EntEditStep {
  EntMap     *map;       /* borrowed: the stack that the step is on keeps it */
  char       *name;
  guint       id;
  GArray     *ops;
  GHashTable *touched;   /* object → set of kinds, as bits; NULL once the step is made */
};

static void
op_clear (gpointer data)
{
  Op *op = data;

  g_clear_object (&op->object);
  switch (op->kind)
    {
    case OP_ACTOR:    ent_actor_words_free (op->state.actor); break;
    case OP_RELATION: ent_relation_words_free (op->state.relation); break;
    case OP_MENTIONS:
    case OP_EVIDENCE: ent_items_free (op->state.items); break;
    case OP_PLACE:    g_free (op->state.place); break;
    case OP_TITLE:    g_free (op->state.title); break;
    case OP_ADD_MERGE:
    case OP_REMOVE_MERGE: ent_merge_unref (op->state.merge); break;
    case OP_REMOVED:
    case OP_POP_REMOVED:
      g_object_unref (op->state.mention->source);
      g_free (op->state.mention);
      break;
    case OP_REJECTED:
    case OP_POP_REJECTED:
      g_object_unref (op->state.evidence->source);
      g_free (op->state.evidence);
      break;
    case OP_INSERT:
    case OP_TAKE_OFF:
    default: break;
    }
}

EntEditStep *
ent_edit_step_new (EntMap *map, const char *name)
{
  EntEditStep *self = g_new0 (EntEditStep, 1);

  self->map = map;
  self->name = g_strdup (name);
  self->ops = g_array_new (FALSE, TRUE, sizeof (Op));
  g_array_set_clear_func (self->ops, op_clear);
  self->touched = g_hash_table_new (NULL, NULL);
  return self;
}

void
ent_edit_step_free (EntEditStep *self)
{
  g_free (self->name);
  g_array_unref (self->ops);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_free (self);
}

const char *ent_edit_step_get_name (EntEditStep *self)           { return self->name; }
gboolean    ent_edit_step_is_empty (EntEditStep *self)           { return self->ops->len == 0; }
guint       ent_edit_step_get_id   (EntEditStep *self)           { return self->id; }
void        ent_edit_step_set_id   (EntEditStep *self, guint id) { self->id = id; }

/* ── Making ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static Op *
add_op (EntEditStep *self, OpKind kind, gpointer object, guint position)
{
  Op op = { kind, position, object != NULL ? g_object_ref (object) : NULL };

  g_array_append_val (self->ops, op);
  return &g_array_index (self->ops, Op, self->ops->len - 1);
}

/* An operation to put the state of object into; NULL where this step touched it already. */
static Op *
touch (EntEditStep *self, OpKind kind, gpointer object)
{
  gpointer key = object != NULL ? object : (gpointer) self->map;
  guint    kinds = GPOINTER_TO_UINT (g_hash_table_lookup (self->touched, key));

  if (kinds & 1u << kind)
    return NULL;
  g_hash_table_insert (self->touched, key, GUINT_TO_POINTER (kinds | 1u << kind));
  return add_op (self, kind, object, 0);
}

void
ent_edit_step_touch_actor (EntEditStep *self, EntActor *actor)
{
  Op *op = touch (self, OP_ACTOR, actor);

  if (op != NULL)
    op->state.actor = ent_actor_dup_words (actor);
}

void
ent_edit_step_touch_mentions (EntEditStep *self, EntActor *actor)
{
  Op *op = touch (self, OP_MENTIONS, actor);

  if (op != NULL)
    op->state.items = ent_actor_dup_mentions (actor);
}

void
ent_edit_step_touch_relation (EntEditStep *self, EntRelation *relation)
{
  Op *op = touch (self, OP_RELATION, relation);

  if (op != NULL)
    op->state.relation = ent_relation_dup_words (relation);
}

void
ent_edit_step_touch_evidence (EntEditStep *self, EntRelation *relation)
{
  Op *op = touch (self, OP_EVIDENCE, relation);

  if (op != NULL)
    op->state.items = ent_relation_dup_evidence (relation);
}

static Place
get_place (EntActor *actor)
{
  Place place = { 0 };

  place.placed = ent_actor_get_position (actor, &place.x, &place.y);
  place.pinned = ent_actor_get_pinned (actor);
  return place;
}

void
ent_edit_step_touch_place (EntEditStep *self, EntActor *actor)
{
  Op   *op = touch (self, OP_PLACE, actor);
  Place place = get_place (actor);

  if (op != NULL)
    op->state.place = g_memdup2 (&place, sizeof place);
}

void
ent_edit_step_touch_title (EntEditStep *self)
{
  Op *op = touch (self, OP_TITLE, NULL);

  if (op != NULL)
    op->state.title = g_strdup (ent_map_get_title (self->map));
}

void
ent_edit_step_insert (EntEditStep *self, gpointer object, guint position)
{
  add_op (self, OP_INSERT, object, position);
  ent_map_insert (self->map, object, position);
}

guint
ent_edit_step_take_off (EntEditStep *self, gpointer object)
{
  Op *op = add_op (self, OP_TAKE_OFF, object, 0);

  return op->position = ent_map_take_off (self->map, object);
}

void
ent_edit_step_insert_merge (EntEditStep *self, EntMerge *merge, guint position)
{
  add_op (self, OP_ADD_MERGE, NULL, position)->state.merge = ent_merge_ref (merge);
  ent_map_insert_merge (self->map, merge, position);
}

void
ent_edit_step_remove_merge (EntEditStep *self, guint position)
{
  EntMerge *merge = g_ptr_array_index (ent_map_get_merges (self->map), position);

  add_op (self, OP_REMOVE_MERGE, NULL, position)->state.merge = ent_merge_ref (merge);
  ent_map_remove_merge (self->map, position);
}

static EntActorMention *
add_mention_op (EntEditStep *self, OpKind kind, const EntActorMention *mention)
{
  EntActorMention *copy = g_memdup2 (mention, sizeof *mention);

  g_object_ref (copy->source);
  return add_op (self, kind, NULL, 0)->state.mention = copy;
}

static EntEvidence *
add_evidence_op (EntEditStep *self, OpKind kind, const EntEvidence *evidence)
{
  EntEvidence *copy = g_memdup2 (evidence, sizeof *evidence);

  copy->speaker = NULL;
  g_object_ref (copy->source);
  return add_op (self, kind, NULL, 0)->state.evidence = copy;
}

void
ent_edit_step_add_removed (EntEditStep *self, const EntActorMention *mention)
{
  ent_map_add_removed (self->map, add_mention_op (self, OP_REMOVED, mention));
}

void
ent_edit_step_add_rejected (EntEditStep *self, const EntEvidence *evidence)
{
  ent_map_add_rejected (self->map, add_evidence_op (self, OP_REJECTED, evidence));
}

void
ent_edit_step_pop_removed (EntEditStep *self)
{
  guint                  n;
  const EntActorMention *removed = ent_map_get_removed (self->map, &n);

  add_mention_op (self, OP_POP_REMOVED, &removed[n - 1]);
  ent_map_truncate_removed (self->map, n - 1);
}

void
ent_edit_step_pop_rejected (EntEditStep *self)
{
  guint              n;
  const EntEvidence *rejected = ent_map_get_rejected (self->map, &n);

  add_evidence_op (self, OP_POP_REJECTED, &rejected[n - 1]);
  ent_map_truncate_rejected (self->map, n - 1);
}

void
ent_edit_step_finish (EntEditStep *self)
{
  g_clear_pointer (&self->touched, g_hash_table_unref);
  for (guint i = self->ops->len; i-- > 0;)
    {
      const Op *op = &g_array_index (self->ops, Op, i);
      Place     now;

      if (op->kind != OP_PLACE)
        continue;
      now = get_place (ENT_ACTOR (op->object));
      if (now.x == op->state.place->x && now.y == op->state.place->y && now.placed == op->state.place->placed && now.pinned == op->state.place->pinned)
        g_array_remove_index (self->ops, i);
    }
}

/* ── Undoing and doing again ────────────────────────────────────────────────────────────────────────────────────── */

static void
swap_place (EntActor *actor, Place *place)
{
  Place mine = get_place (actor);

  if (place->placed)
    ent_actor_set_position (actor, place->x, place->y);
  else
    ent_actor_clear_position (actor);
  ent_actor_set_pinned (actor, place->pinned);
  *place = mine;
}

static void
swap_title (EntMap *map, char **title)
{
  g_autofree char *theirs = *title;

  *title = g_strdup (ent_map_get_title (map));
  ent_map_set_title (map, theirs);
}

/* forward: the operation is done again; FALSE: undone. */
static void
turn (EntEditStep *self, Op *op, gboolean forward)
{
  gboolean comes = forward == (op->kind == OP_INSERT || op->kind == OP_ADD_MERGE || op->kind == OP_REMOVED || op->kind == OP_REJECTED);
  guint    n;

  switch (op->kind)
    {
    case OP_ACTOR:    ent_actor_swap_words (ENT_ACTOR (op->object), op->state.actor); break;
    case OP_MENTIONS: ent_actor_swap_mentions (ENT_ACTOR (op->object), &op->state.items); break;
    case OP_RELATION: ent_relation_swap_words (ENT_RELATION (op->object), op->state.relation); break;
    case OP_EVIDENCE: ent_relation_swap_evidence (ENT_RELATION (op->object), &op->state.items); break;
    case OP_PLACE:    swap_place (ENT_ACTOR (op->object), op->state.place); break;
    case OP_TITLE:    swap_title (self->map, &op->state.title); break;
    case OP_INSERT:
    case OP_TAKE_OFF:
      if (comes)
        ent_map_insert (self->map, op->object, op->position);
      else
        ent_map_take_off (self->map, op->object);
      break;
    case OP_ADD_MERGE:
    case OP_REMOVE_MERGE:
      if (comes)
        ent_map_insert_merge (self->map, op->state.merge, op->position);
      else
        ent_map_remove_merge (self->map, op->position);
      break;
    case OP_REMOVED:
    case OP_POP_REMOVED:
      ent_map_get_removed (self->map, &n);
      if (comes)
        ent_map_add_removed (self->map, op->state.mention);
      else
        ent_map_truncate_removed (self->map, n - 1);
      break;
    case OP_REJECTED:
    case OP_POP_REJECTED:
      ent_map_get_rejected (self->map, &n);
      if (comes)
        ent_map_add_rejected (self->map, op->state.evidence);
      else
        ent_map_truncate_rejected (self->map, n - 1);
      break;
    default: g_return_if_reached ();
    }
}

void
ent_edit_step_undo (EntEditStep *self)
{
  for (guint i = self->ops->len; i-- > 0;)
    turn (self, &g_array_index (self->ops, Op, i), FALSE);
}

void
ent_edit_step_redo (EntEditStep *self)
{
  for (guint i = 0; i < self->ops->len; i++)
    turn (self, &g_array_index (self->ops, Op, i), TRUE);
}
