/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names are compared word by word, by casefolded words without "the", "al-" and full stops. Three rules, in this order:
 * an acronym introduced in brackets, initials, and a shorter form of one longer name of the same kind. */

#include "ent-name-joiner.h"

#include <string.h>

#define MIN_STEM 4   /* letters that a place's name and its adjective share */

static char **
name_words (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_auto (GStrv) parts = NULL;

  for (char *p = folded; *p != '\0'; p++)
    if (*p == '-' || *p == '/' || *p == '\t')
      *p = ' ';
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize n = strlen (parts[i]);

      if (n > 1 && parts[i][n - 1] == '.')
        parts[i][n - 1] = '\0';
      if (*parts[i] != '\0' && !g_str_equal (parts[i], "the") && !g_str_equal (parts[i], "al") && !g_str_equal (parts[i], "el"))
        g_ptr_array_add (words, g_strdup (parts[i]));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

static gboolean
starts_with (char **longer, char **shorter)
{
  for (guint i = 0; shorter[i] != NULL; i++)
    if (longer[i] == NULL || !g_str_equal (longer[i], shorter[i]))
      return FALSE;
  return TRUE;
}

/* Whether `shorter` is a short form of the person's name `longer`: the surname with or without given names, or the first name. */
static gboolean
is_short_person (char **longer, char **shorter)
{
  guint n = g_strv_length (longer), m = g_strv_length (shorter);

  if (m == 0 || m > n)
    return FALSE;
  if (m == 1)
    return g_str_equal (shorter[0], longer[n - 1]) || (n > 1 && g_str_equal (shorter[0], longer[0]));
  return starts_with (longer + (n - m), shorter) || (g_str_equal (shorter[0], longer[0]) && g_str_equal (shorter[m - 1], longer[n - 1]));
}

/* Of an organisation: words of it in their order ("Supreme Court" of "Italian Supreme Court of Appeal", "the Church"). */
static gboolean
is_short_organisation (char **longer, char **shorter)
{
  guint n = g_strv_length (longer), m = g_strv_length (shorter);

  for (guint i = 0; m > 0 && i + m <= n; i++)
    if (starts_with (longer + i, shorter))
      return TRUE;
  return FALSE;
}

/* "Fallujan" of "Fallujah", "Aleppine" of "Aleppo": the place's name, but for its last vowel, with the ending of an adjective. */
static gboolean
is_adjective_of (const char *place, const char *word)
{
  static const char *const endings[] = { "n", "an", "ian", "i", "ese", "ine", NULL };
  gsize stem = strlen (place);

  while (stem > 0 && strchr ("aeiouyh", place[stem - 1]) != NULL)
    stem--;
  if (stem < MIN_STEM || strncmp (place, word, stem) != 0)
    return FALSE;
  return g_strv_contains (endings, word + stem) || (word[stem] == place[stem] && word[stem] != '\0' && g_strv_contains (endings, word + stem + 1));
}

/* "Seceders" of "Seceder". */
static gboolean
is_plural_of (const char *plural, const char *word)
{
  gsize n = strlen (word);

  return n >= MIN_STEM && strncmp (plural, word, n) == 0 && strcmp (plural + n, "s") == 0;
}

static gboolean
is_initials (const char *acronym, char **longer)
{
  g_autofree char *folded = g_utf8_casefold (acronym, -1);
  GString *initials = g_string_new (NULL);
  gboolean same;

  for (guint i = 0; longer[i] != NULL; i++)
    if (!g_str_equal (longer[i], "of") && !g_str_equal (longer[i], "for") && !g_str_equal (longer[i], "and"))
      g_string_append_unichar (initials, g_utf8_get_char (longer[i]));
  same = initials->len >= 2 && g_str_equal (initials->str, folded);
  g_string_free (initials, TRUE);
  return same;
}

/* "UN Harbour Board" of "United Nations Harbour Board": the initials of its first words, and the rest of them. */
static gboolean
is_abbreviated_start (char **longer, char **shorter)
{
  guint n = g_strv_length (longer), m = g_strv_length (shorter), n_start;
  char *behind;
  gboolean same;

  if (m < 2 || n <= m || !starts_with (longer + (n - m + 1), shorter + 1))
    return FALSE;
  n_start = n - m + 1;
  behind = longer[n_start];
  longer[n_start] = NULL;               /* the list ends there for as long as its initials are compared */
  same = is_initials (shorter[0], longer);
  longer[n_start] = behind;
  return same;
}

/* "Name (ACR)" and "ACR (Name)": two references with nothing but an opening bracket between. */
static void
join_bracketed (EntCast *cast, const EntReading *reading)
{
  for (guint w = 1; w + 1 < reading->n_words; w++)
    {
      gint before = cast->over[w - 1], after = cast->over[w + 1];
      const EntReference *a, *b;
      const EntCastActor *x, *y;
      guint close;

      if (!g_str_equal (reading->words[w].form, "(") || before < 0 || after < 0)
        continue;
      a = ent_cast_get_reference (cast, before);
      b = ent_cast_get_reference (cast, after);
      close = b->first_word + b->n_words;
      if (close >= reading->n_words || !g_str_equal (reading->words[close].form, ")") || a->actor == b->actor)
        continue;
      x = ent_cast_get_actor (cast, a->actor);
      y = ent_cast_get_actor (cast, b->actor);
      if (x->gazetteer >= 0 && y->gazetteer >= 0)
        continue;
      if (x->kind == ENT_KIND_PLACE || y->kind == ENT_KIND_PLACE || x->kind == ENT_KIND_COUNTRY || y->kind == ENT_KIND_COUNTRY)
        continue;
      if (y->gazetteer >= 0)
        ent_cast_merge (cast, b->actor, a->actor);
      else
        ent_cast_merge (cast, a->actor, b->actor);
    }
}

/* words: of each actor's name, as name_words() gives them */
static gboolean
may_be_one (const EntCast *cast, char ***words, guint longer_index, guint shorter_index)
{
  const EntCastActor *longer = ent_cast_get_actor (cast, longer_index);
  const EntCastActor *shorter = ent_cast_get_actor (cast, shorter_index);
  char **a = words[longer_index];
  char **b = words[shorter_index];

  if (longer->kind == ENT_KIND_PERSON && shorter->kind == ENT_KIND_PERSON)
    return is_short_person (a, b);
  /* a lone surname is sometimes taken for an organisation or a people */
  if (longer->kind == ENT_KIND_PERSON && (shorter->kind == ENT_KIND_ORGANISATION || shorter->kind == ENT_KIND_GROUP))
    return g_strv_length (a) > 1 && g_strv_length (b) == 1 && g_str_equal (b[0], a[g_strv_length (a) - 1]);
  if (longer->kind != ENT_KIND_PERSON && shorter->kind != ENT_KIND_PERSON && g_strv_length (a) == g_strv_length (b) && starts_with (a, b))
    return TRUE;
  if (longer->kind == ENT_KIND_GROUP && shorter->kind != ENT_KIND_PERSON && g_strv_length (a) == 1 && g_strv_length (b) == 1)
    return is_plural_of (a[0], b[0]);
  if (longer->kind == ENT_KIND_PLACE && shorter->kind == ENT_KIND_GROUP && g_strv_length (a) == 1 && g_strv_length (b) == 1)
    return is_adjective_of (a[0], b[0]);
  if (longer->kind == ENT_KIND_ORGANISATION && shorter->kind == ENT_KIND_ORGANISATION)
    return is_short_organisation (a, b) || is_abbreviated_start (a, b) || (strchr (shorter->name, ' ') == NULL && is_initials (shorter->name, a));
  return FALSE;
}

/* Whether a name only adds a country or a company to one that the gazetteer has: "UK Red Crescent", "OPEC & Company". */
static gboolean
is_longer_form (const EntGazetteer *gazetteer, char **longer, char **shorter)
{
  guint n = g_strv_length (longer), m = g_strv_length (shorter);
  EntGazetteerMatch match;

  if (n == m + 2 && starts_with (longer, shorter))
    return (g_str_equal (longer[m], "&") || g_str_equal (longer[m], "and")) && (g_str_equal (longer[m + 1], "company") || g_str_equal (longer[m + 1], "co"));
  if (n == m + 1 && starts_with (longer + 1, shorter))
    {
      g_autofree char *upper = g_utf8_strup (longer[0], -1), *capital = g_strdup (longer[0]);

      capital[0] = g_ascii_toupper (capital[0]);
      return ent_gazetteer_find (gazetteer, capital, -1, &match) || ent_gazetteer_find (gazetteer, upper, -1, &match);
    }
  return FALSE;
}

/* Joins a longer form with the gazetteer's organisation, where the text has no other longer form of it. */
static void
join_longer_forms (EntCast *cast, const EntGazetteer *gazetteer, char ***words, guint known)
{
  gint found = -1;

  for (guint i = 0; i < cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (cast, i);

      if (i == known || actor->n_references == 0 || actor->gazetteer >= 0 || actor->kind != ENT_KIND_ORGANISATION || !is_longer_form (gazetteer, words[i], words[known]))
        continue;
      if (found >= 0)
        return;
      found = (gint) i;
    }
  if (found >= 0)
    ent_cast_merge (cast, known, (guint) found);
}

/* Joins an actor with the one longer name that it is a short form of; with none where there are two. */
static void
join_short_form (EntCast *cast, char ***words, guint actor)
{
  const EntCastActor *shorter = ent_cast_get_actor (cast, actor);
  gint found = -1;

  for (guint i = 0; i < cast->actors->len; i++)
    {
      const EntCastActor *longer = ent_cast_get_actor (cast, i);

      if (i == actor || longer->n_references == 0 || !longer->is_named ||
          (strlen (longer->name) < strlen (shorter->name) && longer->kind != ENT_KIND_PLACE) ||
          (strlen (longer->name) == strlen (shorter->name) && i > actor))
        continue;
      if (!may_be_one (cast, words, i, actor))
        continue;
      if (found >= 0 && !may_be_one (cast, words, i, (guint) found) && !may_be_one (cast, words, (guint) found, i))
        return;
      if (found < 0 || strlen (longer->name) > strlen (ent_cast_get_actor (cast, (guint) found)->name))
        found = (gint) i;
    }
  if (found < 0)
    return;
  if (ent_cast_get_actor (cast, (guint) found)->kind == ENT_KIND_PLACE && shorter->kind == ENT_KIND_GROUP)
    for (guint i = 0; i < shorter->counts->len; i++)
      g_array_index (shorter->counts, guint, i) = 0;    /* no place is called by its adjective */
  ent_cast_merge (cast, (guint) found, actor);
}

/* Joins "Katla" that the model has once taken for a person with the "Katla" that is none, where that is named as often. */
static void
join_namesake (EntCast *cast, char ***words, guint person)
{
  for (guint i = 0; i < cast->actors->len; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (cast, i);

      if (actor->kind != ENT_KIND_PERSON && actor->is_named && actor->n_references >= ent_cast_get_actor (cast, person)->n_references &&
          g_strv_length (words[person]) == 1 && g_strv_equal ((const char *const *) words[i], (const char *const *) words[person]))
        {
          ent_cast_merge (cast, i, person);
          return;
        }
    }
}

void
ent_name_joiner_join (EntCast *cast, const EntReading *reading, const EntGazetteer *gazetteer)
{
  guint n = cast->actors->len;
  char ***words = g_new (char **, n + 1);

  join_bracketed (cast, reading);
  for (guint i = 0; i < n; i++)
    words[i] = name_words (ent_cast_get_actor (cast, i)->name);
  for (guint i = 0; i < n; i++)
    {
      const EntCastActor *actor = ent_cast_get_actor (cast, i);

      if (actor->n_references > 0 && actor->is_named && actor->gazetteer < 0)
        join_short_form (cast, words, i);
      else if (actor->n_references > 0 && actor->kind == ENT_KIND_ORGANISATION)
        join_longer_forms (cast, gazetteer, words, i);
    }
  for (guint i = 0; i < n; i++)
    if (ent_cast_get_actor (cast, i)->kind == ENT_KIND_PERSON && ent_cast_get_actor (cast, i)->n_references > 0)
      join_namesake (cast, words, i);
  for (guint i = 0; i < n; i++)
    g_strfreev (words[i]);
  g_free (words);
}
