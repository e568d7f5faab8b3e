/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of a large map the page is filled part by part, one a frame: what is in them takes long to find and new rows take long to measure,
 * and a key must not wait for all of that. */
#include "ent-overview-page.h"

#include "ent-actor-row.h"
#include "ent-article-row.h"
#include "ent-map-articles.h"
#include "ent-map-salience.h"
#include "ent-relation-row.h"
#include "ent-children.h"
#include "ent-stance-swatch.h"
#include "ent-words.h"

#include <glib/gi18n.h>

#define N_ACTORS    6
#define N_CONFLICTS 4
#define N_DISAGREEMENTS 4
#define AT_ONCE_MOST 300     /* actors and links */

struct _EntOverviewPage {
  GtkWidget   parent_instance;
  GtkLabel   *title_label;
  GtkLabel   *figures_label;
  GtkLabel   *stance_labels[ENT_N_STANCES];
  GtkWidget  *actors_group;
  GtkListBox *actors_list;
  GtkWidget  *conflicts_group;
  GtkListBox *conflicts_list;
  GtkListBox *articles_list;
  GtkWidget  *compare_button;
  GtkWidget  *disagreements_group;
  GtkListBox *disagreements_list;
  EntSession *session;
  guint       fill_tick;
  guint       n_filled;      /* parts */
};

G_DEFINE_FINAL_TYPE (EntOverviewPage, ent_overview_page, GTK_TYPE_WIDGET)

typedef struct {
  gpointer item;
  double   weight;
  guint    n_links;   /* of an actor, that are shown */
} Ranked;

/* Heaviest first; among equals the order of the map is kept (g_array_sort is stable). */
static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  double weight_a = ((const Ranked *) a)->weight, weight_b = ((const Ranked *) b)->weight;

  return weight_a > weight_b ? -1 : weight_a < weight_b;
}

/* Who has links comes before who has none. */
static gint
compare_actors (gconstpointer a, gconstpointer b)
{
  gboolean linked_a = ((const Ranked *) a)->n_links > 0, linked_b = ((const Ranked *) b)->n_links > 0;

  return linked_a == linked_b ? compare_ranked (a, b) : linked_b - linked_a;
}

/* (transfer full): of every actor that has links which are shown, how many. */
static GHashTable *
count_links (EntSession *session)
{
  GHashTable *n_links = g_hash_table_new (NULL, NULL);
  GListModel *relations = ent_map_get_relations (ent_session_get_map (session));

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    EntActor *ends[] = { ent_relation_get_from (relation), ent_relation_get_to (relation) };
    for (guint j = 0; j < 2 && ent_session_shows (session, relation); j++)
      g_hash_table_insert (n_links, ends[j], GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (n_links, ends[j])) + 1));
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
  g_autoptr (GHashTable) n_links = count_links (self->session);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    Ranked rank = { actor, salience[i], GPOINTER_TO_UINT (g_hash_table_lookup (n_links, actor)) };
    g_array_append_val (ranks, rank);
  }
  g_array_sort (ranks, compare_actors);
  ent_children_clear_list (self->actors_list);
  for (guint i = 0; i < MIN (ranks->len, N_ACTORS); i++) {
    const Ranked *rank = &g_array_index (ranks, Ranked, i);
    gtk_list_box_append (self->actors_list, ent_actor_row_new (rank->item, rank->n_links));
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
    Ranked rank = { .item = relation, .weight = n_quotes + ent_relation_get_confidence (relation) };
    g_array_append_val (ranks, rank);
  }
  g_array_sort (ranks, compare_ranked);
  ent_children_clear_list (self->conflicts_list);
  for (guint i = 0; i < MIN (ranks->len, N_CONFLICTS); i++)
    gtk_list_box_append (self->conflicts_list, ent_relation_row_new (g_array_index (ranks, Ranked, i).item));
  gtk_widget_set_visible (self->conflicts_group, ranks->len > 0);
}

/* How many links are sure enough that have quotes in each article (EntSource → number). */
static GHashTable *
count_links_by_article (EntSession *session)
{
  GListModel *relations = ent_map_get_relations (ent_session_get_map (session));
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    guint n_quotes;
    const EntEvidence *quotes = ent_relation_get_evidence (relation, &n_quotes);
    g_hash_table_remove_all (seen);
    for (guint j = 0; j < n_quotes && ent_map_filter_is_sure (ent_session_get_filter (session), relation); j++)
      if (g_hash_table_add (seen, quotes[j].source))
        g_hash_table_insert (counts, quotes[j].source, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, quotes[j].source)) + 1));
  }
  return counts;
}

