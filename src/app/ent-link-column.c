/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the table of links: what stands in them, and in which order. */
#include "ent-link-column.h"

#include "ent-words.h"

#include <gtk/gtk.h>

static const char *
get_label (EntRelation *relation)
{
  const char *label = ent_relation_get_label (relation);

  return label && *label ? label : ent_words_type_verb (ent_relation_get_relation_type (relation));
}

static guint
count_quotes (EntRelation *relation)
{
  guint n_quotes;

  ent_relation_get_evidence (relation, &n_quotes);
  return n_quotes;
}

char *
ent_link_column_dup_text (EntLinkColumn column, EntRelation *relation)
{
  switch (column) {
  case ENT_LINK_COLUMN_FROM:       return g_strdup (ent_actor_get_name (ent_relation_get_from (relation)));
  case ENT_LINK_COLUMN_TO:         return g_strdup (ent_actor_get_name (ent_relation_get_to (relation)));
  case ENT_LINK_COLUMN_RELATION:   return g_strconcat (get_label (relation), ent_relation_get_mutual (relation) ? " ↔" : "", NULL);
  case ENT_LINK_COLUMN_STANCE:     return g_strdup (ent_words_stance (ent_relation_get_stance (relation)));
  case ENT_LINK_COLUMN_QUOTES:     return g_strdup_printf ("%u", count_quotes (relation));
  case ENT_LINK_COLUMN_CONFIDENCE: return ent_words_dup_confidence (relation);
  case ENT_N_LINK_COLUMNS:
  default:                         g_return_val_if_reached (NULL);
  }
}

static int
compare_numbers (double a, double b)
{
  return a < b ? GTK_ORDERING_SMALLER : a > b ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

int
ent_link_column_compare (gconstpointer a, gconstpointer b, gpointer data)
{
  EntRelation *x = (gpointer) a, *y = (gpointer) b;
  EntLinkColumn column = GPOINTER_TO_UINT (data);

  switch (column) {
  case ENT_LINK_COLUMN_STANCE:     return compare_numbers (ent_relation_get_stance (x), ent_relation_get_stance (y));
  case ENT_LINK_COLUMN_QUOTES:     return compare_numbers (count_quotes (x), count_quotes (y));
  case ENT_LINK_COLUMN_CONFIDENCE: return compare_numbers (ent_relation_get_confidence (x), ent_relation_get_confidence (y));
  case ENT_LINK_COLUMN_FROM:
  case ENT_LINK_COLUMN_TO:
  case ENT_LINK_COLUMN_RELATION:
  case ENT_N_LINK_COLUMNS:
  default: {
    g_autofree char *text_x = ent_link_column_dup_text (column, x), *text_y = ent_link_column_dup_text (column, y);
    return gtk_ordering_from_cmpfunc (g_utf8_collate (text_x, text_y));
  }
  }
}
