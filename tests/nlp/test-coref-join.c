/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-coref-join.h"

#include <string.h>

#define MAX_WORDS    40
#define MAX_MENTIONS 12

/* A text whose mentions stand in brackets, after a letter that says what they are: n a person's name, c a country's, d a noun with
 * its article, p a pronoun. Words are parted by blanks: "n[ Anna Holm ] lost p[ her ] way". */
typedef struct {
  char           **forms;
  EntWord          words[MAX_WORDS];
  EntCorefMention  mentions[MAX_MENTIONS];
  guint            n_words, n_mentions;
} Text;

static guint
find_form (EntMentionForm form)
{
  for (guint i = 0; i < ENT_N_MODEL_FORMS; i++)
    if (ent_model_forms[i] == form)
      return i;
  g_assert_not_reached ();
}

static guint
find_kind (EntKind kind)
{
  for (guint i = 0; i < ENT_N_KINDS; i++)
    if (ent_model_kinds[i] == kind)
      return i;
  g_assert_not_reached ();
}

static void
begin_mention (Text *self, char mark)
{
  const EntMentionForm form = mark == 'd' ? ENT_FORM_NOMINAL : mark == 'p' ? ENT_FORM_PRONOUN : ENT_FORM_NAME;

  self->mentions[self->n_mentions++] = (EntCorefMention) { self->n_words, 0, 0, find_form (form), find_kind (mark == 'c' ? ENT_KIND_COUNTRY : ENT_KIND_PERSON), 0 };
}

static void
text_init (Text *self, const char *marked)
{
  *self = (Text) { .forms = g_strsplit (marked, " ", -1) };
  for (guint i = 0; self->forms[i] != NULL; i++)
    {
      const char *form = self->forms[i];

      if (strlen (form) == 2 && form[1] == '[')
        begin_mention (self, form[0]);
      else if (strcmp (form, "]") == 0)
        self->mentions[self->n_mentions - 1].n_words = self->n_words - self->mentions[self->n_mentions - 1].first_word;
      else
        self->words[self->n_words++].form = form;
    }
}

typedef struct { const char *marked, *genders; } GenderCase;

/* Of each mention: m, f or - for unknown. */
static void
test_genders (void)
{
  static const GenderCase cases[] = {
    { "n[ Anna Holm ] lost p[ her ] way and p[ his ] map", "ffm" },
    { "n[ Peter ] met n[ Maria ]", "mf" },
    { "n[ Kim Lind ] wrote to n[ Robin ]", "--" },
    { "Mr. n[ Maria ] is no woman", "m" },
    { "n[ Mrs Peter ] is no man", "f" },
    { "said queen n[ Robin ]", "f" },
    { "told his n[ Robin ] so", "-" },
    { "d[ the widow ] saw d[ a fisherman ] and d[ the minister ]", "fm-" },
    { "p[ they ] and p[ it ] and p[ who ]", "---" },
    { "p[ He ] or p[ HERS ]", "mf" },
    /* a surname that is a given name too */
    { "n[ Laura Thomas ] came ; n[ Thomas ] spoke", "f-" },
    { "n[ Thomas ] spoke", "m" },
    /* of persons only */
    { "c[ Georgia ] , c[ Chad ]", "--" },
    { "d[ anna ] and d[ the Peter ]", "--" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree EntGender *genders = NULL;
      g_autoptr (GString) found = g_string_new (NULL);
      Text text;

      text_init (&text, cases[i].marked);
      genders = ent_gender_find (text.words, text.mentions, text.n_mentions);
      for (guint m = 0; m < text.n_mentions; m++)
        g_string_append_c (found, "-mf"[genders[m]]);
      g_test_message ("%s", cases[i].marked);
      g_assert_cmpstr (found->str, ==, cases[i].genders);
      g_strfreev (text.forms);
    }
}

/* scores: of each mention with those before it, from the first on, row after row. */
typedef struct { const char *marked; float scores[MAX_MENTIONS]; const char *entities; } JoinCase;

static void
test_joining (void)
{
  static const JoinCase cases[] = {
    /* what scores above nothing, and the best of that */
    { "n[ Kim ] n[ Robin ] p[ they ]", { -1, 0.5f, 2 }, "011" },
    { "n[ Kim ] n[ Robin ] p[ they ]", { -1, -0.5f, -2 }, "012" },
    { "n[ Kim ] n[ Robin ] p[ they ]", { 1, 1, 1 }, "000" },
    { "n[ Kim ] n[ Robin ] p[ they ]", { -1, 1, 1 }, "011" },
    /* nobody becomes "he" and "she", by a name or by another pronoun */
    { "n[ Anna ] p[ he ]", { 5 }, "01" },
    { "n[ Robin ] p[ she ] p[ he ]", { 3, 4, 9 }, "001" },
    { "n[ Robin ] p[ she ] n[ Peter ] p[ he ]", { 3, -1, -1, 2, 8, 1 }, "0011" },
    { "n[ Anna ] n[ Peter ]", { 3 }, "01" },
    { "d[ the widow ] n[ Robin ] p[ him ]", { 2, 3, 3 }, "001" },
    /* of two alike the one that is known to fit */
    { "n[ Maria ] n[ Kim ] p[ she ]", { -2, 1, 1.4f }, "010" },
    { "n[ Maria ] n[ Kim ] p[ she ]", { -2, 1, 1.9f }, "011" },
    { "n[ Maria ] n[ Kim ] p[ they ]", { -2, 1, 1.4f }, "011" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree EntGender *genders = NULL;
      g_autoptr (GString) found = g_string_new (NULL);
      EntGender of_entity[MAX_MENTIONS] = { 0 };
      gint entities[MAX_MENTIONS];
      EntCorefJoiner joiner;
      Text text;

      text_init (&text, cases[i].marked);
      genders = ent_gender_find (text.words, text.mentions, text.n_mentions);
      joiner = (EntCorefJoiner) { text.mentions, genders, entities, of_entity, 0 };
      for (guint m = 0, at = 0; m < text.n_mentions; at += m, m++)
        ent_coref_joiner_add (&joiner, m, cases[i].scores + at, m);
      for (guint m = 0; m < text.n_mentions; m++)
        g_string_append_printf (found, "%d", entities[m]);
      g_test_message ("%s", cases[i].marked);
      g_assert_cmpstr (found->str, ==, cases[i].entities);
      g_strfreev (text.forms);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/coref-join/genders", test_genders);
  g_test_add_func ("/nlp/coref-join/joining", test_joining);
  return g_test_run ();
}
