/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-article-row.h"

#include "ent-words.h"

#include <glib/gi18n.h>

struct _EntArticleRow {
  AdwActionRow   parent_instance;
  GtkWidget     *filter_button;
  GtkWidget     *menu_button;
  EntSource     *source;
};

G_DEFINE_FINAL_TYPE (EntArticleRow, ent_article_row, ADW_TYPE_ACTION_ROW)

GtkWidget *
ent_article_row_new (void)
{
  return g_object_new (ENT_TYPE_ARTICLE_ROW, NULL);
}

const char *
ent_article_row_get_id (EntArticleRow *self)
{
  g_return_val_if_fail (ENT_IS_ARTICLE_ROW (self), NULL);
  return ent_source_get_id (self->source);
}

/* Said with the title: a screen reader comes to the button from anywhere. */
static void
name_button (GtkWidget *button, const char *tooltip, const char *format, const char *title)
{
  g_autofree char *spoken = g_strdup_printf (format, title);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
ent_article_row_show (EntArticleRow *self, EntSource *source, guint n_links, gboolean several)
{
  g_return_if_fail (ENT_IS_ARTICLE_ROW (self));

  const char *title = ent_source_get_title (source);
  g_autofree char *date = ent_words_dup_date (source);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links);
  /* Translators: the date of an article and how many links rest on it: "03/12/24 · 5 links" */
  g_autofree char *subtitle = date ? g_strdup_printf (_("%s · %s"), date, links) : g_strdup (links);

  g_set_object (&self->source, source);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  /* Translators: the title of an article */
  name_button (self->filter_button, _("Show Only This Article’s Links"), _("Show only links of “%s”"), title);
  name_button (self->menu_button, _("What to Do With the Article"), _("What to do with “%s”"), title);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->filter_button), "s", ent_source_get_id (source));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->filter_button), "win.filter-article");
  gtk_widget_set_visible (self->filter_button, several);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article-row.remove", several);
}

static void
pass_on (GtkWidget *widget, const char *action)
{
  gtk_widget_activate_action (widget, action, "s", ent_article_row_get_id (ENT_ARTICLE_ROW (widget)));
}

static void
show_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pass_on (widget, "pane.show-source");
}

static void
read_again_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pass_on (widget, "win.read-again");
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pass_on (widget, "win.remove-article");
}

static void
ent_article_row_dispose (GObject *object)
{
  g_clear_object (&ENT_ARTICLE_ROW (object)->source);
  G_OBJECT_CLASS (ent_article_row_parent_class)->dispose (object);
}

static void
ent_article_row_class_init (EntArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_article_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntArticleRow, filter_button);
  gtk_widget_class_bind_template_child (widget_class, EntArticleRow, menu_button);
  gtk_widget_class_install_action (widget_class, "article-row.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "article-row.read-again", NULL, read_again_action);
  gtk_widget_class_install_action (widget_class, "article-row.remove", NULL, remove_action);
}

static void
ent_article_row_init (EntArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
