/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PNG by bands: each is painted, then compressed by worker threads while the next is painted, so that a picture of any height takes
 * no more memory than a few bands, and all cores are busy. Each band is a piece of one stream of deflate that ends between two bytes
 * and needs nothing of what came before it (RFC 1950, 1951; the same as pigz does), in a chunk of its own; how bands are cut does
 * not depend on the machine. Rows are not filtered: in flat drawings repetition is found quicker, and better, in the plain rows. */
#include "ent-export-private.h"

#include <string.h>
#include <zlib.h>

#define BAND_PX     (1 << 20)    /* about as many pixels as a band has */
#define LARGE_PX    8e6          /* a picture of more is compressed for speed */

typedef struct {
  guint   n_bands;
  guint   width, n_channels;
  int     level;                 /* zlib's */
  GMutex  mutex;
  GCond   done;                  /* a band was finished */
  guint   n_open;                /* bands that are not */
} Picture;

typedef struct {
  cairo_surface_t *surface;
  guint            n_rows;
  gboolean         first, last;
  guint8          *chunk;        /* as it goes into the file */
  gsize            n_chunk;
  uLong            adler;        /* of the pixels; n_raw of them in bytes */
  gsize            n_raw;
} Band;

/* ── Chunks ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

#define N_AROUND 12              /* length and name before a chunk's data, checksum behind */

static void
put_number (guint8 *at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, sizeof number);
}

/* Around n_data bytes that stand at chunk + 8 already. Returns the chunk's length. */
static gsize
close_chunk (guint8 *chunk, const char *name, gsize n_data)
{
  put_number (chunk, (guint32) n_data);
  memcpy (chunk + 4, name, 4);
  put_number (chunk + 8 + n_data, (guint32) crc32 (crc32 (0, NULL, 0), chunk + 4, (uInt) (n_data + 4)));
  return n_data + N_AROUND;
}

static void
append_chunk (GByteArray *out, const char *name, gconstpointer data, gsize n_data)
{
  g_autofree guint8 *chunk = g_malloc (n_data + N_AROUND);

  if (n_data > 0)
    memcpy (chunk + 8, data, n_data);
  g_byte_array_append (out, chunk, (guint) close_chunk (chunk, name, n_data));
}

/* ── Bands ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static guint8
unmultiplied (guint8 value, guint8 alpha)
{
  return alpha == 0 ? 0 : (guint8) MIN ((value * 255u + alpha / 2u) / alpha, 255u);
}

/* A row of the file: the filter's number, 0, and the pixels as bytes of red, green, blue (, alpha). */
static void
write_row (guint8 *out, const guint32 *pixels, guint width, gboolean with_alpha)
{
  *out++ = 0;
  for (guint i = 0; i < width; i++)
    {
      guint32 p = pixels[i];
      guint8  r = (guint8) (p >> 16), g = (guint8) (p >> 8), b = (guint8) p, a = (guint8) (p >> 24);
      if (with_alpha && a != 255)
        {
          r = unmultiplied (r, a);
          g = unmultiplied (g, a);
          b = unmultiplied (b, a);
        }
      *out++ = r;
      *out++ = g;
      *out++ = b;
      if (with_alpha)
        *out++ = a;
    }
}

