/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-application.h"

#include "ent-about.h"
#include "ent-install.h"
#include "ent-opening.h"
#include "ent-preferences.h"
#include "ent-recovery-offer.h"
#include "ent-search-provider.h"
#include "ent-spoken-names.h"
#include "ent-window.h"

#include <glib/gi18n.h>

struct _EntApplication {
  AdwApplication  parent_instance;
  EntModelStore  *model_store;
  char           *model_path;
  EntSearchProvider *search_provider;  /* NULL without a bus */
  GtkWindow      *guide;         /* weak; NULL while it is not shown */
  gboolean        looked_back;   /* at what an earlier run left unsaved */
  gboolean        start_empty;   /* the first window shows nothing: --new-window */
  char           *start_name;    /* on the command line: the file that is opened first; "" is the sample; NULL: neither */
  EntOpening     *begun;         /* that, under way until a window is there */
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

static EntWindow *new_window (EntApplication *self);

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_window_open_nothing (new_window (data));
}

/* What a notification leads to. */
static void
show_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_window_by_id (GTK_APPLICATION (data), g_variant_get_uint32 (parameter));

  if (window)
    gtk_window_present (window);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *preferences = ent_preferences_new (gtk_application_get_active_window (GTK_APPLICATION (data)), settings);

  gtk_window_present (GTK_WINDOW (preferences));
}

/* One for the whole program: it stands beside the maps. */
static void
guide_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntApplication *self = data;

  if (self->guide == NULL) {
    g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/entente/Entente/ent-guide.ui");
    g_set_weak_pointer (&self->guide, GTK_WINDOW (gtk_builder_get_object (builder, "guide")));
  }
  gtk_window_present (self->guide);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ent_about_show (gtk_application_get_active_window (GTK_APPLICATION (data)), ENT_APPLICATION (data)->model_path);
}

/* ── windows ────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The icon of the program's windows is drawn in several sizes, by a library that nothing else of the first frame needs: after that. */
static void
painted_cb (GtkWindow *window, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  gtk_window_set_icon_name (window, APPLICATION_ID);   /* one that is there already does not ask for the default */
}

/* Frames before this one had nothing to paint yet. */
static void
paint_cb (GtkWindow *window, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, paint_cb, window);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), window, G_CONNECT_SWAPPED);
}

static EntWindow *
new_window (EntApplication *self)
{
  EntWindow *window = ent_window_new (self);

  gtk_window_present (GTK_WINDOW (window));
  if (gtk_window_get_default_icon_name () == NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "paint", G_CALLBACK (paint_cb), window, G_CONNECT_SWAPPED);
  return window;
}

GtkWindow *
ent_application_find_window (EntApplication *self, GFile *file)
{
  g_return_val_if_fail (ENT_IS_APPLICATION (self) && G_IS_FILE (file), NULL);

  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at; at = at->next)
    if (ENT_IS_WINDOW (at->data) && ent_window_shows_file (at->data, file))
      return at->data;
  return NULL;
}

/* A window whose place may be taken, or a new one. */
static EntWindow *
get_spare_window (EntApplication *self, gboolean may_reuse)
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
  g_autoptr (EntOpening) begun = g_steal_pointer (&self->begun);
  if (self->start_empty)
    ent_window_open_nothing (ENT_WINDOW (window));
  else if (begun)
    ent_window_open_begun (ENT_WINDOW (window), begun);
  else
    ent_window_open_sample (ENT_WINDOW (window));
  look_back (self, window);
}

static void
open_in_window (EntApplication *self, EntWindow *window, GFile *file)
{
  GFile *begun_file = self->begun ? ent_opening_get_file (self->begun) : NULL;

  if (begun_file && g_file_equal (begun_file, file)) {
    g_autoptr (EntOpening) begun = g_steal_pointer (&self->begun);
    ent_window_open_begun (window, begun);
  } else {
    ent_window_open_file (window, file);
  }
}

/* (transfer none): the window where it is open now */
static EntWindow *
open_file (EntApplication *self, GFile *file, gboolean may_reuse)
{
  GtkWindow *window = ent_application_find_window (self, file);

  if (window == NULL) {
    window = GTK_WINDOW (get_spare_window (self, may_reuse));
    open_in_window (self, ENT_WINDOW (window), file);
  }
  gtk_window_present (window);
  look_back (self, window);
  return ENT_WINDOW (window);
}

static void
ent_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (ENT_APPLICATION (application), files[i], !g_str_equal (hint, "new-window"));
}

void
ent_application_open_actor (EntApplication *self, GFile *file, const char *actor_id)
{
  g_return_if_fail (ENT_IS_APPLICATION (self) && G_IS_FILE (file) && actor_id != NULL);

  ent_window_show_actor (open_file (self, file, TRUE), actor_id);
}

static gboolean
ent_application_dbus_register (GApplication *application, GDBusConnection *bus, const char *path, GError **error)
{
  EntApplication *self = ENT_APPLICATION (application);
  g_autofree char *search_path = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (ent_application_parent_class)->dbus_register (application, bus, path, error))
    return FALSE;
  self->search_provider = ent_search_provider_new (self);
  return ent_search_provider_export (self->search_provider, bus, search_path, error);
}

