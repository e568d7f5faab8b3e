/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The criteria are a plain struct, which is copied as a whole; sets are bits, 1 for what is left out, so that zero filters nothing.
 * The file is long for its accessors, a pair a criterion. */
#include "ent-map-filter.h"

typedef struct {
  double   least_confidence;
  guint32  stances, types, kinds;      /* left out */
  int      least_quotes;
  gboolean fades;
} Criteria;

struct _EntMapFilter {
  GObject     parent_instance;
  Criteria    criteria;
  char       *article;                 /* nullable */
  char       *first, *second;          /* ids of what is compared; both or none, and then no article */
  guint       shares;                  /* of the two, to be seen */
  GHashTable *focus;                   /* ids; nullable; never changed once it is here */
  GHashTable *path;                    /* likewise */
};

enum { PROP_0, PROP_LEAST_CONFIDENCE, PROP_COOPERATION, PROP_CONFLICT, PROP_NEUTRAL, PROP_LEAST_QUOTES, PROP_ARTICLE, PROP_FADES, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapFilter, ent_map_filter, G_TYPE_OBJECT)

EntMapFilter *
ent_map_filter_new (void)
{
  return g_object_new (ENT_TYPE_MAP_FILTER, NULL);
}

EntMapFilter *
ent_map_filter_dup (EntMapFilter *self)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), NULL);

  EntMapFilter *copy = ent_map_filter_new ();

  copy->criteria = self->criteria;
  copy->article = g_strdup (self->article);
  copy->first = g_strdup (self->first);
  copy->second = g_strdup (self->second);
  copy->shares = self->shares;
  copy->focus = self->focus ? g_hash_table_ref (self->focus) : NULL;
  copy->path = self->path ? g_hash_table_ref (self->path) : NULL;
  return copy;
}

/* ── what passes ────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Which of the two articles that are compared this is. */
static EntArticleShare
get_share (EntMapFilter *self, EntSource *source)
{
  const char *id = ent_source_get_id (source);

  return (g_str_equal (id, self->first) ? ENT_IN_FIRST : 0) | (g_str_equal (id, self->second) ? ENT_IN_SECOND : 0);
}

static gboolean
has_share (EntMapFilter *self, EntArticleShare share)
{
  return self->first == NULL || (share != ENT_IN_NEITHER && self->shares & 1u << share);
}

static gboolean
relation_has_share (EntMapFilter *self, EntRelation *relation)
{
  EntArticleShare share = ENT_IN_NEITHER;
  guint n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; self->first && i < n_evidence; i++)
    share |= get_share (self, evidence[i].source);
  return has_share (self, share);
}

static gboolean
is_of_article (EntMapFilter *self, EntSource *source)
{
  if (self->first)
    return get_share (self, source) != ENT_IN_NEITHER;
  return self->article == NULL || g_strcmp0 (ent_source_get_id (source), self->article) == 0;
}

static guint
count_quotes (EntMapFilter *self, EntRelation *relation)
{
  guint n_evidence, n_quotes = 0;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  for (guint i = 0; i < n_evidence; i++)
    n_quotes += is_of_article (self, evidence[i].source);
  return n_quotes;
}

/* Kind and focus, which hold for the ends of links as well. */
static gboolean
may_be_end (EntMapFilter *self, EntActor *actor)
{
  if (self->criteria.kinds & 1u << ent_actor_get_kind (actor))
    return FALSE;
  return self->focus == NULL || g_hash_table_contains (self->focus, ent_actor_get_id (actor));
}

gboolean
ent_map_filter_is_sure (EntMapFilter *self, EntRelation *relation)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);
  g_return_val_if_fail (ENT_IS_RELATION (relation), FALSE);
  return ent_scene_is_above (ent_relation_get_confidence (relation), self->criteria.least_confidence);
}

