/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-export.h"
#include "map-fixture.h"

#include <glib/gstdio.h>

#include <math.h>
#include <string.h>

/* ── Helpers ────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct { const guint8 *data; gsize length, at; } Stream;

static cairo_status_t
read_stream (void *closure, unsigned char *data, unsigned int length)
{
  Stream *stream = closure;

  if (stream->at + length > stream->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, stream->data + stream->at, length);
  stream->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
load_png (GBytes *bytes)
{
  Stream stream = { 0 };

  stream.data = g_bytes_get_data (bytes, &stream.length);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_stream, &stream);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  return *(const guint32 *) (const void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x);
}

static GBytes *
export (const EntScene *scene, EntExportFormat format, const EntExportOptions *options)
{
  g_autoptr (GError)  error = NULL;
  GBytes             *bytes = ent_export_to_bytes (scene, format, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static char *
export_svg (EntMap *map, const EntExportOptions *options)
{
  g_autoptr (EntScene) scene = ent_scene_new (map);
  g_autoptr (GBytes)   bytes = export (scene, ENT_EXPORT_SVG, options);
  gsize                length;
  const char          *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* What a reader of the SVG finds in it. */
typedef struct {
  GHashTable *ids;
  GString    *text;       /* of all elements, one per line */
  guint       n_names, n_labels, n_titles, n_paths;
} Found;

static void
start_element (GMarkupParseContext *context, const char *name, const char **keys, const char **values, gpointer data, GError **error)
{
  Found *found = data;

  found->n_paths += g_str_equal (name, "path");
  found->n_titles += g_str_equal (name, "title");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (g_str_equal (keys[i], "id"))
        g_assert_true (g_hash_table_add (found->ids, g_strdup (values[i])));
      if (g_str_equal (name, "text") && g_str_equal (keys[i], "class"))
        {
          found->n_names += g_str_has_prefix (values[i], "name");
          found->n_labels += g_str_has_prefix (values[i], "label");
        }
    }
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_string_append_len (((Found *) data)->text, text, length);
  g_string_append_c (((Found *) data)->text, '\n');
}

static void
parse_svg (const char *svg, Found *found)
{
  static const GMarkupParser parser = { start_element, NULL, add_text, NULL, NULL };
  g_autoptr (GError)         error = NULL;

  *found = (Found) { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), .text = g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, found, NULL);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
clear_found (Found *found)
{
  g_hash_table_unref (found->ids);
  g_string_free (found->text, TRUE);
}