static void
ent_application_dbus_unregister (GApplication *application, GDBusConnection *bus, const char *path)
{
  g_clear_object (&ENT_APPLICATION (application)->search_provider);
  G_APPLICATION_CLASS (ent_application_parent_class)->dbus_unregister (application, bus, path);
}

static void
set_accels (GtkApplication *application)
{
  static const struct { const char *action, *accels[4]; } table[] = {
    { "app.quit",            { "<Control>q" } },
    { "window.close",        { "<Control>w" } },
    { "app.new-window",      { "<Control>n" } },
    { "app.preferences",     { "<Control>comma" } },
    { "app.guide",           { "F1" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "win.open",            { "<Control>o" } },
    { "win.add-article",     { "<Control><Shift>o" } },
    { "win.save",            { "<Control>s" } },
    { "win.save-as",         { "<Control><Shift>s" } },
    { "win.export",          { "<Control>e" } },
    { "win.print",           { "<Control>p" } },
    { "win.undo",            { "<Control>z" } },
    { "win.redo",            { "<Control><Shift>z", "<Control>y" } },
    { "win.rename",          { "F2" } },
    { "win.open-web-page",   { "<Control>l" } },
    { "win.paste",           { "<Control>v" } },
    { "win.copy",            { "<Control>c" } },
    { "win.copy-image",      { "<Control><Shift>c" } },
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

/* What is opened first is read while the toolkit starts and the window is built. A web address is asked about first. */
static void
begin_opening (EntApplication *self)
{
  g_autoptr (GFile) file = self->start_name && *self->start_name ? g_file_new_for_commandline_arg (self->start_name) : NULL;

  if (file && g_file_is_native (file))
    self->begun = ent_opening_new_for_file (self->model_store, file);
  else if (self->start_name && file == NULL)
    self->begun = ent_opening_new_for_sample (self->model_store);
  if (self->begun)
    ent_opening_begin (self->begun);
}

static void
ent_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
    { .name = "new-window", .activate = new_window_action },
    { .name = "show-window", .activate = show_window_action, .parameter_type = "u" },
    { .name = "preferences", .activate = preferences_action },
    { .name = "guide", .activate = guide_action },
  };

  begin_opening (ENT_APPLICATION (application));
  G_APPLICATION_CLASS (ent_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  /* A program that is run without being installed may have no settings. */
  GSettingsSchemaSource *schemas = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = schemas ? g_settings_schema_source_lookup (schemas, APPLICATION_ID, TRUE) : NULL;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (application), "preferences")), schema != NULL);
  set_accels (GTK_APPLICATION (application));
  /* The focus comes to quotes on its way to their buttons, and when one of them is removed. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  ent_spoken_names_init ();
}

/* Workers have to end before the program does. What reports its progress holds the opening too. */
static void
ent_application_shutdown (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);

  if (self->begun)
    g_object_run_dispose (G_OBJECT (self->begun));
  ent_opening_end_all ();
  G_APPLICATION_CLASS (ent_application_parent_class)->shutdown (application);
}

/* Options are read later: where one comes first nothing is begun early. */
static gboolean
ent_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  char **args = *arguments;
  const char *first = args[0] && args[1] ? args[1] : "";

  if (first[0] != '-')
    ENT_APPLICATION (application)->start_name = g_strdup (first);
  return G_APPLICATION_CLASS (ent_application_parent_class)->local_command_line (application, arguments, status);
}

/* A program that runs already opens the window; else this one starts with it. */
static int
start_with_new_window (GApplication *application)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  ENT_APPLICATION (application)->start_empty = TRUE;
  if (!g_application_get_is_remote (application))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  return 0;
}

static int
ent_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "new-window"))
    return start_with_new_window (application);
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("entente %s\n", PACKAGE_VERSION);
  return 0;
}

static void
ent_application_dispose (GObject *object)
{
  EntApplication *self = ENT_APPLICATION (object);

  if (self->guide)
    gtk_window_destroy (self->guide);
  g_clear_weak_pointer (&self->guide);
  g_clear_object (&self->begun);
  g_clear_object (&self->model_store);
  g_clear_pointer (&self->model_path, g_free);
  g_clear_pointer (&self->start_name, g_free);
  G_OBJECT_CLASS (ent_application_parent_class)->dispose (object);
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_application_dispose;
  application_class->startup = ent_application_startup;
  application_class->shutdown = ent_application_shutdown;
  application_class->activate = ent_application_activate;
  application_class->open = ent_application_open;
  application_class->dbus_register = ent_application_dbus_register;
  application_class->dbus_unregister = ent_application_dbus_unregister;
  application_class->local_command_line = ent_application_local_command_line;
  application_class->handle_local_options = ent_application_handle_local_options;
}

static void
ent_application_init (EntApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open an empty window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
    { NULL },
  };

  self->model_path = ent_install_dup_model_path (g_getenv (ENT_INSTALL_MODEL_VARIABLE));
  self->model_store = ent_model_store_new (self->model_path);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("Draws who stands where in an article. FILE: an article (text, Markdown, HTML, PDF, ODT, DOCX, e-mail) or a map (.entente)."));
}
