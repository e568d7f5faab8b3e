/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-actor-page.h"

#include "ent-children.h"
#include "ent-relation-row.h"
#include "ent-words.h"

#include <glib/gi18n.h>

struct _EntActorPage {
  GtkWidget   parent_instance;
  GtkLabel   *name_label;
  GtkLabel   *kind_label;
  GtkLabel   *aliases_label;
  GtkWidget  *mention_button;
  GtkWidget  *groups[ENT_N_STANCES];
  GtkListBox *lists[ENT_N_STANCES];
  GtkWidget  *no_links_label;
  EntSession *session;
};

G_DEFINE_FINAL_TYPE (EntActorPage, ent_actor_page, GTK_TYPE_WIDGET)

static void
show_head (EntActorPage *self, EntActor *actor)
{
  const char *const *aliases = ent_actor_get_aliases (actor);
  g_autofree char *kind = NULL;
  guint n_mentions;

  ent_actor_get_mentions (actor, &n_mentions);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  /* Translators: the kind of an actor and how often it is mentioned: "Country · 14 mentions" */
  kind = g_strdup_printf (_("%s · %s"), ent_words_kind (ent_actor_get_kind (actor)), mentions);

  gtk_label_set_text (self->name_label, ent_actor_get_name (actor));
  gtk_label_set_text (self->kind_label, kind);
  if (*aliases) {
    g_autofree char *list = g_strjoinv (", ", (char **) aliases);
    /* Translators: the other names of an actor: "Also called Kyiv, Ukrainian" */
    g_autofree char *text = g_strdup_printf (_("Also called %s"), list);
    gtk_label_set_text (self->aliases_label, text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->aliases_label), *aliases != NULL);
  gtk_widget_set_visible (self->mention_button, n_mentions > 0);
}

static void
show_relations (EntActorPage *self, EntSession *session, EntActor *actor)
{
  GListModel *relations = ent_map_get_relations (ent_session_get_map (session));
  guint n_rows[ENT_N_STANCES] = { 0 };

  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    ent_children_clear_list (self->lists[stance]);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++) {
    g_autoptr (EntRelation) relation = g_list_model_get_item (relations, i);
    EntStance stance = ent_relation_get_stance (relation);
    if ((ent_relation_get_from (relation) != actor && ent_relation_get_to (relation) != actor) || !ent_session_shows (session, relation))
      continue;
    gtk_list_box_append (self->lists[stance], ent_relation_row_new (relation));
    n_rows[stance]++;
  }
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++)
    gtk_widget_set_visible (self->groups[stance], n_rows[stance] > 0);
  gtk_widget_set_visible (self->no_links_label, n_rows[0] + n_rows[1] + n_rows[2] == 0);
}

void
ent_actor_page_show (EntActorPage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_ACTOR_PAGE (self));
  g_return_if_fail (ent_session_get_actor (session) != NULL);

  g_set_object (&self->session, session);
  show_head (self, ent_session_get_actor (session));
  show_relations (self, session, ent_session_get_actor (session));
}

static void
link_activated_cb (EntActorPage *self, EntRelationRow *row)
{
  ent_session_select (self->session, NULL, ent_relation_row_get_relation (row));
}

static void
show_mentions_cb (EntActorPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pane.show-actor", NULL);
}

static void
ent_actor_page_dispose (GObject *object)
{
  g_clear_object (&ENT_ACTOR_PAGE (object)->session);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_ACTOR_PAGE);
  G_OBJECT_CLASS (ent_actor_page_parent_class)->dispose (object);
}

static void
ent_actor_page_class_init (EntActorPageClass *klass)
{
  static const struct { const char *group, *list; } ids[ENT_N_STANCES] = {
    { "cooperation_group", "cooperation_list" }, { "conflict_group", "conflict_list" }, { "neutral_group", "neutral_list" },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_actor_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-actor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, aliases_label);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, mention_button);
  gtk_widget_class_bind_template_child (widget_class, EntActorPage, no_links_label);
  for (EntStance stance = 0; stance < ENT_N_STANCES; stance++) {
    gtk_widget_class_bind_template_child_full (widget_class, ids[stance].group, FALSE,
                                               G_STRUCT_OFFSET (EntActorPage, groups) + stance * sizeof (GtkWidget *));
    gtk_widget_class_bind_template_child_full (widget_class, ids[stance].list, FALSE,
                                               G_STRUCT_OFFSET (EntActorPage, lists) + stance * sizeof (GtkListBox *));
  }
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_mentions_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_actor_page_init (EntActorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
