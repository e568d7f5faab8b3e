/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The program may have been started for this only: it stays a while after each question, since another follows the first letters. */
#include "ent-search-provider.h"

#include "ent-actor-index.h"
#include "ent-recent.h"
#include "ent-words.h"

#include <glib/gi18n.h>

#define STAY_S 30

struct _EntSearchProvider {
  GObject          parent_instance;
  EntApplication  *application;   /* borrowed */
  EntActorIndex   *index;
  GCancellable    *searching;     /* the last search: a new one takes its place */
  GDBusConnection *bus;           /* NULL: not exported */
  guint            registration;
  guint            leave;         /* a timeout, until which the program is held */
};

G_DEFINE_FINAL_TYPE (EntSearchProvider, ent_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] =
  "<node><interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'><arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "</interface></node>";

static gboolean
leave_cb (gpointer data)
{
  EntSearchProvider *self = data;

  self->leave = 0;
  g_application_release (G_APPLICATION (self->application));
  return G_SOURCE_REMOVE;
}

static void
stay (EntSearchProvider *self)
{
  if (self->leave)
    g_source_remove (self->leave);
  else
    g_application_hold (G_APPLICATION (self->application));
  self->leave = g_timeout_add_seconds (STAY_S, leave_cb, self);
}

/* ── answers ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
searched_cb (GObject *index, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *invocation = data;
  g_autoptr (GPtrArray) found = ent_actor_index_finish (ENT_ACTOR_INDEX (index), result, NULL);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("as"));
  for (guint i = 0; found && i < found->len; i++)
    g_variant_builder_add (&ids, "s", ((EntFoundActor *) found->pdata[i])->id);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", &ids));
}

static void
described_cb (GObject *index, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *invocation = data;
  g_autoptr (GPtrArray) found = ent_actor_index_finish (ENT_ACTOR_INDEX (index), result, NULL);
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; found && i < found->len; i++) {
    const EntFoundActor *actor = found->pdata[i];
    /* Translators: an actor in the desktop's search: its kind and the title of the map: "Country · Ukraine’s NATO bid" */
    g_autofree char *description = g_strdup_printf (C_("search", "%s · %s"), ent_words_kind (actor->kind), actor->title);
    g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
    g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (actor->id));
    g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (actor->name));
    g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (description));
    g_variant_builder_add (&metas, "{sv}", "icon", serialized);
    g_variant_builder_close (&metas);
  }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

static void
search (EntSearchProvider *self, const char *const *terms, GDBusMethodInvocation *invocation)
{
  g_auto (GStrv) uris = ent_recent_dup_map_uris (gtk_recent_manager_get_default (), ENT_ACTOR_INDEX_MAPS);

  if (self->searching)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  ent_actor_index_search_async (self->index, (const char *const *) uris, terms, self->searching, searched_cb, invocation);
}

static void
describe (EntSearchProvider *self, const char *const *ids, GDBusMethodInvocation *invocation)
{
  g_auto (GStrv) uris = ent_recent_dup_map_uris (gtk_recent_manager_get_default (), ENT_ACTOR_INDEX_MAPS);

  ent_actor_index_describe_async (self->index, (const char *const *) uris, ids, NULL, described_cb, invocation);
}

static void
activate (EntSearchProvider *self, const char *id)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *actor = NULL;

  if (ent_actor_index_split_id (id, &file, &actor))
    ent_application_open_actor (self->application, file, actor);
}

static void
launched_cb (GObject *index, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntSearchProvider) self = data;
  g_autoptr (GPtrArray) found = ent_actor_index_finish (ENT_ACTOR_INDEX (index), result, NULL);

  if (found && found->len > 0)
    activate (self, ((EntFoundActor *) found->pdata[0])->id);
  else
    g_application_activate (G_APPLICATION (self->application));
}

/* Whoever presses the program's own name among the results gets the best of them. */
static void
launch (EntSearchProvider *self, const char *const *terms)
{
  g_auto (GStrv) uris = ent_recent_dup_map_uris (gtk_recent_manager_get_default (), ENT_ACTOR_INDEX_MAPS);

  ent_actor_index_search_async (self->index, (const char *const *) uris, terms, NULL, launched_cb, g_object_ref (self));
}

static void
call_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters,
         GDBusMethodInvocation *invocation, gpointer data)
{
  EntSearchProvider *self = data;
  g_autofree const char **strings = NULL;
  const char *id;

  stay (self);
  if (g_str_equal (method, "GetInitialResultSet")) {
    g_variant_get (parameters, "(^a&s)", &strings);
    search (self, strings, invocation);
  } else if (g_str_equal (method, "GetSubsearchResultSet")) {
    g_variant_get_child (parameters, 1, "^a&s", &strings);
    search (self, strings, invocation);
  } else if (g_str_equal (method, "GetResultMetas")) {
    g_variant_get (parameters, "(^a&s)", &strings);
    describe (self, strings, invocation);
  } else if (g_str_equal (method, "ActivateResult")) {
    g_variant_get_child (parameters, 0, "&s", &id);
    activate (self, id);
    g_dbus_method_invocation_return_value (invocation, NULL);
  } else {
    g_variant_get_child (parameters, 0, "^a&s", &strings);
    launch (self, strings);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

/* ── the type ───────────────────────────────────────────────────────────────────────────────────────────────────── */

EntSearchProvider *
ent_search_provider_new (EntApplication *application)
{
  EntSearchProvider *self = g_object_new (ENT_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

gboolean
ent_search_provider_export (EntSearchProvider *self, GDBusConnection *bus, const char *path, GError **error)
{
  static const GDBusInterfaceVTable functions = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  g_return_val_if_fail (node != NULL && self->bus == NULL, FALSE);
  self->registration = g_dbus_connection_register_object (bus, path, node->interfaces[0], &functions, self, NULL, error);
  if (self->registration)
    self->bus = g_object_ref (bus);
  return self->registration != 0;
}

static void
ent_search_provider_dispose (GObject *object)
{
  EntSearchProvider *self = ENT_SEARCH_PROVIDER (object);

  if (self->bus)
    g_dbus_connection_unregister_object (self->bus, self->registration);
  g_clear_object (&self->bus);
  g_clear_handle_id (&self->leave, g_source_remove);
  if (self->searching)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->index);
  G_OBJECT_CLASS (ent_search_provider_parent_class)->dispose (object);
}

static void
ent_search_provider_class_init (EntSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_search_provider_dispose;
}

static void
ent_search_provider_init (EntSearchProvider *self)
{
  self->index = ent_actor_index_new ();
}
