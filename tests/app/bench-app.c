/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ./dev bench app [start|read|cancel|open|export]: how long the application takes to start, to be free again after a cancel, and how
 * long it keeps a person waiting while it works. Each figure comes from a process of its own (app-probe.c); this one starts them and
 * has nothing to do with GTK, so that a start finds nothing of it in memory.
 *
 * A cold start is one after the kernel's caches were dropped, which only root may do; otherwise it says warm. What other programs have
 * in use at that moment stays in memory even so. */
#include <gio/gio.h>
#include <stdio.h>
#include <unistd.h>

#define N_STARTS 5
#define N_WORDS  10000

static char *probe;   /* path of app-probe, beside this program */

/* ── starts ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
drop_caches (void)
{
  sync ();
  FILE *file = fopen ("/proc/sys/vm/drop_caches", "w");
  if (file == NULL)
    return FALSE;
  gboolean dropped = fputs ("3", file) >= 0;
  return fclose (file) == 0 && dropped;
}

typedef struct {
  double first_ms, first_cpu_ms, map_ms, map_cpu_ms;
} Figures;

static Figures
start_once (const char *what)
{
  g_autofree char *since = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *argv[] = { probe, what, since, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  Figures figures = { 0 };
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error) || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s", error->message);
  if (sscanf (out, "%lf %lf %lf %lf", &figures.first_ms, &figures.first_cpu_ms, &figures.map_ms, &figures.map_cpu_ms) != 4)
    g_error ("not what a start says: %s", out);
  return figures;
}

static int
compare_firsts (gconstpointer a, gconstpointer b)
{
  double x = ((const Figures *) a)->first_ms, y = ((const Figures *) b)->first_ms;

  return (x > y) - (x < y);
}

static int
compare_maps (gconstpointer a, gconstpointer b)
{
  double x = ((const Figures *) a)->map_ms, y = ((const Figures *) b)->map_ms;

  return (x > y) - (x < y);
}

static void
measure_starts (const char *what, gboolean cold)
{
  Figures figures[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++) {
    if (cold && !drop_caches ()) {
      g_print ("  cold starts: not measured, the caches cannot be dropped\n");
      return;
    }
    figures[i] = start_once (what);
  }
  qsort (figures, N_STARTS, sizeof figures[0], compare_firsts);
  g_print ("  %-6s %s start: first frame after %4.0f ms, least %4.0f (%4.0f ms of the main thread's work)", what, cold ? "cold" : "warm",
           figures[N_STARTS / 2].first_ms, figures[0].first_ms, figures[N_STARTS / 2].first_cpu_ms);
  if (figures[0].map_ms > 0) {
    qsort (figures, N_STARTS, sizeof figures[0], compare_maps);
    g_print ("; map of the sample after %4.0f ms, least %4.0f (%4.0f ms of all threads' work)", figures[N_STARTS / 2].map_ms, figures[0].map_ms,
             figures[N_STARTS / 2].map_cpu_ms);
  }
  g_print ("\n");
}

static void
measure_all_starts (const char *folder)
{
  start_once ("empty");   /* the session starts what it starts for the first program */
  for (guint cold = 0; cold < 2; cold++) {
    measure_starts ("empty", cold);
    measure_starts ("sample", cold);
  }
}

/* ── stalls ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
append_varied (GString *out, const char *text, guint round)
{
  static const char *const names[] = { "Ukraine", "Russia", "Poland", "Germany", "France", "NATO" };
  static const char *const others[] = { "Kenya", "Peru", "Norway", "Japan", "Brazil", "Egypt", "India", "Chile", "Spain", "Ghana", "Cuba", "Iran", "Mali" };
  g_autoptr (GString) varied = g_string_new (text);

  for (guint i = 0; round > 0 && i < G_N_ELEMENTS (names); i++)
    g_string_replace (varied, names[i], others[(5 * round + i) % G_N_ELEMENTS (others)], 0);
  g_string_append (out, varied->str);
  g_string_append (out, "\n\n");
}

static guint
count_words (const char *text)
{
  guint n_words = 0;

  for (const char *at = text; *at; at++)
    n_words += !g_ascii_isspace (at[0]) && (at[1] == '\0' || g_ascii_isspace (at[1]));
  return n_words;
}

/* The sample over and over, among other countries each time, up to so many words. (transfer full): its path. */
static char *
write_article (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;
  g_autoptr (GString) article = g_string_new (NULL);
  char *path = g_build_filename (folder, "long.txt", NULL);

  if (!g_file_get_contents (SAMPLE_PATH, &sample, NULL, &error))
    g_error ("%s", error->message);
  for (guint round = 0; count_words (article->str) < N_WORDS; round++)
    append_varied (article, sample, round);
  if (!g_file_set_contents (path, article->str, -1, &error))
    g_error ("%s", error->message);
  g_print ("  an article of %u words\n", count_words (article->str));
  return path;
}

static void
run_probe (const char *what, const char *argument)
{
  const char *argv[] = { probe, what, argument, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s: %s", what, error->message);
}

static void
measure_reading (const char *folder)
{
  g_autofree char *article = write_article (folder);

  run_probe ("read", article);
}

static void
measure_cancel (const char *folder)
{
  g_autofree char *article = write_article (folder);

  run_probe ("cancel", article);
}

static void
measure_opening (const char *folder)
{
  g_print ("  a map of 1000 actors and 3000 links\n");
  run_probe ("open", folder);
}

static void
measure_export (const char *folder)
{
  run_probe ("export", folder);
}

/* ── all of them ────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    remove (path);
  }
  g_clear_pointer (&dir, g_dir_close);
  remove (folder);
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*measure) (const char *folder); } parts[] = {
    { "start", measure_all_starts }, { "read", measure_reading }, { "cancel", measure_cancel },
    { "open", measure_opening }, { "export", measure_export },
  };
  g_autofree char *own_folder = g_path_get_dirname (argv[0]);
  g_autofree char *folder = g_dir_make_tmp ("entente-bench-XXXXXX", NULL);

  probe = g_build_filename (own_folder, "app-probe", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (argc < 2 || g_str_equal (argv[1], parts[i].name)) {
      g_print ("%s\n", parts[i].name);
      parts[i].measure (folder);
    }
  remove_folder (folder);
  g_free (probe);
  return 0;
}
