/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-filter-popover.h"

#include "ent-words.h"

#include <glib/gi18n.h>

struct _EntFilterPopover {
  GtkPopover      parent_instance;
  GtkGrid        *kinds_grid;
  GtkGrid        *types_grid;
  GtkWidget      *all_types_button;
  GtkWidget      *no_types_button;
  GtkSpinButton  *quotes_button;
  GtkWidget      *article_row;
  GtkDropDown    *article_choice;
  GtkSwitch      *fades_switch;
  GtkWidget      *clear_button;
  GtkCheckButton *kinds[ENT_N_KINDS];
  GtkCheckButton *types[ENT_N_RELATION_TYPES];

  EntSession     *session;
  gboolean        showing;     /* the widgets are being set from the filter, not by the reader */
};

enum { PROP_0, PROP_SESSION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntFilterPopover, ent_filter_popover, GTK_TYPE_POPOVER)

static EntMapFilter *
get_filter (EntFilterPopover *self)
{
  return ent_session_get_filter (self->session);
}

/* ── from the filter ────────────────────────────────────────────────────────────────────────────────────────────── */

static guint
find_article (EntFilterPopover *self)
{
  GListModel *sources = ent_session_get_map (self->session) ? ent_map_get_sources (ent_session_get_map (self->session)) : NULL;
  const char *id = ent_map_filter_get_article (get_filter (self));

  for (guint i = 0; id && sources && i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (EntSource) source = g_list_model_get_item (sources, i);
    if (g_str_equal (ent_source_get_id (source), id))
      return i + 1;
  }
  return 0;
}

static void
show_filter (EntFilterPopover *self)
{
  EntMapFilter *filter = get_filter (self);
  guint n_types = 0;

  self->showing = TRUE;
  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    gtk_check_button_set_active (self->kinds[kind], ent_map_filter_get_kind (filter, kind));
  for (EntRelationType type = 0; type < ENT_N_RELATION_TYPES; type++) {
    gtk_check_button_set_active (self->types[type], ent_map_filter_get_type_shown (filter, type));
    n_types += ent_map_filter_get_type_shown (filter, type);
  }
  gtk_spin_button_set_value (self->quotes_button, ent_map_filter_get_least_quotes (filter));
  gtk_switch_set_active (self->fades_switch, ent_map_filter_get_fades (filter));
  gtk_drop_down_set_selected (self->article_choice, find_article (self));
  gtk_widget_set_sensitive (self->all_types_button, n_types < ENT_N_RELATION_TYPES);
  gtk_widget_set_sensitive (self->no_types_button, n_types > 0);
  gtk_widget_set_sensitive (self->clear_button, ent_map_filter_count (filter) > 0);
  self->showing = FALSE;
}

/* The articles of the map, after a line for all of them. */
static void
show_articles (EntFilterPopover *self)
{
  EntMap *map = ent_session_get_map (self->session);
  guint n_sources = map ? g_list_model_get_n_items (ent_map_get_sources (map)) : 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *const[]) { _("All Articles"), NULL });

  for (guint i = 0; i < n_sources; i++) {
    g_autoptr (EntSource) source = g_list_model_get_item (ent_map_get_sources (map), i);
    gtk_string_list_append (titles, ent_source_get_title (source));
  }
  self->showing = TRUE;
  gtk_drop_down_set_model (self->article_choice, G_LIST_MODEL (titles));
  self->showing = FALSE;
  gtk_widget_set_visible (self->article_row, n_sources > 1);
  show_filter (self);
}

/* ── from the reader ────────────────────────────────────────────────────────────────────────────────────────────── */

static void
toggled_cb (EntFilterPopover *self, GtkCheckButton *button)
{
  gboolean shown = gtk_check_button_get_active (button);

  if (self->showing)
    return;
  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++)
    if (self->kinds[kind] == button)
      ent_map_filter_set_kind (get_filter (self), kind, shown);
  for (EntRelationType type = 0; type < ENT_N_RELATION_TYPES; type++)
    if (self->types[type] == button)
      ent_map_filter_set_type_shown (get_filter (self), type, shown);
}

