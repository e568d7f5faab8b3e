/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The map's relations go through a filter (the session's and the search), a sorter (the columns') and a selection. Cells are written
 * when they are bound and again whenever the session changes. Only the reader selects from the table into the session: rows that
 * come and go do not. Hundreds of cells are slow to make: while the table is not on the screen the view has no rows. */
#include "ent-link-table.h"

#include "ent-children.h"
#include "ent-link-column.h"
#include "ent-link-table-menu.h"
#include "ent-search.h"
#include "ent-stack.h"
#include "ent-stance-swatch.h"
#include "ent-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define SCROLLBAR_PX 12  /* that a scrollbar over the last column takes */
#define LEAST_CHARS 9    /* of what actors are called and what they do: the table scrolls rather than to show less */

static const struct {
  const char *name, *title;
  gboolean    expand, number;
} columns[ENT_N_LINK_COLUMNS] = {
  [ENT_LINK_COLUMN_FROM]       = { "from",       NC_("column", "From"),       TRUE,  FALSE },
  [ENT_LINK_COLUMN_RELATION]   = { "relation",   NC_("column", "Relation"),   TRUE,  FALSE },
  [ENT_LINK_COLUMN_TO]         = { "to",         NC_("column", "To"),         TRUE,  FALSE },
  [ENT_LINK_COLUMN_STANCE]     = { "stance",     NC_("column", "Stance"),     FALSE, FALSE },
  [ENT_LINK_COLUMN_QUOTES]     = { "quotes",     NC_("column", "Quotes"),     FALSE, TRUE  },
  [ENT_LINK_COLUMN_CONFIDENCE] = { "confidence", NC_("column", "Confidence"), FALSE, TRUE  },
};

struct _EntLinkTable {
  GtkWidget           parent_instance;
  GtkStack           *stack;
  GtkColumnView      *view;
  GtkColumnViewColumn *columns[ENT_N_LINK_COLUMNS];
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkSingleSelection *selection;

  EntSession         *session;
  char               *needle;       /* of the search; NULL for none */
  char               *search;
  int                 sorted_by;    /* -1 for none */
  gboolean            descending;
  gboolean            showing;      /* the selection follows the session, not the reader */
  guint               scrolling, n_frames;   /* a tick callback after the table came up, and its frames; it goes with the widget */
};

enum { PROP_0, PROP_SESSION, PROP_SEARCH, N_PROPS };
enum { OPENED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntLinkTable, ent_link_table, GTK_TYPE_WIDGET)

GtkWidget *
ent_link_table_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_LINK_TABLE, "session", session, NULL);
}

GListModel *
ent_link_table_get_links (EntLinkTable *self)
{
  g_return_val_if_fail (ENT_IS_LINK_TABLE (self), NULL);
  return G_LIST_MODEL (self->selection);
}

/* ── cells ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntLinkColumn
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

/* The row is GTK's own and would be called by the name of its type. */
static void
name_row (GtkWidget *cell, EntRelation *relation)
{
  GtkWidget *parent = gtk_widget_get_parent (cell), *row = parent ? gtk_widget_get_parent (parent) : NULL;
  g_autofree char *statement = ent_words_dup_statement (relation);

  if (row && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) == GTK_ACCESSIBLE_ROLE_ROW)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, statement, -1);
}

static void
show_cell (GtkListItem *item)
{
  EntRelation *relation = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *label = cell ? gtk_widget_get_last_child (cell) : NULL;
  EntLinkColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));

  if (relation == NULL || label == NULL)
    return;
  g_autofree char *text = ent_link_column_dup_text (column, relation);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, columns[column].expand ? text : NULL);
  if (column == ENT_LINK_COLUMN_FROM)
    name_row (cell, relation);
  if (column == ENT_LINK_COLUMN_STANCE)
    ent_stance_swatch_set_stance (ENT_STANCE_SWATCH (gtk_widget_get_first_child (cell)), ent_relation_get_stance (relation));
}

static void
setup_cb (EntLinkTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  EntLinkColumn column = get_column (factory);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", columns[column].number ? 1. : 0., "hexpand", TRUE,
                                   "width-chars", columns[column].expand ? LEAST_CHARS : -1,
                                   "ellipsize", columns[column].expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);

  if (column == ENT_LINK_COLUMN_STANCE)
    gtk_box_append (GTK_BOX (cell), g_object_new (ENT_TYPE_STANCE_SWATCH, "link", TRUE, NULL));
  if (columns[column].number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (cell), label);
  if (column == ENT_LINK_COLUMN_CONFIDENCE)
    gtk_widget_set_margin_end (cell, SCROLLBAR_PX);
  gtk_list_item_set_child (item, cell);
  g_object_set_data (G_OBJECT (cell), "item", item);
  g_object_set_data (G_OBJECT (item), "column", GUINT_TO_POINTER (column));
  if (self->session)
    g_signal_connect_object (self->session, "changed", G_CALLBACK (show_cell), item, G_CONNECT_SWAPPED);
}

