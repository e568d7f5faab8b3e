/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-tokens.h"

#include <string.h>

/* Tokens parted by blanks, sentences by "¶". */
static char *
read_text (const char *text)
{
  g_autoptr (EntTokenRules) rules = ent_token_rules_new ();
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (EntToken));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *out = g_string_new (NULL);
  guint    at = 0;

  ent_tokens_split (rules, text, (EntSpan) { 0, strlen (text) }, tokens);
  ent_tokens_find_sentences (rules, text, (const EntToken *) (gpointer) tokens->data, tokens->len, lengths);
  for (guint s = 0; s < lengths->len; s++)
    {
      g_string_append (out, s > 0 ? " ¶" : "");
      for (guint i = 0; i < g_array_index (lengths, guint, s); i++, at++)
        {
          const EntToken *token = &g_array_index (tokens, EntToken, at);
          g_string_append (out, at > 0 ? " " : "");
          g_string_append_len (out, text + token->span.start_byte, (gssize) ent_span_length (token->span));
        }
    }
  g_assert_cmpuint (at, ==, tokens->len);
  return g_string_free (out, FALSE);
}

typedef struct { const char *text, *tokens; } TokenCase;

static void
check_cases (const TokenCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *got = read_text (cases[i].text);
      g_assert_cmpstr (got, ==, cases[i].tokens);
    }
}

static const TokenCase word_cases[] = {
  { "", "" },
  { " \n\t ", "" },
  { "a", "a" },
  { ".", "." },
  { "Russia invaded Ukraine.", "Russia invaded Ukraine ." },
  { "Kyiv, Minsk; Riga: Oslo", "Kyiv , Minsk ; Riga : Oslo" },
  /* contractions */
  { "didn't", "did n't" },
  { "didn’t", "did n’t" },
  { "CAN'T", "CA N'T" },
  { "cannot", "can not" },
  { "Cannot", "Can not" },
  { "gonna", "gon na" },
  { "it's they’re we've I'll he'd I'm", "it 's they ’re we 've I 'll he 'd I 'm" },
  { "shouldn't've", "should n't 've" },
  { "Israel's", "Israel 's" },
  { "the workers' union", "the workers ' union" },
  { "the EU’s", "the EU ’s" },
  { "O'Connor L'Enfant Sana'a", "O'Connor L'Enfant Sana'a" },
  { "rock 'n' roll in the '90s", "rock 'n ' roll in the '90s" },
  /* hyphens */
  { "war-torn", "war - torn" },
  { "anti-war", "anti-war" },
  { "pro-Russian co-founder", "pro-Russian co-founder" },
  { "non-proliferation", "non-proliferation" },
  { "e-mail", "e-mail" },
  { "a then-vice-president", "a then - vice - president" },
  { "Franco-German", "Franco - German" },
  { "a 12-year-old", "a 12 - year - old" },
  { "555-1234, 800-555-1234", "555-1234 , 800-555-1234" },
  { "2010-12", "2010 - 12" },
  { "2010–2012", "2010 – 2012" },
  { "talks—long awaited—failed", "talks — long awaited — failed" },
  { "talks--long awaited", "talks -- long awaited" },
  { "Kyiv - the capital", "Kyiv - the capital" },
  /* abbreviations */
  { "the U.S. government", "the U.S. government" },
  { "Mr. Orbán met Dr. Merkel", "Mr. Orbán met Dr. Merkel" },
  { "Gen. Valery Gerasimov", "Gen. Valery Gerasimov" },
  { "at 5 a.m. on Jan. 5", "at 5 a.m. on Jan. 5" },
  { "J. K. Rowling", "J. K. Rowling" },
  { "e.g. tanks, i.e. arms", "e.g. tanks , i.e. arms" },
  { "Apple Inc. said", "Apple Inc. said" },
  { "No. 5", "No. 5" },
  /* numbers */
  { "1,000,000.50", "1,000,000.50" },
  { "$5bn £3.2m €10", "$ 5 bn £ 3.2 m € 10" },
  { "US$18", "US$ 18" },
  { "50%", "50 %" },
  { "at 5:30pm", "at 5:30 pm" },
  { "9/11 and/or 11/28/2000", "9/11 and / or 11/28/2000" },
  { "the 1990s, the 21st", "the 1990s , the 21st" },
  { "20km away", "20 km away" },
  /* addresses */
  { "See https://example.org/a-b?c=d.", "See https://example.org/a-b?c=d ." },
  { "(www.un.org)", "( www.un.org )" },
  { "write to press-office@nato.int, please", "write to press-office@nato.int , please" },
  { "@Reuters #Ukraine", "@Reuters #Ukraine" },
  { "Booking.com said", "Booking.com said" },
  /* quotes and brackets */
  { "\"Yes,\" he said.", "\" Yes , \" he said ." },
  { "“Yes,” he said.", "“ Yes , ” he said ." },
  { "‘No’", "‘ No ’" },
  { "''No''", "'' No ''" },
  { "(NATO)", "( NATO )" },
  { "[sic] [...]", "[ sic ] [...]" },
  { "«Нет», сказал он.", "« Нет » , сказал он ." },
  /* ellipses and runs */
  { "Well... no", "Well ... no" },
  { "Well… no", "Well … no" },
  { "What?!", "What ?!" },
  { "No!!!", "No !!!" },
  { "AT&T and R&D", "AT&T and R&D" },
  { "Zürich’s Löwenstraße", "Zürich ’s Löwenstraße" },
  { "北京。", "北京 。" },
  { "\U0001F600 ok", "\U0001F600 ok" },
  { "zero\xE2\x80\x8Bwidth", "zero width" },
  { "no\xC2\xA0" "break", "no break" },
};

