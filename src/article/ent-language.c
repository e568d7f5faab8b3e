/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two looks at an article. The first counts letters by script: what is for the greater part in another script than Latin is not
 * in English. The second, in Latin script, sets each language of data/article/languages.tsv against English by their small
 * words. A word that both have counts for neither; a word that only the other has counts for it where it cannot be part of a
 * name ("Rio de Janeiro", "El Paso"). A word in small letters that has an accent, or any letter by which languages of its
 * script differ ("accented" below), counts for the languages that have its letters. All doubts are English's: it counts every
 * word of its own, wherever it stands. What has next to no small word of English is not English either, whatever it is. */
#include "ent-language.h"

#include "ent-article-loader.h"
#include "ent-language-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_WORDS         8       /* fewer say nothing */
#define MIN_HITS          4
#define MAX_WORD_BYTES    120     /* longer ones are none */
#define MIN_DISTINCT      2       /* different small words */
#define MIN_SHARE         0.15    /* of all words that count for the other language */
#define MIN_ALONE_SHARE   0.08    /* the same where none of so many words counts for English: who writes in telegrams uses few small words */
#define MIN_ALONE_WORDS   20
#define MIN_CAPITAL_SHARE 0.2     /* the same where capitals tell no names */
#define MIN_BULK          1.5     /* so many times what counts for English */
#define MIN_MARGIN        1.1     /* … what counts for the next language, or it is not named */
#define MIN_EXPLAINED     0.8     /* … and so many of the accented words have its letters */
#define MIN_UNKNOWN_HITS  8       /* accented words of no language of the table */
#define MIN_UNKNOWN_SHARE 0.2
#define MAX_UNKNOWN_OF_EN 0.05    /* English words beside them */
#define MIN_RUNNING_WORDS 60      /* in small letters: more than a few headlines have */
#define MIN_ENGLISH_SHARE 0.04    /* of them, those that are English only */
#define MIN_SCRIPT_WEIGHT 12      /* letters of another script */
#define MIN_SCRIPT_BULK   1.2
#define MIN_KANA_SHARE    0.05    /* of the characters of a Japanese text */
#define MAX_PARTICLES     3       /* small words inside a name: "von der" */

/* A word of the article. */
typedef struct {
  EntSmallWord *small;         /* nullable */
  guint64       by_letters;    /* where it is accented, the languages that have all of its letters */
  gboolean      accented;
  gboolean      capital;
  gboolean      initial;       /* may be capital because a sentence begins */
  gboolean      parted;        /* by more than a space from the word before: no name goes on there */
} Word;

typedef struct {
  EntLanguageTable *table;
  GUnicodeScript    script;
  gboolean          capitals;   /* the text is set in capitals */
  guint             n_words;
  guint             n_english;
  guint             n_running;        /* words in small letters */
  guint             n_english_only;   /* … of no other language of the table */
  guint             n_accented;
  guint             n_explained[ENT_MAX_LANGUAGES];   /* accented words whose letters the language has */
  guint             hits[ENT_MAX_LANGUAGES];
  guint             n_distinct[ENT_MAX_LANGUAGES];    /* small words */
  guint             against[ENT_MAX_LANGUAGES];       /* English words that the language does not have */
} Counts;

/* ── Scripts ────────────────────────────────────────────────────────────────────────────────────────────────────── */

#define MAX_SCRIPTS 256

typedef struct {
  gsize weights[MAX_SCRIPTS];   /* by GUnicodeScript */
  gsize n_small, n_capitals;
} Letters;

/* The two kana are one, and what has no script of its own has none. */
static GUnicodeScript
script_of (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (script == G_UNICODE_SCRIPT_KATAKANA)
    return G_UNICODE_SCRIPT_HIRAGANA;
  return script == G_UNICODE_SCRIPT_INHERITED || (guint) script >= MAX_SCRIPTS ? G_UNICODE_SCRIPT_COMMON : script;
}

/* How many letters of an alphabet say as much as one of these. */
static guint
script_weight (GUnicodeScript script)
{
  if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL)
    return 3;
  return script == G_UNICODE_SCRIPT_HIRAGANA ? 2 : 1;
}

