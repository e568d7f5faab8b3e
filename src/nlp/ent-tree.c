/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chu & Liu (1965), Edmonds (1967): every node takes its best head; while that makes a cycle, the cycle is contracted to
 * one node, whose arcs say what breaking the cycle open there would cost; then the contractions are undone, latest first,
 * each cycle losing the arc at the node where its own head enters.
 *
 * Nodes 0 … n are the root and the words; contracted nodes get the numbers after them. A contracted node lives in the row
 * and column of one of its members ("slot"). score[i][j] is that of the arc from head slot j to dependent slot i, and
 * origin[i][j] the words that the arc really joins. Exactly one root child is had by charging every arc from the root
 * more than all other arcs can differ: the best tree then has as few such arcs as possible, one. */
#include "ent-tree.h"

#include <math.h>

typedef struct { guint16 dep, head; } Arc;

typedef struct {
  guint node;
  Arc   arc;         /* the node's head within the cycle */
} Member;

typedef struct {
  guint first_member, n_members;
} Cycle;

struct _EntTree {
  guint    size;       /* nodes at most: words and the root */
  double  *score;      /* [size, size] */
  Arc     *origin;     /* [size, size] */
  guint   *active;     /* [size]: slots in use, the root's first */
  guint   *node;       /* [size]: which node lives in a slot */
  guint   *best;       /* [size]: the best head's slot */
  guint   *seen;       /* [size]: in which walk a slot was visited */
  guint   *parent;     /* [2 · size]: the contraction that a node went into */
  Arc     *entered;    /* [2 · size]: the arc by which a node is reached */
  Member  *members;    /* [2 · size] */
  Cycle   *cycles;     /* [size] */
  guint    n_active, n_members, n_cycles;
  guint    n_nodes;    /* words and the root of this sentence */
};

/* (transfer full): room for sentences of up to max_words, below 65,535. Memory: 12 bytes for each pair of words. */
EntTree *
ent_tree_new (guint max_words)
{
  EntTree *self = g_new0 (EntTree, 1);
  gsize    size = (gsize) max_words + 1;

  g_assert (max_words < G_MAXUINT16);
  self->size = (guint) size;
  self->score = g_new (double, size * size);
  self->origin = g_new (Arc, size * size);
  self->active = g_new (guint, size);
  self->node = g_new (guint, size);
  self->best = g_new (guint, size);
  self->seen = g_new (guint, size);
  self->parent = g_new (guint, 2 * size);
  self->entered = g_new (Arc, 2 * size);
  self->members = g_new (Member, 2 * size);
  self->cycles = g_new (Cycle, size);
  return self;
}

void
ent_tree_free (EntTree *self)
{
  if (self == NULL)
    return;
  g_free (self->score);
  g_free (self->origin);
  g_free (self->active);
  g_free (self->node);
  g_free (self->best);
  g_free (self->seen);
  g_free (self->parent);
  g_free (self->entered);
  g_free (self->members);
  g_free (self->cycles);
  g_free (self);
}

static inline gsize
cell (const EntTree *self, guint dep, guint head)
{
  return (gsize) dep * self->size + head;
}

static void
prepare (EntTree *self, const float *scores, guint n_words)
{
  const guint n = n_words + 1;
  double      low = 0, high = 0, charge;

  for (gsize i = 0; i < (gsize) n_words * n; i++)
    if (isfinite (scores[i]))
      {
        low = MIN (low, scores[i]);
        high = MAX (high, scores[i]);
      }
  charge = (high - low + 1) * n;
  self->n_nodes = self->n_active = n;
  self->n_members = self->n_cycles = 0;
  for (guint i = 0; i < n; i++)
    {
      self->active[i] = self->node[i] = i;
      for (guint j = 0; j < n && i > 0; j++)
        {
          float s = scores[(gsize) (i - 1) * n + j];
          self->score[cell (self, i, j)] = (isfinite (s) ? s : low) - (j == 0 ? charge : 0);
          self->origin[cell (self, i, j)] = (Arc) { (guint16) i, (guint16) j };
        }
    }
}

static void
find_best_heads (EntTree *self)
{
  for (guint a = 1; a < self->n_active; a++)
    {
      const guint i = self->active[a];
      guint       best = self->active[0];

      for (guint b = 1; b < self->n_active; b++)
        if (self->active[b] != i && self->score[cell (self, i, self->active[b])] > self->score[cell (self, i, best)])
          best = self->active[b];
      self->best[i] = best;
    }
}