gboolean
ent_map_filter_passes (EntMapFilter *self, EntRelation *relation)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);
  g_return_val_if_fail (ENT_IS_RELATION (relation), FALSE);

  guint least_quotes = self->article || self->first ? self->criteria.least_quotes : self->criteria.least_quotes - 1;

  /* A link without any quotes has one as good as any where nothing is asked of quotes. */
  return ent_map_filter_is_sure (self, relation)
    && !(self->criteria.stances & 1u << ent_relation_get_stance (relation))
    && !(self->criteria.types & 1u << ent_relation_get_relation_type (relation))
    && may_be_end (self, ent_relation_get_from (relation)) && may_be_end (self, ent_relation_get_to (relation))
    && relation_has_share (self, relation)
    && (least_quotes == 0 || count_quotes (self, relation) >= (guint) self->criteria.least_quotes);
}

gboolean
ent_map_filter_passes_actor (EntMapFilter *self, EntActor *actor)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);
  g_return_val_if_fail (ENT_IS_ACTOR (actor), FALSE);

  guint n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);
  EntArticleShare share = ENT_IN_NEITHER;

  if (!may_be_end (self, actor))
    return FALSE;
  for (guint i = 0; i < n_mentions; i++) {
    if (self->first)
      share |= get_share (self, mentions[i].source);
    else if (is_of_article (self, mentions[i].source))
      return TRUE;
  }
  return self->article == NULL && has_share (self, share);
}

guint
ent_map_filter_count (EntMapFilter *self)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), 0);

  const Criteria *criteria = &self->criteria;

  return (criteria->stances != 0) + (criteria->types != 0) + (criteria->kinds != 0) + (criteria->least_quotes > 1)
    + (self->article || self->first);
}

/* ── on the drawing ─────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntMapFilter *filter;
  GHashTable   *linked;        /* EntActor (borrowed): ends of links that pass */
} Application;

static EntSceneVisibility
get_visibility (EntActor *actor, EntRelation *relation, gpointer data)
{
  Application *application = data;
  EntMapFilter *self = application->filter;
  EntSceneVisibility out = self->criteria.fades ? ENT_SCENE_FADED : ENT_SCENE_HIDDEN;
  const char *id = relation ? ent_relation_get_id (relation) : ent_actor_get_id (actor);
  EntSceneVisibility in = self->path == NULL ? ENT_SCENE_SHOWN : g_hash_table_contains (self->path, id) ? ENT_SCENE_KEPT : ENT_SCENE_FADED;

  if (relation)
    return ent_map_filter_passes (self, relation) ? in : out;
  if (g_hash_table_contains (application->linked, actor))
    return in;
  return ent_map_filter_passes_actor (self, actor) ? ENT_SCENE_FADED : out;
}

void
ent_map_filter_apply (EntMapFilter *self, EntScene *scene)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));
  g_return_if_fail (scene != NULL);

  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  guint n_links;
  const EntSceneLink *links = ent_scene_get_links (scene, &n_links);

  if (ent_map_filter_count (self) == 0 && self->focus == NULL && self->path == NULL) {
    ent_scene_set_visibility (scene, NULL, NULL);
    return;
  }
  for (guint i = 0; i < n_links; i++)
    if (ent_map_filter_passes (self, links[i].relation)) {
      g_hash_table_add (linked, ent_relation_get_from (links[i].relation));
      g_hash_table_add (linked, ent_relation_get_to (links[i].relation));
    }
  ent_scene_set_visibility (scene, get_visibility, &(Application) { self, linked });
}

/* ── changing it ────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
changed (EntMapFilter *self, guint property)
{
  if (property > 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns whether it was otherwise. */
static gboolean
set_bit (guint32 *bits, guint bit, gboolean on)
{
  guint32 before = *bits;

  *bits = on ? before | 1u << bit : before & ~(1u << bit);
  return *bits != before;
}

static void
clear_articles (EntMapFilter *self)
{
  g_clear_pointer (&self->article, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);
}

double
ent_map_filter_get_least_confidence (EntMapFilter *self)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), 0);
  return self->criteria.least_confidence;
}

void
ent_map_filter_set_least_confidence (EntMapFilter *self, double least_confidence)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));
  g_return_if_fail (least_confidence >= 0 && least_confidence <= 1);

  if (self->criteria.least_confidence == least_confidence)
    return;
  self->criteria.least_confidence = least_confidence;
  changed (self, PROP_LEAST_CONFIDENCE);
}