/* ── Formats ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_format_names (void)
{
  static const struct { const char *name; gboolean known; EntExportFormat format; } cases[] = {
    { "map.png", TRUE, ENT_EXPORT_PNG }, { "map.SVG", TRUE, ENT_EXPORT_SVG }, { "/a.b/мапа.pdf", TRUE, ENT_EXPORT_PDF },
    { "map.tar.pdf", TRUE, ENT_EXPORT_PDF }, { "map.html", TRUE, ENT_EXPORT_HTML }, { "map.GraphML", TRUE, ENT_EXPORT_GRAPHML },
    { "map.gexf", TRUE, ENT_EXPORT_GEXF }, { "map.gv", TRUE, ENT_EXPORT_DOT }, { "map.csv", TRUE, ENT_EXPORT_CSV_RELATIONS },
    { "actors.csv", TRUE, ENT_EXPORT_CSV_ACTORS }, { "/a/Map-Actors.csv", TRUE, ENT_EXPORT_CSV_ACTORS }, { "x.evidence.csv", TRUE, ENT_EXPORT_CSV_EVIDENCE },
    { "factors.csv", TRUE, ENT_EXPORT_CSV_RELATIONS }, { "map.jpeg", FALSE, 0 }, { ".svg", TRUE, ENT_EXPORT_SVG }, { "png", FALSE, 0 }, { "", FALSE, 0 }, { "map.png/", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      EntExportFormat    format;
      g_assert_cmpint (ent_export_format_from_name (cases[i].name, &format, &error), ==, cases[i].known);
      if (cases[i].known)
        {
          g_assert_no_error (error);
          g_assert_cmpint (format, ==, cases[i].format);
          continue;
        }
      g_assert_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, ".svg"));
    }
}

static void
test_empty (void)
{
  g_autoptr (EntMap)   map = ent_map_new ();
  g_autoptr (EntScene) scene = ent_scene_new (map);
  EntExportOptions     options = { .legend = TRUE };
  g_autoptr (GBytes)   png = export (scene, ENT_EXPORT_PNG, &options), pdf = export (scene, ENT_EXPORT_PDF, NULL);
  g_autofree char     *svg = export_svg (map, &options);
  cairo_surface_t     *surface = load_png (png);
  Found                found;

  g_assert_cmpint (cairo_image_surface_get_width (surface), >, 100);
  cairo_surface_destroy (surface);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  parse_svg (svg, &found);
  g_assert_cmpuint (found.n_paths, ==, 0);
  clear_found (&found);
}

static void
test_png_sizes (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (8, 12, 3);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  double               x, y, width, height;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  const struct { EntExportOptions options; int width, height; } cases[] = {
    { { 0 }, (int) ceil (width + 64), (int) ceil (height + 64) },
    { { .scale = 2.5 }, (int) ceil ((width + 64) * 2.5), (int) ceil ((height + 64) * 2.5) },
    { { .width_px = 800, .height_px = 600 }, 800, 600 },
    { { .width_px = 64, .height_px = 2000, .legend = TRUE }, 64, 2000 },
    { { .width_px = 800 }, 800, 0 },
    { { .height_px = 500, .dark = TRUE }, 0, 500 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes)  bytes = export (scene, ENT_EXPORT_PNG, &cases[i].options);
      cairo_surface_t    *surface = load_png (bytes);
      if (cases[i].width > 0)
        g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].width);
      if (cases[i].height > 0)
        g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].height);
      cairo_surface_destroy (surface);
    }
}

/* Fitted, centred, with a margin: the outermost pixels on all four sides are ground. */
static void
test_png_margin (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (14, 20, 6);
  g_autoptr (EntScene) scene = ent_scene_new (map);

  for (int legend = 0; legend < 2; legend++)
    {
      EntExportOptions    options = { .width_px = 700, .height_px = 500, .legend = legend };
      g_autoptr (GBytes)  bytes = export (scene, ENT_EXPORT_PNG, &options);
      cairo_surface_t    *surface = load_png (bytes);
      guint32             ground = pixel_at (surface, 0, 0);
      guint               n_drawn = 0;
      for (int i = 0; i < 700; i++)
        for (int edge = 0; edge < 8; edge++)
          g_assert_true (pixel_at (surface, i, edge) == ground && pixel_at (surface, i, 499 - edge) == ground);
      for (int i = 0; i < 500; i++)
        for (int edge = 0; edge < 8; edge++)
          g_assert_true (pixel_at (surface, edge, i) == ground && pixel_at (surface, 699 - edge, i) == ground);
      for (int row = 0; row < 500; row++)
        for (int i = 0; i < 700; i++)
          n_drawn += pixel_at (surface, i, row) != ground;
      g_assert_cmpuint (n_drawn, >, 5000);
      cairo_surface_destroy (surface);
    }
}

#define TILE_PX 512     /* as the writer has it: both sides of a tile of the picture below */

/* How much pictures differ in some of their pixels. */
typedef struct { guint n_drawn, n_off, most; } Difference;

static void
compare_pixels (guint32 ours, guint32 whole, guint32 ground, Difference *total)
{
  guint off = 0;

  for (int shift = 0; shift < 32; shift += 8)
    off = MAX (off, (guint) abs ((int) (ours >> shift & 0xff) - (int) (whole >> shift & 0xff)));
  total->n_drawn += whole != ground;
  total->n_off += off > 2;
  total->most = MAX (total->most, off);
}