/* A slot on a cycle of best heads, or 0. */
static guint
find_cycle (EntTree *self)
{
  for (guint a = 0; a < self->n_active; a++)
    self->seen[self->active[a]] = 0;
  for (guint a = 1; a < self->n_active; a++)
    {
      guint slot = self->active[a];

      while (slot != 0 && self->seen[slot] == 0)
        {
          self->seen[slot] = a;
          slot = self->best[slot];
        }
      if (slot != 0 && self->seen[slot] == a)
        return slot;
    }
  return 0;
}

/* What entering the cycle from slot u costs at best, and what leaving it for u brings, go into the cycle's slot. */
static void
contract_arcs (EntTree *self, guint slot, guint u)
{
  double in = -INFINITY, out = -INFINITY;
  Arc    in_arc = { 0, 0 }, out_arc = { 0, 0 };
  guint  v = slot;

  do
    {
      double enter = self->score[cell (self, v, u)] - self->score[cell (self, v, self->best[v])];

      if (enter > in)
        {
          in = enter;
          in_arc = self->origin[cell (self, v, u)];
        }
      if (u != 0 && self->score[cell (self, u, v)] > out)
        {
          out = self->score[cell (self, u, v)];
          out_arc = self->origin[cell (self, u, v)];
        }
      v = self->best[v];
    }
  while (v != slot);
  /* the cycle's own cells are still needed for other u: those of slot with u are not, once u is done */
  self->score[cell (self, slot, u)] = in;
  self->origin[cell (self, slot, u)] = in_arc;
  if (u != 0)
    {
      self->score[cell (self, u, slot)] = out;
      self->origin[cell (self, u, slot)] = out_arc;
    }
}

static void
contract (EntTree *self, guint slot)
{
  const guint node = self->n_nodes + self->n_cycles;
  Cycle      *cycle = &self->cycles[self->n_cycles++];
  guint       v = slot, kept = 1;

  *cycle = (Cycle) { self->n_members, 0 };
  for (guint a = 0; a < self->n_active; a++)
    self->seen[self->active[a]] = 0;
  do
    {
      self->seen[v] = 1;
      self->parent[self->node[v]] = node;
      self->members[self->n_members++] = (Member) { self->node[v], self->origin[cell (self, v, self->best[v])] };
      cycle->n_members++;
      v = self->best[v];
    }
  while (v != slot);
  for (guint a = 0; a < self->n_active; a++)
    if (self->seen[self->active[a]] == 0)
      contract_arcs (self, slot, self->active[a]);
  for (guint a = 1; a < self->n_active; a++)
    if (self->seen[self->active[a]] == 0 || self->active[a] == slot)
      self->active[kept++] = self->active[a];
  self->n_active = kept;
  self->node[slot] = node;
}

/* Undoes a contraction: the member that holds the entered word takes the arc from outside, the others keep theirs. */
static void
expand (EntTree *self, guint number)
{
  const guint  node = self->n_nodes + number;
  const Cycle *cycle = &self->cycles[number];
  guint        holder = self->entered[node].dep;

  while (self->parent[holder] != node)
    holder = self->parent[holder];
  for (guint m = 0; m < cycle->n_members; m++)
    {
      const Member *member = &self->members[cycle->first_member + m];
      self->entered[member->node] = member->node == holder ? self->entered[node] : member->arc;
    }
}

/**
 * ent_tree_decode:
 * The maximum spanning tree with exactly one child of the root.
 * @scores: [n_words, n_words + 1]: of each word with each head; head 0 is the root, head j the word j - 1
 * @heads: (out): [n_words]: each word's head as a number of scores' columns
 * Cost: O(n²) for each cycle that is contracted; O(n³) at worst.
 */
void
ent_tree_decode (EntTree *self, const float *scores, guint n_words, gint *heads)
{
  guint slot;

  g_return_if_fail (n_words < self->size);
  if (n_words == 0)
    return;
  prepare (self, scores, n_words);
  find_best_heads (self);
  while ((slot = find_cycle (self)) != 0)
    {
      contract (self, slot);
      find_best_heads (self);
    }
  for (guint a = 1; a < self->n_active; a++)
    {
      const guint i = self->active[a];
      self->entered[self->node[i]] = self->origin[cell (self, i, self->best[i])];
    }
  for (guint c = self->n_cycles; c > 0; c--)
    expand (self, c - 1);
  for (guint i = 1; i <= n_words; i++)
    heads[i - 1] = self->entered[i].head;
}
