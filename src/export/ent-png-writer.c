/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PNG by bands: threads take one after the other, paint it, and compress it, each with a surface and buffers of its own that it uses
 * again, so that a picture of any height takes no more memory than a few bands and all cores are busy. A band is painted tile by tile,
 * each small enough to stay in a core's own cache, which half of the time of painting went into otherwise. Each band is a piece of one
 * stream of deflate that ends between two bytes and needs nothing of what came before it (RFC 1950, 1951; the same as pigz does), in a
 * chunk of its own; how bands are cut does not depend on the machine. Rows are not filtered: in flat drawings repetition is found
 * quicker, and better, in the plain rows. */
#include "ent-export-private.h"

#include <string.h>
#include <zlib.h>

#define BAND_PX     (2 << 20)    /* about as many pixels as a band has */
#define TILE_PX     512          /* the sides of a tile, or less where bands are lower */
#define LARGE_PX    8e6          /* a picture of more is compressed for speed */
#define MAX_THREADS 16

typedef struct {
  guint    n_rows;
  guint8  *chunk;                /* as it goes into the file */
  gsize    n_chunk;
  uLong    adler;                /* of the pixels; n_raw of them in bytes */
  gsize    n_raw;
} Band;

/* What all threads share; they change next, status and the bands that they took. */
typedef struct {
  const EntScene         *scene;
  const EntExportOptions *options;
  const EntExportFrame   *frame;
  guint                   width, n_channels;
  guint                   n_rows;     /* of a band; of the last as many as are left */
  int                     level;      /* zlib's */
  Band                   *bands;
  guint                   n_bands;
  int                     next;       /* atomic: the first band that nobody has taken */
  int                     status;     /* atomic: cairo_status_t of the last that failed */
} Picture;

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
  if (alpha == 255)
    return value;
  return alpha == 0 ? 0 : (guint8) MIN ((value * 255u + alpha / 2u) / alpha, 255u);
}

/* A piece of a row of the file: its pixels, at least one, as bytes of red, green, blue. */
static void
write_opaque (guint8 *out, const guint32 *pixels, guint width)
{
  /* Four bytes at a time, the last of which is the next pixel's first. */
  for (guint i = 0; i < width - 1; i++, out += 3)
    put_number (out, pixels[i] << 8);
  out[0] = (guint8) (pixels[width - 1] >> 16);
  out[1] = (guint8) (pixels[width - 1] >> 8);
  out[2] = (guint8) pixels[width - 1];
}

/* The same with alpha behind each. */
static void
write_with_alpha (guint8 *out, const guint32 *pixels, guint width)
{
  for (guint i = 0; i < width; i++)
    {
      guint32 p = pixels[i];
      guint8  a = (guint8) (p >> 24);
      for (int shift = 16; shift >= 0; shift -= 8)
        *out++ = unmultiplied ((guint8) (p >> shift), a);
      *out++ = a;
    }
}

/* The band's piece of the stream into its chunk; first, last: of the picture's bands. out: scratch, of at least deflateBound(). */
static void
deflate_band (Band *band, z_stream *stream, const guint8 *raw, GByteArray *out, gboolean first, gboolean last)
{
  gsize n_head = first ? 2 : 0;

  deflateReset (stream);
  g_byte_array_set_size (out, (guint) deflateBound (stream, band->n_raw) + 16);
  stream->next_in = (Bytef *) raw;
  stream->avail_in = (uInt) band->n_raw;
  stream->next_out = out->data;
  stream->avail_out = out->len;
  deflate (stream, last ? Z_FINISH : Z_SYNC_FLUSH);
  gsize n_out = out->len - stream->avail_out;
  band->chunk = g_malloc (n_head + n_out + 4 + N_AROUND);
  if (first)
    memcpy (band->chunk + 8, "\x78\x01", 2);
  memcpy (band->chunk + 8 + n_head, out->data, n_out);
  band->n_chunk = n_head + n_out;
  /* The last one ends with the checksum of all, and is closed when that is known. */
  if (!last)
    band->n_chunk = close_chunk (band->chunk, "IDAT", band->n_chunk);
  band->adler = adler32 (adler32 (0, NULL, 0), raw, (uInt) band->n_raw);
}

/* The tile of a band that begins at pixel left. */
static cairo_status_t
paint_tile (const Picture *picture, guint index, guint left, guint width, cairo_surface_t *surface)
{
  const EntExportFrame *frame = picture->frame;
  double                top = (double) index * picture->n_rows;
  cairo_rectangle_t     clip = { frame->x + left / frame->scale, frame->y + top / frame->scale,
                                 width / frame->scale, picture->bands[index].n_rows / frame->scale };
  cairo_t              *cr = cairo_create (surface);
  cairo_status_t        status;

  if (picture->options->transparent)
    {
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
    }
  cairo_translate (cr, -(double) left, -top);
  ent_export_paint (picture->scene, cr, picture->options, frame, &clip);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return status;
}