static void
count_letters (const char *text, Letters *letters)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar       c = g_utf8_get_char (at);
      GUnicodeScript script = script_of (c);

      if (!g_unichar_isalpha (c) || script == G_UNICODE_SCRIPT_COMMON)
        continue;
      letters->weights[script] += script_weight (script);
      letters->n_small += g_unichar_islower (c);
      letters->n_capitals += g_unichar_isupper (c);
    }
}

/* The script of the greater part: Latin unless another clearly has it. */
static GUnicodeScript
main_script (const Letters *letters)
{
  gsize latin = letters->weights[G_UNICODE_SCRIPT_LATIN], others = 0;
  gsize kana = letters->weights[G_UNICODE_SCRIPT_HIRAGANA], han = letters->weights[G_UNICODE_SCRIPT_HAN];
  guint top = G_UNICODE_SCRIPT_HAN;

  for (guint i = 0; i < MAX_SCRIPTS; i++)
    {
      if (i == G_UNICODE_SCRIPT_LATIN)
        continue;
      others += letters->weights[i];
      if (letters->weights[i] > letters->weights[top])
        top = i;
    }
  if (others < MIN_SCRIPT_WEIGHT || (double) others < MIN_SCRIPT_BULK * (double) latin)
    return G_UNICODE_SCRIPT_LATIN;
  if (top == G_UNICODE_SCRIPT_HAN && (double) kana >= MIN_KANA_SHARE * (double) (kana + han))
    return G_UNICODE_SCRIPT_HIRAGANA;
  return (GUnicodeScript) top;
}

/* ── Words ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Whether a letter is one that tells languages of the script apart. */
static gboolean
is_special (const Counts *counts, gunichar letter)
{
  const EntLanguageTable *table = counts->table;

  if (letter < 0x80)
    return FALSE;
  if (counts->script == G_UNICODE_SCRIPT_LATIN || (counts->script == G_UNICODE_SCRIPT_CYRILLIC && letter > 0x44F))
    return TRUE;
  for (guint i = 0; i < table->n_languages; i++)
    if (table->languages[i].script == counts->script && g_utf8_strchr (table->languages[i].letters, -1, letter) != NULL)
      return TRUE;
  return FALSE;
}

/* text: in small letters. */
static void
look_at_letters (const Counts *counts, const char *text, Word *word)
{
  const EntLanguageTable *table = counts->table;

  word->by_letters = ~(guint64) 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!is_special (counts, g_utf8_get_char (at)))
        continue;
      word->accented = TRUE;
      for (guint i = 0; i < table->n_languages; i++)
        if (g_utf8_strchr (table->languages[i].letters, -1, g_utf8_get_char (at)) == NULL)
          word->by_letters &= ~((guint64) 1 << i);
    }
  if (!word->accented)
    word->by_letters = 0;
}

/* Behind the address on the web or of a mailbox that begins there; NULL where none does. */
static const char *
skip_address (const char *at)
{
  gsize n_bytes = strcspn (at, " \t\n");

  return g_strstr_len (at, (gssize) n_bytes, "://") != NULL || memchr (at, '@', n_bytes) != NULL ? at + n_bytes : NULL;
}

/* Takes up the word that begins there, in small letters, each with its marks in one; empty where it is too long for one.
 * Returns what is behind it. */
static const char *
take_word (const char *at, GString *small)
{
  gboolean marked = FALSE;
  gunichar c;

  g_string_truncate (small, 0);
  for (; g_unichar_isalpha (c = g_utf8_get_char (at)) || g_unichar_ismark (c); at = g_utf8_next_char (at))
    {
      marked = marked || g_unichar_ismark (c);
      if (small->len <= MAX_WORD_BYTES)
        g_string_append_unichar (small, g_unichar_tolower (c));
    }
  if (small->len > MAX_WORD_BYTES)
    g_string_truncate (small, 0);
  if (marked)
    {
      g_autofree char *composed = g_utf8_normalize (small->str, -1, G_NORMALIZE_NFC);

      g_string_assign (small, composed);
    }
  return at;
}

