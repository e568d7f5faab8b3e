/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_TABLE_ERROR (ent_table_error_quark ())
typedef enum {
  ENT_TABLE_ERROR_MISSING,   /* no such table in the program */
  ENT_TABLE_ERROR_FORM,      /* a line is not of the form that the table's head describes; the message names it */
} EntTableError;
GQuark ent_table_error_quark (void);

/* Called for each line that is no comment and not empty. columns: NULL-terminated, n_columns of them. FALSE with @error set stops. */
typedef gboolean (*EntTableRow) (char **columns, guint line, gpointer data, GError **error);

/**
 * ent_table_parse:
 * Goes through a table of data/: UTF-8 lines, columns parted by tabs, "#" begins a comment line.
 * @name: for messages
 * @n_columns: how many each line must have
 */
gboolean ent_table_parse    (const char *text, const char *name, guint n_columns, EntTableRow row, gpointer data, GError **error);
/* The same for a table that is compiled in: @name is its path under the program's resources, "gazetteer/countries.tsv". */
gboolean ent_table_load     (const char *name, guint n_columns, EntTableRow row, gpointer data, GError **error);
/* The values of a cell ("a; b; c"), trimmed; none for "-" or an empty cell. (transfer full) */
char   **ent_table_split    (const char *cell);

G_END_DECLS