static void
test_words (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (word_cases), >=, 60);
  check_cases (word_cases, G_N_ELEMENTS (word_cases));
}

static void
test_sentences (void)
{
  static const TokenCase cases[] = {
    { "It rained. We left.", "It rained . ¶ We left ." },
    { "He met Mr. Smith. They talked.", "He met Mr. Smith . ¶ They talked ." },
    { "The U.S. Senate voted.", "The U.S. Senate voted ." },
    { "He flew to the U.S. The visit failed.", "He flew to the U.S. ¶ The visit failed ." },
    { "It began at 5 p.m. Protesters came.", "It began at 5 p.m. ¶ Protesters came ." },
    { "Was it? No! Yes.", "Was it ? ¶ No ! ¶ Yes ." },
    { "“Was it?” she asked.", "“ Was it ? ” she asked ." },
    { "“It was.” She left.", "“ It was . ” ¶ She left ." },
    { "\"It was.\" \"No.\"", "\" It was . \" ¶ \" No . \"" },
    { "He said: “Go. Now.” They went.", "He said : “ Go . ¶ Now . ” ¶ They went ." },
    { "(It was late.) They went.", "( It was late . ) ¶ They went ." },
    { "Prices rose 3.5 percent. Wages fell.", "Prices rose 3.5 percent . ¶ Wages fell ." },
    { "He waited ... and left. ", "He waited ... and left ." },
    { "He waited... Then he left.", "He waited ... ¶ Then he left ." },
    { "It fell.[12] It rose.", "It fell . [ 12 ] ¶ It rose ." },
    { "1. Peace", "1. Peace" },
    { "Plan B. The army left.", "Plan B. ¶ The army left ." },
    { "John F. Kennedy and J. Edgar Hoover met.", "John F. Kennedy and J. Edgar Hoover met ." },
    { "\"Is it over ... \". As of noon it was.", "\" Is it over ... \" . ¶ As of noon it was ." },
    { "Dr. No. 5 left at 5 p.m. in a car.", "Dr. No. 5 left at 5 p.m. in a car ." },
    { "He said no. No. 5 won.", "He said no . ¶ No. 5 won ." },
    { "One\n\nTwo", "One ¶ Two" },
    { "One\nTwo", "One Two" },
    { "Élysée said no. École closed.", "Élysée said no . ¶ École closed ." },
    { "They live in D.C.", "They live in D.C." },
    { "He brought guns, etc.", "He brought guns , etc ." },
    { "war.The end", "war . ¶ The end" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_long_sentence (void)
{
  g_autoptr (EntTokenRules) rules = ent_token_rules_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (EntToken));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint sum = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, i == 150 ? "b, " : "é ");
  ent_tokens_split (rules, text->str, (EntSpan) { 0, text->len }, tokens);
  g_assert_cmpuint (tokens->len, ==, 1001);
  ent_tokens_find_sentences (rules, text->str, (const EntToken *) (gpointer) tokens->data, tokens->len, lengths);
  g_assert_cmpuint (g_array_index (lengths, guint, 0), ==, 152);
  for (guint i = 0; i < lengths->len; i++)
    {
      g_assert_cmpuint (g_array_index (lengths, guint, i), <=, 200);
      sum += g_array_index (lengths, guint, i);
    }
  g_assert_cmpuint (sum, ==, tokens->len);
}

/* Whatever the bytes: tokens in order, inside the stretch, none empty, covering all but blanks. */
static void
test_hostile (void)
{
  static const char *const parts[] = { "a", "Ω", "’", "'", "\"", ".", "-", "…", "\xFF", "\xC3", "\xE2\x80", "1", "$", " ", "\n", "(", "]", "n't", "U.S.", "@", "://", "\U0001F600", "\x01", "&", "/", "," };
  g_autoptr (EntTokenRules) rules = ent_token_rules_new ();

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (EntToken));
      g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
      EntSpan stretch;
      gsize   at;

      for (gint n = g_test_rand_int_range (0, 12); n >= 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      stretch.start_byte = at = (gsize) g_test_rand_int_range (0, (gint32) text->len + 1);
      stretch.end_byte = (gsize) g_test_rand_int_range ((gint32) at, (gint32) text->len + 1);
      ent_tokens_split (rules, text->str, stretch, tokens);
      for (guint i = 0; i < tokens->len; i++)
        {
          EntSpan span = g_array_index (tokens, EntToken, i).span;

          g_assert_cmpuint (span.start_byte, <, span.end_byte);
          g_assert_cmpuint (span.start_byte, >=, at);
          g_assert_cmpuint (span.end_byte, <=, stretch.end_byte);
          for (; at < span.start_byte; at++)
            g_assert_false (g_ascii_isgraph (text->str[at]));
          at = span.end_byte;
        }
      for (; at < stretch.end_byte; at++)
        g_assert_false (g_ascii_isgraph (text->str[at]));
      ent_tokens_find_sentences (rules, text->str, (const EntToken *) (gpointer) tokens->data, tokens->len, lengths);
    }
}

static void
test_huge_chunk (void)
{
  static const char *const units[] = { "a", ".", "(", "-", "a-", "'", "é", "\xFF", "a.", "$", "1,", "'s", "n't", "1.a", "..", "x'", "[1]", "U.S." };

  for (gsize u = 0; u < G_N_ELEMENTS (units); u++)
    {
      g_autoptr (EntTokenRules) rules = ent_token_rules_new ();
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (EntToken));
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 200000)
        g_string_append (text, units[u]);
      ent_tokens_split (rules, text->str, (EntSpan) { 0, text->len }, tokens);
      g_assert_cmpuint (tokens->len, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nlp/tokens/words", test_words);
  g_test_add_func ("/nlp/tokens/sentences", test_sentences);
  g_test_add_func ("/nlp/tokens/long-sentence", test_long_sentence);
  g_test_add_func ("/nlp/tokens/hostile", test_hostile);
  g_test_add_func ("/nlp/tokens/huge-chunk", test_huge_chunk);
  return g_test_run ();
}
