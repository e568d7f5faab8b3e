/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PDFs are drawn here with cairo, set in columns as newspapers and reports are, and read again. */
#include "ent-article-loader.h"
#include "ent-pdf-order.h"
#include "paragraph-text.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>
#include <time.h>

#define WIDTH   595.0
#define HEIGHT  842.0
#define SIZE    10.0
#define LEADING 12.0

#define ONE "The council of Halsund met on Monday to speak about the harbour, the ferries and the price of bread. Mayor Zoë Lindqvist accused " \
            "the owners of the ferries of greed, and the well-known captain Émile Varga defended them against everybody who spoke."
#define TWO "The crews want to be paid for the hours that they spend waiting for fog to lift. The owners of the ferries say that fog is nobody’s " \
            "fault, least of all theirs, and they threaten to sell the ships to the neighbours in Osterland before the autumn is over."
#define THREE "Osterland has denied that it wants to buy the ferries. Its minister of trade called the threat a joke among friends, and he praised " \
              "the harbour of Halsund, which his country’s fishermen use throughout the year without any charge at all."
#define FOUR "The union of the crews supports Varga, and it will strike on Friday unless the owners pay. Lindqvist asked both sides to meet in the " \
             "town hall on Thursday, where they will be given coffee and bread at the old price."

/* ── Drawing ────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  cairo_surface_t *surface;
  cairo_t         *cairo;
  GByteArray      *bytes;
  double           x, y, width;   /* of the column at hand */
} Paper;

static cairo_status_t
write_bytes (void *bytes, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (bytes, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static void
paper_init (Paper *self)
{
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_bytes, self->bytes, WIDTH, HEIGHT);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2024-05-06T07:08:09Z");
  self->cairo = cairo_create (self->surface);
}

static GBytes *
paper_finish (Paper *self)
{
  cairo_destroy (self->cairo);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  return g_byte_array_free_to_bytes (self->bytes);
}

static void
draw_text (Paper *self, double x, double y, double size, const char *text)
{
  cairo_set_font_size (self->cairo, size);
  cairo_move_to (self->cairo, x, y);
  cairo_show_text (self->cairo, text);
}

static double
measure (Paper *self, const char *text)
{
  cairo_text_extents_t extents;

  cairo_set_font_size (self->cairo, SIZE);
  cairo_text_extents (self->cairo, text, &extents);
  return extents.x_advance;
}

static void
begin_column (Paper *self, double x, double y, double width)
{
  self->x = x;
  self->y = y;
  self->width = width;
}

/* Sets a paragraph line by line; parts the word that does not fit, with a hyphen, where it is long enough. */
static void
set_paragraph (Paper *self, const char *text, double indent, gboolean hyphens)
{
  g_auto (GStrv)      words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  double              left = indent;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize            n_before = line->len, n_word = strlen (words[i]);
      g_autofree char *head = hyphens && n_word > 7 && strchr (words[i], '-') == NULL ? g_strndup (words[i], 4) : NULL;
      gboolean         cuts = head != NULL && g_ascii_isalpha (head[3]) && g_ascii_isalpha (words[i][4]);

      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
      if (measure (self, line->str) <= self->width - left)
        continue;
      g_string_truncate (line, n_before);
      if (cuts)
        {
          g_string_append_printf (line, " %s-", head);
          cuts = measure (self, line->str) <= self->width - left;
          g_string_truncate (line, cuts ? line->len : n_before);
        }
      draw_text (self, self->x + left, self->y, SIZE, line->str);
      self->y += LEADING;
      left = 0;
      g_string_assign (line, cuts ? words[i] + 4 : words[i]);
    }
  draw_text (self, self->x + left, self->y, SIZE, line->str);
  self->y += LEADING;
}

/* ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntArticle *
load (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const EntArticleOrigin origin = { "case.pdf", NULL, NULL };

  return ent_article_load_from (bytes, &origin, cancellable, error);
}

static void
check (Paper *paper, const char *want)
{
  g_autoptr (GBytes)     bytes = paper_finish (paper);
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load (bytes, NULL, &error);

  g_assert_no_error (error);
  assert_article (article, want, NULL);
  g_assert_cmpstr (ent_article_get_date (article), ==, "2024-05-06");
}

static void
test_one_column (void)
{
  Paper paper;

  paper_init (&paper);
  draw_text (&paper, 60, 80, 20, "Ferries stay in the harbour");
  begin_column (&paper, 60, 120, 300);
  set_paragraph (&paper, ONE, 0, TRUE);
  paper.y += LEADING;
  set_paragraph (&paper, TWO, 0, FALSE);
  paper.y += LEADING;
  draw_text (&paper, 60, paper.y += LEADING, 14, "What the neighbours say");
  paper.y += 2 * LEADING;
  set_paragraph (&paper, THREE, 0, FALSE);
  check (&paper, "T Ferries stay in the harbour\nB " ONE "\nB " TWO "\nH What the neighbours say\nB " THREE "\n");
}

/* Paragraphs that only an indent parts. */
static void
test_indents (void)
{
  Paper paper;

  paper_init (&paper);
  begin_column (&paper, 60, 120, 300);
  set_paragraph (&paper, ONE, 12, TRUE);
  set_paragraph (&paper, TWO, 12, TRUE);
  set_paragraph (&paper, THREE, 12, TRUE);
  check (&paper, "B " ONE "\nB " TWO "\nB " THREE "\n");
}

