/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Both tables have the same cells; each writes them in its own way. */
#include "ent-link-list.h"

#include "ent-export-private.h"
#include "ent-export-words.h"
#include "ent-markup.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 6

static const char *const columns[N_COLUMNS] = {
  NC_("column", "From"), NC_("column", "Relation"), NC_("column", "To"), NC_("column", "Stance"), NC_("column", "Quotes"), NC_("column", "Confidence"),
};

/* NULL-terminated. (transfer full) */
static char **
dup_cells (EntRelation *relation)
{
  char **cells = g_new0 (char *, N_COLUMNS + 1);
  guint  n_quotes;

  ent_relation_get_evidence (relation, &n_quotes);
  cells[0] = g_strdup (ent_actor_get_name (ent_relation_get_from (relation)));
  cells[1] = g_strconcat (ent_export_words_get_label (relation), ent_relation_get_mutual (relation) ? " ↔" : "", NULL);
  cells[2] = g_strdup (ent_actor_get_name (ent_relation_get_to (relation)));
  cells[3] = g_strdup (ent_export_words_stance (ent_relation_get_stance (relation)));
  cells[4] = g_strdup_printf ("%u", n_quotes);
  cells[5] = ent_export_words_dup_percent (ent_relation_get_confidence (relation));
  return cells;
}

/* (transfer full), NULL-terminated */
static char **
dup_heads (void)
{
  char **heads = g_new0 (char *, N_COLUMNS + 1);

  for (guint i = 0; i < N_COLUMNS; i++)
    heads[i] = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i]));
  return heads;
}

char *
ent_link_list_dup_text (GPtrArray *relations, gboolean with_article)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (relations != NULL, g_string_free (out, FALSE));

  for (guint i = 0; i < relations->len; i++)
    {
      EntRelation     *relation = g_ptr_array_index (relations, i);
      g_autofree char *direction = ent_export_words_dup_direction (relation), *quotes = ent_export_words_dup_quotes (relation, with_article);
      g_autofree char *percent = ent_export_words_dup_percent (ent_relation_get_confidence (relation));

      g_string_append_printf (out, "%s%s: %s (%s, %s)\n", i > 0 ? "\n" : "", direction, ent_export_words_get_label (relation),
                              ent_export_words_stance (ent_relation_get_stance (relation)), percent);
      if (*quotes != '\0')
        g_string_append_printf (out, "%s\n", quotes);
    }
  return g_string_free (out, FALSE);
}

static void
append_row (GString *out, char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_strdelimit (cells[i], "\t\r\n", ' ');
      g_string_append_printf (out, "%s%s%s", i > 0 ? "\t" : "", ent_export_looks_like_a_formula (cells[i]) ? "'" : "", cells[i]);
    }
  g_string_append_c (out, '\n');
}

char *
ent_link_list_dup_table (GPtrArray *relations)
{
  GString         *out = g_string_new (NULL);
  g_auto (GStrv)   heads = dup_heads ();

  g_return_val_if_fail (relations != NULL, g_string_free (out, FALSE));

  append_row (out, heads);
  for (guint i = 0; i < relations->len; i++)
    {
      g_auto (GStrv) cells = dup_cells (g_ptr_array_index (relations, i));
      append_row (out, cells);
    }
  return g_string_free (out, FALSE);
}

/* A spreadsheet reads formulas in HTML as well. */
static void
append_html_row (GString *out, const char *element, char **cells)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; cells[i] != NULL; i++)
    ent_markup_append (out, "<%r>%r%s</%r>", element, ent_export_looks_like_a_formula (cells[i]) ? "'" : "", cells[i], element);
  g_string_append (out, "</tr>\n");
}

char *
ent_link_list_dup_html (GPtrArray *relations)
{
  GString         *out = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");
  g_auto (GStrv)   heads = dup_heads ();

  g_return_val_if_fail (relations != NULL, g_string_free (out, FALSE));

  append_html_row (out, "th", heads);
  for (guint i = 0; i < relations->len; i++)
    {
      g_auto (GStrv) cells = dup_cells (g_ptr_array_index (relations, i));
      append_html_row (out, "td", cells);
    }
  g_string_append (out, "</table>\n");
  return g_string_free (out, FALSE);
}