/* The words of a paragraph in the counted script. */
static GArray *
split_words (const Counts *counts, const char *text)
{
  GArray             *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GString) small = g_string_new (NULL);
  gboolean            initial = TRUE, parted = TRUE;
  const char         *chunk = text;   /* where the next begins that white space parts */

  for (const char *at = text; *at != '\0';)
    {
      gunichar first = g_utf8_get_char (at);
      Word     word = { .capital = g_unichar_isupper (first), .initial = initial, .parted = parted };

      if (chunk <= at)
        {
          const char *behind = skip_address (at);

          chunk = at + strcspn (at, " \t\n") + 1;
          if (behind != NULL)
            {
              at = behind;
              continue;
            }
        }
      if (!g_unichar_isalpha (first))
        {
          initial = initial ? !g_unichar_isdigit (first) : strchr (".!?:;\"", (int) MIN (first, 127)) != NULL || first == 0x201C || first == 0xAB;
          parted = parted || (strchr (" .-'", (int) MIN (first, 127)) == NULL && first != 0x2019);
          at = g_utf8_next_char (at);
          continue;
        }
      at = take_word (at, small);
      if (script_of (first) != counts->script)
        continue;
      word.small = g_hash_table_lookup (counts->table->words, small->str);
      if (word.small == NULL && !word.capital)
        look_at_letters (counts, small->str, &word);
      g_array_append_val (words, word);
      initial = parted = FALSE;
    }
  return words;
}

/* Whether one comes upon a capital within a few small words from there. */
static gboolean
borders_on_name (GArray *words, guint index, int step)
{
  int at = (int) index;

  for (guint i = 0; i < MAX_PARTICLES; i++)
    {
      int right = step > 0 ? at + 1 : at;   /* of the two words */

      at += step;
      if (at < 0 || at >= (int) words->len || g_array_index (words, Word, right).parted)
        return FALSE;
      if (g_array_index (words, Word, at).capital)
        return TRUE;
      if (g_array_index (words, Word, at).small == NULL)
        return FALSE;
    }
  return FALSE;
}

/* "de" in "Rio de Janeiro", "El" in "El Paso", "La" in "in La Paz". */
static gboolean
may_be_name (GArray *words, guint index)
{
  const Word *word = &g_array_index (words, Word, index);

  if (!word->capital)
    return borders_on_name (words, index, -1) && borders_on_name (words, index, +1);
  return !word->initial || index + 1 == words->len || g_array_index (words, Word, index + 1).capital;
}

static void
count_small_word (Counts *counts, EntSmallWord *small, gboolean is_name)
{
  gboolean english = small->languages >> counts->table->english & 1;

  counts->n_english += english;
  for (guint i = 0; i < counts->table->n_languages; i++)
    {
      gboolean has = small->languages >> i & 1;

      counts->against[i] += english && !has;
      if (!has || english || is_name)
        continue;
      counts->hits[i]++;
      counts->n_distinct[i] += !small->seen;
    }
  small->seen = small->seen || !is_name;
}

static void
count_words (Counts *counts, const char *text)
{
  g_autoptr (GArray) words = split_words (counts, text);

  counts->n_words += words->len;
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->small != NULL)
        count_small_word (counts, word->small, !counts->capitals && may_be_name (words, i));
      counts->n_running += !word->capital;
      counts->n_english_only += !word->capital && word->small != NULL && word->small->languages == (guint64) 1 << counts->table->english;
      counts->n_accented += word->accented;
      for (guint k = 0; word->by_letters != 0 && k < counts->table->n_languages; k++)
        {
          counts->hits[k] += word->by_letters >> k & 1;
          counts->n_explained[k] += word->by_letters >> k & 1;
        }
    }
}

/* ── The verdict ────────────────────────────────────────────────────────────────────────────────────────────────── */

static double
least_share (const Counts *counts, guint language)
{
  if (counts->capitals)
    return MIN_CAPITAL_SHARE;
  return counts->against[language] == 0 && counts->n_words >= MIN_ALONE_WORDS ? MIN_ALONE_SHARE : MIN_SHARE;
}

static gboolean
outweighs_english (const Counts *counts, guint language)
{
  double hits = counts->hits[language], share = least_share (counts, language);

  return counts->n_words >= MIN_WORDS && hits >= MIN_HITS && counts->n_distinct[language] >= MIN_DISTINCT && hits >= share * counts->n_words &&
         hits >= MIN_BULK * counts->against[language];
}

/* Nobody writes so much English without "the", "and", "to", "was" or another such word. */
static gboolean
lacks_english (const Counts *counts)
{
  return counts->n_running >= MIN_RUNNING_WORDS && counts->n_english_only < MIN_ENGLISH_SHARE * counts->n_running;
}

