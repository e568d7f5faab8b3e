/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-compare-page.h"

#include "ent-children.h"
#include "ent-relation-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_ROWS 25      /* of a list: the table has all of them */
#define N_SHARES 3       /* ENT_IN_FIRST, ENT_IN_SECOND, ENT_IN_BOTH */

struct _EntComparePage {
  GtkWidget            parent_instance;
  AdwComboRow         *first_row;
  AdwComboRow         *second_row;
  AdwComboRow         *shares_row;
  AdwPreferencesGroup *groups[N_SHARES];
  GtkListBox          *lists[N_SHARES];
  EntSession          *session;
  gboolean             showing;      /* the rows are being set from the filter, not by the reader */
};

G_DEFINE_FINAL_TYPE (EntComparePage, ent_compare_page, GTK_TYPE_WIDGET)

/* The choices of what is on the map. */
static const guint choices[] = { ENT_MAP_FILTER_ALL_SHARES, 1u << ENT_IN_FIRST, 1u << ENT_IN_SECOND, 1u << ENT_IN_BOTH };

/* ── from the filter ────────────────────────────────────────────────────────────────────────────────────────────── */

static void
show_titles (EntComparePage *self)
{
  GListModel *sources = ent_map_get_sources (ent_session_get_map (self->session));
  GListModel *shown = adw_combo_row_get_model (self->first_row);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n_sources = g_list_model_get_n_items (sources);
  gboolean same = shown && g_list_model_get_n_items (shown) == n_sources;

  for (guint i = 0; i < n_sources; i++) {
    g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
    gtk_string_list_append (titles, ent_source_get_title (source));
    same = same && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (shown), i), ent_source_get_title (source));
  }
  if (same)
    return;
  adw_combo_row_set_model (self->first_row, G_LIST_MODEL (titles));
  adw_combo_row_set_model (self->second_row, G_LIST_MODEL (titles));
}

static guint
find_place (EntComparePage *self, const char *id)
{
  GListModel *sources = ent_map_get_sources (ent_session_get_map (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
    if (g_str_equal (ent_source_get_id (source), id))
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_choice (guint shares)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i] == shares)
      return i;
  return 0;
}

/* Those that pass all else that is filtered by. (transfer full) (element-type EntRelation) */
static GPtrArray *
list_links (EntComparePage *self, const char *first, const char *second, EntArticleShare share)
{
  g_autoptr (EntMapFilter) filter = ent_map_filter_dup (ent_session_get_filter (self->session));
  GListModel *relations = ent_map_get_relations (ent_session_get_map (self->session));
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  ent_map_filter_compare (filter, first, second, 1u << share);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    if (ent_map_filter_passes (filter, relation))
      g_ptr_array_add (links, g_steal_pointer (&relation));
  }
  return links;
}

static guint
count_actors (EntComparePage *self, EntSource *first, EntSource *second, EntArticleShare share)
{
  GListModel *actors = ent_map_get_actors (ent_session_get_map (self->session));
  guint n_actors = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    n_actors += ent_actor_get_share (actor, first, second) == share;
  }
  return n_actors;
}

static char *
dup_heading (EntSource *first, EntSource *second, EntArticleShare share)
{
  if (share == ENT_IN_BOTH)
    return g_strdup (_("In Both"));
  /* Translators: the title of an article */
  return g_markup_printf_escaped (_("Only in “%s”"), ent_source_get_title (share == ENT_IN_FIRST ? first : second));
}

