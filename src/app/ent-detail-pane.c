/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-detail-pane.h"

#include "ent-children.h"
#include "ent-actor-page.h"
#include "ent-article-view.h"
#include "ent-compare-page.h"
#include "ent-overview-page.h"
#include "ent-path-page.h"
#include "ent-relation-page.h"
#include "ent-stack.h"

struct _EntDetailPane {
  GtkWidget        parent_instance;
  GtkWidget       *content;      /* hidden before there is a map */
  GtkStack        *stack;
  GtkStack        *detail_stack;
  GtkWidget       *back_button;
  EntOverviewPage *overview_page;
  EntActorPage    *actor_page;
  EntRelationPage *relation_page;
  EntPathPage     *path_page;
  EntComparePage  *compare_page;
  EntArticleView  *article_view;
  EntSession      *session;
  gboolean         to_follow;    /* the article has not been looked at since this was selected */
};

enum { PROP_0, PROP_SESSION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntDetailPane, ent_detail_pane, GTK_TYPE_WIDGET)

GtkWidget *
ent_detail_pane_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_DETAIL_PANE, "session", session, NULL);
}

void
ent_detail_pane_show_article (EntDetailPane *self)
{
  g_return_if_fail (ENT_IS_DETAIL_PANE (self));
  gtk_stack_set_visible_child_name (self->stack, "article");
}

void
ent_detail_pane_show_details (EntDetailPane *self)
{
  g_return_if_fail (ENT_IS_DETAIL_PANE (self));
  gtk_stack_set_visible_child_name (self->stack, "details");
}

void
ent_detail_pane_edit_name (EntDetailPane *self)
{
  g_return_if_fail (ENT_IS_DETAIL_PANE (self));
  if (ent_session_get_actor (self->session) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "details");
  ent_actor_page_edit_name (self->actor_page);
}

/* ── the article ────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Whoever turns to the article with something selected finds the first place where it says that; whoever was there since finds the
 * place where they left. */
static void
visible_child_cb (EntDetailPane *self)
{
  if (!self->to_follow || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "article") != 0)
    return;

  EntRelation *relation = ent_session_get_relation (self->session);
  EntActor *actor = ent_session_get_actor (self->session);
  const EntEvidence *evidence;
  guint n_evidence = 0;

  self->to_follow = FALSE;
  if (actor)
    ent_article_view_show_actor (self->article_view, actor);
  else if (relation && (evidence = ent_relation_get_evidence (relation, &n_evidence)) && n_evidence > 0)
    ent_article_view_show_span (self->article_view, evidence[0].source, evidence[0].span);
}

/* Led to a place of its own choice. */
static void
turn_to_article (EntDetailPane *self)
{
  self->to_follow = FALSE;
  ent_detail_pane_show_article (self);
}

