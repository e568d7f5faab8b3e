/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE   /* RTLD_NEXT */
#include "web.h"

#include <dlfcn.h>
#include <libsoup/soup.h>
#include <string.h>
#include <sys/socket.h>

#define PAGE "<!doctype html><html><head><meta charset=\"utf-8\"><title>Élodie’s view</title><link rel=\"stylesheet\" href=\"/style\">" \
  "<script src=\"/script\"></script></head><body><article><h1>Élodie’s view</h1><img src=\"/picture\">" \
  "<p>Germany supports Ukraine – so says Élodie Müller. Ukraine attacked NATO.</p></article></body></html>"
#define LATIN_PAGE "<html><head><title>\xC9lodie\x92s view</title></head><body><p>Germany supports Ukraine \x96 so says \xC9lodie M\xFCller.</p></body></html>"
#define BOMB_BYTES ((gsize) 256 << 20)
#define CHUNK_BYTES ((gsize) 1 << 16)
#define SLOW_MS 20

/* ── connections ────────────────────────────────────────────────────────────────────────────────────────────────── */

static int n_connections;   /* atomic */

/* Every call of this process comes through here before it comes to the C library. */
int
connect (int fd, const struct sockaddr *address, socklen_t n_bytes)
{
  int (*next) (int, const struct sockaddr *, socklen_t) = dlsym (RTLD_NEXT, "connect");

  if (address->sa_family == AF_INET || address->sa_family == AF_INET6)
    g_atomic_int_inc (&n_connections);
  return next (fd, address, n_bytes);
}

/* libsoup's server does not wait for handshakes when it is dropped, and looks at connections that are gone when they end. */
static guint n_handshakes;   /* of the server, under way */

typedef struct {
  GAsyncReadyCallback callback;
  gpointer            data;
} Handshake;

static void
handshaken_cb (GObject *connection, GAsyncResult *result, gpointer data)
{
  g_autofree Handshake *handshake = data;

  handshake->callback (connection, result, handshake->data);
  n_handshakes--;
}

/* As connect() above. */
void
g_tls_connection_handshake_async (GTlsConnection *connection, int priority, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  typeof (&g_tls_connection_handshake_async) next = (gpointer) dlsym (RTLD_NEXT, "g_tls_connection_handshake_async");

  if (G_IS_TLS_SERVER_CONNECTION (connection))
    {
      data = g_memdup2 (&(Handshake) { callback, data }, sizeof (Handshake));
      callback = handshaken_cb;
      n_handshakes++;
    }
  next (connection, priority, cancellable, callback, data);
}

/* ── names ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

#define TYPE_WEB_RESOLVER (web_resolver_get_type ())
G_DECLARE_FINAL_TYPE (WebResolver, web_resolver, WEB, RESOLVER, GResolver)

struct _WebResolver {
  GResolver parent_instance;
  int       n_lookups;     /* atomic */
  int       n_rebound;     /* atomic */
};

G_DEFINE_FINAL_TYPE (WebResolver, web_resolver, G_TYPE_RESOLVER)

static GList *
look_up (WebResolver *self, const char *name, GResolverNameLookupFlags flags, GError **error)
{
  static const struct { const char *name, *addresses[3]; } hosts[] = {
    { "news.test", { "127.0.0.1" } },
    { "other.test", { "127.0.0.1" } },
    { "private.test", { "127.0.0.2", "10.0.0.1" } },
    { "rebound.test", { "127.0.0.1" } },
  };
  GList *found = NULL;

  g_atomic_int_inc (&self->n_lookups);
  if (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY)
    {
      g_set_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "%s has no such address", name);
      return NULL;
    }
  if (g_str_equal (name, "rebound.test") && g_atomic_int_add (&self->n_rebound, 1) > 0)
    return g_list_prepend (NULL, g_inet_address_new_from_string ("127.0.0.2"));
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    for (guint k = 0; g_str_equal (hosts[i].name, name) && hosts[i].addresses[k] != NULL; k++)
      found = g_list_append (found, g_inet_address_new_from_string (hosts[i].addresses[k]));
  if (found == NULL)
    g_set_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "%s is not known", name);
  return found;
}

static void
free_addresses (gpointer addresses)
{
  g_resolver_free_addresses (addresses);
}

static GList *
web_resolver_lookup (GResolver *resolver, const char *name, GResolverNameLookupFlags flags, GCancellable *cancellable, GError **error)
{
  return look_up (WEB_RESOLVER (resolver), name, flags, error);
}

static void
web_resolver_lookup_async (GResolver *resolver, const char *name, GResolverNameLookupFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, data);
  GError           *error = NULL;
  GList            *found = look_up (WEB_RESOLVER (resolver), name, flags, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, free_addresses);
}

