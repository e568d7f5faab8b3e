/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-overview-page.h"

#include "ent-actor-row.h"
#include "ent-map-salience.h"
#include "ent-relation-row.h"
#include "ent-children.h"
#include "ent-stance-swatch.h"
#include "ent-words.h"

#include <glib/gi18n.h>

#define N_ACTORS    6
#define N_CONFLICTS 4

struct _EntOverviewPage {
  GtkWidget   parent_instance;
  GtkLabel   *title_label;
  GtkLabel   *figures_label;
  GtkLabel   *stance_labels[ENT_N_STANCES];
  GtkWidget  *actors_group;
  GtkListBox *actors_list;
  GtkWidget  *conflicts_group;
  GtkListBox *conflicts_list;
  EntSession *session;
};

G_DEFINE_FINAL_TYPE (EntOverviewPage, ent_overview_page, GTK_TYPE_WIDGET)

typedef struct {
  gpointer item;
  double   weight;
} Ranked;

/* Heaviest first; among equals the order of the map is kept (g_array_sort is stable). */
static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  double weight_a = ((const Ranked *) a)->weight, weight_b = ((const Ranked *) b)->weight;

  return weight_a > weight_b ? -1 : weight_a < weight_b;
}

static guint
count_links (EntSession *session, EntActor *actor)
{
  GListModel *relations = ent_map_get_relations (ent_session_get_map (session));
  guint n_links = 0;

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    n_links += (ent_relation_get_from (relation) == actor || ent_relation_get_to (relation) == actor) && ent_session_shows (session, relation);
  }
  return n_links;
}

static guint
count_words (EntMap *map)
{
  GListModel *sources = ent_map_get_sources (map);
  guint n_words = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
    gboolean inside = FALSE;
    for (const char *at = ent_source_get_text (source); *at; at = g_utf8_next_char (at)) {
      gboolean letter = g_unichar_isalnum (g_utf8_get_char (at));
      n_words += letter && !inside;
      inside = letter || (inside && !g_unichar_isspace (g_utf8_get_char (at)));
    }
  }
  return n_words;
}

static void
show_figures (EntOverviewPage *self, EntMap *map)
{
  GListModel *relations = ent_map_get_relations (map);
  g_autofree char *size = ent_words_dup_map_size (map, ent_session_count_hidden (self->session));
  guint n_words = count_words (map), n_links[ENT_N_STANCES] = { 0 };
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  /* Translators: "12 actors · 23 links · 1 article" and "812 words" */
  g_autofree char *figures = g_strdup_printf (_("%s · %s"), size, words);

  gtk_label_set_text (self->title_label, ent_map_get_title (map));
  gtk_label_set_text (self->figures_label, figures);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    n_links[ent_relation_get_stance (relation)] += ent_session_shows (self->session, relation);
  }
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++) {
    /* Translators: how many links of a stance there are: "9 cooperation" */
    g_autofree char *text = g_strdup_printf (_("%u %s"), n_links[stance], ent_words_stance (stance));
    gtk_label_set_text (self->stance_labels[stance], text);
  }
}

static void
show_actors (EntOverviewPage *self, EntMap *map)
{
  GListModel *actors = ent_map_get_actors (map);
  g_autofree double *salience = ent_map_measure_salience (map);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    Ranked rank = { actor, salience[i] };
    g_array_append_val (ranks, rank);
  }
  g_array_sort (ranks, compare_ranked);
  ent_children_clear_list (self->actors_list);
  for (guint i = 0; i < MIN (ranks->len, N_ACTORS); i++) {
    EntActor *actor = g_array_index (ranks, Ranked, i).item;
    gtk_list_box_append (self->actors_list, ent_actor_row_new (actor, count_links (self->session, actor)));
  }
  gtk_widget_set_visible (self->actors_group, ranks->len > 0);
}

static void
show_conflicts (EntOverviewPage *self, EntMap *map)
{
  GListModel *relations = ent_map_get_relations (map);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    guint n_quotes;
    if (ent_relation_get_stance (relation) != ENT_STANCE_CONFLICT || !ent_session_shows (self->session, relation))
      continue;
    ent_relation_get_evidence (relation, &n_quotes);
    Ranked rank = { relation, n_quotes + ent_relation_get_confidence (relation) };
    g_array_append_val (ranks, rank);
  }
  g_array_sort (ranks, compare_ranked);
  ent_children_clear_list (self->conflicts_list);
  for (guint i = 0; i < MIN (ranks->len, N_CONFLICTS); i++)
    gtk_list_box_append (self->conflicts_list, ent_relation_row_new (g_array_index (ranks, Ranked, i).item));
  gtk_widget_set_visible (self->conflicts_group, ranks->len > 0);
}

void
ent_overview_page_show (EntOverviewPage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_OVERVIEW_PAGE (self));

  EntMap *map = ent_session_get_map (session);

  g_set_object (&self->session, session);
  if (map == NULL)
    return;
  show_figures (self, map);
  show_actors (self, map);
  show_conflicts (self, map);
}

static void
actor_activated_cb (EntOverviewPage *self, EntActorRow *row)
{
  ent_session_select (self->session, ent_actor_row_get_actor (row), NULL);
}

static void
conflict_activated_cb (EntOverviewPage *self, EntRelationRow *row)
{
  ent_session_select (self->session, NULL, ent_relation_row_get_relation (row));
}

static void
ent_overview_page_dispose (GObject *object)
{
  g_clear_object (&ENT_OVERVIEW_PAGE (object)->session);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (ent_overview_page_parent_class)->dispose (object);
}

static void
ent_overview_page_class_init (EntOverviewPageClass *klass)
{
  static const char *const stance_label_ids[ENT_N_STANCES] = { "cooperation_label", "conflict_label", "neutral_label" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_overview_page_dispose;
  g_type_ensure (ENT_TYPE_STANCE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, figures_label);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, actors_group);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, actors_list);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, conflicts_group);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, conflicts_list);
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    gtk_widget_class_bind_template_child_full (widget_class, stance_label_ids[stance], FALSE,
                                               G_STRUCT_OFFSET (EntOverviewPage, stance_labels) + stance * sizeof (GtkLabel *));
  gtk_widget_class_bind_template_callback (widget_class, actor_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, conflict_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_overview_page_init (EntOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