gboolean
ent_map_filter_get_stance (EntMapFilter *self, EntStance stance)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);
  g_return_val_if_fail (stance < ENT_N_STANCES, FALSE);
  return !(self->criteria.stances & 1u << stance);
}

void
ent_map_filter_set_stance (EntMapFilter *self, EntStance stance, gboolean shown)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));
  g_return_if_fail (stance < ENT_N_STANCES);

  if (set_bit (&self->criteria.stances, stance, !shown))
    changed (self, PROP_COOPERATION + stance);
}

gboolean
ent_map_filter_get_type_shown (EntMapFilter *self, EntRelationType type)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);
  g_return_val_if_fail (type >= 0 && type < ENT_N_RELATION_TYPES, FALSE);
  return !(self->criteria.types & 1u << type);
}

void
ent_map_filter_set_type_shown (EntMapFilter *self, EntRelationType type, gboolean shown)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));
  g_return_if_fail (type >= 0 && type < ENT_N_RELATION_TYPES);

  if (set_bit (&self->criteria.types, type, !shown))
    changed (self, 0);
}

gboolean
ent_map_filter_get_kind (EntMapFilter *self, EntKind kind)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);
  g_return_val_if_fail (kind < ENT_N_KINDS, FALSE);
  return !(self->criteria.kinds & 1u << kind);
}

void
ent_map_filter_set_kind (EntMapFilter *self, EntKind kind, gboolean shown)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));
  g_return_if_fail (kind < ENT_N_KINDS);

  if (set_bit (&self->criteria.kinds, kind, !shown))
    changed (self, 0);
}

int
ent_map_filter_get_least_quotes (EntMapFilter *self)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), 1);
  return self->criteria.least_quotes;
}

void
ent_map_filter_set_least_quotes (EntMapFilter *self, int least_quotes)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));
  g_return_if_fail (least_quotes >= 1);

  if (self->criteria.least_quotes == least_quotes)
    return;
  self->criteria.least_quotes = least_quotes;
  changed (self, PROP_LEAST_QUOTES);
}

const char *
ent_map_filter_get_article (EntMapFilter *self)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), NULL);
  return self->article;
}

void
ent_map_filter_set_article (EntMapFilter *self, const char *id)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));

  if (g_strcmp0 (self->article, id) == 0 && self->first == NULL)
    return;
  clear_articles (self);
  self->article = g_strdup (id);
  changed (self, PROP_ARTICLE);
}

void
ent_map_filter_compare (EntMapFilter *self, const char *first, const char *second, guint shares)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));
  g_return_if_fail (first != NULL && second != NULL && !g_str_equal (first, second));

  g_autofree char *one = g_strdup (first), *other = g_strdup (second);   /* they may be those of the comparison that ends */

  if (g_strcmp0 (self->first, one) == 0 && g_strcmp0 (self->second, other) == 0 && self->shares == shares)
    return;
  clear_articles (self);
  self->first = g_steal_pointer (&one);
  self->second = g_steal_pointer (&other);
  self->shares = shares;
  changed (self, PROP_ARTICLE);
}

void
ent_map_filter_end_comparison (EntMapFilter *self)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));

  if (self->first == NULL)
    return;
  clear_articles (self);
  changed (self, PROP_ARTICLE);
}

gboolean
ent_map_filter_get_comparison (EntMapFilter *self, const char **first, const char **second, guint *shares)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);

  if (self->first == NULL)
    return FALSE;
  if (first)
    *first = self->first;
  if (second)
    *second = self->second;
  if (shares)
    *shares = self->shares;
  return TRUE;
}

gboolean
ent_map_filter_get_fades (EntMapFilter *self)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self), FALSE);
  return self->criteria.fades;
}

void
ent_map_filter_set_fades (EntMapFilter *self, gboolean fades)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));

  if (self->criteria.fades == fades)
    return;
  self->criteria.fades = fades;
  changed (self, PROP_FADES);
}

void
ent_map_filter_take_focus (EntMapFilter *self, GHashTable *ids)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));

  if (ids == NULL && self->focus == NULL)
    return;
  g_clear_pointer (&self->focus, g_hash_table_unref);
  self->focus = ids;
  changed (self, 0);
}

