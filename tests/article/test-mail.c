/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article-loader.h"
#include "paragraph-text.h"

#include <string.h>

#define HEAD "From: Zoë Lindqvist <zoe@example.org>\nTo: desk@example.org\nSubject: Ferries stay\nDate: Mon, 06 May 2024 23:30:00 +0200\nMIME-Version: 1.0\n"
#define ONE "The council met on Monday to speak about the harbour, the ferries and the price of bread. It ended late, and nobody was content."
#define TWO "The crews want to be paid for the hours that they spend waiting for fog to lift. The owners of the ferries do not want to pay."
#define TOP "T Ferries stay\nF Zoë Lindqvist\n"
#define PART "--b\nContent-Type: text/plain; charset=utf-8\n\n"
#define PAGE "--b\nContent-Type: text/html; charset=utf-8\n\n<html><title>No. 7</title>"

static const struct { const char *name, *mail, *paragraphs, *title; } cases[] = {
  { "plain", HEAD "\n" ONE "\n\n" TWO "\n", TOP "B " ONE "\nB " TWO "\n", "Ferries stay" },
  { "crlf", "From: zoe@example.org\r\nDate: 6 May 2024 10:00 +0000\r\nSubject: Ferries\r\n stay\r\nX-Mailer: none\r\nTo: a@example.org\r\n\r\n" ONE "\r\n", "T Ferries stay\nB " ONE "\n", "Ferries stay" },
  { "encoded", "From: =?utf-8?Q?Zo=C3=AB?= <zoe@example.org>\nDate: 6 May 2024 10:00 +0000\nSubject: =?iso-8859-1?Q?Caf=E9?= =?utf-8?B?IPCfmYI=?=\n"
               "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=E9 is=\n closed.\n",
    "T Café 🙂\nF Zoë\nB The café is closed.\n", "Café 🙂" },
  { "base64", HEAD "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nWm/DqyB3ZW50IHRvIMWBw7Nkxbou\n", TOP "B Zoë went to Łódź.\n", NULL },
  { "wrong-charset", HEAD "Content-Type: text/plain; charset=no-such-thing\n\nZo\xEB went home, over the bridge.\n", TOP "B Zoë went home, over the bridge.\n", NULL },
  { "flowed", HEAD "Content-Type: text/plain; format=flowed\n\nThe council met \non Monday.\n\nIt ended late.\n", TOP "B The council met on Monday.\nB It ended late.\n", NULL },
  { "quoted", HEAD "\n" ONE "\n\nOn Sunday, Émile wrote:\n> Is it true?\n> > What?\n\n-- \nZoë Lindqvist\nThe Harbour Times\n",
    TOP "B " ONE "\nF On Sunday, Émile wrote:\nF Is it true?\nF What?\nF --\nF Zoë Lindqvist\nF The Harbour Times\n", NULL },
  { "passed-on", HEAD "\nSee below.\n\n> " ONE "\n>\n> " TWO "\n", TOP "B See below.\nB " ONE "\nB " TWO "\n", NULL },
  { "alternative", HEAD "Content-Type: multipart/alternative; boundary=b\n\n" PART ONE "\n" PAGE "<p>" ONE "</p>\n--b--\n", TOP "B " ONE "\n", NULL },
  { "hint-at-page", HEAD "Content-Type: multipart/alternative; boundary=b\n\n" PART "See it in your browser.\n" PAGE "<p>" ONE "</p><p>" TWO "</p>\n--b--\n", TOP "B " ONE "\nB " TWO "\n", NULL },
  { "attachment", HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n" TWO "\n" PART ONE "\n--b--\n",
    TOP "B " ONE "\n", NULL },
  { "passed-on-whole", HEAD "Content-Type: message/rfc822\n\nSubject: Inner\n\n" ONE "\n", TOP "B " ONE "\n", NULL },
  { "saved-page", "From: <Saved by Blink>\nSubject: Ferries stay\nDate: Mon, 6 May 2024 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\n\n"
                  "--b\nContent-Type: text/html\nContent-Location: https://example.org/\n\n<html><nav>Home</nav><h1>Ferries stay</h1><p>" ONE "</p></html>\n--b\nContent-Type: image/png\n"
                  "Content-Transfer-Encoding: base64\n\nAAAA\n--b--\n", "T Ferries stay\nB " ONE "\n", NULL },
};

static EntArticle *
load (const char *mail, gsize n_bytes, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (mail, n_bytes);

  return ent_article_load_bytes (bytes, "case.eml", NULL, error);
}

