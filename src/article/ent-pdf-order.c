/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page's lines from the top down are cut into three: the largest band of neighbours that a vertical white strip parts in two, what
 * is above, and what is below. Above, left, right, below is the order, each cut again in the same way. The strip is looked for in
 * bands, not in the whole page, since headlines run across columns; the largest band wins, since paragraphs whose gaps happen to
 * lie side by side must not part it. After the recursive X-Y cut of Nagy and Seth, "Hierarchical Representation of Optically Scanned
 * Documents" (ICPR 1984). */
#include "ent-pdf-order.h"

#include <string.h>

#define MAX_LINES        400
#define MAX_DEPTH        16
#define MIN_COLUMN_LINES 3
#define GUTTER           0.8   /* least width of the strip, in heights of a line */
#define COLUMN_WIDTH     8.0   /* least width of a column, in heights: list marks are none */

typedef struct {
  EntPdfLine *lines;           /* from the top down */
  guint       n;
  guint      *by_left;         /* scratch: their indices from the left to the right */
} Page;

static int
compare_from_top (gconstpointer a, gconstpointer b)
{
  const EntPdfLine *one = a, *two = b;
  double            middle_1 = (one->y1 + one->y2) / 2, middle_2 = (two->y1 + two->y2) / 2;

  if (middle_1 != middle_2)
    return middle_1 < middle_2 ? -1 : 1;
  return one->x1 < two->x1 ? -1 : one->x1 > two->x1;
}

static int
compare_from_left (gconstpointer a, gconstpointer b, gpointer lines)
{
  double x = ((EntPdfLine *) lines)[*(const guint *) a].x1, y = ((EntPdfLine *) lines)[*(const guint *) b].x1;

  return x < y ? -1 : x > y;
}

/* The x of the strip between two columns of the lines from..to, the widest; 0 where there is none. */
static double
find_strip (const Page *page, guint from, guint to)
{
  double left = 0, right = 0, best = 0, best_x = 0, last_right = 0, height = 0;
  guint  n_left = 0;

  for (guint k = 0; k < page->n; k++)
    {
      const EntPdfLine *line = &page->lines[page->by_left[k]];

      if (page->by_left[k] < from || page->by_left[k] >= to)
        continue;
      last_right = MAX (last_right, line->x2);
      height += (line->y2 - line->y1) / (to - from);
    }
  for (guint k = 0; k < page->n; k++)
    {
      const EntPdfLine *line = &page->lines[page->by_left[k]];

      if (page->by_left[k] < from || page->by_left[k] >= to)
        continue;
      if (n_left == 0)
        left = line->x1;
      if (n_left >= MIN_COLUMN_LINES && to - from - n_left >= MIN_COLUMN_LINES && line->x1 - right > MAX (best, GUTTER * height) &&
          right - left >= COLUMN_WIDTH * height && last_right - line->x1 >= COLUMN_WIDTH * height)
        {
          best = line->x1 - right;
          best_x = right + best / 2;
        }
      right = n_left == 0 ? line->x2 : MAX (right, line->x2);
      n_left++;
    }
  return best_x;
}

/* The largest band of lines with a strip; FALSE where there is none. */
static gboolean
find_band (const Page *page, guint *from, guint *to, double *strip)
{
  guint best = 2 * MIN_COLUMN_LINES - 1;

  for (guint i = 0; i + best < page->n; i++)
    for (guint j = page->n; j - i > best; j--)
      {
        double x = find_strip (page, i, j);

        if (x <= 0)
          continue;
        best = j - i;
        *from = i;
        *to = j;
        *strip = x;
        break;
      }
  return best >= 2 * MIN_COLUMN_LINES;
}

static void
set_column (EntPdfLine *lines, guint n)
{
  double x1 = G_MAXDOUBLE, x2 = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      x1 = MIN (x1, lines[i].x1);
      x2 = MAX (x2, lines[i].x2);
    }
  for (guint i = 0; i < n; i++)
    {
      lines[i].column_x1 = x1;
      lines[i].column_x2 = x2;
    }
}

/* Lines left of the strip first, each side from the top down as before; returns how many are left of it. */
static guint
part (EntPdfLine *lines, guint n, double strip)
{
  g_autofree EntPdfLine *right = g_new (EntPdfLine, n);
  guint                  n_left = 0, n_right = 0;

  for (guint i = 0; i < n; i++)
    {
      if (lines[i].x1 < strip)
        lines[n_left++] = lines[i];
      else
        right[n_right++] = lines[i];
    }
  memcpy (lines + n_left, right, n_right * sizeof *right);
  return n_left;
}

static void
order (EntPdfLine *lines, guint n, guint depth)
{
  g_autofree guint *by_left = NULL;
  Page              page = { lines, n };
  guint             from = 0, to = 0, n_left;
  double            strip = 0;

  if (n == 0)
    return;
  page.by_left = by_left = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    by_left[i] = i;
  g_qsort_with_data (by_left, (int) n, sizeof *by_left, compare_from_left, lines);
  if (depth >= MAX_DEPTH || n > MAX_LINES || !find_band (&page, &from, &to, &strip))
    {
      set_column (lines, n);
      return;
    }
  n_left = part (lines + from, to - from, strip);
  order (lines, from, depth + 1);
  order (lines + from, n_left, depth + 1);
  order (lines + from + n_left, to - from - n_left, depth + 1);
  order (lines + to, n - to, depth + 1);
}

void
ent_pdf_order_lines (EntPdfLine *lines, guint n_lines)
{
  if (n_lines > 0)
    qsort (lines, n_lines, sizeof *lines, compare_from_top);
  order (lines, n_lines, 0);
}