void
ent_map_filter_take_path (EntMapFilter *self, GHashTable *ids)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));

  if (ids == NULL && self->path == NULL)
    return;
  g_clear_pointer (&self->path, g_hash_table_unref);
  self->path = ids;
  changed (self, 0);
}

gboolean
ent_map_filter_is_on_path (EntMapFilter *self, EntRelation *relation)
{
  g_return_val_if_fail (ENT_IS_MAP_FILTER (self) && ENT_IS_RELATION (relation), FALSE);
  return self->path == NULL || g_hash_table_contains (self->path, ent_relation_get_id (relation));
}

void
ent_map_filter_clear (EntMapFilter *self)
{
  g_return_if_fail (ENT_IS_MAP_FILTER (self));

  if (ent_map_filter_count (self) == 0)
    return;
  self->criteria.stances = self->criteria.types = self->criteria.kinds = 0;
  self->criteria.least_quotes = 1;
  clear_articles (self);
  for (guint i = PROP_COOPERATION; i <= PROP_ARTICLE; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  changed (self, 0);
}

/* ── the object ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_map_filter_finalize (GObject *object)
{
  EntMapFilter *self = ENT_MAP_FILTER (object);

  clear_articles (self);
  g_clear_pointer (&self->focus, g_hash_table_unref);
  g_clear_pointer (&self->path, g_hash_table_unref);
  G_OBJECT_CLASS (ent_map_filter_parent_class)->finalize (object);
}

static void
ent_map_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntMapFilter *self = ENT_MAP_FILTER (object);

  switch (prop_id) {
  case PROP_LEAST_CONFIDENCE: g_value_set_double (value, self->criteria.least_confidence); break;
  case PROP_COOPERATION:
  case PROP_CONFLICT:
  case PROP_NEUTRAL:          g_value_set_boolean (value, ent_map_filter_get_stance (self, prop_id - PROP_COOPERATION)); break;
  case PROP_LEAST_QUOTES:     g_value_set_int (value, self->criteria.least_quotes); break;
  case PROP_ARTICLE:          g_value_set_string (value, self->article); break;
  case PROP_FADES:            g_value_set_boolean (value, self->criteria.fades); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_map_filter_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  EntMapFilter *self = ENT_MAP_FILTER (object);

  switch (prop_id) {
  case PROP_LEAST_CONFIDENCE: ent_map_filter_set_least_confidence (self, g_value_get_double (value)); break;
  case PROP_COOPERATION:
  case PROP_CONFLICT:
  case PROP_NEUTRAL:          ent_map_filter_set_stance (self, prop_id - PROP_COOPERATION, g_value_get_boolean (value)); break;
  case PROP_LEAST_QUOTES:     ent_map_filter_set_least_quotes (self, g_value_get_int (value)); break;
  case PROP_ARTICLE:          ent_map_filter_set_article (self, g_value_get_string (value)); break;
  case PROP_FADES:            ent_map_filter_set_fades (self, g_value_get_boolean (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_map_filter_class_init (EntMapFilterClass *klass)
{
  static const char *const stances[ENT_N_STANCES] = { "cooperation", "conflict", "neutral" };
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ent_map_filter_finalize;
  object_class->get_property = ent_map_filter_get_property;
  object_class->set_property = ent_map_filter_set_property;
  properties[PROP_LEAST_CONFIDENCE] = g_param_spec_double ("least-confidence", NULL, NULL, 0, 1, ENT_SCENE_LEAST_CONFIDENCE, flags);
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    properties[PROP_COOPERATION + stance] = g_param_spec_boolean (stances[stance], NULL, NULL, TRUE, flags);
  properties[PROP_LEAST_QUOTES] = g_param_spec_int ("least-quotes", NULL, NULL, 1, 99, 1, flags);
  properties[PROP_ARTICLE] = g_param_spec_string ("article", NULL, NULL, NULL, flags);
  properties[PROP_FADES] = g_param_spec_boolean ("fades", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_MAP_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_map_filter_init (EntMapFilter *self)
{
  self->criteria.least_confidence = ENT_SCENE_LEAST_CONFIDENCE;
  self->criteria.least_quotes = 1;
}