/* ── the session ────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
show_details (EntDetailPane *self)
{
  const char *page = "overview";

  if (ent_session_get_relation (self->session)) {
    ent_relation_page_show (self->relation_page, self->session);
    page = "relation";
  } else if (ent_session_get_actor (self->session)) {
    ent_actor_page_show (self->actor_page, self->session);
    page = "actor";
  } else if (ent_session_get_path (self->session)) {
    ent_path_page_show (self->path_page, self->session);
    page = "path";
  } else if (ent_map_filter_get_comparison (ent_session_get_filter (self->session), NULL, NULL, NULL)) {
    ent_compare_page_show (self->compare_page, self->session);
    page = "compare";
  } else {
    ent_overview_page_show (self->overview_page, self->session);
  }
  ent_stack_show (self->detail_stack, page);
  gtk_widget_set_visible (self->back_button, !g_str_equal (page, "overview"));
}

static void
changed_cb (EntDetailPane *self)
{
  if (ent_session_get_map (self->session) == NULL)
    return;
  gtk_widget_set_visible (self->content, TRUE);
  show_details (self);
  ent_article_view_show (self->article_view, self->session);
}

static void
selection_changed_cb (EntDetailPane *self)
{
  if (ent_session_get_map (self->session) == NULL)
    return;
  show_details (self);
  self->to_follow = ent_session_get_relation (self->session) || ent_session_get_actor (self->session);
  if (self->to_follow)
    gtk_stack_set_visible_child_name (self->stack, "details");
}

static void
ways_changed_cb (EntDetailPane *self)
{
  if (ent_session_get_map (self->session) == NULL)
    return;
  show_details (self);
  if (ent_session_get_path (self->session))
    gtk_stack_set_visible_child_name (self->stack, "details");
}

static void
filter_changed_cb (EntDetailPane *self)
{
  if (ent_session_get_map (self->session))
    show_details (self);
}

static void
set_session (EntDetailPane *self, EntSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session) {
    g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
    g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
    g_signal_connect_swapped (session, "ways-changed", G_CALLBACK (ways_changed_cb), self);
    changed_cb (self);
  }
}

/* ── actions ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
show_span_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntDetailPane *self = ENT_DETAIL_PANE (widget);
  const char *id;
  guint64 start, end;

  g_variant_get (parameter, "(&stt)", &id, &start, &end);
  EntSource *source = ent_map_find_source (ent_session_get_map (self->session), id);
  g_return_if_fail (source != NULL);
  turn_to_article (self);
  ent_article_view_show_span (self->article_view, source, (EntSpan) { start, end });
}

static void
show_source_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntDetailPane *self = ENT_DETAIL_PANE (widget);
  EntSource *source = ent_map_find_source (ent_session_get_map (self->session), g_variant_get_string (parameter, NULL));

  if (source == NULL)
    return;
  turn_to_article (self);
  ent_article_view_show_source (self->article_view, source);
}

static void
show_actor_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntDetailPane *self = ENT_DETAIL_PANE (widget);
  EntActor *actor = ent_session_get_actor (self->session);

  if (actor == NULL)
    return;
  turn_to_article (self);
  ent_article_view_show_actor (self->article_view, actor);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntSession *session = ENT_DETAIL_PANE (widget)->session;

  /* From a link of a path or a comparison back to that, from there to everything. */
  if (ent_session_get_actor (session) == NULL && ent_session_get_relation (session) == NULL) {
    if (ent_session_get_path (session))
      ent_session_clear_path (session);
    else
      ent_map_filter_end_comparison (ent_session_get_filter (session));
  }
  ent_session_select (session, NULL, NULL);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_detail_pane_dispose (GObject *object)
{
  set_session (ENT_DETAIL_PANE (object), NULL);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_DETAIL_PANE);
  G_OBJECT_CLASS (ent_detail_pane_parent_class)->dispose (object);
}

static void
ent_detail_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: g_value_set_object (value, ENT_DETAIL_PANE (object)->session); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_detail_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: set_session (ENT_DETAIL_PANE (object), g_value_get_object (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_detail_pane_class_init (EntDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_detail_pane_dispose;
  object_class->get_property = ent_detail_pane_get_property;
  object_class->set_property = ent_detail_pane_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ENT_TYPE_OVERVIEW_PAGE);
  g_type_ensure (ENT_TYPE_ACTOR_PAGE);
  g_type_ensure (ENT_TYPE_PATH_PAGE);
  g_type_ensure (ENT_TYPE_COMPARE_PAGE);
  g_type_ensure (ENT_TYPE_RELATION_PAGE);
  g_type_ensure (ENT_TYPE_ARTICLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, content);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, overview_page);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, actor_page);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, relation_page);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, path_page);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, compare_page);
  gtk_widget_class_bind_template_child (widget_class, EntDetailPane, article_view);
  gtk_widget_class_install_action (widget_class, "pane.show-span", "(stt)", show_span_action);
  gtk_widget_class_install_action (widget_class, "pane.show-source", "s", show_source_action);
  gtk_widget_class_install_action (widget_class, "pane.show-actor", NULL, show_actor_action);
  gtk_widget_class_install_action (widget_class, "pane.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pane.back", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "detailpane");
}

static void
ent_detail_pane_init (EntDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (visible_child_cb), self, G_CONNECT_SWAPPED);
}