/* Rows stay, and with them the focus, while there are as many articles as before. */
static void
show_articles (EntOverviewPage *self, EntMap *map)
{
  GListModel *sources = ent_map_get_sources (map);
  guint n_sources = g_list_model_get_n_items (sources);
  g_autoptr (GHashTable) counts = count_links_by_article (self->session);
  GtkListBoxRow *extra;

  for (guint i = 0; i < n_sources; i++) {
    g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->articles_list, i);
    if (row == NULL)
      gtk_list_box_append (self->articles_list, GTK_WIDGET (row = GTK_LIST_BOX_ROW (ent_article_row_new ())));
    ent_article_row_show (ENT_ARTICLE_ROW (row), source, GPOINTER_TO_UINT (g_hash_table_lookup (counts, source)), n_sources > 1);
  }
  while ((extra = gtk_list_box_get_row_at_index (self->articles_list, n_sources)))
    gtk_list_box_remove (self->articles_list, GTK_WIDGET (extra));
  gtk_widget_set_visible (self->compare_button, n_sources > 1);
}

/* Whether one of these is between the same two actors. */
static gboolean
has_pair (GPtrArray *relations, EntRelation *relation)
{
  EntActor *from = ent_relation_get_from (relation), *to = ent_relation_get_to (relation);

  for (guint i = 0; i < relations->len; i++) {
    EntActor *one = ent_relation_get_from (relations->pdata[i]), *other = ent_relation_get_to (relations->pdata[i]);
    if ((one == from && other == to) || (one == to && other == from))
      return TRUE;
  }
  return FALSE;
}

/* A row for each two actors. */
static void
show_disagreements (EntOverviewPage *self, EntMap *map)
{
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  ent_children_clear_list (self->disagreements_list);
  if (g_list_model_get_n_items (ent_map_get_sources (map)) > 1)
    pairs = ent_map_list_disagreements (map);
  for (guint i = 0; pairs && i < pairs->len && shown->len < N_DISAGREEMENTS; i += 2) {
    if (has_pair (shown, pairs->pdata[i]) || !ent_session_shows (self->session, pairs->pdata[i]) || !ent_session_shows (self->session, pairs->pdata[i + 1]))
      continue;
    gtk_list_box_append (self->disagreements_list, ent_relation_row_new (pairs->pdata[i]));
    g_ptr_array_add (shown, pairs->pdata[i]);
  }
  gtk_widget_set_visible (self->disagreements_group, shown->len > 0);
}

/* The next part; FALSE where that was the last. */
static gboolean
fill (EntOverviewPage *self, EntMap *map)
{
  static void (*const parts[]) (EntOverviewPage *self, EntMap *map) = {
    show_figures, show_articles, show_actors, show_conflicts, show_disagreements,
  };

  parts[self->n_filled++] (self, map);
  return self->n_filled < G_N_ELEMENTS (parts);
}

static gboolean
fill_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntOverviewPage *self = ENT_OVERVIEW_PAGE (widget);
  EntMap *map = ent_session_get_map (self->session);

  if (map && fill (self, map))
    return G_SOURCE_CONTINUE;
  self->fill_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_filling (EntOverviewPage *self)
{
  if (self->fill_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_tick);
  self->fill_tick = 0;
}

/* While nobody sees the page there are no frames, and a large map waits. */
void
ent_overview_page_show (EntOverviewPage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_OVERVIEW_PAGE (self));

  EntMap *map = ent_session_get_map (session);

  stop_filling (self);
  g_set_object (&self->session, session);
  if (map == NULL)
    return;
  self->n_filled = 0;
  if (g_list_model_get_n_items (ent_map_get_actors (map)) + g_list_model_get_n_items (ent_map_get_relations (map)) > AT_ONCE_MOST)
    self->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
  else
    while (fill (self, map))
      ;
}

/* What is still listed may have gone from the map a frame ago. */
static void
actor_activated_cb (EntOverviewPage *self, EntActorRow *row)
{
  EntMap *map = ent_session_get_map (self->session);
  EntActor *actor = ent_actor_row_get_actor (row);

  if (map && ent_map_find_actor (map, ent_actor_get_id (actor)) == actor)
    ent_session_select (self->session, actor, NULL);
}

static void
relation_activated_cb (EntOverviewPage *self, EntRelationRow *row)
{
  EntMap *map = ent_session_get_map (self->session);
  EntRelation *relation = ent_relation_row_get_relation (row);

  if (map && ent_map_find_relation (map, ent_relation_get_id (relation)) == relation)
    ent_session_select (self->session, NULL, relation);
}

static void
article_activated_cb (EntOverviewPage *self, EntArticleRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.show-source", "s", ent_article_row_get_id (row));
}

static void
ent_overview_page_dispose (GObject *object)
{
  EntOverviewPage *self = ENT_OVERVIEW_PAGE (object);

  stop_filling (self);
  g_clear_object (&self->session);
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
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, articles_list);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, disagreements_group);
  gtk_widget_class_bind_template_child (widget_class, EntOverviewPage, disagreements_list);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    gtk_widget_class_bind_template_child_full (widget_class, stance_label_ids[stance], FALSE,
                                               G_STRUCT_OFFSET (EntOverviewPage, stance_labels) + stance * sizeof (GtkLabel *));
  gtk_widget_class_bind_template_callback (widget_class, actor_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, relation_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_overview_page_init (EntOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
