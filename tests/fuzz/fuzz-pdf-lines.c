/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows poppler in the reader of PDFs, which knows only of lines and where they stand: their order, what is no text of the
 * article, paragraphs. Each input is a list of lines: the page, four coordinates, and words up to a line feed. */
#include "ent-pdf-order.h"
#include "fuzz-target.h"

#include <string.h>

#define MAX_LINES 200
#define N_PLACE   5      /* bytes of a line's place */

/* Takes a line off the input; FALSE where there is none left. */
static gboolean
take_line (const uint8_t **data, size_t *n_bytes, EntPdfLine *line)
{
  const uint8_t   *at = *data, *end;
  size_t           n_words;
  g_autofree char *words = NULL;

  if (*n_bytes <= N_PLACE)
    return FALSE;
  end = memchr (at + N_PLACE, '\n', *n_bytes - N_PLACE);
  n_words = end != NULL ? (size_t) (end - at) - N_PLACE : *n_bytes - N_PLACE;
  words = g_utf8_make_valid ((const char *) at + N_PLACE, (gssize) n_words);
  g_strstrip (words);
  *line = (EntPdfLine) { *words != '\0' ? g_steal_pointer (&words) : g_strdup ("-") };
  line->page = at[0] % 4;
  line->x1 = at[1] * 3.0 - 60;
  line->y1 = at[2] * 4.0 - 60;
  line->x2 = line->x1 + at[3] * 2.0;
  line->y2 = line->y1 + at[4] / 4.0;
  line->page_height = 842;
  *data += N_PLACE + n_words + (end != NULL);
  *n_bytes -= N_PLACE + n_words + (end != NULL);
  return TRUE;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  return (int) ((const EntPdfLine *) a)->page - (int) ((const EntPdfLine *) b)->page;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (GArray)    lines = ent_pdf_lines_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  EntPdfLine            line;

  while (lines->len < MAX_LINES && take_line (&data, &n_bytes, &line))
    g_array_append_val (lines, line);
  g_array_sort (lines, compare_pages);
  for (guint first = 0, end; first < lines->len; first = end)
    {
      EntPdfLine *of_page = &g_array_index (lines, EntPdfLine, first);

      for (end = first + 1; end < lines->len && g_array_index (lines, EntPdfLine, end).page == of_page->page; end++)
        ;
      ent_pdf_order_lines (of_page, end - first);
    }
  ent_pdf_lines_drop_furniture (lines, 4);
  blocks = ent_pdf_lines_to_blocks (lines);
  for (guint i = 0; i < blocks->len; i++)
    {
      const EntBlock *block = blocks->pdata[i];

      g_assert_true (*block->text != '\0' && g_utf8_validate (block->text, -1, NULL) && strchr (block->text, '\n') == NULL);
    }
  return 0;
}