static void
test_case (gconstpointer data)
{
  guint                  i = GPOINTER_TO_UINT (data);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load (cases[i].mail, strlen (cases[i].mail), &error);

  g_assert_no_error (error);
  assert_article (article, cases[i].paragraphs, cases[i].title);
  g_assert_cmpstr (ent_article_get_date (article), ==, "2024-05-06");
}

/* Text that begins with a colon or two is none; a message without a suffix is one. */
static void
test_told_by_content (void)
{
  static const struct { const char *text, *title; } told[] = {
    { "Date: tomorrow\nPlace: the town hall\n\n" ONE, "Date: tomorrow" },
    { HEAD "\n" ONE, "Ferries stay" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (GBytes)     bytes = g_bytes_new (told[i].text, strlen (told[i].text));
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = ent_article_load_bytes (bytes, "case.txt", NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (ent_article_get_title (article), ==, told[i].title);
    }
}

static void
test_refused (void)
{
  static const struct { const char *mail; int code; const char *want; } refused[] = {
    { HEAD "\n", ENT_ARTICLE_ERROR_EMPTY, "attachment" },
    { HEAD "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n", ENT_ARTICLE_ERROR_EMPTY, "attachment" },
    { HEAD "Content-Type: multipart/mixed; boundary=b\n\n", ENT_ARTICLE_ERROR_EMPTY, "attachment" },
    { HEAD "\n\x01\x02\x03\x04\x05", ENT_ARTICLE_ERROR_NOT_TEXT, "byte 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (refused[i].mail, strlen (refused[i].mail), &error));
      g_assert_error (error, ENT_ARTICLE_ERROR, refused[i].code);
      g_assert_true (g_str_has_prefix (error->message, "case.eml: "));
      g_assert_nonnull (strstr (error->message, refused[i].want));
    }
}

static void
test_hostile (void)
{
  static const struct { const char *part; gsize n_bytes; int code; } parts[] = {
    { "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", 2 << 20, ENT_ARTICLE_ERROR_TOO_LARGE }, { "X-Field-%u: x\n", 2 << 20, ENT_ARTICLE_ERROR_TOO_LARGE },
    { "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", 200 << 10, ENT_ARTICLE_ERROR_DAMAGED }, { "\n--b%u\n", 2 << 20, ENT_ARTICLE_ERROR_TOO_LARGE },
    { "Content-Type: message/rfc822\n\nX: %u\n", 200 << 10, ENT_ARTICLE_ERROR_DAMAGED }, { "> ", 2 << 20, ENT_ARTICLE_ERROR_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GString               *mail = g_string_new (HEAD);
      gint64                 start = g_get_monotonic_time ();
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = NULL;

      for (guint n = 0; mail->len < parts[i].n_bytes; n++)
        {
          g_autofree char *number = g_strdup_printf ("%u", n);
          g_auto (GStrv)   pieces = g_strsplit (parts[i].part, "%u", -1);
          g_autofree char *part = g_strjoinv (number, pieces);

          g_string_append (mail, part);
        }
      article = load (mail->str, mail->len, &error);
      g_test_message ("%u: %.2f s, %s", i, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, error != NULL ? error->message : "read");
      g_assert_null (article);
      g_assert_error (error, ENT_ARTICLE_ERROR, parts[i].code);
      g_string_free (mail, TRUE);
    }
}

static void
test_random (void)
{
  static const char *const parts[] = { "Content-Type: ", "multipart/mixed; boundary=b\n", "text/plain\n", "text/html; charset=", "utf-8\n", "\n", "\n\n", "--b\n", "--b--\n", "> ", "-- \n",
                                       "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n", "=\n", "=E9", "AAAA", ONE, "Łódź ", "<p>", "message/rfc822\n", "\xFF" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GString)    mail = g_string_new (HEAD);
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = NULL;

      for (gint n = g_rand_int_range (rand, 0, 40); n > 0; n--)
        g_string_append (mail, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      article = load (mail->str, mail->len, &error);
      g_assert_true ((article == NULL) == (error != NULL));
      if (article != NULL)
        assert_well_formed (article);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/article/mail", cases, test_case);
  g_test_add_func ("/article/mail/told-by-content", test_told_by_content);
  g_test_add_func ("/article/mail/refused", test_refused);
  g_test_add_func ("/article/mail/hostile", test_hostile);
  g_test_add_func ("/article/mail/random", test_random);
  return g_test_run ();
}
