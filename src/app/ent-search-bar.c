/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The hits are looked for when the words change, and anew when the map or its filter does; the place among them is that of what is
 * selected, so that it holds whatever else selects. */
#include "ent-search-bar.h"

#include "ent-children.h"
#include "ent-search.h"

#include <glib/gi18n.h>

struct _EntSearchBar {
  GtkWidget       parent_instance;
  GtkSearchBar   *bar;
  GtkSearchEntry *entry;
  GtkLabel       *count_label;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;
  EntSession     *session;
  char           *text;
  GPtrArray      *hits;      /* GObject; never NULL */
};

enum { PROP_0, PROP_SESSION, PROP_ACTIVE, PROP_TEXT, N_PROPS };
enum { FOUND, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSearchBar, ent_search_bar, GTK_TYPE_WIDGET)

GtkWidget *
ent_search_bar_new (EntSession *session)
{
  return g_object_new (ENT_TYPE_SEARCH_BAR, "session", session, NULL);
}

/* ── hits ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Of what is selected; -1 where that is no hit. */
static gint
find_place (EntSearchBar *self)
{
  EntActor *actor = ent_session_get_actor (self->session);
  EntRelation *relation = ent_session_get_relation (self->session);
  guint place;

  if (actor == NULL && relation == NULL)
    return -1;
  return g_ptr_array_find (self->hits, actor ? (gpointer) actor : relation, &place) ? (gint) place : -1;
}

static void
show_count (EntSearchBar *self)
{
  gint place = find_place (self);
  g_autofree char *text = NULL;

  if (*self->text == '\0')
    text = g_strdup ("");
  else if (self->hits->len == 0)
    text = g_strdup (_("Nothing found"));
  else if (place < 0)
    text = g_strdup_printf (ngettext ("%u hit", "%u hits", self->hits->len), self->hits->len);
  else
    /* Translators: which of the hits of a search is shown: "3 of 12" */
    text = g_strdup_printf (_("%u of %u"), place + 1, self->hits->len);
  gtk_label_set_text (self->count_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_sensitive (self->previous_button, self->hits->len > 0);
  gtk_widget_set_sensitive (self->next_button, self->hits->len > 0);
  if (*self->text != '\0' && self->hits->len == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
look (EntSearchBar *self)
{
  g_ptr_array_unref (self->hits);
  self->hits = ent_search_find (self->session, self->text);
  show_count (self);
}

static void
set_looked_for (EntSearchBar *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->session)
    look (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
ent_search_bar_go (EntSearchBar *self, gboolean forwards)
{
  g_return_if_fail (ENT_IS_SEARCH_BAR (self));

  gint place = find_place (self), n_hits = self->hits->len;

  if (n_hits == 0) {
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
    return;
  }
  if (forwards)
    place = (place + 1) % n_hits;
  else
    place = place <= 0 ? n_hits - 1 : place - 1;
  gpointer hit = self->hits->pdata[place];
  ent_session_select (self->session, ENT_IS_ACTOR (hit) ? hit : NULL, ENT_IS_RELATION (hit) ? hit : NULL);
  g_signal_emit (self, signals[FOUND], 0);
}

/* ── opening and closing ────────────────────────────────────────────────────────────────────────────────────────── */

gboolean
ent_search_bar_get_active (EntSearchBar *self)
{
  g_return_val_if_fail (ENT_IS_SEARCH_BAR (self), FALSE);
  return gtk_search_bar_get_search_mode (self->bar);
}

void
ent_search_bar_set_active (EntSearchBar *self, gboolean active)
{
  g_return_if_fail (ENT_IS_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, active);
  if (!active)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

const char *
ent_search_bar_get_text (EntSearchBar *self)
{
  g_return_val_if_fail (ENT_IS_SEARCH_BAR (self), NULL);
  return self->text;
}

void
ent_search_bar_set_text (EntSearchBar *self, const char *text)
{
  g_return_if_fail (ENT_IS_SEARCH_BAR (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  set_looked_for (self, text);
}

static void
mode_changed_cb (EntSearchBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    set_looked_for (self, "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
search_changed_cb (EntSearchBar *self)
{
  set_looked_for (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
next_cb (EntSearchBar *self)
{
  /* The entry waits a little after each key before it says that it changed. */
  search_changed_cb (self);
  ent_search_bar_go (self, TRUE);
}

static void
previous_cb (EntSearchBar *self)
{
  search_changed_cb (self);
  ent_search_bar_go (self, FALSE);
}

static gboolean
previous_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  previous_cb (ENT_SEARCH_BAR (widget));
  return TRUE;
}

static void
set_session (EntSearchBar *self, EntSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (show_count), self);
  look (self);
}

/* ── the widget ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
ent_search_bar_dispose (GObject *object)
{
  set_session (ENT_SEARCH_BAR (object), NULL);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_SEARCH_BAR);
  G_OBJECT_CLASS (ent_search_bar_parent_class)->dispose (object);
}

static void
ent_search_bar_finalize (GObject *object)
{
  EntSearchBar *self = ENT_SEARCH_BAR (object);

  g_free (self->text);
  g_ptr_array_unref (self->hits);
  G_OBJECT_CLASS (ent_search_bar_parent_class)->finalize (object);
}

static void
ent_search_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntSearchBar *self = ENT_SEARCH_BAR (object);

  switch (prop_id) {
  case PROP_SESSION: g_value_set_object (value, self->session); break;
  case PROP_ACTIVE:  g_value_set_boolean (value, ent_search_bar_get_active (self)); break;
  case PROP_TEXT:    g_value_set_string (value, self->text); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_search_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  EntSearchBar *self = ENT_SEARCH_BAR (object);

  switch (prop_id) {
  case PROP_SESSION: set_session (self, g_value_get_object (value)); break;
  case PROP_ACTIVE:  ent_search_bar_set_active (self, g_value_get_boolean (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_search_bar_class_init (EntSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_search_bar_dispose;
  object_class->finalize = ent_search_bar_finalize;
  object_class->get_property = ent_search_bar_get_property;
  object_class->set_property = ent_search_bar_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FOUND] = g_signal_new ("found", ENT_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, EntSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, EntSearchBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntSearchBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, EntSearchBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, previous_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, previous_key_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapsearch");
}

static void
ent_search_bar_init (EntSearchBar *self)
{
  self->text = g_strdup ("");
  self->hits = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}