/* A headline above, a line below, and in two columns paragraphs whose gaps lie side by side. */
static void
test_columns (void)
{
  Paper paper;

  paper_init (&paper);
  draw_text (&paper, 60, 80, 24, "Ferries stay in the harbour of Halsund");
  begin_column (&paper, 60, 120, 220);
  set_paragraph (&paper, ONE, 0, TRUE);
  paper.y = 240;
  set_paragraph (&paper, TWO, 0, TRUE);
  begin_column (&paper, 310, 120, 220);
  set_paragraph (&paper, THREE, 0, TRUE);
  paper.y = 240;
  set_paragraph (&paper, FOUR, 0, TRUE);
  begin_column (&paper, 60, 400, 470);
  set_paragraph (&paper, "This report was changed on Tuesday; an earlier one gave the captain another name than his mother and father had given him.", 0, FALSE);
  check (&paper, "T Ferries stay in the harbour of Halsund\nB " ONE "\nB " TWO "\nB " THREE "\nB " FOUR
                 "\nB This report was changed on Tuesday; an earlier one gave the captain another name than his mother and father had given him.\n");
}

/* Three narrow columns, the paragraph running from the foot of one to the head of the next. */
static void
test_narrow_columns (void)
{
  Paper             paper;
  g_auto (GStrv)    words = g_strsplit (ONE, " ", -1);
  guint             n = g_strv_length (words), from = 0;

  paper_init (&paper);
  for (guint column = 0; column < 3; column++)
    {
      g_autoptr (GString) part = g_string_new (NULL);

      for (guint to = (column + 1) * n / 3; from < to; from++)
        g_string_append_printf (part, "%s%s", part->len > 0 ? " " : "", words[from]);
      begin_column (&paper, 60 + 150 * column, 120, 130);
      set_paragraph (&paper, part->str, 0, FALSE);
    }
  check (&paper, "B " ONE "\n");
}

/* Heads, feet and numbers of pages go; a paragraph goes on over the page. */
static void
test_pages (void)
{
  static const char *const halves[] = {
    "The ministry said that the talks", "between Norvia and Osterland had failed, and that its envoy, Karin Sund, would come home at once.",
    "Osterland blamed the League of", "Coasts, which had offered to help both of them and was refused by one.",
    "The League denied the charge and", "called on both governments to meet again.",
  };
  Paper paper;

  paper_init (&paper);
  for (guint page = 0; page < 4; page++)
    {
      g_autofree char *head = g_strdup_printf ("The Harbour Review, No. %u", 7 + page / 9);
      g_autofree char *foot = g_strdup_printf ("– %u –", page + 1);

      draw_text (&paper, 60, 40, 9, head);
      draw_text (&paper, 290, 815, 9, foot);
      begin_column (&paper, 60, 120, 470);
      if (page > 0)
        set_paragraph (&paper, halves[2 * page - 1], 0, FALSE);
      paper.y += LEADING;
      if (page < 3)
        set_paragraph (&paper, halves[2 * page], 0, FALSE);
      cairo_show_page (paper.cairo);
    }
  check (&paper, "B The ministry said that the talks between Norvia and Osterland had failed, and that its envoy, Karin Sund, would come home at once.\n"
                 "B Osterland blamed the League of Coasts, which had offered to help both of them and was refused by one.\n"
                 "B The League denied the charge and called on both governments to meet again.\n");
}

/* A parted word is joined as the rest of the document writes it. */
static void
test_hyphens (void)
{
  static const char *const lines[] = {
    "Nobody in the town co-operates any more. The mayor spoke of the harbour, and said that she co-", "operates with everyone. The har-", "bour is closed, said a former vice-",
    "President, and he meant the Anglo-", "Norvian treaty and its under-", "standing of fog.",
  };
  Paper paper;

  paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    draw_text (&paper, 60, 120 + LEADING * i, SIZE, lines[i]);
  check (&paper, "B Nobody in the town co-operates any more. The mayor spoke of the harbour, and said that she co-operates with everyone. The harbour is closed, "
                 "said a former vice-President, and he meant the Anglo-Norvian treaty and its understanding of fog.\n");
}

/* ── What cannot be read ────────────────────────────────────────────────────────────────────────────────────────── */

static void
check_error (GBytes *bytes, int code, const char *want)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load (bytes, NULL, &error);

  g_assert_null (article);
  g_assert_error (error, ENT_ARTICLE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "case.pdf: "));
  if (strstr (error->message, want) == NULL)
    g_error ("“%s” does not name “%s”", error->message, want);
}