static gboolean
is_at_seam (int at)
{
  return at >= TILE_PX - 1 && (at % TILE_PX == 0 || at % TILE_PX == TILE_PX - 1);
}

/* The drawing as it is painted at once. (transfer full) */
static cairo_surface_t *
paint_whole (const EntScene *scene, int width_px, int height_px, gboolean transparent)
{
  EntSceneStyle    style = { .font_scale = 1, .plain = TRUE, .transparent = transparent };
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width_px, height_px);
  cairo_t         *cr = cairo_create (whole);
  double           x, y, width, height;

  ent_scene_get_bounds (scene, &x, &y, &width, &height);
  double scale = MIN (width_px / (width + 64), height_px / (height + 64));
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, width_px / scale / 2 - (x + width / 2), height_px / scale / 2 - (y + height / 2));
  ent_scene_paint (scene, cr, &style, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (whole);
  return whole;
}

/* The tiles and bands that a PNG is made of are the drawing as it is painted at once, and where two of them meet they are no further from it
 * than elsewhere. */
static void
test_png_bands (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (24, 60, 5);
  g_autoptr (EntScene) scene = ent_scene_new (map);

  for (int transparent = 0; transparent < 2; transparent++)
    {
      EntExportOptions    options = { .width_px = 1500, .height_px = 2100, .transparent = transparent };
      g_autoptr (GBytes)  bytes = export (scene, ENT_EXPORT_PNG, &options);
      cairo_surface_t    *ours = load_png (bytes), *whole = paint_whole (scene, 1500, 2100, transparent);
      guint32             mask = transparent ? 0xffffffff : 0xffffff, ground = pixel_at (whole, 0, 0) & mask;
      Difference          all = { 0 }, seams = { 0 };

      for (int row = 0; row < 2100; row++)
        for (int i = 0; i < 1500; i++)
          compare_pixels (pixel_at (ours, i, row) & mask, pixel_at (whole, i, row) & mask, ground,
                          is_at_seam (row) || is_at_seam (i) ? &seams : &all);
      g_test_message ("off by more than 2: %u of %u drawn pixels (%u at most), at seams %u of %u (%u)", all.n_off, all.n_drawn, all.most,
                      seams.n_off, seams.n_drawn, seams.most);
      g_assert_cmpuint (all.n_drawn, >, 10000);
      g_assert_cmpuint (seams.n_drawn, >, 500);
      /* What premultiplying rounds, and where curves are cut at tiles the tenth of a pixel that cairo draws them by. A line that ended
       * a unit too soon would be off by more than 100 there. From 1.18 on, which sets letters at quarters of a pixel, cairo leaves out
       * the last, half covered column of some that the edge of a tile parts. */
      g_assert_cmpuint (MAX (all.most, seams.most), <=, cairo_version () < CAIRO_VERSION_ENCODE (1, 18, 0) ? 40 : 100);
      g_assert_cmpuint (all.n_off, <, all.n_drawn / 50);
      g_assert_cmpuint (seams.n_off, <, seams.n_drawn / 20);
      cairo_surface_destroy (ours);
      cairo_surface_destroy (whole);
    }
}

static void
test_png_transparent (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (3, 3, 6);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  EntExportOptions     options = { .transparent = TRUE };
  g_autoptr (GBytes)   clear = export (scene, ENT_EXPORT_PNG, &options), opaque = export (scene, ENT_EXPORT_PNG, NULL);
  cairo_surface_t     *surface = load_png (clear);

  g_assert_cmphex (pixel_at (surface, 1, 1) >> 24, ==, 0);
  cairo_surface_destroy (surface);
  surface = load_png (opaque);
  /* Opaque PNGs are read as RGB24, whose upper byte means nothing. */
  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32)
    g_assert_cmphex (pixel_at (surface, 1, 1) >> 24, ==, 0xff);
  cairo_surface_destroy (surface);
}