static gboolean
is_unknown_latin (const Counts *counts)
{
  if (lacks_english (counts))
    return TRUE;
  return counts->n_accented >= MIN_UNKNOWN_HITS && counts->n_accented >= MIN_UNKNOWN_SHARE * counts->n_words &&
         counts->n_english <= MAX_UNKNOWN_OF_EN * counts->n_words;
}

/* The language of the script with the most hits, and whether it can be no other; -1: the script has none. */
static int
find_best (const Counts *counts, gboolean *clear)
{
  const EntLanguageTable *table = counts->table;
  int          best = -1;
  guint        n_rivals = 0, next = 0;

  for (guint i = 0; i < table->n_languages; i++)
    {
      if (i == table->english || table->languages[i].script != counts->script)
        continue;
      if (best < 0 || counts->hits[i] > counts->hits[best])
        {
          next = best < 0 ? 0 : counts->hits[best];
          best = (int) i;
        }
      else
        next = MAX (next, counts->hits[i]);
      n_rivals++;
    }
  *clear = n_rivals == 1 || (best >= 0 && counts->hits[best] > 0 && counts->hits[best] >= MIN_MARGIN * next &&
                            counts->n_explained[best] >= MIN_EXPLAINED * counts->n_accented);
  return best;
}

typedef void (*OnParagraph) (gpointer data, const char *text);

/* All that is read, a paragraph at a time. */
static void
for_each_paragraph (EntArticle *article, OnParagraph on_paragraph, gpointer data)
{
  guint               n_paragraphs;
  const EntParagraph *paragraphs = ent_article_get_paragraphs (article, &n_paragraphs);
  const char         *text = ent_article_get_text (article);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *paragraph = NULL;

      if (paragraphs[i].kind == ENT_PARAGRAPH_FURNITURE)
        continue;
      paragraph = g_strndup (text + paragraphs[i].span.start_byte, ent_span_length (paragraphs[i].span));
      on_paragraph (data, paragraph);
    }
}

static void
on_letters (gpointer data, const char *text)
{
  count_letters (text, data);
}

static void
on_words (gpointer data, const char *text)
{
  count_words (data, text);
}

const char *
ent_language_find_other (EntArticle *article)
{
  g_autoptr (EntLanguageTable) table = NULL;
  g_autofree Letters  *letters = NULL;
  g_autofree Counts   *counts = NULL;
  gboolean             clear;
  int                  best;

  g_return_val_if_fail (ENT_IS_ARTICLE (article), NULL);
  table = ent_language_table_new ();
  letters = g_new0 (Letters, 1);
  counts = g_new0 (Counts, 1);
  for_each_paragraph (article, on_letters, letters);
  counts->table = table;
  counts->script = main_script (letters);
  counts->capitals = letters->n_capitals > letters->n_small;
  for_each_paragraph (article, on_words, counts);
  best = find_best (counts, &clear);
  if (counts->script == G_UNICODE_SCRIPT_LATIN && !outweighs_english (counts, (guint) best))
    return is_unknown_latin (counts) ? ENT_LANGUAGE_UNKNOWN : NULL;
  return best >= 0 && clear ? table->languages[best].code : ENT_LANGUAGE_UNKNOWN;
}

gboolean
ent_language_check (EntArticle *article, GError **error)
{
  const char       *code, *language;
  g_autofree char  *name = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (ENT_IS_ARTICLE (article), FALSE);
  code = ent_language_find_other (article);
  if (code == NULL)
    return TRUE;
  if (ent_article_get_uri (article) != NULL)
    file = g_file_new_for_uri (ent_article_get_uri (article));
  name = file != NULL ? g_file_get_parse_name (file) : g_strdup_printf (_("“%s”"), ent_article_get_title (article));
  language = ent_language_get_name (code);
  if (language != NULL)
    g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_LANGUAGE,
                 /* Translators: the name of a file or “a title”, and the name of a language */
                 _("%s: the language of this article is %s, and Entente reads English only. Open an English version of the article, or a translation."),
                 name, language);
  else
    g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_LANGUAGE,
                 _("%s: this article is not in English, the only language that Entente reads. Open an English version of the article, or a translation."),
                 name);
  return FALSE;
}
