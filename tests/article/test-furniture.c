/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article.h"
#include "paragraph-text.h"

#include <string.h>
#include <time.h>

#define BODY "The harbour was closed on Tuesday after the crews of three ferries had refused to leave it. The mayor said that he could do nothing."
#define MORE "The crews want to be paid for the hours that they spend waiting for fog to lift. The owners say that fog is nobody's fault, least of all theirs."

/* Lines that are furniture wherever they stand in an article. */
static const char *const furniture[] = {
  "See more of our stories", "Read more", "Read more: Why the fog came early this year", "READ ALSO: Ten ways to wait for fog", "Watch: the ferries from above",
  "For the latest news on the harbour, check out our front page.", "For more on fog, visit our weather page.", "To get the latest in your inbox, sign up here.",
  "More on this story", "You may also like", "Most read", "Related articles", "Related: How fog is made", "Recommended for you", "Don’t miss",
  "Sign up for our newsletter", "Subscribe now for unlimited reading", "Sign up to our daily briefing here", "Get the day's stories in your inbox.",
  "Follow us on Mastodon", "Follow Jane Doe on Twitter", "Download our app", "Support our journalism with a donation today.",
  "Share", "Share this article", "Facebook Twitter", "Share | Tweet | Email", "Print this page", "12 comments", "Comments are closed", "Leave a comment", "4 min read",
  "Advertisement", "ADVERTISEMENT", "Article continues below", "Skip to main content", "Tags: fog, ferries", "Categories: harbour news", "Topics: Fog Ferries",
  "© 2024 The Harbour Post", "Copyright 2024 Harbour Post. All rights reserved.", "This material may not be published, broadcast, rewritten or redistributed without permission.",
  "This website uses cookies to make it better.", "By continuing to use this site you agree to our use of cookies.", "Privacy policy | Terms of use",
  "Image: Harbour Police.", "Photo: Jane Doe/Harbour Post", "A ferry in the fog (Photo: Jane Doe)", "A ferry in the fog. (AP Photo/Jane Doe)", "Photograph by Jane Doe",
  "A ferry in the fog / Getty Images", "Getty Images", "Picture credit: Reuters",
  "Source: Harbour Post", "Hat tip: a reader", "\"Ferries stay in the fog\" — Harbour Post, May 4, 2021",
  "https://example.org/ferries?id=4", "[http://example.org/fog.stm]", "jane.doe@example.org",
  "(Reporting by Jane Doe; Editing by John Roe)", "Reuters staff", "Posted by jane at 8:14 PM",
};

/* Lines that look a little like furniture, and are none. */
static const char *const body[] = {
  "He read more books than anyone in the harbour.", "The crews will share the money.", "“Share this with everyone,” the mayor said.",
  "For more than a year the crews have waited.", "For the latest fog the town has a name.", "See more, do more: that was the mayor's word for it, the owners said.",
  "LONDON (Reuters) - The ferries stayed where they were on Tuesday.", "KYIV, March 3 — The ferries stayed where they were.", "The image of the town has suffered.",
  "Photographs of the fog were found in the mayor's house.", "She followed us on foot to the harbour.", "The owners subscribe to another view.",
  "Comments from the crews were not to be had.", "By then the fog had gone.", "By Tuesday the ferries were back.", "He is recommended for the post of harbour master.",
  "The most popular ferry is the blue one.", "The advertisement had promised a quick crossing.", "They asked us to support the crews.", "Watch the fog, the old man said.",
  "The town, a member of the union since May 4, 2021, has no money.", "Tags on the ropes show whose they are.", "Related matters were put off until Friday.",
  "The source: a leak in the third tank.", "\"We will not leave,\" the crews said.", "The crews have 12 comments on that.", "Getty did not answer questions.",
};

static char *
kinds_of (const char *text)
{
  g_autoptr (EntArticle) article = ent_article_new (text, NULL, NULL, NULL);
  guint                  n;
  const EntParagraph    *paragraphs = ent_article_get_paragraphs (article, &n);
  GString               *kinds = g_string_new (NULL);

  assert_well_formed (article);
  for (guint i = 0; i < n; i++)
    g_string_append_c (kinds, "THBLF"[paragraphs[i].kind]);
  return g_string_free (kinds, FALSE);
}

