/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article-loader.h"
#include "paragraph-text.h"

#include <string.h>

#define OK (-1)
#define ONE "The council met on Monday to speak about the harbour, the ferries and the price of bread. It ended late, and nobody was content."
#define TWO "The crews want to be paid for the hours that they spend waiting for fog to lift. The owners of the ferries do not want to pay."
#define BODY "<p>" ONE "</p><p>" TWO "</p>"
#define BODY_TEXT "B " ONE "\nB " TWO "\n"
#define TALK "<div class=x><p>My cousin says that the council has always been like that, and that bread was never cheap.</p></div>"

static const struct { const char *name, *html, *paragraphs, *title, *date; } cases[] = {
  { "one", "<html>" BODY, BODY_TEXT, NULL, NULL },
  { "fragment", BODY, BODY_TEXT, NULL, NULL },
  { "short", "<html><p>Zoë went.", "B Zoë went.\n", NULL, NULL },
  { "entities", "<html><p>4 &lt; 5 &amp; &#8220;so&#x201D; &eacute; &unknown; & on &#0; and &#xD800; end.", "B 4 < 5 & “so” é &unknown; & on and end.\n", NULL, NULL },
  { "title", "<html><title>Ferries stay in port | Post</title><h1>Ferries stay in port</h1>" BODY, "T Ferries stay in port\n" BODY_TEXT, "Ferries stay in port", NULL },
  { "title-of-head", "<html><title>Ferries stay in port - The Post</title>" BODY, "T Ferries stay in port\n" BODY_TEXT, "Ferries stay in port", NULL },
  { "meta", "<html><meta name=Author content='Zoë Berg'><meta property=article:published_time content=2024-05-06T01:02:03Z>" BODY, "F Zoë Berg\n" BODY_TEXT, NULL, "2024-05-06" },
  { "best-date", "<html><meta name=date content=2001-01-01><meta itemprop=datePublished content=2024-05-06><time datetime=2002-02-02></time>" BODY, BODY_TEXT, NULL, "2024-05-06" },
  { "time", "<html><time datetime='2024-05-06 10:00'>Monday</time>" BODY, "F Monday\n" BODY_TEXT, NULL, "2024-05-06" },
  { "json", "<html><script type='application/ld+json'>{'broken \"author\": {\"@type\": \"Person\", \"name\": \"Zo\\u00eb\"}, \"headline\": \"A \\\"so\\\" \\ud83d\\ude42\", </script>" BODY,
    "T A \"so\" 🙂\nF Zoë\n" BODY_TEXT, "A \"so\" 🙂", NULL },
  { "breaks", "<html><body>" ONE "<br><br />" TWO "<br>One line.", "B " ONE "\nB " TWO " One line.\n", NULL, NULL },
  { "unclosed", "<html><div><p>" ONE "<p>" TWO "<b>", BODY_TEXT, NULL, NULL },
  { "wrong-nesting", "<html><b><p>" ONE "</b></p></div><p>" TWO "</p></span>", BODY_TEXT, NULL, NULL },
  { "comment-in-page", "<html><!-- <p>" ONE "</p> -->" BODY, BODY_TEXT, NULL, NULL },
  { "script", "<html><script>if (a < b) document.write ('<p>" ONE "</p>')</script>" BODY, BODY_TEXT, NULL, NULL },
  { "menu", "<html><nav><p>" ONE "</p></nav>" BODY, BODY_TEXT, NULL, NULL },
  { "all-beside", "<html><div class=sidebar>" BODY "</div>", BODY_TEXT, NULL, NULL },
  { "negated", "<html><div class='with-sidebar'>" BODY "</div><div class='sideBar rail'>" TALK "</div>", BODY_TEXT, NULL, NULL },
  { "camel-case", "<html><div class=relatedStories>" TALK "</div>" BODY, BODY_TEXT, NULL, NULL },
  { "comments", "<html><div>" BODY "</div><h3>2 Comments</h3>" TALK TALK TALK TALK TALK, BODY_TEXT, NULL, NULL },
  { "links", "<html>" BODY "<p><a href=x>Read what the mayor said about it yesterday in the harbour.</a></p>", BODY_TEXT, NULL, NULL },
  { "soft-hyphens", "<html><p>The har&shy;bour of Lind\xE2\x80\x8B" "by is\n\tclosed.", "B The harbour of Lindby is closed.\n", NULL, NULL },
  { "xhtml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" BODY "</body></html>", BODY_TEXT, NULL, NULL },
  { "own-entity", "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><p>" ONE " &x;</p>", "B ]>\nB " ONE " &x;\n", NULL, NULL },
};

