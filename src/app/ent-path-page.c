/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-path-page.h"

#include "ent-children.h"
#include "ent-relation-row.h"

#include <glib/gi18n.h>

struct _EntPathPage {
  GtkWidget   parent_instance;
  GtkLabel   *way_label;
  GtkLabel   *length_label;
  GtkListBox *links_list;
  EntSession *session;
};

G_DEFINE_FINAL_TYPE (EntPathPage, ent_path_page, GTK_TYPE_WIDGET)

void
ent_path_page_show (EntPathPage *self, EntSession *session)
{
  g_return_if_fail (ENT_IS_PATH_PAGE (self));
  g_return_if_fail (ent_session_get_path (session) != NULL);

  GPtrArray *path = ent_session_get_path (session);
  g_autoptr (GPtrArray) links = ent_session_list_path_links (session);
  g_autoptr (GString) way = g_string_new (NULL);
  guint n_steps = path->len - 1;
  g_autofree char *length = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);

  g_set_object (&self->session, session);
  for (guint i = 0; i < path->len; i++)
    g_string_append_printf (way, "%s%s", i > 0 ? " – " : "", ent_actor_get_name (path->pdata[i]));
  gtk_label_set_text (self->way_label, way->str);
  gtk_label_set_text (self->length_label, length);
  ent_children_clear_list (self->links_list);
  for (guint i = 0; i < links->len; i++)
    gtk_list_box_append (self->links_list, ent_relation_row_new (links->pdata[i]));
}

static void
link_activated_cb (EntPathPage *self, EntRelationRow *row)
{
  ent_session_select (self->session, NULL, ent_relation_row_get_relation (row));
}

static void
ent_path_page_dispose (GObject *object)
{
  g_clear_object (&ENT_PATH_PAGE (object)->session);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_PATH_PAGE);
  G_OBJECT_CLASS (ent_path_page_parent_class)->dispose (object);
}

static void
ent_path_page_class_init (EntPathPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_path_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-path-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPathPage, way_label);
  gtk_widget_class_bind_template_child (widget_class, EntPathPage, length_label);
  gtk_widget_class_bind_template_child (widget_class, EntPathPage, links_list);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_path_page_init (EntPathPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