static void
show_share (EntComparePage *self, EntSource *first, EntSource *second, EntArticleShare share)
{
  g_autoptr (GPtrArray) links = list_links (self, ent_source_get_id (first), ent_source_get_id (second), share);
  guint n_actors = count_actors (self, first, second, share), n_more = links->len > MAX_ROWS ? links->len - MAX_ROWS : 0;
  AdwPreferencesGroup *group = self->groups[share - 1];
  GtkListBox *list = self->lists[share - 1];
  g_autofree char *heading = dup_heading (first, second, share);
  g_autofree char *actors_text = g_strdup_printf (ngettext ("%u actor", "%u actors", n_actors), n_actors);
  g_autofree char *links_text = g_strdup_printf (ngettext ("%u link", "%u links", links->len), links->len);
  g_autofree char *more = g_strdup_printf (ngettext ("%u more is in the table", "%u more are in the table", n_more), n_more);
  g_autofree char *size = g_strdup_printf (_("%s · %s"), actors_text, links_text);
  /* Translators: "12 actors · 40 links" and "15 more are in the table" */
  g_autofree char *description = n_more > 0 ? g_strdup_printf (_("%s; %s"), size, more) : g_strdup (size);

  adw_preferences_group_set_title (group, heading);
  adw_preferences_group_set_description (group, description);
  ent_children_clear_list (list);
  for (guint i = 0; i < MIN (links->len, MAX_ROWS); i++)
    gtk_list_box_append (list, ent_relation_row_new (links->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (list), links->len > 0);
}

void
ent_compare_page_show (EntComparePage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_COMPARE_PAGE (self));

  EntMap *map = ent_session_get_map (session);
  const char *first, *second;
  guint shares;

  if (!ent_map_filter_get_comparison (ent_session_get_filter (session), &first, &second, &shares))
    return;
  g_set_object (&self->session, session);
  self->showing = TRUE;
  show_titles (self);
  adw_combo_row_set_selected (self->first_row, find_place (self, first));
  adw_combo_row_set_selected (self->second_row, find_place (self, second));
  adw_combo_row_set_selected (self->shares_row, find_choice (shares));
  self->showing = FALSE;
  for (EntArticleShare share = ENT_IN_FIRST; share <= ENT_IN_BOTH; share++)
    show_share (self, ent_map_find_source (map, first), ent_map_find_source (map, second), share);
}

/* ── from the reader ────────────────────────────────────────────────────────────────────────────────────────────── */

/* Where the same article is chosen on both sides they change places. */
static void
chosen_cb (EntComparePage *self, GParamSpec *pspec, AdwComboRow *row)
{
  EntMapFilter *filter = self->session ? ent_session_get_filter (self->session) : NULL;
  guint place = adw_combo_row_get_selected (row), choice = adw_combo_row_get_selected (self->shares_row);
  const char *first, *second;

  if (self->showing || filter == NULL || choice >= G_N_ELEMENTS (choices) || !ent_map_filter_get_comparison (filter, &first, &second, NULL))
    return;
  if (row == self->shares_row) {
    ent_map_filter_compare (filter, first, second, choices[choice]);
    return;
  }
  g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (ent_session_get_map (self->session)), place);
  const char *id = source ? ent_source_get_id (source) : NULL;
  if (id && row == self->first_row)
    ent_map_filter_compare (filter, id, g_str_equal (id, second) ? first : second, choices[choice]);
  else if (id)
    ent_map_filter_compare (filter, g_str_equal (id, first) ? second : first, id, choices[choice]);
}

static void
link_activated_cb (EntComparePage *self, EntRelationRow *row)
{
  ent_session_select (self->session, NULL, ent_relation_row_get_relation (row));
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_compare_page_dispose (GObject *object)
{
  g_clear_object (&ENT_COMPARE_PAGE (object)->session);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_COMPARE_PAGE);
  G_OBJECT_CLASS (ent_compare_page_parent_class)->dispose (object);
}

static void
ent_compare_page_class_init (EntComparePageClass *klass)
{
  static const char *const groups[N_SHARES] = { "first_group", "second_group", "both_group" };
  static const char *const lists[N_SHARES] = { "first_list", "second_list", "both_list" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_compare_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, first_row);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, second_row);
  gtk_widget_class_bind_template_child (widget_class, EntComparePage, shares_row);
  for (guint i = 0; i < N_SHARES; i++) {
    gtk_widget_class_bind_template_child_full (widget_class, groups[i], FALSE, G_STRUCT_OFFSET (EntComparePage, groups) + i * sizeof (gpointer));
    gtk_widget_class_bind_template_child_full (widget_class, lists[i], FALSE, G_STRUCT_OFFSET (EntComparePage, lists) + i * sizeof (gpointer));
  }
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_compare_page_init (EntComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
