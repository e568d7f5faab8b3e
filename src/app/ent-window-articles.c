/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Several articles on one map: choosing, dropping and pasting them, and what can be done with each. */

#include "ent-window-private.h"

#include <glib/gi18n.h>

/* ── what is dropped or pasted ──────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  EntWindow  *window;     /* borrowed: the dialog goes with it */
  GListStore *files;      /* GFile; NULL: text */
  char       *text;
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *self = data;

  g_clear_object (&self->files);
  g_free (self->text);
  g_free (self);
}

static void
open_files (EntWindow *self, GListModel *files)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    if (i == 0)
      ent_window_open_file (self, file);
    else
      g_application_open (application, &file, 1, "new-window");
  }
}

static void
offer_response_cb (AdwMessageDialog *dialog, const char *response, Offer *offer)
{
  EntWindow *self = offer->window;

  if (g_str_equal (response, "add") && offer->files)
    ent_window_add_files (self, G_LIST_MODEL (offer->files));
  else if (g_str_equal (response, "add"))
    ent_window_add_text (self, offer->text);
  else if (g_str_equal (response, "open") && offer->files)
    open_files (self, G_LIST_MODEL (offer->files));
  else if (g_str_equal (response, "open"))
    ent_window_open_text (self, offer->text);
}

static void
ask (EntWindow *self, Offer offer, guint n_articles)
{
  g_autofree char *body =
    g_strdup_printf (ngettext ("The article can be added to “%s”, or opened as a map of its own.", "The articles can be added to “%s”, or opened as maps of their own.", n_articles),
                     ent_map_get_title (ent_session_get_map (self->session)));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Add to This Map?"), NULL);

  offer.window = self;
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "open", _("_Open"), "add", _("_Add to Map"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (offer_response_cb), g_memdup2 (&offer, sizeof offer), offer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Nobody's work is on the map. */
static gboolean
is_free (EntWindow *self)
{
  return ent_session_get_map (self->session) == NULL || ent_window_is_spare (self);
}

static gboolean
is_map (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *folded = base ? g_ascii_strdown (base, -1) : NULL;

  return folded && g_str_has_suffix (folded, ".entente");
}

void
ent_window_offer_files (EntWindow *self, GSList *files)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);
  gboolean opens = is_free (self);

  for (GSList *at = files; at; at = at->next) {
    g_list_store_append (store, at->data);
    opens = opens || is_map (at->data);
  }
  if (files == NULL || (files->next == NULL && ent_window_offer_if_web (self, files->data)))
    return;
  if (opens)
    open_files (self, G_LIST_MODEL (store));
  else
    ask (self, (Offer) { .files = g_steal_pointer (&store) }, g_slist_length (files));
}

void
ent_window_offer_text (EntWindow *self, const char *text)
{
  g_autofree char *address = ent_fetch_address_is_one (text) ? g_strstrip (g_strdup (text)) : NULL;

  if (address)
    ent_window_offer_web_page (self, address);
  else if (is_free (self))
    ent_window_open_text (self, text);
  else
    ask (self, (Offer) { .text = g_strdup (text) }, 1);
}

/* ── actions ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
add_response_cb (EntWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (files && ent_session_get_map (self->session))
    ent_window_add_files (self, files);
  g_object_unref (chooser);
}

static void
add_article_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  GtkFileChooserNative *chooser = ent_window_new_chooser (self, _("Add Articles to the Map"), FALSE);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (add_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The article that a parameter names; NULL: none. */
static EntSource *
find_article (EntWindow *self, GVariant *parameter)
{
  EntMap *map = ent_session_get_map (self->session);

  return map ? ent_map_find_source (map, g_variant_get_string (parameter, NULL)) : NULL;
}

static void
read_again_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntSource *source = find_article (self, parameter);

  if (source)
    ent_window_read_again (self, source);
}

/* The last one stays: a map is of something. */
static void
remove_article_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntSource *source = find_article (self, parameter);

  if (source == NULL || g_list_model_get_n_items (ent_map_get_sources (ent_session_get_map (self->session))) < 2)
    return;
  /* Translators: the title of an article that was taken off the map */
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), ent_source_get_title (source));
  ent_map_edits_remove_source (ent_session_get_edits (self->session), source);
  ent_window_say_undoable (self, text);
}

/* Chosen a second time an article is no longer filtered by. */
static void
filter_article_action (GSimpleAction *action, GVariant *state, gpointer data)
{
  EntWindow *self = data;
  EntMapFilter *filter = ent_session_get_filter (self->session);
  EntSource *source = find_article (self, state);
  gboolean already = source && g_strcmp0 (ent_map_filter_get_article (filter), ent_source_get_id (source)) == 0;

  ent_map_filter_set_article (filter, source && !already ? ent_source_get_id (source) : NULL);
}

/* The first two, or what is filtered by and another one. */
static void
compare_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EntWindow *self = data;
  EntMapFilter *filter = ent_session_get_filter (self->session);
  GListModel *sources = ent_map_get_sources (ent_session_get_map (self->session));
  g_autoptr (EntSource) one = g_list_model_get_item (sources, 0);
  g_autoptr (EntSource) other = g_list_model_get_item (sources, 1);
  const char *article = ent_map_filter_get_article (filter);
  const char *first = article ? article : ent_source_get_id (one);
  const char *second = g_str_equal (first, ent_source_get_id (one)) ? ent_source_get_id (other) : ent_source_get_id (one);

  ent_session_clear_path (self->session);
  ent_session_select (self->session, NULL, NULL);
  ent_map_filter_compare (filter, first, second, ENT_MAP_FILTER_ALL_SHARES);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ent_detail_pane_show_details (self->detail_pane);
}

/* ── setting up ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
filter_changed_cb (EntWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "filter-article");
  const char *article = ent_map_filter_get_article (ent_session_get_filter (self->session));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (article ? article : ""));
}

static void
changed_cb (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);
  guint n_articles = map ? g_list_model_get_n_items (ent_map_get_sources (map)) : 0;
  const struct { const char *name; guint least; } actions[] = {
    { "add-article", 0 }, { "read-again", 1 }, { "remove-article", 2 }, { "filter-article", 2 }, { "compare-articles", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), map && n_articles >= actions[i].least);
  }
  filter_changed_cb (self);
}

void
ent_window_init_articles (EntWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-article", .activate = add_article_action },
    { .name = "read-again", .activate = read_again_action, .parameter_type = "s" },
    { .name = "remove-article", .activate = remove_article_action, .parameter_type = "s" },
    { .name = "filter-article", .parameter_type = "s", .state = "''", .change_state = filter_article_action },
    { .name = "compare-articles", .activate = compare_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  changed_cb (self);
}