static GList *
web_resolver_lookup_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
web_resolver_class_init (WebResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_with_flags = web_resolver_lookup;
  resolver_class->lookup_by_name_with_flags_async = web_resolver_lookup_async;
  resolver_class->lookup_by_name_with_flags_finish = web_resolver_lookup_finish;
}

static void
web_resolver_init (WebResolver *self)
{
}

/* ── the server ─────────────────────────────────────────────────────────────────────────────────────────────────── */

struct _Web {
  SoupServer    *server;
  guint16        port;
  WebResolver   *resolver;
  GResolver     *old_resolver;
  EntFetchRules  rules;
  GBytes        *bomb;          /* NULL: not yet made */
  guint          n_requests, n_elsewhere;
  char          *headers;
};

static gboolean
is_here (GInetAddress *address)
{
  g_autofree char *text = g_inet_address_to_string (address);

  return g_str_equal (text, "127.0.0.1");
}

static GBytes *
make_bomb (void)
{
  g_autoptr (GOutputStream)    memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter)       compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream)    stream = g_converter_output_stream_new (memory, compressor);
  g_autofree char             *spaces = g_strnfill (1 << 20, ' ');

  for (gsize n = 0; n < BOMB_BYTES; n += 1 << 20)
    g_assert_true (g_output_stream_write_all (stream, spaces, 1 << 20, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
give (SoupServerMessage *message, const char *type, const char *content)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, content, strlen (content));
}

static void
give_bomb (Web *self, SoupServerMessage *message)
{
  if (self->bomb == NULL)
    self->bomb = make_bomb ();
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Type", "text/html");
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), self->bomb);
}

static void
give_chunk (SoupServerMessage *message, gsize n_bytes)
{
  g_autofree char *spaces = g_strnfill (n_bytes, ' ');

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_COPY, spaces, n_bytes);
}

static gboolean
slow_cb (gpointer message)
{
  give_chunk (message, 1);
  soup_server_message_unpause (message);
  return G_SOURCE_CONTINUE;
}

static void
large_cb (SoupServerMessage *message)
{
  give_chunk (message, CHUNK_BYTES);
}

static void
remove_timer (gpointer timer)
{
  g_source_remove (GPOINTER_TO_UINT (timer));
}

static void
finished_cb (SoupServerMessage *message)
{
  g_object_set_data (G_OBJECT (message), "timer", NULL);
}

static void
give_without_end (SoupServerMessage *message, gboolean slowly)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Type", "text/html");
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  give_chunk (message, 1);
  if (!slowly)
    {
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (large_cb), NULL);
      return;
    }
  g_object_set_data_full (G_OBJECT (message), "timer", GUINT_TO_POINTER (g_timeout_add (SLOW_MS, slow_cb, message)), remove_timer);
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), NULL);
}

/* Nothing comes until the other side goes away. */
static void
keep_silent (SoupServerMessage *message)
{
  soup_server_message_pause (message);
}

static void
send_on (SoupServerMessage *message, const char *address)
{
  soup_message_headers_append (soup_server_message_get_response_headers (message), "Set-Cookie", "who=you; Path=/");
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, address);
}

static void
send_along (SoupServerMessage *message, const char *path)
{
  int              n_left = atoi (path + strlen ("/chain/"));
  g_autofree char *address = n_left > 1 ? g_strdup_printf ("/chain/%d", n_left - 1) : g_strdup ("../page#part");

  send_on (message, address);
}

static void
say_large (SoupServerMessage *message)
{
  give (message, "text/html", "a");
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CONTENT_LENGTH);
  soup_message_headers_set_content_length (soup_server_message_get_response_headers (message), (goffset) 1 << 40);
}

static void
break_off_cb (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

static void
give_half (SoupServerMessage *message)
{
  give (message, "text/html", "<p>Germany");
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CONTENT_LENGTH);
  soup_message_headers_set_content_length (soup_server_message_get_response_headers (message), 1000);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (break_off_cb), NULL);
}