static void
bind_cb (EntLinkTable *self, GtkListItem *item)
{
  show_cell (item);
}

/* ── order and filter ───────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
passes_cb (gpointer item, gpointer data)
{
  EntLinkTable *self = data;
  EntRelation *relation = item;

  if (self->session == NULL || !ent_session_shows (self->session, relation))
    return FALSE;
  if (!ent_map_filter_is_on_path (ent_session_get_filter (self->session), relation))
    return FALSE;
  return self->needle == NULL || ent_search_matches_relation (self->needle, relation)
    || ent_search_matches_actor (self->needle, ent_relation_get_from (relation))
    || ent_search_matches_actor (self->needle, ent_relation_get_to (relation));
}

static void
scroll_to (EntLinkTable *self, guint row)
{
  /* The list of rows is the view's second child, after the heads. */
  if (row < g_list_model_get_n_items (G_LIST_MODEL (self->selection)) && gtk_column_view_get_model (self->view))
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", row);
}

/* Where the reader sorts, it is to see what comes first; the view would keep the rows in sight that were. */
static void
sorted_cb (EntLinkTable *self)
{
  if (!self->showing && self->view)
    scroll_to (self, 0);
}

/* The highest number first. A second time turns it round. */
static void
sort_by (EntLinkTable *self, EntLinkColumn column)
{
  self->descending = self->sorted_by == (int) column ? !self->descending : columns[column].number;
  self->sorted_by = column;
  gtk_column_view_sort_by_column (self->view, self->columns[column], self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
sort_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntLinkTable *self = ENT_LINK_TABLE (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  for (EntLinkColumn column = 0; column < ENT_N_LINK_COLUMNS; column++)
    if (g_str_equal (columns[column].name, name))
      sort_by (self, column);
}

/* The head's own click would begin with the lowest. */
static void
head_released_cb (EntLinkTable *self, int n_press, double x, double y, GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  sort_by (self, get_column (click));
}

/* ── the session ────────────────────────────────────────────────────────────────────────────────────────────────── */

static guint
find_row (EntLinkTable *self, EntRelation *relation)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; relation && i < n_rows; i++) {
    g_autoptr (EntRelation) at = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
    if (at == relation)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

/* The focus comes along. */
static void
scroll_to_selected (EntLinkTable *self)
{
  scroll_to (self, gtk_single_selection_get_selected (self->selection));
  ent_link_table_move_focus (GTK_WIDGET (self), gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                             gtk_single_selection_get_selected_item (self->selection));
}

static void
show_selection (EntLinkTable *self)
{
  guint row = find_row (self, ent_session_get_relation (self->session));

  if (row == gtk_single_selection_get_selected (self->selection))
    return;
  self->showing = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->showing = FALSE;
  scroll_to_selected (self);
}

/* What is there when the table is left stays until the map changes. */
static void
set_rows (EntLinkTable *self, gboolean shown)
{
  if (shown == (gtk_column_view_get_model (self->view) != NULL))
    return;
  self->showing = TRUE;
  gtk_column_view_set_model (self->view, shown ? GTK_SELECTION_MODEL (self->selection) : NULL);
  self->showing = FALSE;
  scroll_to_selected (self);
}

static void
show_page (EntLinkTable *self)
{
  EntMap *map = ent_session_get_map (self->session);
  gboolean none = map && g_list_model_get_n_items (ent_map_get_relations (map)) == 0;

  if (map == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "links");
  else
    ent_stack_show (self->stack, none ? "no-links" : self->needle ? "not-found" : "filtered");
}

static void
refilter (EntLinkTable *self)
{
  self->showing = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->showing = FALSE;
  show_page (self);
  show_selection (self);
}

static void
changed_cb (EntLinkTable *self)
{
  EntMap *map = ent_session_get_map (self->session);
  GListModel *relations = map ? ent_map_get_relations (map) : NULL;

  set_rows (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
  self->showing = TRUE;
  if (gtk_filter_list_model_get_model (self->filtered) != relations)
    gtk_filter_list_model_set_model (self->filtered, relations);
  gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  refilter (self);
}

static void
selected_cb (EntLinkTable *self)
{
  EntRelation *relation = gtk_single_selection_get_selected_item (self->selection);

  if (!self->showing && self->session && relation)
    ent_session_select (self->session, NULL, relation);
}

static void
activate_cb (EntLinkTable *self, guint position)
{
  g_autoptr (EntRelation) relation = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  ent_session_select (self->session, NULL, relation);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
set_search (EntLinkTable *self, const char *search)
{
  if (g_strcmp0 (self->search, search) == 0)
    return;
  g_free (self->search);
  g_free (self->needle);
  self->search = g_strdup (search);
  self->needle = ent_search_dup_needle (search);
  if (self->session)
    refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

static void
set_session (EntLinkTable *self, EntSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (refilter), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (show_selection), self);
  changed_cb (self);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
listen_to_head (EntLinkTable *self, EntLinkColumn column, GtkWidget *head)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_set_data (G_OBJECT (click), "column", GUINT_TO_POINTER (column));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (head_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (head, GTK_EVENT_CONTROLLER (click));
}

/* What stands in it over what stands below it. The heads are the view's first child's, and each has one box, of a label and the arrow of
 * the order. */
static void
set_up_head (EntLinkTable *self, EntLinkColumn column)
{
  GtkWidget *head = gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));
  GtkWidget *box = head ? gtk_widget_get_first_child (head) : NULL;

  if (head)
    listen_to_head (self, column, head);
  if (GTK_IS_BOX (box) && columns[column].number) {
    gtk_widget_set_halign (box, GTK_ALIGN_END);
    gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
  }
  if (box && column == ENT_LINK_COLUMN_CONFIDENCE)
    gtk_widget_set_margin_end (box, SCROLLBAR_PX);
}

static void
add_column (EntLinkTable *self, EntLinkColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (ent_link_column_compare, GUINT_TO_POINTER (column), NULL));

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->columns[column] = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[column].title), factory);
  gtk_column_view_column_set_expand (self->columns[column], columns[column].expand);
  gtk_column_view_column_set_resizable (self->columns[column], TRUE);
  gtk_column_view_column_set_sorter (self->columns[column], sorter);
  gtk_column_view_append_column (self->view, self->columns[column]);
  set_up_head (self, column);
}

