/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of a server on this computer, fetched in a thread while the server answers on the main context. */
#include "web.h"

#include "ent-article-loader.h"
#include "ent-public-address.h"

#include <string.h>

/* ── fetching ───────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GUri          *address;
  EntFetchRules  rules;
  GCancellable  *cancellable;
  EntFetched    *fetched;
  GError        *error;
  double         last;          /* fraction that was reported */
  gboolean       fell;          /* some fraction was less than the one before */
  int            over;          /* atomic */
} Job;

static void
progress_cb (double fraction, gpointer data)
{
  Job *job = data;

  job->fell = job->fell || fraction < job->last || fraction > 1;
  job->last = fraction;
}

static gpointer
run_job (gpointer data)
{
  Job *job = data;

  job->fetched = ent_fetch (job->address, &job->rules, progress_cb, job, job->cancellable, &job->error);
  g_atomic_int_set (&job->over, 1);
  g_main_context_wakeup (NULL);
  return NULL;
}

static void
run (Job *job)
{
  GThread *thread = g_thread_new ("fetch", run_job, job);

  while (!g_atomic_int_get (&job->over))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  g_assert_true ((job->fetched != NULL) == (job->error == NULL));
}

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->address, g_uri_unref);
  g_clear_pointer (&job->fetched, ent_fetched_free);
  g_clear_error (&job->error);
  g_clear_object (&job->cancellable);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static Job
job_new (Web *web, const char *host, const char *path)
{
  g_autofree char   *text = web_dup_address (web, host, path);
  g_autoptr (GError) error = NULL;
  Job                job = { .address = ent_fetch_address_parse (text, &error), .rules = *web_get_rules (web), .cancellable = g_cancellable_new () };

  g_assert_no_error (error);
  return job;
}

/* Every failure names the address, and says what can be done. */
static void
assert_fails (Job *job, EntFetchError code, const char *named, const char *said)
{
  run (job);
  g_assert_error (job->error, ENT_FETCH_ERROR, (int) code);
  if (strstr (job->error->message, named) == NULL || strstr (job->error->message, said) == NULL || strstr (job->error->message, "save the page") == NULL)
    g_error ("neither “%s” nor “%s” in: %s", named, said, job->error->message);
}

/* ── pages ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static EntArticle *
read_page (EntFetched *fetched)
{
  g_autoptr (GError) error = NULL;
  EntArticle        *article = ent_article_load_from (fetched->bytes, &(EntArticleOrigin) { fetched->uri, fetched->uri, fetched->content_type }, NULL, &error);

  g_assert_no_error (error);
  return article;
}

/* Fetched and read, whatever the server says of it. */
static void
test_pages (void)
{
  static const struct { const char *path, *type; } pages[] = {
    { "/page", "text/html; charset=utf-8" },
    { "/latin", "text/html; charset=ISO-8859-1" },
    { "/nonsense", "text/html; charset=x-nonsense" },
    { "/text", "text/plain" },
    { "/bytes", "application/octet-stream" },
    { "/untyped", NULL },
  };
  g_autoptr (Web) web = web_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (Job)           job = job_new (web, "news.test", pages[i].path);
      g_autofree char       *uri = web_dup_address (web, "news.test", pages[i].path);
      g_autoptr (EntArticle) article = NULL;

      run (&job);
      g_assert_no_error (job.error);
      g_assert_cmpstr (job.fetched->uri, ==, uri);
      g_assert_cmpstr (job.fetched->content_type, ==, pages[i].type);
      g_assert_false (job.fell);
      g_assert_cmpfloat (job.last, >, 0);
      article = read_page (job.fetched);
      g_assert_cmpstr (ent_article_get_uri (article), ==, uri);
      g_assert_nonnull (strstr (ent_article_get_text (article), "Germany supports Ukraine – so says Élodie Müller."));
    }
  g_assert_cmpuint (web_count_requests (web), ==, G_N_ELEMENTS (pages));   /* and nothing that the pages name */
}

/* Nothing of who asks, and nothing of the redirects before. */
static void
test_request (void)
{
  static const char *const names[] = { "Accept", "Accept-Encoding", "Connection", "Host", "User-Agent", NULL };
  g_autoptr (Web)  web = web_new ();
  g_auto (Job)     job = job_new (web, "news.test", "/chain/2");
  g_auto (GStrv)   lines = NULL;

  run (&job);
  g_assert_no_error (job.error);
  lines = g_strsplit (web_get_headers (web), "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *name = g_strndup (*line, strcspn (*line, ":"));

      if (!g_strv_contains (names, name))
        g_error ("sent as well: %s", *line);
      if (g_str_equal (name, "User-Agent"))
        g_assert_true (g_str_has_prefix (*line, "User-Agent: Entente/"));
    }
}

