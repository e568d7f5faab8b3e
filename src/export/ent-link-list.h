/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/* Links as other programs take them from the clipboard: as words with their quotes, or as a table. All in the order given, in the
 * reader's language. relations: (element-type EntRelation), may be empty. Each returns a string, (transfer full). */

/* A paragraph a link: "Russia → NATO: opposes (conflict, 93 %)" and its quotes, one a line. with_article: says of each quote in
 * which article it stands. */
char *ent_link_list_dup_text  (GPtrArray *relations, gboolean with_article);
/* A head and a row a link, columns parted by tabs, for spreadsheets; what one would take for a formula gets an apostrophe before it. */
char *ent_link_list_dup_table (GPtrArray *relations);
/* The same rows as a table in HTML, for word processors and mail. */
char *ent_link_list_dup_html  (GPtrArray *relations);

G_END_DECLS
