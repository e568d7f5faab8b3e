/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"

G_BEGIN_DECLS

/* A line of a page's text. Lengths in points, y downwards from the page's upper edge. */
typedef struct {
  char   *text;             /* one line, never empty */
  double  x1, y1, x2, y2;
  double  column_x1;        /* of the column that it stands in; set by ent_pdf_order_lines() */
  double  column_x2;
  double  page_height;
  guint   page;             /* from 0 */
} EntPdfLine;

/* An array of lines that frees their texts. */
GArray    *ent_pdf_lines_new      (void);

/* Drops page numbers, and heads and feet that come back on other pages. @lines: of all pages. O(lines). */
void       ent_pdf_lines_drop_furniture (GArray *lines, guint n_pages);

/* Joins lines in reading order to paragraphs, mends words that were parted at line ends, and tells headings and small print by their
 * size. Returns: (transfer full): blocks */
GPtrArray *ent_pdf_lines_to_blocks      (GArray *lines);

G_END_DECLS