static void
test_redirects (void)
{
  g_autoptr (Web)  web = web_new ();
  g_auto (Job)     most = job_new (web, "news.test", "/chain/5");
  g_auto (Job)     more = job_new (web, "news.test", "/chain/6");
  g_autofree char *page = web_dup_address (web, "news.test", "/page");

  run (&most);
  g_assert_no_error (most.error);
  g_assert_cmpstr (most.fetched->uri, ==, page);
  assert_fails (&more, ENT_FETCH_ERROR_REDIRECT, "news.test", "without end");
}

/* Where a server may not send one. */
static void
test_bad_redirects (void)
{
  static const struct { const char *to; EntFetchError code; const char *named, *said; } cases[] = {
    { "http://news.test/page", ENT_FETCH_ERROR_REDIRECT, "news.test/to", "http://news.test/page: only addresses that begin with" },
    { "ftp://news.test/page", ENT_FETCH_ERROR_REDIRECT, "news.test/to", "only addresses that begin with" },
    { "file:///etc/passwd", ENT_FETCH_ERROR_REDIRECT, "news.test/to", "not the address of a web page" },
    { "https://me:secret@news.test/", ENT_FETCH_ERROR_REDIRECT, "news.test/to", "a name or a password" },
    { "https://127.0.0.2/page", ENT_FETCH_ERROR_PRIVATE, "127.0.0.2/page", "private network" },
    { "https://10.0.0.1/", ENT_FETCH_ERROR_PRIVATE, "10.0.0.1", "private network" },
    { "https://[::1]/", ENT_FETCH_ERROR_PRIVATE, "::1", "private network" },
    { "https://[::ffff:10.0.0.1]/", ENT_FETCH_ERROR_PRIVATE, "::ffff:10.0.0.1", "private network" },
    { "https://private.test/", ENT_FETCH_ERROR_PRIVATE, "private.test", "private network" },
    { "https://unknown.test/", ENT_FETCH_ERROR_CONNECTION, "unknown.test", "no server of that name" },
  };
  g_autoptr (Web) web = web_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/to?", cases[i].to, NULL);
      g_auto (Job)     job = job_new (web, "news.test", path);

      assert_fails (&job, cases[i].code, cases[i].named, cases[i].said);
    }
  g_assert_cmpuint (web_count_elsewhere (web), ==, 0);
}

/* ── what is not fetched ────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_failures (void)
{
  static const struct { const char *host, *path; EntFetchError code; const char *said; } cases[] = {
    { "news.test", "/picture", ENT_FETCH_ERROR_KIND, "“image/png”" },
    { "news.test", "/missing", ENT_FETCH_ERROR_REFUSED, "no such page" },
    { "news.test", "/password", ENT_FETCH_ERROR_REFUSED, "not give the page to everyone" },
    { "news.test", "/away", ENT_FETCH_ERROR_REFUSED, "status 503" },
    { "news.test", "/large", ENT_FETCH_ERROR_TOO_LARGE, "larger than 1 MB" },
    { "news.test", "/said-large", ENT_FETCH_ERROR_TOO_LARGE, "larger than 1 MB" },
    { "news.test", "/broken", ENT_FETCH_ERROR_CONNECTION, "broke off" },
    { "unknown.test", "/page", ENT_FETCH_ERROR_CONNECTION, "no server of that name" },
    { "private.test", "/page", ENT_FETCH_ERROR_PRIVATE, "private network" },
    { "other.test", "/page", ENT_FETCH_ERROR_CERTIFICATE, "that of another one" },
  };
  g_autoptr (Web) web = web_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Job)     job = job_new (web, cases[i].host, cases[i].path);
      g_autofree char *name = g_strconcat (cases[i].host, cases[i].path, NULL);

      g_test_message ("%s", name);
      assert_fails (&job, cases[i].code, name, cases[i].said);
    }
}

/* By the rules for people nothing of this computer is fetched, whatever it is called; nothing is even tried. */
static void
test_private (void)
{
  static const char *const hosts[] = { "news.test", "private.test", "rebound.test", "localhost", "a.localhost", "127.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]" };
  g_autoptr (Web) web = web_new ();

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_auto (Job) job = job_new (web, hosts[i], "/page");

      job.rules.check = ent_public_address_check;
      if (g_str_equal (hosts[i], "127.1"))
        assert_fails (&job, ENT_FETCH_ERROR_CONNECTION, "127.1", "no server");   /* this web knows no such name; the system's would find 127.0.0.1 */
      else
        assert_fails (&job, ENT_FETCH_ERROR_PRIVATE, "/page", "private network");
    }
  g_assert_cmpuint (web_count_connections (), ==, 0);
  g_assert_cmpuint (web_count_requests (web), ==, 0);
}

/* What was checked is what is connected to: a second look-up, which would lead elsewhere, is not made. */
static void
test_rebinding (void)
{
  g_autoptr (Web) web = web_new ();
  g_auto (Job)    first = job_new (web, "rebound.test", "/page");
  g_auto (Job)    second = job_new (web, "rebound.test", "/page");

  run (&first);
  g_assert_no_error (first.error);
  assert_fails (&second, ENT_FETCH_ERROR_PRIVATE, "rebound.test", "private network");
  g_assert_cmpuint (web_count_requests (web), ==, 1);
  g_assert_cmpuint (web_count_elsewhere (web), ==, 0);
  g_assert_cmpuint (web_count_connections (), ==, 1);
}