static int
compare_lines (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

static void
note (Web *self, SoupServerMessage *message)
{
  g_autoptr (GPtrArray)    lines = g_ptr_array_new_with_free_func (g_free);
  GInetSocketAddress      *local = G_INET_SOCKET_ADDRESS (soup_server_message_get_local_address (message));
  SoupMessageHeadersIter   iter;
  const char              *name, *value;

  self->n_requests++;
  self->n_elsewhere += !is_here (g_inet_socket_address_get_address (local));
  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_ptr_array_add (lines, g_strdup_printf ("%s: %s", name, value));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  g_free (self->headers);
  self->headers = g_strjoinv ("\n", (char **) lines->pdata);
}

static void
serve_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  static const struct { const char *path, *type, *content; } pages[] = {
    { "/page", "text/html; charset=utf-8", PAGE },
    { "/latin", "text/html; charset=ISO-8859-1", LATIN_PAGE },
    { "/nonsense", "text/html; charset=x-nonsense", PAGE },
    { "/text", "text/plain", "Germany supports Ukraine – so says Élodie Müller." },
    { "/bytes", "application/octet-stream", PAGE },
    { "/picture", "image/png", "\x89PNG" },
  };
  static const struct { const char *path; guint status; } failures[] = { { "/missing", 404 }, { "/password", 401 }, { "/away", 503 } };
  Web *self = data;

  note (self, message);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (path, pages[i].path))
      give (message, pages[i].type, pages[i].content);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (g_str_equal (path, failures[i].path))
      soup_server_message_set_status (message, failures[i].status, NULL);
  if (g_str_equal (path, "/password"))
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "WWW-Authenticate", "Basic realm=\"news\"");
  else if (g_str_has_prefix (path, "/chain/"))
    send_along (message, path);
  else if (g_str_equal (path, "/to"))
    send_on (message, g_uri_get_query (soup_server_message_get_uri (message)));
  else if (g_str_equal (path, "/slow") || g_str_equal (path, "/large"))
    give_without_end (message, path[1] == 's');
  else if (g_str_equal (path, "/silent"))
    keep_silent (message);
  else if (g_str_equal (path, "/said-large"))
    say_large (message);
  else if (g_str_equal (path, "/bomb"))
    give_bomb (self, message);
  else if (g_str_equal (path, "/broken"))
    give_half (message);
  else if (g_str_equal (path, "/untyped"))
    {
      give (message, "text/html", PAGE);
      soup_message_headers_remove (soup_server_message_get_response_headers (message), "Content-Type");
    }
}

/* The same port on both, so that an address leads to either. */
static void
listen_on (Web *self, const char *address)
{
  g_autoptr (GSocketAddress) at = g_inet_socket_address_new_from_string (address, self->port);
  g_autoptr (GError)         error = NULL;
  g_autoslist (GUri)         uris = NULL;

  g_assert_true (soup_server_listen (self->server, at, SOUP_SERVER_LISTEN_HTTPS, &error));
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->port = (guint16) g_uri_get_port (uris->data);
}

static char *
dup_path (const char *file)
{
  return g_build_filename (g_getenv ("ENTENTE_WEB_FILES"), file, NULL);
}

void
web_set_certificate (Web *self, const char *file)
{
  g_autofree char            *path = dup_path (file);
  g_autoptr (GError)          error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  soup_server_set_tls_certificate (self->server, certificate);
}

static GTlsDatabase *
new_authorities (void)
{
  g_autofree char   *path = dup_path ("authorities.pem");
  g_autoptr (GError) error = NULL;
  GTlsDatabase      *database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  return database;
}

Web *
web_new (void)
{
  Web *self = g_new0 (Web, 1);

  g_atomic_int_set (&n_connections, 0);
  self->server = soup_server_new (NULL, NULL);
  web_set_certificate (self, "certificate.pem");
  soup_server_add_handler (self->server, NULL, serve_cb, self, NULL);
  listen_on (self, "127.0.0.1");
  listen_on (self, "127.0.0.2");
  self->old_resolver = g_resolver_get_default ();
  self->resolver = g_object_new (TYPE_WEB_RESOLVER, NULL);
  g_resolver_set_default (G_RESOLVER (self->resolver));
  self->rules = (EntFetchRules) { is_here, new_authorities (), 20000, (gsize) 1 << 20, 5 };
  return self;
}

void
web_free (Web *self)
{
  g_resolver_set_default (self->old_resolver);
  g_object_unref (self->old_resolver);
  g_object_unref (self->resolver);
  while (n_handshakes > 0)
    g_main_context_iteration (NULL, TRUE);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_object_unref (self->rules.authorities);
  g_clear_pointer (&self->bomb, g_bytes_unref);
  g_free (self->headers);
  g_free (self);
}

char *
web_dup_address (Web *self, const char *host, const char *path)
{
  return g_strdup_printf ("https://%s:%u%s", host, self->port, path);
}

const EntFetchRules *
web_get_rules (Web *self)
{
  return &self->rules;
}

guint
web_count_requests (Web *self)
{
  return self->n_requests;
}

guint
web_count_elsewhere (Web *self)
{
  return self->n_elsewhere;
}

guint
web_count_connections (void)
{
  return (guint) g_atomic_int_get (&n_connections);
}

guint
web_count_lookups (Web *self)
{
  return (guint) g_atomic_int_get (&self->resolver->n_lookups);
}

const char *
web_get_headers (Web *self)
{
  return self->headers;
}