static void
all_types_cb (EntFilterPopover *self)
{
  for (EntRelationType type = 0; type < ENT_N_RELATION_TYPES; type++)
    ent_map_filter_set_type_shown (get_filter (self), type, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->types[0]));
}

static void
no_types_cb (EntFilterPopover *self)
{
  for (EntRelationType type = 0; type < ENT_N_RELATION_TYPES; type++)
    ent_map_filter_set_type_shown (get_filter (self), type, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->types[0]));
}

static void
quotes_changed_cb (EntFilterPopover *self)
{
  if (!self->showing && self->session)
    ent_map_filter_set_least_quotes (get_filter (self), gtk_spin_button_get_value_as_int (self->quotes_button));
}

static void
fades_changed_cb (EntFilterPopover *self)
{
  if (!self->showing && self->session)
    ent_map_filter_set_fades (get_filter (self), gtk_switch_get_active (self->fades_switch));
}

static void
article_chosen_cb (EntFilterPopover *self)
{
  guint place = gtk_drop_down_get_selected (self->article_choice);
  g_autoptr (EntSource) source = NULL;

  if (self->showing || self->session == NULL || place == GTK_INVALID_LIST_POSITION)
    return;
  if (place > 0)
    source = g_list_model_get_item (ent_map_get_sources (ent_session_get_map (self->session)), place - 1);
  ent_map_filter_set_article (get_filter (self), source ? ent_source_get_id (source) : NULL);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static GtkCheckButton *
new_check (EntFilterPopover *self, const char *label)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return GTK_CHECK_BUTTON (button);
}

/* The types stand in columns, one a stance. */
static void
add_checks (EntFilterPopover *self)
{
  int n_rows[ENT_N_STANCES] = { 0 };

  for (EntKind kind = 0; kind < ENT_N_KINDS; kind++) {
    self->kinds[kind] = new_check (self, ent_words_kind (kind));
    gtk_grid_attach (self->kinds_grid, GTK_WIDGET (self->kinds[kind]), kind % ENT_N_STANCES, kind / ENT_N_STANCES, 1, 1);   /* in the columns of the types */
  }
  for (EntRelationType type = 0; type < ENT_N_RELATION_TYPES; type++) {
    EntStance stance = ent_relation_type_get_stance (type);
    self->types[type] = new_check (self, ent_words_type (type));
    gtk_grid_attach (self->types_grid, GTK_WIDGET (self->types[type]), stance, n_rows[stance]++, 1, 1);
  }
}

static void
set_session (EntFilterPopover *self, EntSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (show_articles), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (show_filter), self);
  show_articles (self);
}

static void
ent_filter_popover_dispose (GObject *object)
{
  set_session (ENT_FILTER_POPOVER (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_FILTER_POPOVER);
  G_OBJECT_CLASS (ent_filter_popover_parent_class)->dispose (object);
}

static void
ent_filter_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: g_value_set_object (value, ENT_FILTER_POPOVER (object)->session); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_filter_popover_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_SESSION: set_session (ENT_FILTER_POPOVER (object), g_value_get_object (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_filter_popover_class_init (EntFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_filter_popover_dispose;
  object_class->get_property = ent_filter_popover_get_property;
  object_class->set_property = ent_filter_popover_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, kinds_grid);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, types_grid);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, all_types_button);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, no_types_button);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, quotes_button);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, article_row);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, article_choice);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, fades_switch);
  gtk_widget_class_bind_template_child (widget_class, EntFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, all_types_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_types_cb);
  gtk_widget_class_bind_template_callback (widget_class, quotes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fades_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_chosen_cb);
}

static void
ent_filter_popover_init (EntFilterPopover *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_checks (self);
  self->showing = FALSE;
}