static EntArticle *
load (const char *html, gsize n_bytes, const char *content_type, GError **error)
{
  g_autoptr (GBytes)     bytes = g_bytes_new (html, n_bytes);
  const EntArticleOrigin origin = { "page.html", NULL, content_type };

  return ent_article_load_from (bytes, &origin, NULL, error);
}

static void
test_case (gconstpointer data)
{
  guint                  i = GPOINTER_TO_UINT (data);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load (cases[i].html, strlen (cases[i].html), NULL, &error);

  g_assert_no_error (error);
  assert_article (article, cases[i].paragraphs, cases[i].title);
  g_assert_cmpstr (ent_article_get_date (article), ==, cases[i].date);
}

#define BYTES(s) s, sizeof (s) - 1

static void
test_charsets (void)
{
  static const struct { const char *html; gsize n_bytes; const char *type; int code; const char *want; } charsets[] = {
    { BYTES ("<html><meta charset=windows-1251><p>\xCC\xE5\xF0 said so."), NULL, OK, "Мер said so." },
    { BYTES ("<html><meta http-equiv=x content='text/html; charset=ISO-8859-1'><p>Zo\xEB \x96 \x93so\x94."), NULL, OK, "Zoë – “so”." },
    { BYTES ("<html><p>\xCC\xE5\xF0 said so."), "text/html; Charset=\"windows-1251\"", OK, "Мер said so." },
    { BYTES ("<html><meta charset=windows-1251><p>Zo\xEB."), "text/html; charset=windows-1252", OK, "Zoë." },
    { BYTES ("<html><meta charset=windows-1251><p>Zoë is UTF-8."), NULL, OK, "Zoë is UTF-8." },
    { BYTES ("<html><meta charset=no-such-thing><p>Zo\xEB went."), NULL, OK, "Zoë went." },
    { BYTES ("<html><meta charset=utf-8><p>Zoë in Łódź \xFF went."), NULL, OK, "Zoë in Łódź \xEF\xBF\xBD went." },
    { BYTES ("\xFF\xFE<\0h\0t\0m\0l\0>\0<\0p\0>\0\xEB\0.\0"), NULL, OK, "ë." },
    { BYTES ("<html><meta charset=utf-8><p>\xCC\xE5\xF0 \xEC\xB3\xF1\xF2\xE0 \xF1\xEA\xE0\xE7\xE0\xE2."), NULL, ENT_ARTICLE_ERROR_ENCODING, "byte 29 (0xcc)" },
    { BYTES ("<html>\x01\x02\x03\x04\x05\x06"), NULL, ENT_ARTICLE_ERROR_NOT_TEXT, "byte 6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = load (charsets[i].html, charsets[i].n_bytes, charsets[i].type, &error);

      if (charsets[i].code == OK)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (ent_article_get_text (article), ==, charsets[i].want);
          continue;
        }
      g_assert_error (error, ENT_ARTICLE_ERROR, charsets[i].code);
      g_assert_nonnull (strstr (error->message, "page.html"));
      if (strstr (error->message, charsets[i].want) == NULL)
        g_error ("“%s” does not name “%s”", error->message, charsets[i].want);
    }
}

/* As many times as fit into @n_bytes. */
static GString *
repeat (const char *start, const char *part, gsize n_bytes)
{
  GString *text = g_string_new (start);

  while (text->len < n_bytes)
    g_string_append (text, part);
  return text;
}

