/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to export a map of 1,000 actors and 3,000 links, beside its limit and beside a bare loop of cairo in the same
 * run: the same lines, discs and names on the same kind of surface (of a PNG: at full size), without arrowheads, halos and labels. Times are by the clock;
 * behind the slash is what all threads together took of the processor, which a busy machine does not blur as much.
 *
 * usage: bench-export [FORMAT], such as png */
#include "ent-export.h"
#include "map-fixture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define N_ACTORS 1000
#define N_LINKS  3000
#define N_TRIES  3

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_bare (const EntScene *scene, cairo_t *cr)
{
  guint                 n_nodes, n_links;
  const EntSceneNode   *nodes = ent_scene_get_nodes (scene, &n_nodes);
  const EntSceneLink   *links = ent_scene_get_links (scene, &n_links);

  cairo_set_line_width (cr, 3);
  for (guint i = 0; i < n_links; i++)
    {
      cairo_move_to (cr, links[i].x0, links[i].y0);
      cairo_curve_to (cr, links[i].cx, links[i].cy, links[i].cx, links[i].cy, links[i].x1, links[i].y1);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < n_nodes; i++)
    {
      cairo_arc (cr, nodes[i].x, nodes[i].y, nodes[i].radius, 0, 2 * G_PI);
      cairo_fill (cr);
      cairo_move_to (cr, nodes[i].label_x, nodes[i].label_y);
      g_autoptr (PangoLayout) layout = ent_scene_dup_name_layout (scene, i);
      pango_cairo_show_layout (cr, layout);
    }
}

/* The peer of a format; 0 bytes: it has none. */
static gsize
write_bare (const EntScene *scene, EntExportFormat format)
{
  double           x, y, width, height;
  gsize            n_bytes = 0;
  cairo_surface_t *surface;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  switch (format)
    {
    case ENT_EXPORT_PNG: surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width + 64, (int) height + 64); break;
    case ENT_EXPORT_PDF: surface = cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, width + 64, height + 64); break;
    case ENT_EXPORT_SVG: surface = cairo_svg_surface_create_for_stream (count_bytes, &n_bytes, width + 64, height + 64); break;
    default:             return 0;
    }
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_translate (cr, 32 - x, 32 - y);
  draw_bare (scene, cr);
  cairo_destroy (cr);
  if (format == ENT_EXPORT_PNG)
    cairo_surface_write_to_png_stream (surface, count_bytes, &n_bytes);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return n_bytes;
}

typedef struct {
  const char       *name;
  EntExportFormat   format;
  EntExportOptions  options;
  double            limit_s;     /* 0: none */
} Case;

static gsize
write_ours (const EntScene *scene, const Case *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_export_to_bytes (scene, what->format, &what->options, &error);

  if (bytes == NULL)
    g_error ("%s: %s", what->name, error->message);
  return g_bytes_get_size (bytes);
}

static double
processor_s (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Ours and the peer's by turns, the best of each; in seconds. */
static void
measure (const EntScene *scene, const Case *what)
{
  double best = G_MAXDOUBLE, best_bare = G_MAXDOUBLE, least = G_MAXDOUBLE, least_bare = G_MAXDOUBLE;
  gsize  n_bytes = 0, n_bare_bytes = 0;

  for (guint i = 0; i < N_TRIES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double processor = processor_s ();
      n_bytes = write_ours (scene, what);
      gint64 middle = g_get_monotonic_time ();
      double between = processor_s ();
      n_bare_bytes = write_bare (scene, what->format);
      gint64 end = g_get_monotonic_time ();
      best = MIN (best, (double) (middle - start) / G_USEC_PER_SEC);
      least = MIN (least, between - processor);
      least_bare = MIN (least_bare, processor_s () - between);
      best_bare = MIN (best_bare, (double) (end - middle) / G_USEC_PER_SEC);
    }
  printf ("%-16s %6.3f / %6.3f s %6.1f MB", what->name, best, least, (double) n_bytes / 1e6);
  if (what->limit_s > 0)
    printf ("   limit %.0f s: %s", what->limit_s, best <= what->limit_s ? "kept" : "EXCEEDED");
  if (n_bare_bytes > 0)
    printf ("   bare cairo %.3f / %.3f s, %.1f MB: × %.2f / %.2f", best_bare, least_bare, (double) n_bare_bytes / 1e6,
            best / best_bare, least / least_bare);
  printf ("\n");
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  static const Case cases[] = {
    { "svg", ENT_EXPORT_SVG, { .legend = TRUE }, 1 },
    { "svg, outlines", ENT_EXPORT_SVG, { .legend = TRUE, .outlines = TRUE }, 0 },
    { "png", ENT_EXPORT_PNG, { .legend = TRUE, .limited = TRUE }, 1 },
    { "png, full size", ENT_EXPORT_PNG, { .legend = TRUE }, 0 },
    { "png, transparent", ENT_EXPORT_PNG, { .transparent = TRUE }, 1 },
    { "pdf", ENT_EXPORT_PDF, { .legend = TRUE }, 2 },
    { "pdf with quotes", ENT_EXPORT_PDF, { .legend = TRUE, .quotes = TRUE }, 0 },
    { "html", ENT_EXPORT_HTML, { .legend = TRUE }, 0 },
    { "graphml", ENT_EXPORT_GRAPHML, { 0 }, 0 },
    { "gexf", ENT_EXPORT_GEXF, { 0 }, 0 },
    { "dot", ENT_EXPORT_DOT, { 0 }, 0 },
    { "actors.csv", ENT_EXPORT_CSV_ACTORS, { 0 }, 0 },
    { "relations.csv", ENT_EXPORT_CSV_RELATIONS, { 0 }, 0 },
    { "evidence.csv", ENT_EXPORT_CSV_EVIDENCE, { 0 }, 0 },
  };
  g_autoptr (EntMap)   map = fixture_random_map (N_ACTORS, N_LINKS, 1);
  gint64               start = g_get_monotonic_time ();
  g_autoptr (EntScene) scene = ent_scene_new (map);
  double               x, y, width, height;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  printf ("%d actors, %d links, %.0f × %.0f units; laid out and built in %.2f s, which is not counted\n", N_ACTORS, N_LINKS, width, height,
          (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (argc < 2 || g_str_has_prefix (cases[i].name, argv[1]))
      measure (scene, &cases[i]);
  return 0;
}
