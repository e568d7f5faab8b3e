/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-application.h"

#include "ent-install.h"
#include "ent-recovery-offer.h"
#include "ent-window.h"

#include <glib/gi18n.h>

struct _EntApplication {
  AdwApplication  parent_instance;
  EntModelStore  *model_store;
  gboolean        looked_back;   /* at what an earlier run left unsaved */
};

G_DEFINE_FINAL_TYPE (EntApplication, ent_application, ADW_TYPE_APPLICATION)

EntApplication *
ent_application_new (void)
{
  return g_object_new (ENT_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE, "resource-base-path", "/io/github/entente/Entente", NULL);
}

EntModelStore *
ent_application_get_model_store (EntApplication *self)
{
  g_return_val_if_fail (ENT_IS_APPLICATION (self), NULL);
  return self->model_store;
}

/* ── actions ────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Each window asks about its own changes; the process ends with the last window. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *at = windows; at; at = at->next)
    gtk_window_close (at->data);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", _("Entente"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "comments", _("See who stands where: from a news article to a map of its actors. The article is read on this computer and never leaves it."),
                         "developer-name", _("The Entente developers"),
                         "copyright", "© 2026 The Entente developers",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* ── windows ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntWindow *
new_window (EntApplication *self)
{
  EntWindow *window = ent_window_new (self);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A window whose place may be taken, or a new one. */
static EntWindow *
dup_spare_window (EntApplication *self, gboolean may_reuse)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at && may_reuse; at = at->next)
    if (ENT_IS_WINDOW (at->data) && ent_window_is_spare (at->data))
      return at->data;
  return new_window (self);
}

static void
look_back (EntApplication *self, GtkWindow *window)
{
  g_autofree char *folder = ent_recovery_dup_folder ();

  if (!self->looked_back)
    ent_recovery_offer (window, folder);
  self->looked_back = TRUE;
}

static void
ent_application_activate (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window) {
    gtk_window_present (window);
    return;
  }
  window = GTK_WINDOW (new_window (self));
  ent_window_open_sample (ENT_WINDOW (window));
  look_back (self, window);
}

static void
ent_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  EntApplication *self = ENT_APPLICATION (application);
  gboolean may_reuse = !g_str_equal (hint, "new-window");

  for (int i = 0; i < n_files; i++) {
    EntWindow *window = dup_spare_window (self, may_reuse);
    ent_window_open_file (window, files[i]);
    gtk_window_present (GTK_WINDOW (window));
    look_back (self, GTK_WINDOW (window));
  }
}

static void
set_accels (GtkApplication *application)
{
  static const struct { const char *action, *accels[4]; } table[] = {
    { "app.quit",            { "<Control>q" } },
    { "window.close",        { "<Control>w" } },
    { "win.open",            { "<Control>o" } },
    { "win.add-article",     { "<Control><Shift>o" } },
    { "win.save",            { "<Control>s" } },
    { "win.save-as",         { "<Control><Shift>s" } },
    { "win.export",          { "<Control>e" } },
    { "win.undo",            { "<Control>z" } },
    { "win.redo",            { "<Control><Shift>z", "<Control>y" } },
    { "win.rename",          { "F2" } },
    { "win.paste",           { "<Control>v" } },
    { "win.detail-pane",     { "F9" } },
    { "win.search",          { "<Control>f" } },
    { "win.view('map')",     { "<Control>1" } },
    { "win.view('table')",   { "<Control>2" } },
    { "win.filter",          { "<Control><Shift>f" } },
    { "win.clear-filters",   { "<Control><Shift>x" } },
    { "win.focus(0)",        { "<Alt>0" } },
    { "win.focus(1)",        { "<Alt>1" } },
    { "win.focus(2)",        { "<Alt>2" } },
    { "win.focus(3)",        { "<Alt>3" } },
    { "win.connect",         { "<Control>k" } },
    { "win.zoom-in",         { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.zoom-out",        { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.zoom-reset",      { "<Control>0", "<Control>KP_0" } },
    { "win.zoom-fit",        { "<Control>9" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

static void
ent_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
  };

  G_APPLICATION_CLASS (ent_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  set_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static int
ent_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("entente %s\n", PACKAGE_VERSION);
  return 0;
}

static void
ent_application_dispose (GObject *object)
{
  g_clear_object (&ENT_APPLICATION (object)->model_store);
  G_OBJECT_CLASS (ent_application_parent_class)->dispose (object);
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_application_dispose;
  application_class->startup = ent_application_startup;
  application_class->activate = ent_application_activate;
  application_class->open = ent_application_open;
  application_class->handle_local_options = ent_application_handle_local_options;
}

static void
ent_application_init (EntApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
    { NULL },
  };
  g_autofree char *model_path = ent_install_dup_model_path (g_getenv (ENT_INSTALL_MODEL_VARIABLE));

  self->model_store = ent_model_store_new (model_path);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("Draws who stands where in an article. FILE: an article (text, Markdown, HTML, PDF, ODT, DOCX, e-mail) or a map (.entente)."));
}