static GBytes *
draw_pages (guint n_pages)
{
  Paper paper;

  paper_init (&paper);
  for (guint i = 0; i < n_pages; i++)
    {
      draw_text (&paper, 60, 120, SIZE, "A page.");
      cairo_show_page (paper.cairo);
    }
  return paper_finish (&paper);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) start = g_bytes_new_static ("%PDF-1.7\n1 0 obj", 16);
  g_autoptr (GBytes) many = draw_pages (10000);
  g_autoptr (GBytes) whole = draw_pages (1);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 200);
  Paper              empty;

  check_error (start, ENT_ARTICLE_ERROR_DAMAGED, "damaged");
  check_error (cut, ENT_ARTICLE_ERROR_DAMAGED, "damaged");
  check_error (many, ENT_ARTICLE_ERROR_TOO_LARGE, "10000 pages");
  paper_init (&empty);
  cairo_rectangle (empty.cairo, 60, 60, 100, 100);
  cairo_fill (empty.cairo);
  {
    g_autoptr (GBytes) picture = paper_finish (&empty);

    check_error (picture, ENT_ARTICLE_ERROR_EMPTY, "OCR");
  }
}

/* A page whose few packed kilobytes show millions of letters. */
static void
test_bomb (void)
{
  Paper              paper;
  g_autofree char   *line = g_strnfill (4000, 'a');
  clock_t            start;
  g_autoptr (GBytes) bytes = NULL;

  paper_init (&paper);
  for (guint i = 0; i < 1500; i++)
    draw_text (&paper, 60, 120, SIZE, line);
  bytes = paper_finish (&paper);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 1 << 20);
  start = clock ();
  check_error (bytes, ENT_ARTICLE_ERROR_TOO_LARGE, "more text than a page can have");
  g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes)       bytes = draw_pages (1);
  g_autoptr (GError)       error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (load (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* poppler says in the log what is wrong with a file, which here is wrong on purpose. */
static void
keep_quiet (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "Poppler") != 0;
}

/* With bytes changed at random a document is read or refused. */
static void
test_damaged (void)
{
  g_autoptr (GRand)  rand = g_rand_new_with_seed (5);
  g_autoptr (GBytes) whole = draw_pages (2);
  gsize              n_bytes;
  const guint8      *data = g_bytes_get_data (whole, &n_bytes);

  g_test_log_set_fatal_handler (is_fatal, NULL);
  for (guint round = 0; round < 200; round++)
    {
      g_autofree guint8     *copy = g_memdup2 (data, n_bytes);
      g_autoptr (GBytes)     bytes = NULL;
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = NULL;

      for (guint i = 0; i < 8; i++)
        copy[g_rand_int_range (rand, 8, (gint32) n_bytes)] = (guint8) g_rand_int_range (rand, 0, 256);
      bytes = g_bytes_new (copy, n_bytes);
      article = load (bytes, NULL, &error);
      g_assert_true ((article == NULL) == (error != NULL));
      if (article != NULL)
        assert_well_formed (article);
    }
}

/* The order keeps every line and ends, whatever the places are. */
static void
test_random_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 200; round++)
    {
      guint                  n = (guint) g_rand_int_range (rand, 0, 60);
      g_autofree EntPdfLine *lines = g_new0 (EntPdfLine, n + 1);
      g_autofree gboolean   *seen = g_new0 (gboolean, n + 1);

      for (guint i = 0; i < n; i++)
        {
          lines[i].page = i;   /* its name here */
          lines[i].x1 = g_rand_double_range (rand, 0, 500);
          lines[i].x2 = lines[i].x1 + g_rand_double_range (rand, 0, 200);
          lines[i].y1 = g_rand_double_range (rand, 0, 700);
          lines[i].y2 = round % 5 == 0 ? (double) NAN : lines[i].y1 + 10;
        }
      ent_pdf_order_lines (lines, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_false (seen[lines[i].page]);
          seen[lines[i].page] = TRUE;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, keep_quiet, NULL);
  g_test_add_func ("/article/pdf/one-column", test_one_column);
  g_test_add_func ("/article/pdf/indents", test_indents);
  g_test_add_func ("/article/pdf/columns", test_columns);
  g_test_add_func ("/article/pdf/narrow-columns", test_narrow_columns);
  g_test_add_func ("/article/pdf/pages", test_pages);
  g_test_add_func ("/article/pdf/hyphens", test_hyphens);
  g_test_add_func ("/article/pdf/refused", test_refused);
  g_test_add_func ("/article/pdf/bomb", test_bomb);
  g_test_add_func ("/article/pdf/cancelled", test_cancelled);
  g_test_add_func ("/article/pdf/damaged", test_damaged);
  g_test_add_func ("/article/pdf/random-order", test_random_order);
  return g_test_run ();
}