/* ── SVG ────────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_svg_contents (void)
{
  g_autoptr (EntMap) map = ent_map_new ();
  EntActor          *a = fixture_add_actor (map, "A & <B> \"C\" ]]>", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "Верховна Рада", ENT_KIND_ORGANISATION);
  Found              found;

  ent_map_set_title (map, "Who's <who>");
  fixture_add_relation (map, a, b, ENT_RELATION_REJECT, "is against & so on", 2, ENT_MODALITY_POSSIBLE);
  g_autofree char *svg = export_svg (map, NULL);
  parse_svg (svg, &found);
  g_assert_true (g_hash_table_contains (found.ids, "actor-a1") && g_hash_table_contains (found.ids, "actor-a2") && g_hash_table_contains (found.ids, "relation-r1"));
  g_assert_cmpuint (found.n_names, ==, 2);
  g_assert_cmpuint (found.n_labels, ==, 1);
  g_assert_cmpuint (found.n_titles, ==, 4);
  g_assert_nonnull (strstr (found.text->str, "Who's <who>"));
  g_assert_nonnull (strstr (found.text->str, "is against & so on"));
  g_assert_nonnull (strstr (found.text->str, "“Україна & <NATO>”"));
  g_assert_nonnull (strstr (found.text->str, "A & <B> \"C\" ]]>"));
  g_assert_nonnull (strstr (svg, "class=\"relation conflict reject hedged\""));
  g_assert_nonnull (strstr (svg, "class=\"actor organisation\""));
  g_assert_nonnull (strstr (svg, "xml:lang=\"uk\""));
  g_assert_nonnull (strstr (svg, "<style>"));
  g_assert_nonnull (strstr (svg, "data-from=\"actor-a1\" data-to=\"actor-a2\""));
  clear_found (&found);
}

/* Control characters have no place in XML, not even escaped; ids may hold anything. */
static void
test_svg_hostile (void)
{
  g_autoptr (EntMap)    map = ent_map_new ();
  g_autoptr (EntActor)  odd = ent_actor_new ("a \"1\"><x/>é", "bell\a \x1b[31m esc \xef\xbf\xbe end", ENT_KIND_PERSON);
  g_autoptr (GString)   name = g_string_new (NULL);
  Found                 found;

  for (int i = 0; i < 5000; i++)
    g_string_append (name, "<&");
  ent_map_add_actor (map, odd);
  EntActor *empty = fixture_add_actor (map, "", ENT_KIND_GROUP), *endless = fixture_add_actor (map, name->str, ENT_KIND_PLACE);
  EntActor *rtl = fixture_add_actor (map, "\xe2\x80\xae" "جامعة الدول", ENT_KIND_PLACE);
  fixture_add_relation (map, empty, endless, ENT_RELATION_LEAD, "\a", 1, ENT_MODALITY_DENIED);
  fixture_add_relation (map, endless, rtl, ENT_RELATION_AID, name->str, 30, ENT_MODALITY_ASSERTED);
  g_autofree char *svg = export_svg (map, NULL);
  parse_svg (svg, &found);
  for (const char *p = svg; *p != '\0'; p++)
    g_assert_true (*p == '\n' || (guchar) *p >= 0x20);
  g_assert_null (strstr (svg, "\xef\xbf\xbe"));
  g_assert_cmpuint (g_hash_table_size (found.ids), ==, 6);
  g_assert_cmpuint (found.n_names, ==, 3);
  clear_found (&found);
}

static void
test_svg_random (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (EntMap) map = fixture_random_map (25, 40, seed);
      EntExportOptions   options = { .legend = TRUE, .dark = seed == 2 };
      g_autofree char   *svg = export_svg (map, &options), *again = export_svg (map, &options);
      Found              found;
      parse_svg (svg, &found);
      g_assert_cmpuint (found.n_names, ==, 25);
      g_assert_cmpstr (svg, ==, again);
      clear_found (&found);
    }
}

