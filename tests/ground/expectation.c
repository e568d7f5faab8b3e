/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An expectation is parsed from its end, for a name may hold words that are types as well ("aid agencies"). Names are looked up
 * on the map by ever looser rules, the whole map by one before the next is tried, so that "Sudan" is never South Sudan. */
#include "expectation.h"

#include <string.h>

typedef enum { EXPECT_RELATION, EXPECT_NOTHING, EXPECT_ONLY, EXPECT_COUNT, EXPECT_ONE, EXPECT_SEVERAL } Kind;

struct _Expectation {
  Kind             kind;
  gboolean         forbidden, either_way;
  int              stance;      /* EntStance or −1 */
  EntRelationType  type;        /* or ENT_RELATION_NONE */
  int              modality;    /* EntModality or −1 */
  char            *speaker;     /* nullable */
  GStrv            names;       /* from and to of a relation */
  guint            n_actors;
};

static void
expectation_free (Expectation *self)
{
  g_free (self->speaker);
  g_strfreev (self->names);
  g_free (self);
}

/* ── From text ──────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Cuts the last word off a text and returns it; NULL where there is but one. */
static const char *
cut_last_word (char *text)
{
  char *blank = strrchr (text, ' ');

  if (blank == NULL)
    return NULL;
  *blank = '\0';
  return blank + 1;
}

static void
take_last_word_back (char *text)
{
  text[strlen (text)] = ' ';
}

static const char *
parse_stance (Expectation *self, char *rest)
{
  EntStance   stance;
  const char *word = cut_last_word (rest);

  if (word != NULL && ent_stance_from_string (word, &stance))
    self->stance = stance;
  else if (word == NULL || !ent_relation_type_from_string (word, &self->type))
    {
      if (word != NULL)
        take_last_word_back (rest);
      if (!self->forbidden)
        return "no stance and no type at its end";
    }
  return NULL;
}

static const char *
parse_relation (Expectation *self, const char *text)
{
  g_autofree char *from = NULL, *rest = NULL;
  const char      *arrow, *word, *complaint;
  char            *by;
  EntModality      modality;

  self->forbidden = *text == '!';
  text += self->forbidden;
  if ((arrow = strstr (text, " <> ")) != NULL)
    self->either_way = TRUE;
  else if ((arrow = strstr (text, " > ")) == NULL)
    return "no “ > ” and no “ <> ”";
  from = g_strndup (text, (gsize) (arrow - text));
  rest = g_strdup (strchr (arrow, '>') + 2);
  if ((by = strstr (rest, " by ")) != NULL)
    {
      self->speaker = g_strdup (by + strlen (" by "));
      *by = '\0';
    }
  word = cut_last_word (rest);
  if (word != NULL && ent_modality_from_string (word, &modality))
    self->modality = modality;
  else if (word != NULL)
    take_last_word_back (rest);
  complaint = parse_stance (self, rest);
  self->names = g_new0 (char *, 3);
  self->names[0] = g_steal_pointer (&from);
  self->names[1] = g_steal_pointer (&rest);
  return complaint;
}

static const char *
parse_names (Expectation *self, const char *text, const char *parted_by)
{
  self->names = g_strsplit (text, parted_by, -1);
  return g_strv_length (self->names) < 2 ? "fewer than two names" : NULL;
}

static const char *
parse_one (Expectation *self, const char *text)
{
  self->stance = self->modality = -1;
  self->type = ENT_RELATION_NONE;
  if (g_str_equal (text, "-"))
    self->kind = EXPECT_NOTHING;
  else if (g_str_equal (text, "only"))
    self->kind = EXPECT_ONLY;
  else if (g_str_has_prefix (text, "actors: "))
    {
      self->kind = EXPECT_COUNT;
      self->n_actors = (guint) g_ascii_strtoull (text + strlen ("actors: "), NULL, 10);
    }
  else if (g_str_has_prefix (text, "one: "))
    {
      self->kind = EXPECT_ONE;
      return parse_names (self, text + strlen ("one: "), " = ");
    }
  else if (g_str_has_prefix (text, "two: "))
    {
      self->kind = EXPECT_SEVERAL;
      return parse_names (self, text + strlen ("two: "), " | ");
    }
  else
    return parse_relation (self, text);
  return NULL;
}

