/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-pdf-line.h"

G_BEGIN_DECLS

/**
 * ent_pdf_order_lines:
 * Brings the lines of one page into the order in which they are read, column by column, and gives each its column.
 * @lines: EntPdfLine, in any order
 * Cost: cubic in the lines up to 400 of them; a page of more is read from the top down without regard to columns.
 */
void ent_pdf_order_lines (EntPdfLine *lines, guint n_lines);

G_END_DECLS