static EntSceneVisibility
hide_first (EntActor *actor, EntRelation *relation, gpointer data)
{
  if (actor == NULL)
    return ENT_SCENE_SHOWN;
  return g_str_equal (ent_actor_get_id (actor), "a1") ? ENT_SCENE_HIDDEN : g_str_equal (ent_actor_get_id (actor), "a2") ? ENT_SCENE_FADED : ENT_SCENE_SHOWN;
}

static void
test_svg_filtered (void)
{
  g_autoptr (EntMap)   map = fixture_random_map (6, 8, 1);
  g_autoptr (EntScene) scene = ent_scene_new (map);

  ent_scene_set_visibility (scene, hide_first, NULL);
  g_autoptr (GBytes) bytes = export (scene, ENT_EXPORT_SVG, NULL);
  g_autofree char   *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_null (strstr (svg, "\"actor-a1\""));
  g_assert_nonnull (strstr (svg, "\"actor-a2\""));
  g_assert_nonnull (strstr (svg, " faded\""));
}

/* Drawn by another program the SVG looks like our own PNG. */
static void
test_svg_rendering (void)
{
  g_autofree char *rsvg = g_find_program_in_path ("rsvg-convert");
  g_autofree char *folder = g_dir_make_tmp ("ent-export-XXXXXX", NULL);
  g_autofree char *svg_path = g_build_filename (folder, "map.svg", NULL), *png_path = g_build_filename (folder, "map.png", NULL);

  if (rsvg == NULL)
    {
      g_rmdir (folder);
      g_test_skip ("rsvg-convert is not installed");
      return;
    }
  for (int variant = 0; variant < 4; variant++)
    {
      gboolean             dark = variant & 1;
      g_autoptr (EntMap)   map = fixture_random_map (12, 18, 11);
      g_autoptr (EntScene) scene = ent_scene_new (map);
      EntExportOptions     options = { .dark = dark, .legend = TRUE, .outlines = variant >= 2 };
      g_autoptr (GBytes)   svg = export (scene, ENT_EXPORT_SVG, &options), png = export (scene, ENT_EXPORT_PNG, &options);
      const char          *argv[] = { rsvg, svg_path, "-o", png_path, NULL };
      int                  status;
      g_assert_true (g_file_set_contents (svg_path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), NULL));
      g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL));
      g_assert_true (g_spawn_check_wait_status (status, NULL));
      cairo_surface_t *ours = load_png (png), *theirs = cairo_image_surface_create_from_png (png_path);
      int              width = cairo_image_surface_get_width (ours), height = cairo_image_surface_get_height (ours);
      double           sum = 0;
      g_assert_cmpint (cairo_image_surface_get_width (theirs), ==, width);
      g_assert_cmpint (cairo_image_surface_get_height (theirs), ==, height);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          for (int shift = 0; shift < 24; shift += 8)
            sum += abs ((int) ((pixel_at (ours, x, y) >> shift) & 0xff) - (int) ((pixel_at (theirs, x, y) >> shift) & 0xff));
      double mean = sum / (3.0 * width * height);
      g_test_message ("mean difference %.2f of 255", mean);
      g_assert_cmpfloat (mean, <, 2.5);
      cairo_surface_destroy (ours);
      cairo_surface_destroy (theirs);
    }
  g_remove (svg_path);
  g_remove (png_path);
  g_rmdir (folder);
}