GPtrArray *
expectations_parse (const char *text, char **complaint)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) expectation_free);
  g_auto (GStrv)        parts = g_strsplit (text, "; ", -1);

  if (*text == '\0')
    {
      *complaint = g_strdup ("nothing is expected; “-” is no relation at all");
      return NULL;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      Expectation *one = g_new0 (Expectation, 1);
      const char  *what;

      g_ptr_array_add (all, one);
      what = parse_one (one, parts[i]);
      if (what != NULL)
        {
          *complaint = g_strdup_printf ("“%s”: %s", parts[i], what);
          return NULL;
        }
    }
  return g_steal_pointer (&all);
}

gboolean
expectations_forbid (GPtrArray *expectations)
{
  for (guint i = 0; i < expectations->len; i++)
    {
      const Expectation *one = g_ptr_array_index (expectations, i);

      if (one->forbidden || one->kind == EXPECT_NOTHING || one->kind == EXPECT_ONLY)
        return TRUE;
    }
  return FALSE;
}

/* ── Names ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* A name without an article before it and in small letters, to be compared. */
static char *
fold_name (const char *name)
{
  static const char *const articles[] = { "the ", "a ", "an " };
  g_autofree char         *folded = g_utf8_casefold (name, -1);
  const char              *at = folded;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (at, articles[i]))
      {
        at += strlen (articles[i]);
        break;
      }
  return g_strdup (at);
}

static gboolean
is_name (const char *candidate, const char *folded)
{
  g_autofree char *own = fold_name (candidate);

  return g_str_equal (own, folded);
}

static gboolean
is_called (EntActor *actor, const char *folded)
{
  const char *const *aliases = ent_actor_get_aliases (actor);

  if (is_name (ent_actor_get_name (actor), folded))
    return TRUE;
  for (guint i = 0; aliases[i] != NULL; i++)
    if (is_name (aliases[i], folded))
      return TRUE;
  return FALSE;
}

static gboolean
is_mentioned_as (EntActor *actor, const char *folded)
{
  guint                  n_mentions;
  const EntActorMention *mentions = ent_actor_get_mentions (actor, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autofree char *text = ent_source_dup_text_at (mentions[i].source, mentions[i].span);

      if (mentions[i].form != ENT_FORM_PRONOUN && is_name (text, folded))
        return TRUE;
    }
  return FALSE;
}

/* The last name of a person, the noun of a group ("rebels" for "northern rebels"). */
static gboolean
ends_in (EntActor *actor, const char *folded)
{
  g_autofree char *own = fold_name (ent_actor_get_name (actor));
  g_autofree char *end = g_strconcat (" ", folded, NULL);

  return (ent_actor_get_kind (actor) == ENT_KIND_PERSON || ent_actor_get_kind (actor) == ENT_KIND_GROUP) && g_str_has_suffix (own, end);
}

static EntActor *
find_actor (EntMap *map, const char *name)
{
  gboolean (*const rules[]) (EntActor *, const char *) = { is_called, is_mentioned_as, ends_in };
  GListModel      *actors = ent_map_get_actors (map);
  g_autofree char *folded = fold_name (name);

  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
      {
        g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);

        if (rules[rule] (actor, folded))
          return actor;   /* the map holds it */
      }
  return NULL;
}