/* The band's piece of the stream into its chunk. */
static void
deflate_band (Band *band, const guint8 *raw, int level)
{
  z_stream stream = { 0 };
  gsize    n_room, n_head = band->first ? 2 : 0;

  if (deflateInit2 (&stream, level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("deflateInit2: %s", stream.msg);
  n_room = deflateBound (&stream, band->n_raw) + 16;
  band->chunk = g_malloc (n_head + n_room + 4 + N_AROUND);
  if (band->first)
    memcpy (band->chunk + 8, "\x78\x01", 2);
  stream.next_in = (Bytef *) raw;
  stream.avail_in = (uInt) band->n_raw;
  stream.next_out = band->chunk + 8 + n_head;
  stream.avail_out = (uInt) n_room;
  deflate (&stream, band->last ? Z_FINISH : Z_SYNC_FLUSH);
  band->n_chunk = n_head + n_room - stream.avail_out;      /* of data; the chunk is closed when the checksum of all is known */
  deflateEnd (&stream);
  band->adler = adler32 (adler32 (0, NULL, 0), raw, (uInt) band->n_raw);
}

static void
compress_band (gpointer data, gpointer user_data)
{
  Band              *band = data;
  Picture           *picture = user_data;
  gsize              n_row = 1 + (gsize) picture->width * picture->n_channels;
  g_autofree guint8 *raw = g_malloc (n_row * band->n_rows);
  const guint8      *pixels = cairo_image_surface_get_data (band->surface);
  int                stride = cairo_image_surface_get_stride (band->surface);

  band->n_raw = n_row * band->n_rows;
  for (guint row = 0; row < band->n_rows; row++)
    write_row (raw + row * n_row, (const guint32 *) (const void *) (pixels + (gsize) row * stride), picture->width, picture->n_channels == 4);
  g_clear_pointer (&band->surface, cairo_surface_destroy);
  deflate_band (band, raw, picture->level);
  g_mutex_lock (&picture->mutex);
  picture->n_open--;
  g_cond_signal (&picture->done);
  g_mutex_unlock (&picture->mutex);
}

static cairo_status_t
paint_band (Band *band, guint top, const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame)
{
  cairo_rectangle_t clip = { frame->x, frame->y + top / frame->scale, frame->width_px / frame->scale, band->n_rows / frame->scale };

  band->surface = cairo_image_surface_create (options->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, (int) frame->width_px, (int) band->n_rows);
  cairo_t *cr = cairo_create (band->surface);
  cairo_translate (cr, 0, -(double) top);
  ent_export_paint (scene, cr, options, frame, &clip);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (band->surface);
  return status;
}

/* Paints all bands and has them compressed; no more of them are open than keep the workers busy. */
static cairo_status_t
make_bands (Picture *picture, Band *bands, const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame)
{
  guint          n_threads = g_get_num_processors (), top = 0;
  GThreadPool   *pool = g_thread_pool_new (compress_band, picture, (gint) n_threads, FALSE, NULL);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  for (guint i = 0; i < picture->n_bands && status == CAIRO_STATUS_SUCCESS; i++)
    {
      g_mutex_lock (&picture->mutex);
      while (picture->n_open > n_threads)
        g_cond_wait (&picture->done, &picture->mutex);
      picture->n_open++;
      g_mutex_unlock (&picture->mutex);
      status = paint_band (&bands[i], top, scene, options, frame);
      top += bands[i].n_rows;
      if (status == CAIRO_STATUS_SUCCESS)
        g_thread_pool_push (pool, &bands[i], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  return status;
}

/* ── The whole ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
append_header (GByteArray *out, guint width, guint height, gboolean with_alpha)
{
  guint8 header[13] = { 0 };

  put_number (header, width);
  put_number (header + 4, height);
  header[8] = 8;                          /* bits a channel */
  header[9] = with_alpha ? 6 : 2;         /* RGBA, RGB */
  g_byte_array_append (out, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_chunk (out, "IHDR", header, sizeof header);
}

static void
append_bands (GByteArray *out, Band *bands, guint n_bands)
{
  uLong adler = adler32 (0, NULL, 0);

  for (guint i = 0; i < n_bands; i++)
    {
      adler = adler32_combine (adler, bands[i].adler, (z_off_t) bands[i].n_raw);
      if (bands[i].last)
        {
          put_number (bands[i].chunk + 8 + bands[i].n_chunk, (guint32) adler);
          bands[i].n_chunk += 4;
        }
      g_byte_array_append (out, bands[i].chunk, (guint) close_chunk (bands[i].chunk, "IDAT", bands[i].n_chunk));
    }
}

GBytes *
ent_export_png (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error)
{
  guint           width = (guint) frame->width_px, height = (guint) frame->height_px, n_rows = MAX (BAND_PX / width, 1);
  Picture         picture = {
    .n_bands = (height + n_rows - 1) / n_rows, .width = width, .n_channels = options->transparent ? 4 : 3,
    .level = (double) width * height > LARGE_PX ? 1 : 6,
  };
  g_autofree Band *bands = g_new0 (Band, picture.n_bands);
  GByteArray      *out = g_byte_array_new ();
  cairo_status_t   status;

  for (guint i = 0; i < picture.n_bands; i++)
    bands[i] = (Band) { .n_rows = MIN (n_rows, height - i * n_rows), .first = i == 0, .last = i == picture.n_bands - 1 };
  g_mutex_init (&picture.mutex);
  g_cond_init (&picture.done);
  status = make_bands (&picture, bands, scene, options, frame);
  append_header (out, width, height, options->transparent);
  if (status == CAIRO_STATUS_SUCCESS)
    append_bands (out, bands, picture.n_bands);
  append_chunk (out, "IEND", NULL, 0);
  for (guint i = 0; i < picture.n_bands; i++)
    {
      g_clear_pointer (&bands[i].surface, cairo_surface_destroy);
      g_free (bands[i].chunk);
    }
  g_mutex_clear (&picture.mutex);
  g_cond_clear (&picture.done);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  ent_export_set_cairo_error (status, error);
  return NULL;
}