/* ── PDF ────────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* What pdftotext finds: names and labels as text, and on the pages behind the map each quote word for word with its paragraph. */
static void
test_pdf_text (void)
{
  g_autofree char     *program = g_find_program_in_path ("pdftotext");
  g_autofree char     *folder = g_dir_make_tmp ("ent-export-XXXXXX", NULL), *path = g_build_filename (folder, "map.pdf", NULL), *out = NULL;
  g_autoptr (EntMap)   map = ent_map_new ();
  EntActor            *a = fixture_add_actor (map, "Freedonia", ENT_KIND_COUNTRY), *b = fixture_add_actor (map, "Верховна Рада", ENT_KIND_ORGANISATION);
  EntExportOptions     options = { .quotes = TRUE };
  int                  status;

  if (program == NULL)
    {
      g_rmdir (folder);
      g_test_skip ("pdftotext is not installed");
      return;
    }
  fixture_add_relation (map, a, b, ENT_RELATION_REJECT, "turns down", 150, ENT_MODALITY_REPORTED);   /* more than a page holds */
  ent_actor_set_position (a, 0, 0);
  ent_actor_set_position (b, 400, 0);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  g_autoptr (GBytes)   pdf = export (scene, ENT_EXPORT_PDF, &options), alone = export (scene, ENT_EXPORT_PDF, NULL);
  const char          *argv[] = { program, "-layout", path, "-", NULL };
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_auto (GStrv) pages = g_strsplit (out, "\f", -1), quotes = g_strsplit (out, "“Україна & <NATO>” (¶", -1);
  g_assert_cmpuint (g_strv_length (pages), >=, 5);      /* the map, three pages, what stands behind the last form feed */
  g_assert_nonnull (strstr (pages[0], "Freedonia"));
  g_assert_nonnull (strstr (pages[0], "turns down"));
  g_assert_nonnull (strstr (pages[1], "Freedonia → Верховна Рада"));
  g_assert_nonnull (strstr (pages[1], "conflict"));
  g_assert_cmpuint (g_strv_length (quotes), ==, 151);
  g_assert_nonnull (strstr (pages[2], "1 · reported)"));
  g_assert_cmpuint (g_bytes_get_size (alone), <, g_bytes_get_size (pdf));
  g_remove (path);
  g_rmdir (folder);
}

/* ── Files and errors ───────────────────────────────────────────────────────────────────────────────────────────── */

static void
test_too_large (void)
{
  static const EntExportOptions cases[] = { { .width_px = 40000, .height_px = 10 }, { .width_px = 30000, .height_px = 30000 }, { .scale = 1e5 }, { .scale = 1e300 } };
  g_autoptr (EntMap)   map = fixture_random_map (3, 3, 6);
  g_autoptr (EntScene) scene = ent_scene_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (ent_export_to_bytes (scene, ENT_EXPORT_PNG, &cases[i], &error));
      g_assert_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_TOO_LARGE);
      g_assert_nonnull (strstr (error->message, "smaller"));
    }
}

/* A large map becomes a picture that opens well, its letters still read; larger ones at least become one at all. */
static void
test_limited (void)
{
  static const struct { double width, height, scale, low, high; } cases[] = {
    { 1000, 800, 1, 1, 1 }, { 1000, 800, 4, 4, 4 }, { 7000, 7000, 1, 1, 1 }, { 12000, 11500, 2, 0.584, 0.7 },
    { 26000, 20000, 1, 0.583, 0.584 }, { 100000, 60000, 1, 0.15, 0.3 }, { 300000, 100, 1, 0.1, 0.11 },
  };
  g_autoptr (EntMap)   map = fixture_random_map (3, 3, 6);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  EntExportOptions     options = { .scale = 1e5, .limited = TRUE };
  g_autoptr (GError)   error = NULL;
  double               width, height, wider, higher;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double scale = ent_export_limit_scale (cases[i].width, cases[i].height, cases[i].scale);
      g_assert_cmpfloat (scale, >=, cases[i].low);
      g_assert_cmpfloat (scale, <=, cases[i].high);
      g_assert_cmpfloat (ceil (cases[i].width * scale), <=, 32767);
      g_assert_cmpfloat (ceil (cases[i].height * scale), <=, 32767);
      g_assert_cmpfloat (ceil (cases[i].width * scale) * ceil (cases[i].height * scale), <=, 268435456.0);
    }
  ent_export_measure (scene, FALSE, &width, &height);
  ent_export_measure (scene, TRUE, &wider, &higher);
  g_assert_cmpfloat (wider, >=, width);
  g_assert_cmpfloat (higher, >, height + 12);

  g_autoptr (GBytes) png = ent_export_to_bytes (scene, ENT_EXPORT_PNG, &options, &error);
  g_assert_no_error (error);
  const guint32 *size = (const guint32 *) (const void *) ((const guint8 *) g_bytes_get_data (png, NULL) + 16);
  double         area = (double) GUINT32_FROM_BE (size[0]) * GUINT32_FROM_BE (size[1]);
  g_assert_cmpfloat (area, >, 49e6);
  g_assert_cmpfloat (area, <, 51e6);
}

