/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* poppler gives each page's characters with their places, in an order of its own; here they become lines. A line ends where the next
 * character does not stand beside the last one: lines that a wide space parts belong to two columns. */
#include "ent-pdf.h"

#include "ent-pdf-guard.h"
#include "ent-pdf-line.h"
#include "ent-pdf-order.h"
#include "ent-text-clean.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#define MAX_PAGES   500
#define MAX_SECONDS 60
#define WIDE_SPACE  2.0   /* in heights of the line */

typedef struct {
  GArray     *lines;
  GString    *text;       /* of the line at hand */
  EntPdfLine  line;
} Reading;

static void
end_line (Reading *self)
{
  char *text = ent_text_one_line (self->text->str);

  g_string_truncate (self->text, 0);
  if (*text == '\0')
    {
      g_free (text);
      return;
    }
  self->line.text = text;
  g_array_append_val (self->lines, self->line);
}

static gboolean
is_beside (const EntPdfLine *line, const PopplerRectangle *place)
{
  double height = line->y2 - line->y1;

  return place->x1 - line->x2 <= WIDE_SPACE * height && place->x1 >= line->x2 - height &&
         fabs ((place->y1 + place->y2) - (line->y1 + line->y2)) <= height;
}

static void
add_char (Reading *self, gunichar c, const PopplerRectangle *place)
{
  gboolean is_space = g_unichar_isspace (c);

  if (c == '\n' || (!is_space && self->text->len > 0 && !is_beside (&self->line, place)))
    end_line (self);
  if (is_space && (c == '\n' || self->text->len == 0))
    return;
  if (self->text->len == 0)
    {
      self->line.x1 = place->x1;
      self->line.y1 = place->y1;
      self->line.x2 = place->x2;
      self->line.y2 = place->y2;
    }
  if (c == 0xAD)
    c = '-';
  g_string_append_unichar (self->text, c);
  if (is_space)
    return;
  self->line.x1 = MIN (self->line.x1, place->x1);
  self->line.x2 = MAX (self->line.x2, place->x2);
  self->line.y1 = MIN (self->line.y1, place->y1);
  self->line.y2 = MAX (self->line.y2, place->y2);
}

static void
read_page (Reading *self, PopplerPage *page)
{
  g_autofree char             *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  guint                        n_places = 0, first = self->lines->len, i = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !poppler_page_get_text_layout (page, &places, &n_places))
    return;
  for (const char *at = text; *at != '\0' && i < n_places; at = g_utf8_next_char (at), i++)
    add_char (self, g_utf8_get_char (at), &places[i]);
  end_line (self);
  ent_pdf_order_lines (&g_array_index (self->lines, EntPdfLine, first), self->lines->len - first);
}

static PopplerDocument *
open_document (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError)  local = NULL;
  PopplerDocument    *document = poppler_document_new_from_bytes (bytes, NULL, &local);

  if (document == NULL && g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED, _("%s: the document is under a password; save it without and open it again"), name);
  else if (document == NULL)
    g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED, _("%s: the PDF document is damaged: %s"), name, local->message);
  else if (poppler_document_get_n_pages (document) > MAX_PAGES)
    g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE,
                 _("%s: the document has %d pages; up to %d are read. Print the article’s pages into a file of their own"), name,
                 poppler_document_get_n_pages (document), MAX_PAGES);
  else
    return document;
  g_clear_object (&document);
  return NULL;
}

/* The text of the page's lines in bytes. */
static gsize
read_page_at (Reading *self, PopplerDocument *document, int index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  guint        first = self->lines->len;
  gsize        n_bytes = 0;

  if (page == NULL)
    return 0;
  self->line.page = (guint) index;
  poppler_page_get_size (page, NULL, &self->line.page_height);
  read_page (self, page);
  g_object_unref (page);
  for (guint i = first; i < self->lines->len; i++)
    n_bytes += strlen (g_array_index (self->lines, EntPdfLine, i).text);
  return n_bytes;
}

static gboolean
read_pages (Reading *self, PopplerDocument *document, const char *name, GCancellable *cancellable, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  int    n_pages = poppler_document_get_n_pages (document);
  gsize  n_bytes = 0;

  for (int i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_bytes += read_page_at (self, document, i);
      if (n_bytes > ENT_ARTICLE_MAX_BYTES || g_get_monotonic_time () - start > MAX_SECONDS * G_USEC_PER_SEC)
        {
          g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE,
                       _("%s: at page %d of %d there are more than %d MB of text or it has taken more than %d seconds. Print the article’s pages into a file of their own"),
                       name, i + 1, n_pages, (int) (ENT_ARTICLE_MAX_BYTES >> 20), MAX_SECONDS);
          return FALSE;
        }
    }
  return TRUE;
}

static char *
dup_made (PopplerDocument *document)
{
  g_autoptr (GDateTime) made = poppler_document_get_creation_date_time (document);

  return made != NULL ? g_date_time_format (made, "%Y-%m-%d") : NULL;
}

GPtrArray *
ent_pdf_blocks (GBytes *bytes, const EntArticleOrigin *origin, EntArticleFacts *facts, GCancellable *cancellable, GError **error)
{
  PopplerDocument     *document = ent_pdf_guard_check (bytes, origin->name, cancellable, error) ? open_document (bytes, origin->name, error) : NULL;
  g_autoptr (GArray)   lines = ent_pdf_lines_new ();
  g_autoptr (GString)  text = g_string_new (NULL);
  Reading              self = { lines, text };
  gboolean             is_read;
  int                  n_pages;

  if (document == NULL)
    return NULL;
  is_read = read_pages (&self, document, origin->name, cancellable, error);
  n_pages = poppler_document_get_n_pages (document);
  facts->file_date = dup_made (document);
  g_object_unref (document);
  if (!is_read)
    return NULL;
  ent_pdf_lines_drop_furniture (lines, (guint) n_pages);
  if (lines->len > 0)
    return ent_pdf_lines_to_blocks (lines);
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_EMPTY,
               _("%s: the document has no text, perhaps only pictures of pages; have its text recognised (OCR) and open that"), origin->name);
  return NULL;
}
