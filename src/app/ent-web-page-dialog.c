/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-web-page-dialog.h"

#include "ent-fetch.h"

#include <glib/gi18n.h>

struct _EntWebPageDialog {
  AdwMessageDialog  parent_instance;
  GtkEditable      *entry_row;
  GSettings        *settings;    /* nullable */
};

G_DEFINE_FINAL_TYPE (EntWebPageDialog, ent_web_page_dialog, ADW_TYPE_MESSAGE_DIALOG)

#define KEY "fetch-web-pages"

static gboolean
is_on (EntWebPageDialog *self)
{
  return self->settings && g_settings_get_boolean (self->settings, KEY);
}

/* Whoever keeps the computer may have switched it off for good. */
static gboolean
may_be_on (EntWebPageDialog *self)
{
  return is_on (self) || self->settings == NULL || g_settings_is_writable (self->settings, KEY);
}

/* People leave out what every address begins with. */
static GUri *
parse (EntWebPageDialog *self, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry_row)));
  g_autofree char *whole = strchr (text, ':') || *text == '\0' ? g_strdup (text) : g_strconcat ("https://", text, NULL);

  return ent_fetch_address_parse (whole, error);
}

GUri *
ent_web_page_dialog_dup_address (EntWebPageDialog *self)
{
  g_return_val_if_fail (ENT_IS_WEB_PAGE_DIALOG (self), NULL);
  return parse (self, NULL);
}

void
ent_web_page_dialog_switch_on (EntWebPageDialog *self)
{
  g_return_if_fail (ENT_IS_WEB_PAGE_DIALOG (self));

  if (self->settings)
    g_settings_set_boolean (self->settings, KEY, TRUE);
}

/* ── what is said ───────────────────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_question (EntWebPageDialog *self, GUri *address)
{
  GString *text = g_string_new (NULL);

  /* Translators: the name of a server, such as example.org */
  g_string_append_printf (text, _("Fetch this page from %s? Entente contacts that server, or the one that it refers to, and no other."), g_uri_get_host (address));
  if (g_ascii_strncasecmp (gtk_editable_get_text (self->entry_row), "http://", strlen ("http://")) == 0)
    g_string_append_printf (text, "\n\n%s", _("The page is asked for over a secure connection, with “https://”."));
  if (!is_on (self))
    g_string_append_printf (text, "\n\n%s", _("Fetching web pages is switched off. If you fetch this one it is switched on; you can switch it off again in the preferences."));
  return g_string_free (text, FALSE);
}

static void
update (EntWebPageDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  gboolean empty = *gtk_editable_get_text (self->entry_row) == '\0';
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) address = parse (self, &error);
  g_autofree char *text = NULL;

  if (!may_be_on (self))
    text = g_strdup (_("Fetching web pages is switched off on this computer. You can save the page from a web browser and open the file here."));
  else if (address)
    text = dup_question (self, address);
  else
    text = g_strdup (empty ? _("The address of a page as the web browser shows it") : error->message);
  adw_message_dialog_set_body (dialog, text);
  adw_message_dialog_set_response_enabled (dialog, "open", address && may_be_on (self));
  adw_message_dialog_set_response_label (dialog, "open", is_on (self) ? _("_Fetch and Open") : _("Switch On and _Open"));
  if (!adw_message_dialog_has_response (dialog, "add"))
    return;
  adw_message_dialog_set_response_enabled (dialog, "add", address && may_be_on (self));
  adw_message_dialog_set_response_label (dialog, "add", is_on (self) ? _("Fetch and _Add to Map") : _("Switch On and _Add to Map"));
}

/* ── the dialog ─────────────────────────────────────────────────────────────────────────────────────────────────── */

GtkWidget *
ent_web_page_dialog_new (GtkWindow *parent, GSettings *settings, const char *address, gboolean may_add)
{
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  EntWebPageDialog *self = g_object_new (ENT_TYPE_WEB_PAGE_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  g_set_object (&self->settings, settings);
  if (settings)
    g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (may_add)
    adw_message_dialog_add_response (dialog, "add", "");
  adw_message_dialog_set_response_appearance (dialog, may_add ? "add" : "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, may_add ? "add" : "open");
  gtk_editable_set_text (self->entry_row, address);
  update (self);
  return GTK_WIDGET (self);
}

static void
ent_web_page_dialog_dispose (GObject *object)
{
  EntWebPageDialog *self = ENT_WEB_PAGE_DIALOG (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_WEB_PAGE_DIALOG);
  G_OBJECT_CLASS (ent_web_page_dialog_parent_class)->dispose (object);
}

static void
ent_web_page_dialog_class_init (EntWebPageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_web_page_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-web-page-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWebPageDialog, entry_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
ent_web_page_dialog_init (EntWebPageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
