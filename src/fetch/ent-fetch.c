/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One address after the other until one gives a page. Each is asked in a session of its own: it has no memory of the ones before, and
 * is bound to the one checked host. libsoup's calls do not block, so that connections to several addresses of a host are tried side
 * by side and time is up when it is up, whatever the server is at; here they are waited for in a main context of the fetch's own. */
#include "ent-fetch.h"

#include "ent-fetch-rules.h"
#include "ent-fetch-words.h"
#include "ent-public-address.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#define USER_AGENT    "Entente/" PACKAGE_VERSION
#define ACCEPT        "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf, */*;q=0.1"
#define CHUNK_BYTES   ((gsize) 1 << 16)
#define GUESSED_BYTES ((double) (1 << 19))   /* of a page whose length is not said: half of the progress */
#define HTTPS_PORT    443

typedef struct {
  const EntFetchRules *rules;
  GUri                *address;      /* that is asked now */
  GMainContext        *context;
  GCancellable        *stop;         /* by who asked for the page, or when time is up */
  gboolean             late;
  EntFetchProgress     progress;
  gpointer             progress_data;
} Fetch;

static const EntFetchRules usual_rules = {
  .check = ent_public_address_check,
  .time_ms = ENT_FETCH_TIME_MS,
  .max_bytes = ENT_FETCH_MAX_BYTES,
  .max_redirects = ENT_FETCH_MAX_REDIRECTS,
};

/* ── waiting ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (Fetch *self, GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (self->context, TRUE);
}

static gboolean
late_cb (gpointer data)
{
  Fetch *self = data;

  self->late = TRUE;
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static void
stop_cb (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (data);
}

static GSource *
start_clock (Fetch *self)
{
  GSource *clock = g_timeout_source_new (self->rules->time_ms);

  g_source_set_callback (clock, late_cb, self, NULL);
  g_source_attach (clock, self->context);
  return clock;
}

/* ── failing ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
fail_late (Fetch *self, GError **error)
{
  guint            n_seconds = MAX (1, self->rules->time_ms / 1000);
  g_autofree char *what = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the page was not there within %u second.", "the page was not there within %u seconds.", n_seconds), n_seconds);

  ent_fetch_words_fail (self->address, ENT_FETCH_ERROR_TIMEOUT, what, error);
}

/* Whether it ended from this side; @error is then set. */
static gboolean
was_stopped (Fetch *self, GError **error)
{
  if (!self->late)
    return g_cancellable_set_error_if_cancelled (self->stop, error);
  fail_late (self, error);
  return TRUE;
}

static void
fail_broken (Fetch *self, const GError *cause, GError **error)
{
  /* Translators: what the system says went wrong with a connection */
  g_autofree char *what = g_strdup_printf (_("the page broke off (%s)."), cause->message);

  ent_fetch_words_fail (self->address, ENT_FETCH_ERROR_CONNECTION, what, error);
}

static void
fail_large (Fetch *self, GError **error)
{
  g_autofree char *what = g_strdup_printf (_("the page is larger than %.0f MB, the most that is fetched."), (double) self->rules->max_bytes / (1 << 20));

  ent_fetch_words_fail (self->address, ENT_FETCH_ERROR_TOO_LARGE, what, error);
}

/* ── what the server says ───────────────────────────────────────────────────────────────────────────────────────── */

/* What the readers know, and what says nothing of what it is: they look for themselves. */
static gboolean
is_read (const char *content_type)
{
  static const char *const types[] = {
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf", "application/x-pdf",
    "application/vnd.oasis.opendocument.text", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "message/rfc822", "multipart/related", "application/x-mimearchive", "application/octet-stream", "binary/octet-stream", NULL,
  };

  return content_type == NULL || g_strv_contains (types, content_type);
}

/* Without parameters, in small letters. (transfer full) (nullable) */
static char *
dup_media_type (SoupMessage *message)
{
  const char *type = soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);

  return type != NULL ? g_ascii_strdown (type, -1) : NULL;
}

/* The length that is said; 0: none. Of what is sent, which is less than what it unpacks to. */
static goffset
get_said_bytes (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH ? soup_message_headers_get_content_length (headers) : 0;
}

static gboolean
check_reply (Fetch *self, SoupMessage *message, GError **error)
{
  guint            status = soup_message_get_status (message);
  g_autofree char *type = dup_media_type (message);
  g_autofree char *what = NULL;

  if (status < 200 || status > 299)
    {
      ent_fetch_words_fail_status (self->address, status, error);
      return FALSE;
    }
  if (!is_read (type))
    {
      /* Translators: a media type such as image/png */
      what = g_strdup_printf (_("this is no page that can be read, but of the type “%s”."), type);
      ent_fetch_words_fail (self->address, ENT_FETCH_ERROR_KIND, what, error);
      return FALSE;
    }
  if (get_said_bytes (message) > (goffset) self->rules->max_bytes)
    {
      fail_large (self, error);
      return FALSE;
    }
  return TRUE;
}