static void
test_files (void)
{
  g_autofree char     *folder = g_dir_make_tmp ("ent-export-XXXXXX", NULL);
  g_autoptr (EntMap)   map = fixture_random_map (3, 3, 6);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  static const struct { const char *name; EntExportFormat format; const char *start; } cases[] = {
    { "мапа.png", ENT_EXPORT_PNG, "\x89PNG" }, { "map.svg", ENT_EXPORT_SVG, "<?xml" }, { "map.pdf", ENT_EXPORT_PDF, "%PDF" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int again = 0; again < 2; again++)
      {
        g_autofree char   *path = g_build_filename (folder, cases[i].name, NULL), *contents = NULL;
        g_autoptr (GFile)  file = g_file_new_for_path (path);
        g_autoptr (GError) error = NULL;
        g_assert_true (ent_export_to_file (scene, file, cases[i].format, NULL, NULL, &error));
        g_assert_no_error (error);
        g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
        g_assert_true (g_str_has_prefix (contents, cases[i].start));
        if (again)
          g_remove (path);
      }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_files_unwritable (void)
{
  g_autofree char     *folder = g_dir_make_tmp ("ent-export-XXXXXX", NULL), *missing = g_build_filename (folder, "none", "map.svg", NULL);
  g_autoptr (EntMap)   map = fixture_random_map (3, 3, 6);
  g_autoptr (EntScene) scene = ent_scene_new (map);
  const char          *paths[] = { missing, folder, "/proc/map.svg" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile)  file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;
      g_assert_false (ent_export_to_file (scene, file, ENT_EXPORT_SVG, NULL, NULL, &error));
      g_assert_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, paths[i]));
      g_assert_nonnull (strstr (error->message, "hoose"));
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_cancelled (void)
{
  g_autofree char        *folder = g_dir_make_tmp ("ent-export-XXXXXX", NULL), *path = g_build_filename (folder, "map.svg", NULL);
  g_autoptr (EntMap)       map = fixture_random_map (3, 3, 6);
  g_autoptr (EntScene)     scene = ent_scene_new (map);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile)        file = g_file_new_for_path (path);
  g_autoptr (GError)       error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ent_export_to_file (scene, file, ENT_EXPORT_SVG, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/format-names", test_format_names);
  g_test_add_func ("/export/empty", test_empty);
  g_test_add_func ("/export/png/sizes", test_png_sizes);
  g_test_add_func ("/export/png/margin", test_png_margin);
  g_test_add_func ("/export/png/bands", test_png_bands);
  g_test_add_func ("/export/png/transparent", test_png_transparent);
  g_test_add_func ("/export/svg/contents", test_svg_contents);
  g_test_add_func ("/export/svg/hostile", test_svg_hostile);
  g_test_add_func ("/export/svg/random", test_svg_random);
  g_test_add_func ("/export/svg/filtered", test_svg_filtered);
  g_test_add_func ("/export/svg/rendering", test_svg_rendering);
  g_test_add_func ("/export/pdf/text", test_pdf_text);
  g_test_add_func ("/export/too-large", test_too_large);
  g_test_add_func ("/export/limited", test_limited);
  g_test_add_func ("/export/files/written", test_files);
  g_test_add_func ("/export/files/unwritable", test_files_unwritable);
  g_test_add_func ("/export/files/cancelled", test_cancelled);
  return g_test_run ();
}
