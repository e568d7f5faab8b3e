/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article.h"
#include "paragraph-text.h"

#include <string.h>

#define LONG "The council met on Monday to speak about the harbour, the ferries and the price of bread. It ended late, and nobody was content with it."

static const struct { const char *name, *text, *paragraphs; } cases[] = {
  { "empty", "", "" },
  { "blank", " \n\t\r\n \f ", "" },
  { "one-letter", "x", "B x\n" },
  { "one-line", LONG, "B " LONG "\n" },
  { "byte-order-mark", "\xEF\xBB\xBF" LONG, "B " LONG "\n" },
  { "line-a-paragraph", LONG "\n" LONG "\n" LONG, "B " LONG "\nB " LONG "\nB " LONG "\n" },
  { "blank-lines", LONG "\n\n\n\n" LONG "\n\n", "B " LONG "\nB " LONG "\n" },
  { "crlf", LONG "\r\n\r\n" LONG "\r\n", "B " LONG "\nB " LONG "\n" },
  { "cr", LONG "\r" LONG, "B " LONG "\nB " LONG "\n" },
  { "separators", LONG "\xE2\x80\xA9" LONG "\xC2\x85" LONG "\f" LONG, "B " LONG "\nB " LONG "\nB " LONG "\nB " LONG "\n" },
  { "controls", "A\x01 bell\x07 and \x7F" "an escape\x1B are dropped.\tA tab stays.", "B A bell and an escape are dropped.\tA tab stays.\n" },
  { "misread-marks", "It\xC2\x92s \xC2\x93so\xC2\x94 \xC2\x81here.", "B It’s “so” here.\n" },
  { "wrapped",
    "The harbour of the small town was closed on Tuesday after the crews of\n"
    "three ferries had refused to leave it, and the mayor said that there was\n"
    "nothing he could do about it before the end of the week.\n"
    "\n"
    "The crews want to be paid for the hours that they spend waiting for fog\n"
    "to lift. The owners of the ferries say that fog is nobody’s fault, least\n"
    "of all theirs.\n",
    "B The harbour of the small town was closed on Tuesday after the crews of three ferries had refused to leave it, and the mayor said that there was "
    "nothing he could do about it before the end of the week.\n"
    "B The crews want to be paid for the hours that they spend waiting for fog to lift. The owners of the ferries say that fog is nobody’s fault, least "
    "of all theirs.\n" },
  { "wrapped-indented",
    "   The harbour of the small town was closed on Tuesday after the crews of\n"
    "three ferries had refused to leave it, and the mayor said that there was\n"
    "nothing he could do about it.\n"
    "   The crews want to be paid for the hours that they spend waiting for fog\n"
    "to lift. The owners of the ferries say that fog is nobody’s fault, least\n"
    "of all theirs.\n",
    "B The harbour of the small town was closed on Tuesday after the crews of three ferries had refused to leave it, and the mayor said that there was "
    "nothing he could do about it.\n"
    "B The crews want to be paid for the hours that they spend waiting for fog to lift. The owners of the ferries say that fog is nobody’s fault, least "
    "of all theirs.\n" },
  { "wrapped-multibyte",
    "Мер міста сказав, що гавань буде закрито до кінця тижня, бо екіпажі\n"
    "поромів відмовляються виходити в море через густий туман, а власники\n"
    "кажуть, що туман не є їхньою провиною.\n\nЕкіпажі хочуть грошей.\n",
    "B Мер міста сказав, що гавань буде закрито до кінця тижня, бо екіпажі поромів відмовляються виходити в море через густий туман, а власники "
    "кажуть, що туман не є їхньою провиною.\nB Екіпажі хочуть грошей.\n" },
  { "short-lines", "One went home.\nTwo stayed at the harbour all night.\nThree were never seen again.\nFour.\nFive had bread and nothing else.",
    "B One went home.\nB Two stayed at the harbour all night.\nB Three were never seen again.\nB Four.\nB Five had bread and nothing else.\n" },
  { "title", "Ferries stay in the harbour\n\n" LONG, "T Ferries stay in the harbour\nB " LONG "\n" },
  { "title-question", "Will the ferries leave?\n" LONG, "T Will the ferries leave?\nB " LONG "\n" },
  { "no-title", "The ferries stay.\n" LONG, "B The ferries stay.\nB " LONG "\n" },
  { "heading", LONG "\nWhat the crews want\n" LONG, "B " LONG "\nH What the crews want\nB " LONG "\n" },
  { "list", LONG "\n- bread\n- salt\n• hours\n12) fog\n" LONG, "B " LONG "\nL - bread\nL - salt\nL • hours\nL 12) fog\nB " LONG "\n" },
  { "quote-is-no-heading", LONG "\n“We do not want to wait any longer”\n" LONG, "B " LONG "\nB “We do not want to wait any longer”\nB " LONG "\n" },
};

static void
test_paragraphs (gconstpointer data)
{
  guint                  i = GPOINTER_TO_UINT (data);
  g_autoptr (EntArticle) article = ent_article_new (cases[i].text, NULL, NULL, NULL);

  assert_article (article, cases[i].paragraphs, NULL);
}