static void
init_models (EntLinkTable *self)
{
  self->filter = gtk_custom_filter_new (passes_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntLinkTable *self = ENT_LINK_TABLE (widget);

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->scrolling = 0;
  scroll_to_selected (self);
  return G_SOURCE_REMOVE;
}

/* The focus comes to the first row, and the list follows it. It can go to the link that is selected after its first frame. */
static void
ent_link_table_map (GtkWidget *widget)
{
  EntLinkTable *self = ENT_LINK_TABLE (widget);

  set_rows (self, TRUE);
  GTK_WIDGET_CLASS (ent_link_table_parent_class)->map (widget);
  self->n_frames = 0;
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (widget, scroll_cb, NULL, NULL);
}

static gboolean
ent_link_table_grab_focus (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (ENT_LINK_TABLE (widget)->view));
  GtkWidget *row = gtk_widget_get_first_child (list);

  /* The list keeps it to itself until a row has had it. */
  return gtk_widget_grab_focus (list) && (!gtk_widget_is_focus (list) || row == NULL || gtk_widget_grab_focus (row));
}

static void
ent_link_table_dispose (GObject *object)
{
  EntLinkTable *self = ENT_LINK_TABLE (object);

  set_session (self, NULL);
  if (self->view)
    gtk_column_view_set_model (self->view, NULL);
  ent_link_table_dispose_menu (GTK_WIDGET (object));
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_LINK_TABLE);
  for (EntLinkColumn column = 0; column < ENT_N_LINK_COLUMNS; column++)
    g_clear_object (&self->columns[column]);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (ent_link_table_parent_class)->dispose (object);
}

static void
ent_link_table_finalize (GObject *object)
{
  EntLinkTable *self = ENT_LINK_TABLE (object);

  g_free (self->needle);
  g_free (self->search);
  G_OBJECT_CLASS (ent_link_table_parent_class)->finalize (object);
}

static void
ent_link_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntLinkTable *self = ENT_LINK_TABLE (object);

  switch (prop_id) {
  case PROP_SESSION: g_value_set_object (value, self->session); break;
  case PROP_SEARCH:  g_value_set_string (value, self->search); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_link_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  EntLinkTable *self = ENT_LINK_TABLE (object);

  switch (prop_id) {
  case PROP_SESSION: set_session (self, g_value_get_object (value)); break;
  case PROP_SEARCH:  set_search (self, g_value_get_string (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_link_table_class_init (EntLinkTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_link_table_dispose;
  object_class->finalize = ent_link_table_finalize;
  object_class->get_property = ent_link_table_get_property;
  object_class->set_property = ent_link_table_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPENED] = g_signal_new ("opened", ENT_TYPE_LINK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->map = ent_link_table_map;
  widget_class->grab_focus = ent_link_table_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-link-table.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLinkTable, stack);
  gtk_widget_class_bind_template_child (widget_class, EntLinkTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "table.sort", "s", sort_action);
  ent_link_table_class_init_menu (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "linktable");
}

static void
ent_link_table_init (EntLinkTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sorted_by = -1;
  for (EntLinkColumn column = 0; column < ENT_N_LINK_COLUMNS; column++)
    add_column (self, column);
  init_models (self);
  ent_link_table_init_menu (GTK_WIDGET (self));
}
