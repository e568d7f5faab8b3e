/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-actor-chooser.h"

#include "ent-actor-row.h"
#include "ent-children.h"

#include <string.h>

struct _EntActorChooser {
  GtkWidget   parent_instance;
  GtkEditable *search_entry;
  GtkListBox *list;
  char       *words;      /* searched for, casefolded */
};

enum { PROP_0, PROP_ACTOR, N_PROPS };
enum { ACTIVATED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntActorChooser, ent_actor_chooser, GTK_TYPE_WIDGET)

EntActor *
ent_actor_chooser_get_actor (EntActorChooser *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (ENT_IS_ACTOR_CHOOSER (self), NULL);
  row = gtk_list_box_get_selected_row (self->list);
  return row ? ent_actor_row_get_actor (ENT_ACTOR_ROW (row)) : NULL;
}

static gboolean
matches (const char *name, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, words) != NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  EntActorChooser *self = data;
  EntActor *actor = ent_actor_row_get_actor (ENT_ACTOR_ROW (row));
  const char *const *aliases = ent_actor_get_aliases (actor);

  if (matches (ent_actor_get_name (actor), self->words))
    return TRUE;
  for (guint i = 0; aliases[i]; i++)
    if (matches (aliases[i], self->words))
      return TRUE;
  return FALSE;
}

static int
sort_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return g_utf8_collate (ent_actor_get_name (ent_actor_row_get_actor (ENT_ACTOR_ROW (a))),
                         ent_actor_get_name (ent_actor_row_get_actor (ENT_ACTOR_ROW (b))));
}

/* The first that is found is chosen, so that Enter takes it. */
static void
select_first (EntActorChooser *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      break;
  gtk_list_box_select_row (self->list, row);
}

static void
search_changed_cb (EntActorChooser *self)
{
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);
  gtk_list_box_invalidate_filter (self->list);
  if (*self->words)
    select_first (self);
}

static void
search_activated_cb (EntActorChooser *self)
{
  if (ent_actor_chooser_get_actor (self))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* A search entry keeps Escape to itself. */
static void
search_stopped_cb (EntActorChooser *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
row_activated_cb (EntActorChooser *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
row_selected_cb (EntActorChooser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTOR]);
}

static guint
count_links (EntMap *map, EntActor *actor)
{
  GListModel *relations = ent_map_get_relations (map);
  guint n_links = 0;

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    n_links += ent_relation_get_from (relation) == actor || ent_relation_get_to (relation) == actor;
  }
  return n_links;
}

GtkWidget *
ent_actor_chooser_new (EntMap *map, EntActor *leave_out)
{
  EntActorChooser *self = g_object_new (ENT_TYPE_ACTOR_CHOOSER, NULL);
  GListModel *actors = ent_map_get_actors (map);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++) {
    g_autoptr (EntActor) actor = g_list_model_get_item (actors, i);
    if (actor != leave_out)
      gtk_list_box_append (self->list, ent_actor_row_new (actor, count_links (map, actor)));
  }
  return GTK_WIDGET (self);
}

static void
ent_actor_chooser_dispose (GObject *object)
{
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_ACTOR_CHOOSER);
  G_OBJECT_CLASS (ent_actor_chooser_parent_class)->dispose (object);
}

static void
ent_actor_chooser_finalize (GObject *object)
{
  g_free (ENT_ACTOR_CHOOSER (object)->words);
  G_OBJECT_CLASS (ent_actor_chooser_parent_class)->finalize (object);
}

static void
ent_actor_chooser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ACTOR: g_value_set_object (value, ent_actor_chooser_get_actor (ENT_ACTOR_CHOOSER (object))); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
ent_actor_chooser_class_init (EntActorChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_actor_chooser_dispose;
  object_class->finalize = ent_actor_chooser_finalize;
  object_class->get_property = ent_actor_chooser_get_property;
  properties[PROP_ACTOR] = g_param_spec_object ("actor", NULL, NULL, ENT_TYPE_ACTOR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_ACTOR_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-actor-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, EntActorChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntActorChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_actor_chooser_init (EntActorChooser *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_cb, NULL, NULL);
}