/* ── Against a map ──────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_quote (const Expectation *self, EntRelation *relation, EntActor *speaker)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);

  if (self->modality < 0 && speaker == NULL)
    return TRUE;
  for (guint i = 0; i < n_evidence; i++)
    if ((self->modality < 0 || evidence[i].modality == (EntModality) self->modality) && (speaker == NULL || evidence[i].speaker == speaker))
      return TRUE;
  return FALSE;
}

static gboolean
is_met_by (const Expectation *self, EntMap *map, EntRelation *relation)
{
  EntActor *from = find_actor (map, self->names[0]), *to = find_actor (map, self->names[1]);
  EntActor *speaker = self->speaker != NULL ? find_actor (map, self->speaker) : NULL;
  gboolean  forth = ent_relation_get_from (relation) == from && ent_relation_get_to (relation) == to;
  gboolean  back = ent_relation_get_from (relation) == to && ent_relation_get_to (relation) == from;

  if (from == NULL || to == NULL || (self->speaker != NULL && speaker == NULL))
    return FALSE;
  if (!forth && !(back && (self->either_way || ent_relation_get_mutual (relation))))
    return FALSE;
  if (self->stance >= 0 && ent_relation_get_stance (relation) != (EntStance) self->stance)
    return FALSE;
  if (self->type != ENT_RELATION_NONE && ent_relation_get_relation_type (relation) != self->type)
    return FALSE;
  return has_quote (self, relation, speaker);
}

static gboolean
is_met (const Expectation *self, EntMap *map)
{
  GListModel *relations = ent_map_get_relations (map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);

      if (is_met_by (self, map, relation))
        return TRUE;
    }
  return FALSE;
}

static char *
describe_relation (EntRelation *relation)
{
  guint              n_evidence;
  const EntEvidence *evidence = ent_relation_get_evidence (relation, &n_evidence);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s %s %s", ent_actor_get_name (ent_relation_get_from (relation)), ent_relation_get_mutual (relation) ? "<>" : ">",
                   ent_actor_get_name (ent_relation_get_to (relation)), ent_relation_type_to_string (ent_relation_get_relation_type (relation)));
  for (guint i = 0; i < n_evidence; i++)
    {
      if (evidence[i].modality != ENT_MODALITY_ASSERTED)
        g_string_append_printf (text, " %s", ent_modality_to_string (evidence[i].modality));
      if (evidence[i].speaker != NULL)
        g_string_append_printf (text, " by %s", ent_actor_get_name (evidence[i].speaker));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
expectations_describe (EntMap *map)
{
  GListModel         *relations = ent_map_get_relations (map);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      g_autofree char        *one = describe_relation (relation);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", one);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup ("-");
}

static char *
check_relation (const Expectation *self, EntMap *map)
{
  const char *arrow = self->either_way ? "<>" : ">";

  if (is_met (self, map) == !self->forbidden)
    return NULL;
  for (guint i = 0; i < 2 && !self->forbidden; i++)
    if (find_actor (map, self->names[i]) == NULL)
      return g_strdup_printf ("%s is not on the map", self->names[i]);
  return g_strdup_printf ("%s %s %s is %s", self->names[0], arrow, self->names[1], self->forbidden ? "on the map" : "missing");
}

/* The first cooperation or conflict that no expectation asks for. */
static char *
check_only (GPtrArray *expectations, EntMap *map)
{
  GListModel *relations = ent_map_get_relations (map);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
      gboolean                asked = ent_relation_get_stance (relation) == ENT_STANCE_NEUTRAL;

      for (guint k = 0; k < expectations->len && !asked; k++)
        {
          const Expectation *one = g_ptr_array_index (expectations, k);

          asked = one->kind == EXPECT_RELATION && !one->forbidden && is_met_by (one, map, relation);
        }
      if (!asked)
        {
          g_autofree char *what = describe_relation (relation);

          return g_strdup_printf ("%s is too much", what);
        }
    }
  return NULL;
}

static char *
check_names (const Expectation *self, EntMap *map)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      EntActor *actor = find_actor (map, self->names[i]);

      if (actor == NULL)
        return g_strdup_printf ("%s is not on the map", self->names[i]);
      for (guint k = 0; k < i; k++)
        if ((actor == find_actor (map, self->names[k])) != (self->kind == EXPECT_ONE))
          return g_strdup_printf ("%s and %s are %s", self->names[k], self->names[i], self->kind == EXPECT_ONE ? "two" : "one");
    }
  return NULL;
}

char *
expectations_check (GPtrArray *expectations, EntMap *map)
{
  guint n_actors = g_list_model_get_n_items (ent_map_get_actors (map));

  for (guint i = 0; i < expectations->len; i++)
    {
      const Expectation *one = g_ptr_array_index (expectations, i);
      char              *wrong = NULL;

      if (one->kind == EXPECT_RELATION)
        wrong = check_relation (one, map);
      else if (one->kind == EXPECT_ONLY)
        wrong = check_only (expectations, map);
      else if (one->kind == EXPECT_NOTHING && g_list_model_get_n_items (ent_map_get_relations (map)) > 0)
        wrong = g_strdup ("there are relations");
      else if (one->kind == EXPECT_COUNT && n_actors != one->n_actors)
        wrong = g_strdup_printf ("%u actors", n_actors);
      else if (one->kind == EXPECT_ONE || one->kind == EXPECT_SEVERAL)
        wrong = check_names (one, map);
      if (wrong != NULL)
        return wrong;
    }
  return NULL;
}