/* Where the server refers to: NULL where it does not, or where that is not fetched, with @error set. */
static GUri *
dup_redirect (Fetch *self, SoupMessage *message, GError **error)
{
  const char        *location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  guint              status = soup_message_get_status (message);
  gboolean           redirects = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  g_autoptr (GError) local = NULL;
  g_autofree char   *what = NULL;
  GUri              *address;

  if (!redirects || location == NULL)
    return NULL;
  address = ent_fetch_address_parse_at (self->address, location, &local);
  if (address == NULL)
    {
      /* Translators: why another address, to which a server refers, is not fetched; it begins with that address */
      what = g_strdup_printf (_("the server refers to another address. %s"), local->message);
      ent_fetch_words_fail (self->address, ENT_FETCH_ERROR_REDIRECT, what, error);
    }
  return address;
}

/* ── the page ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
report (Fetch *self, gsize n_bytes, goffset n_said)
{
  double fraction = n_said > 0 ? MIN (1, (double) n_bytes / (double) n_said) : (double) n_bytes / ((double) n_bytes + GUESSED_BYTES);

  if (self->progress != NULL)
    self->progress (fraction, self->progress_data);
}

/* Up to the limit: what unpacks to more is given up there. */
static GBytes *
read_body (Fetch *self, GInputStream *stream, SoupMessage *message, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8     *buffer = g_malloc (CHUNK_BYTES);

  for (;;)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError)       local = NULL;
      gssize                   n_read;

      g_input_stream_read_async (stream, buffer, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->stop, result_cb, &result);
      wait_for (self, &result);
      n_read = g_input_stream_read_finish (stream, result, &local);
      if (n_read < 0)
        {
          if (!was_stopped (self, error))
            fail_broken (self, local, error);
          return NULL;
        }
      if (n_read == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&data));
      if (data->len + (gsize) n_read > self->rules->max_bytes)
        {
          fail_large (self, error);
          return NULL;
        }
      g_byte_array_append (data, buffer, (guint) n_read);
      report (self, data->len, get_said_bytes (message));
    }
}

/* No proxy, no passwords, no cookies, no cache: the last two a session has only where they are given to it. */
static SoupSession *
new_session (Fetch *self)
{
  int                        port = g_uri_get_port (self->address);
  g_autoptr (EntCheckedHost) host = ent_checked_host_new (g_uri_get_host (self->address), (guint16) (port != -1 ? port : HTTPS_PORT), self->rules->check);
  SoupSession               *session = g_object_new (SOUP_TYPE_SESSION, "remote-connectable", host, "user-agent", USER_AGENT, "proxy-resolver", NULL, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  if (self->rules->authorities != NULL)
    soup_session_set_tls_database (session, self->rules->authorities);
  return session;
}

static SoupMessage *
new_request (Fetch *self)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, self->address);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept", ACCEPT);
  return message;
}

static GInputStream *
send_request (Fetch *self, SoupSession *session, SoupMessage *message, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       local = NULL;
  GInputStream            *stream;

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, self->stop, result_cb, &result);
  wait_for (self, &result);
  stream = soup_session_send_finish (session, result, &local);
  if (stream == NULL && !was_stopped (self, error))
    ent_fetch_words_fail_from (self->address, local, soup_message_get_tls_peer_certificate_errors (message), error);
  return stream;
}

/* Asks the address. A redirect is left in @redirect, and then nothing is returned and no error set. */
static EntFetched *
ask (Fetch *self, GUri **redirect, GError **error)
{
  g_autoptr (SoupSession)  session = new_session (self);
  g_autoptr (SoupMessage)  message = new_request (self);
  g_autoptr (GInputStream) stream = send_request (self, session, message, error);
  g_autoptr (GError)       local = NULL;
  g_autoptr (GBytes)       bytes = NULL;
  EntFetched              *fetched = NULL;

  if (stream == NULL)
    return NULL;
  *redirect = dup_redirect (self, message, &local);
  if (*redirect == NULL && local == NULL && check_reply (self, message, &local))
    bytes = read_body (self, stream, message, &local);
  if (bytes != NULL)
    {
      fetched = g_new0 (EntFetched, 1);
      fetched->bytes = g_steal_pointer (&bytes);
      fetched->content_type = g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Type"));
      fetched->uri = g_uri_to_string (self->address);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  soup_session_abort (session);
  return fetched;
}

static EntFetched *
follow (Fetch *self, GError **error)
{
  for (guint n_redirects = 0;; n_redirects++)
    {
      g_autoptr (GUri) redirect = NULL;
      EntFetched      *fetched = ask (self, &redirect, error);

      if (redirect == NULL)
        return fetched;
      if (n_redirects == self->rules->max_redirects)
        {
          ent_fetch_words_fail (self->address, ENT_FETCH_ERROR_REDIRECT, _("the server refers from one address to the next without end."), error);
          return NULL;
        }
      g_uri_unref (self->address);
      self->address = g_steal_pointer (&redirect);
    }
}

EntFetched *
ent_fetch (GUri *address, const EntFetchRules *rules, EntFetchProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GSource)      clock = NULL;
  Fetch                    self = { rules != NULL ? rules : &usual_rules, g_uri_ref (address), context, stop, FALSE, progress, data };
  EntFetched              *fetched;
  gulong                   stopped;

  g_main_context_push_thread_default (context);
  stopped = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (stop_cb), stop, NULL) : 0;
  clock = start_clock (&self);
  fetched = follow (&self, error);
  g_source_destroy (clock);
  g_cancellable_disconnect (cancellable, stopped);
  /* What was given up ends here and not in whatever runs in this thread next. */
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);
  g_uri_unref (self.address);
  return fetched;
}