/* An article made of an article's text is the same article. */
static void
test_again (gconstpointer data)
{
  guint                  i = GPOINTER_TO_UINT (data);
  g_autoptr (EntArticle) first = ent_article_new (cases[i].text, NULL, NULL, NULL);
  g_autoptr (EntArticle) second = ent_article_new (ent_article_get_text (first), NULL, NULL, NULL);
  g_autofree char       *one = dup_paragraph_text (first), *two = dup_paragraph_text (second);

  g_assert_cmpstr (one, ==, two);
}

static void
test_titles (void)
{
  static const struct { const char *text, *given, *title; } titles[] = {
    { "", NULL, "" },
    { "Ferries stay\n" LONG, NULL, "Ferries stay" },
    { "Ferries stay\n" LONG, "Another", "Another" },
    { LONG, NULL, "The council met on Monday to speak about…" },
    { "Zoë", NULL, "Zoë" },
    { "https://example.org/a\n" LONG, NULL, "The council met on Monday to speak about…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (EntArticle) article = ent_article_new (titles[i].text, titles[i].given, NULL, NULL);

      g_assert_cmpstr (ent_article_get_title (article), ==, titles[i].title);
    }
}

static void
test_dates (void)
{
  static const struct { const char *line, *date; } dates[] = {
    { "Friday, July 21, 2017", "2017-07-21" }, { "21 July 2017", "2017-07-21" }, { "Sept. 3, 2020", "2020-09-03" },
    { "2025-04-10", "2025-04-10" }, { "Published: 5 March 2021, 14:05", "2021-03-05" }, { "February 30, 2020", NULL },
    { "Thursday", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char       *text = g_strdup_printf ("Ferries stay\n\n%s\n\n%s", dates[i].line, LONG);
      g_autoptr (EntArticle) article = ent_article_new (text, NULL, NULL, NULL);
      g_autoptr (EntArticle) told = ent_article_new (text, NULL, "file:///a", "1999-01-01");

      g_assert_cmpstr (ent_article_get_date (article), ==, dates[i].date);
      g_assert_cmpstr (ent_article_get_date (told), ==, "1999-01-01");
      g_assert_cmpstr (ent_article_get_uri (told), ==, "file:///a");
      g_assert_null (ent_article_get_uri (article));
    }
}

/* Whatever the text, what is not white space comes through in order. */
static void
test_nothing_lost (void)
{
  static const char *const parts[] = {
    "word ", "Łódź ", "said. ", "\n", "\n", "\n\n", "- ", "* ", "1. ", "“Yes” ", "Read more: ", "Image: someone ", "https://example.org ", "Monday, ",
    "2020 ", "\t", "[x] ", "# ", "🙂 ", "Sources\n", "See more\n", "All rights reserved. ", LONG " ", "|", "By Jane Doe\n",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString)    text = g_string_new (NULL);
      g_autoptr (EntArticle) article = NULL;
      g_autofree char       *before = NULL, *after = NULL;

      for (gint n = g_rand_int_range (rand, 0, 60); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      article = ent_article_new (text->str, NULL, NULL, NULL);
      assert_well_formed (article);
      before = dup_squeezed (text->str);
      after = dup_squeezed (ent_article_get_text (article));
      g_assert_cmpstr (before, ==, after);
    }
}

/* Long lines without a space and many short ones are read in time that grows with the text. */
static void
test_large (void)
{
  g_autofree char       *line = g_strnfill (4 << 20, 'a');
  g_autoptr (EntArticle) one = ent_article_new (line, NULL, NULL, NULL), many = NULL;

  for (gsize i = 1; i < 4 << 20; i += 2)
    line[i] = '\n';
  many = ent_article_new (line, NULL, NULL, NULL);
  g_assert_cmpuint (ent_article_get_n_bytes (one), ==, 4 << 20);
  g_assert_cmpuint (ent_article_get_n_bytes (many), ==, (2 << 20) * 3 - 2);
}

static gpointer
read_one (gpointer line)
{
  g_autoptr (EntArticle) article = ent_article_new (line, NULL, NULL, NULL);

  return GSIZE_TO_POINTER (ent_article_get_n_bytes (article));
}

/* Several threads read their first article at once. Only the first in a process loads the tables, so each try is a process of its own. */
static void
test_threads (void)
{
  static const char line[] = "A first paragraph, long enough to be one: the harbour opened, and the ferries came back.";
  GThread          *threads[8];

  if (!g_test_subprocess ())
    {
      for (guint i = 0; i < 40; i++)
        {
          g_test_trap_subprocess (NULL, 0, 0);
          g_test_trap_assert_passed ();
        }
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_one, (gpointer) line);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), ==, strlen (line));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/article/paragraphs", cases, test_paragraphs);
  add_cases ("/article/again", cases, test_again);
  g_test_add_func ("/article/titles", test_titles);
  g_test_add_func ("/article/dates", test_dates);
  g_test_add_func ("/article/nothing-lost", test_nothing_lost);
  g_test_add_func ("/article/large", test_large);
  g_test_add_func ("/article/threads", test_threads);
  return g_test_run ();
}