/* Its rows, as they go into the file, into raw: the filter's number, 0, and the pixels. */
static cairo_status_t
paint_band (const Picture *picture, guint index, cairo_surface_t *surface, guint8 *raw)
{
  Band          *band = &picture->bands[index];
  gsize          n_row = 1 + (gsize) picture->width * picture->n_channels, stride = (gsize) cairo_image_surface_get_stride (surface);
  const guint8  *pixels = cairo_image_surface_get_data (surface);
  void         (*write) (guint8 *, const guint32 *, guint) = picture->n_channels == 4 ? write_with_alpha : write_opaque;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  band->n_raw = n_row * band->n_rows;
  for (guint row = 0; row < band->n_rows; row++)
    raw[row * n_row] = 0;
  for (guint left = 0; left < picture->width && status == CAIRO_STATUS_SUCCESS; left += TILE_PX)
    {
      guint width = MIN (picture->width - left, TILE_PX);
      status = paint_tile (picture, index, left, width, surface);
      for (guint row = 0; row < band->n_rows; row++)
        write (raw + row * n_row + 1 + (gsize) left * picture->n_channels, (const guint32 *) (const void *) (pixels + row * stride), width);
    }
  return status;
}

/* In a thread: one band after the other, until there are no more. */
static gpointer
make_bands (gpointer data)
{
  Picture               *picture = data;
  cairo_surface_t       *surface = cairo_image_surface_create (picture->n_channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                                               (int) MIN (picture->width, TILE_PX), (int) picture->n_rows);
  g_autofree guint8     *raw = g_malloc ((1 + (gsize) picture->width * picture->n_channels) * picture->n_rows);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  z_stream               stream = { 0 };

  if (deflateInit2 (&stream, picture->level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("deflateInit2: %s", stream.msg);
  for (guint i; (i = (guint) g_atomic_int_add (&picture->next, 1)) < picture->n_bands; )
    {
      cairo_status_t status = paint_band (picture, i, surface, raw);
      if (status != CAIRO_STATUS_SUCCESS)
        {
          g_atomic_int_set (&picture->status, (int) status);
          g_atomic_int_set (&picture->next, (int) picture->n_bands);
          break;
        }
      deflate_band (&picture->bands[i], &stream, raw, out, i == 0, i == picture->n_bands - 1);
    }
  deflateEnd (&stream);
  cairo_surface_destroy (surface);
  return NULL;
}

/* This thread is one of them. */
static cairo_status_t
make_all_bands (Picture *picture)
{
  GThread *threads[MAX_THREADS];
  guint    n_threads = MIN (MIN (g_get_num_processors (), MAX_THREADS), picture->n_bands) - 1;

  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_new ("png", make_bands, picture);
  make_bands (picture);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
  return (cairo_status_t) picture->status;
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
      if (i == n_bands - 1)
        {
          put_number (bands[i].chunk + 8 + bands[i].n_chunk, (guint32) adler);
          bands[i].n_chunk = close_chunk (bands[i].chunk, "IDAT", bands[i].n_chunk + 4);
        }
      g_byte_array_append (out, bands[i].chunk, (guint) bands[i].n_chunk);
    }
}

GBytes *
ent_export_png (const EntScene *scene, const EntExportOptions *options, const EntExportFrame *frame, GError **error)
{
  guint   width = (guint) frame->width_px, height = (guint) frame->height_px, n_rows = MIN (CLAMP (BAND_PX / width, 1, TILE_PX), height);
  Picture picture = {
    .scene = scene, .options = options, .frame = frame, .width = width, .n_channels = options->transparent ? 4 : 3, .n_rows = n_rows,
    .level = (double) width * height > LARGE_PX ? 1 : 6, .n_bands = (height + n_rows - 1) / n_rows,
  };
  g_autofree Band *bands = picture.bands = g_new0 (Band, picture.n_bands);
  GByteArray      *out = g_byte_array_new ();
  cairo_status_t   status;

  for (guint i = 0; i < picture.n_bands; i++)
    bands[i].n_rows = MIN (n_rows, height - i * n_rows);
  status = make_all_bands (&picture);
  append_header (out, width, height, options->transparent);
  if (status == CAIRO_STATUS_SUCCESS)
    append_bands (out, bands, picture.n_bands);
  append_chunk (out, "IEND", NULL, 0);
  for (guint i = 0; i < picture.n_bands; i++)
    g_free (bands[i].chunk);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  ent_export_set_cairo_error (status, error);
  return NULL;
}