static void
test_certificates (void)
{
  g_autoptr (Web) web = web_new ();
  g_auto (Job)    unknown = job_new (web, "news.test", "/page");
  g_auto (Job)    expired = job_new (web, "news.test", "/page");

  unknown.rules.authorities = NULL;   /* those of the system, who know nothing of it */
  assert_fails (&unknown, ENT_FETCH_ERROR_CERTIFICATE, "news.test/page", "nobody whom this computer trusts");
  web_set_certificate (web, "expired.pem");
  assert_fails (&expired, ENT_FETCH_ERROR_CERTIFICATE, "news.test/page", "has expired");
  g_assert_cmpuint (web_count_requests (web), ==, 0);
}

static void
test_refused_connection (void)
{
  g_autoptr (Web)  web = web_new ();
  g_auto (Job)     job = { .address = ent_fetch_address_parse ("https://news.test:1/page", NULL), .rules = *web_get_rules (web) };

  assert_fails (&job, ENT_FETCH_ERROR_CONNECTION, "news.test/page", "not through a proxy");
}

/* Whatever the server is at: a page that trickles in, or nothing at all. */
static void
test_time (void)
{
  static const char *const paths[] = { "/slow", "/silent" };
  g_autoptr (Web) web = web_new ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_auto (Job) job = job_new (web, "news.test", paths[i]);
      gint64       start_us = g_get_monotonic_time ();

      job.rules.time_ms = 700;
      assert_fails (&job, ENT_FETCH_ERROR_TIMEOUT, "news.test", "within 1 second");
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, 10 * G_USEC_PER_SEC);
    }
}

typedef struct {
  Web          *web;
  guint         n_requests;    /* that it waits for */
  guint         n_ticks;       /* since they were there */
  GCancellable *cancellable;
} Canceller;

static gboolean
cancel_cb (gpointer data)
{
  Canceller *self = data;

  if (web_count_requests (self->web) < self->n_requests || self->n_ticks++ < 10)
    return G_SOURCE_CONTINUE;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

/* While nothing comes, in the middle of a page, and before it begins. */
static void
test_cancel (void)
{
  static const char *const paths[] = { "/silent", "/slow" };
  g_autoptr (Web) web = web_new ();
  g_auto (Job)    early = job_new (web, "news.test", "/page");

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_auto (Job) job = job_new (web, "news.test", paths[i]);
      Canceller    canceller = { web, i + 1, 0, job.cancellable };

      g_timeout_add (20, cancel_cb, &canceller);
      run (&job);
      g_assert_error (job.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_cancellable_cancel (early.cancellable);
  run (&early);
  g_assert_error (early.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (web_count_requests (web), ==, 2);
}

/* "VmHWM:    12345 kB" in /proc/self/status; 0 where there is none. */
static gsize
get_peak_bytes (void)
{
  g_autofree char *status = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "VmHWM:")) == NULL)
    return 0;
  return (gsize) g_ascii_strtoull (line + strlen ("VmHWM:") + strspn (line + strlen ("VmHWM:"), " \t"), NULL, 10) << 10;
}

/* It unpacks to 256 MB: the limit ends it, and memory stays near the limit. */
static void
test_bomb (void)
{
  g_autoptr (Web) web = web_new ();
  g_auto (Job)    first = job_new (web, "news.test", "/bomb");
  g_auto (Job)    job = job_new (web, "news.test", "/bomb");
  gsize           before;

  assert_fails (&first, ENT_FETCH_ERROR_TOO_LARGE, "news.test/bomb", "larger than 1 MB");   /* makes the bomb */
  before = get_peak_bytes ();
  assert_fails (&job, ENT_FETCH_ERROR_TOO_LARGE, "news.test/bomb", "larger than 1 MB");
  g_assert_cmpuint (get_peak_bytes () - before, <, (gsize) 32 << 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/pages", test_pages);
  g_test_add_func ("/fetch/request", test_request);
  g_test_add_func ("/fetch/redirects", test_redirects);
  g_test_add_func ("/fetch/bad-redirects", test_bad_redirects);
  g_test_add_func ("/fetch/failures", test_failures);
  g_test_add_func ("/fetch/private", test_private);
  g_test_add_func ("/fetch/rebinding", test_rebinding);
  g_test_add_func ("/fetch/certificates", test_certificates);
  g_test_add_func ("/fetch/refused-connection", test_refused_connection);
  g_test_add_func ("/fetch/time", test_time);
  g_test_add_func ("/fetch/cancel", test_cancel);
  g_test_add_func ("/fetch/bomb", test_bomb);
  return g_test_run ();
}