static void
test_lines (void)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (furniture); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n\n%s\n\n%s", BODY, furniture[i], MORE);
      g_autofree char *kinds = kinds_of (text);

      if (!g_str_equal (kinds, "BFB"))
        g_test_message ("missed (%s): %s", kinds, furniture[i]), n_wrong++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (body); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n\n%s\n\n%s", BODY, body[i], MORE);
      g_autofree char *last = g_strdup_printf ("%s\n\n%s\n\n%s", BODY, MORE, body[i]);
      g_autofree char *kinds = kinds_of (text), *last_kinds = kinds_of (last);

      if (strchr (kinds, 'F') != NULL || strchr (last_kinds, 'F') != NULL)
        g_test_message ("swallowed (%s, %s): %s", kinds, last_kinds, body[i]), n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static const struct { const char *name, *text, *kinds; } whole[] = {
  { "byline-and-date", "Ferries stay in the harbour\n\nBy Jane Doe and John Roe\n\nFriday, March 5, 2021\n\nUpdated 14:05 GMT, 6 March 2021\n\n" BODY "\n\n" MORE, "TFFFBB" },
  { "byline-role", "Ferries stay in the harbour\nBy Jane Doe, Harbour Correspondent\n" BODY "\n" MORE, "TFBB" },
  { "teasers-behind-line",
    BODY "\n" MORE "\nSee more Harbour Post\nSinger cancels her tour of seven countries after an accident.\nWhy the price of coffee doubled within a year.\nAn astronomer explains tonight's eclipse.", "BBFFFF" },
  { "teasers-alone",
    BODY "\n" MORE "\nSinger cancels her tour of seven countries after an accident.\nWhy the price of coffee doubled within a year.\nAn astronomer explains tonight's eclipse.\nTeachers ask for smaller classes in spring.", "BBFFFF" },
  { "two-lines-are-no-run",
    BODY "\n" MORE "\nSinger cancels her tour of seven countries after an accident.\nWhy the price of coffee doubled within a year.", "BBBB" },
  { "closing-lines-on-the-matter",
    BODY "\n" MORE "\nThe harbour stays closed until the fog lifts.\nThe crews will meet the mayor on Tuesday.\nThe owners of the ferries did not answer.", "BBBBB" },
  { "closing-lines-behind-line",
    BODY "\n" MORE "\nRead more: the harbour in pictures\nThe harbour stays closed until the fog lifts.\nThe crews will meet the mayor on Tuesday.", "BBFBB" },
  { "quotes-at-the-end",
    BODY "\n" MORE "\n“Singers should be cancelled,” an astronomer explained.\n“Coffee doubled within seven years,” said another.\n“Teachers want eclipses in spring,” one joked.", "BBBBB" },
  { "short-lines-throughout", "The ferries stay.\nCoffee is dear.\nSingers have accidents.\nAstronomers explain eclipses.\nTeachers want smaller classes.", "BBBBB" },
  { "sources", BODY "\n\n" MORE "\n\nSources\n\nThe harbour's log, third volume\n\nA letter of the mayor", "BBFFF" },
  { "sources-in-the-middle", BODY "\n\nSources\n\n" MORE "\n\n" BODY, "BHBB" },
  { "caption", BODY "\n\nA ferry in the fog on Tuesday. Image: Jane Doe.\n\n" MORE, "BBFB" },
  { "only-furniture", "Read more\nShare\nAdvertisement", "FFF" },
};

static void
test_whole (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *kinds = kinds_of (whole[i].text);

  g_assert_cmpstr (kinds, ==, whole[i].kinds);
}

/* What a regular expression engine might choke on ends soon. */
static void
test_hostile (void)
{
  g_autofree char *shares = g_strnfill (400, '|'), *spaces = g_strnfill (100000, ' ');
  g_autofree char *text = g_strdup_printf ("share%s!\n\nBy %sA\n\n%s\n\n((((((((((((((((photo: photo: photo: photo: photo:", shares, spaces, shares);
  clock_t          start = clock ();
  g_autofree char *kinds = kinds_of (text);

  g_assert_cmpint (clock () - start, <, 20 * CLOCKS_PER_SEC);
  g_assert_nonnull (kinds);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/furniture/lines", test_lines);
  add_cases ("/article/furniture", whole, test_whole);
  g_test_add_func ("/article/furniture/hostile", test_hostile);
  return g_test_run ();
}