/* What is built to do harm ends in a clear error or in the text, in a time that grows with the size. */
static void
test_hostile (void)
{
  static const struct { const char *start, *part; gsize n_bytes; int code; const char *want; } hostile[] = {
    { "<html>", "<div>\n", 1 << 20, ENT_ARTICLE_ERROR_DAMAGED, "line 5" },
    { "<html>", "<b>", 1 << 20, ENT_ARTICLE_ERROR_DAMAGED, "nested" },
    { "<html>", "<p>", 4 << 20, ENT_ARTICLE_ERROR_TOO_LARGE, "parts" },
    { "<html>", "<p>x</p>", 1 << 20, OK, NULL },
    { "<html><p>", "&amp;", 1 << 20, OK, NULL },
    { "<html><p>", "</b>", 1 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html>\n<p ", "a ", 4 << 20, ENT_ARTICLE_ERROR_DAMAGED, "line 2" },
    { "<html><!-- <a b=\" --><p \"", "a ", 4 << 20, ENT_ARTICLE_ERROR_DAMAGED, "attributes" },
    { "<html><script>x<a b='</script><p", " a", 4 << 20, ENT_ARTICLE_ERROR_DAMAGED, "attributes" },
    { "<html><p style='", "a b ", 4 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html>", "<!--", 4 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html>", "<script>", 1 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html>", "<a <", 4 << 20, ENT_ARTICLE_ERROR_DAMAGED, "attributes" },
    { "<html>", "&#x1F642", 1 << 20, OK, NULL },
    { "<html>", "</div></p>", 1 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html><form><table>", "<form><b></form>", 1 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html><p class='", "comment-", 4 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html><!--", "--", 1 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html><script type=application/ld+json>", "{\"author\":[", 4 << 20, ENT_ARTICLE_ERROR_EMPTY, "no text" },
    { "<html><p>", "<a><table><tr><td>x", 1 << 20, ENT_ARTICLE_ERROR_DAMAGED, "nested" },
    { "<html><body>", "<li><b>x.</li></b> ", 1 << 20, OK, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      GString               *html = repeat (hostile[i].start, hostile[i].part, hostile[i].n_bytes);
      gint64                 start = g_get_monotonic_time ();
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = load (html->str, html->len, NULL, &error);

      g_test_message ("%s: %.2f s", hostile[i].part, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      if (hostile[i].code == OK)
        g_assert_no_error (error);
      else if (article != NULL)
        g_error ("%s is read", hostile[i].part);
      else if (hostile[i].code == error->code && strstr (error->message, hostile[i].want) == NULL)
        g_error ("“%s” does not name “%s”", error->message, hostile[i].want);
      else
        {
          g_assert_error (error, ENT_ARTICLE_ERROR, hostile[i].code);
          g_assert_nonnull (strstr (error->message, "page.html"));
        }
      g_string_free (html, TRUE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes)       bytes = g_bytes_new_static (BYTES ("<html>" BODY));
  g_autoptr (GError)       error = NULL;
  const EntArticleOrigin   origin = { "page.html", NULL, NULL };

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_article_load_from (bytes, &origin, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_random (void)
{
  static const char *const parts[] = { "<p>", "</p>", "<div class=comment>", "</div>", "<article>", "</article>", "<a href=x>", "</a>", "<h1>", "</h1>", "<br>", "<table><tr><td>",
                                       "</table>", "<li>", "<script>", "</script>", "<!--", "-->", "&amp;", "&#", "<", ">", "\"", "<meta name=title content='x", "<title>",
                                       "</title>", "word ", "Łódź. ", ONE, TWO, "<nav>", "</nav>", "<svg>", "</svg>", "<![CDATA[", "]]>", "<?x ", "\r\n" };

  assert_random_articles ("page.html", "<html>", parts, G_N_ELEMENTS (parts), 60, 17);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/article/html", cases, test_case);
  g_test_add_func ("/article/html/charsets", test_charsets);
  g_test_add_func ("/article/html/hostile", test_hostile);
  g_test_add_func ("/article/html/cancelled", test_cancelled);
  g_test_add_func ("/article/html/random", test_random);
  return g_test_run ();
}
