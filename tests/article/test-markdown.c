/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article-loader.h"
#include "paragraph-text.h"

#include <string.h>

#define TAIL "\n\nThe crews want to be paid for the hours that they spend waiting for fog to lift. The owners do not."
#define TAIL_TEXT "B The crews want to be paid for the hours that they spend waiting for fog to lift. The owners do not.\n"

static const struct { const char *name, *text, *paragraphs, *title; } cases[] = {
  { "hash", "# Ferries *stay*\n\nThe town\nwaits.\n\n## Fog ##\n\nIt is thick." TAIL, "T Ferries stay\nB The town waits.\nH Fog\nB It is thick.\n" TAIL_TEXT, "Ferries stay" },
  { "underlined", "Ferries stay\n===\n\nThe town waits.\n\nFog\n---\nIt is thick." TAIL, "T Ferries stay\nB The town waits.\nH Fog\nB It is thick.\n" TAIL_TEXT, "Ferries stay" },
  { "front-matter", "---\ntitle: \"Ferries: stay\"\ndate: 2024-05-06T10:00:00Z\ntags: [a, b]\n---\n\nThe town waits." TAIL, "B The town waits.\n" TAIL_TEXT, "Ferries: stay" },
  { "toml", "+++\ntitle = 'Ferries'\ndate = 2024-05-06\n+++\nThe town waits." TAIL, "B The town waits.\n" TAIL_TEXT, "Ferries" },
  { "emphasis", "**Zoë** said _no_ and __never__, ***really***, ~~maybe~~; snake_case_name, 3 * 4 * 5, un*believ*able." TAIL,
    "B Zoë said no and never, really, maybe; snake_case_name, 3 * 4 * 5, unbelievable.\n" TAIL_TEXT, NULL },
  { "links", "A [link](https://example.org/a_b(c)), [one][ref], <https://example.org>, ![a picture](x.png), a note[^1] and [sic]." TAIL "\n\n[ref]: https://example.org\n",
    "B A link, one, https://example.org, , a note and [sic].\n" TAIL_TEXT, NULL },
  { "nested-link", "See [the **bold** [inner]](x) end." TAIL, "B See the bold [inner] end.\n" TAIL_TEXT, NULL },
  { "list", "- one\n- [x] two\n  goes on\n* three\n1. four\n" TAIL, "L one\nL two goes on\nL three\nL four\n" TAIL_TEXT, NULL },
  { "quote", "> The town\n> waits.\n>\n> > Long." TAIL, "B The town waits.\nB Long.\n" TAIL_TEXT, NULL },
  { "code", "The town waits.\n\n```c\nint main;\n\nint x;\n```\n\nUse `a_b` and `` `x` ``." TAIL, "B The town waits.\nB Use a_b and  `x` .\n" TAIL_TEXT, NULL },
  { "comments", "The town <!-- not\nthis\n\nnor this --> waits.<br>Here <em>too</em>." TAIL, "B The town  waits. Here too.\n" TAIL_TEXT, NULL },
  { "rules", "The town waits.\n\n***\n\n- - -\n\nStill." TAIL, "B The town waits.\nB Still.\n" TAIL_TEXT, NULL },
  { "table", "The town waits.\n\n| who | what |\n|---|:-:|\n| crews | **money** |\n" TAIL, "B The town waits.\nL who; what\nL crews; money\n" TAIL_TEXT, NULL },
  { "escapes", "\\*no\\* emphasis, 4 &lt; 5 &amp; &#8220;so&#x201D; &unknown; & on." TAIL, "B *no* emphasis, 4 < 5 & “so” &unknown; & on.\n" TAIL_TEXT, NULL },
  { "unclosed", "**The [town](waits <b `for &amp fog." TAIL, "B The [town](waits <b `for &amp fog.\n" TAIL_TEXT, NULL },
};

static EntArticle *
load (const char *text, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ent_article_load_bytes (bytes, name, NULL, error);
}

static void
test_case (gconstpointer data)
{
  guint                  i = GPOINTER_TO_UINT (data);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load (cases[i].text, "a.MD", &error);

  g_assert_no_error (error);
  assert_article (article, cases[i].paragraphs, cases[i].title);
}

static void
test_date (void)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load (cases[2].text, "a.markdown", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ent_article_get_date (article), ==, "2024-05-06");
}

/* Marks are taken off in Markdown only. */
static void
test_plain (void)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load ("The *town* waits for [fog](x).", "a.txt", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ent_article_get_text (article), ==, "The *town* waits for [fog](x).");
}

static void
test_random (void)
{
  static const char *const parts[] = { "# ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "[", "](", ")", "<", ">", "<!--", "-->", "![", "- ", "> ", "|", "---\n", "===\n",
                                       "&", ";", "\\", "word ", "Łódź ", "1. ", "[^", "]: ", "+++\n", "~~" };

  assert_random_articles ("a.md", "x ", parts, G_N_ELEMENTS (parts), 80, 11);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/article/markdown", cases, test_case);
  g_test_add_func ("/article/markdown/date", test_date);
  g_test_add_func ("/article/markdown/plain", test_plain);
  g_test_add_func ("/article/markdown/random", test_random);
  return g_test_run ();
}
