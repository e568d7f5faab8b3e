/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Strings set once at construction, the index between bytes and characters of the text, and where its paragraphs start. */
#include "ent-source.h"

#include "ent-limits.h"

#include <string.h>

struct _EntSource {
  GObject     parent_instance;
  char       *id;
  char       *title;
  char       *uri;
  char       *date;
  char       *language;
  char       *text;
  gsize       n_bytes;
  EntOffsets *offsets;
  GArray     *starts;      /* gsize: the first byte of each paragraph but the first */
};

G_DEFINE_FINAL_TYPE (EntSource, ent_source, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_TITLE, PROP_URI, PROP_DATE, PROP_LANGUAGE, PROP_TEXT, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
ent_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntSource *self = ENT_SOURCE (object);

  switch (id)
    {
    case PROP_ID:       g_value_set_string (value, self->id); break;
    case PROP_TITLE:    g_value_set_string (value, self->title); break;
    case PROP_URI:      g_value_set_string (value, self->uri); break;
    case PROP_DATE:     g_value_set_string (value, self->date); break;
    case PROP_LANGUAGE: g_value_set_string (value, self->language); break;
    case PROP_TEXT:     g_value_set_string (value, self->text); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_source_finalize (GObject *object)
{
  EntSource *self = ENT_SOURCE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->uri);
  g_free (self->date);
  g_free (self->language);
  g_clear_pointer (&self->offsets, ent_offsets_free);
  g_array_unref (self->starts);
  g_free (self->text);
  G_OBJECT_CLASS (ent_source_parent_class)->finalize (object);
}

static void
ent_source_class_init (EntSourceClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "id", "title", "uri", "date", "language", "text" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_source_get_property;
  object_class->finalize = ent_source_finalize;
  for (guint i = PROP_ID; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_source_init (EntSource *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
}

/**
 * ent_source_new:
 * @id: unique among the sources of its map, not empty
 * @title: nullable, as good as ""
 * @uri: where the article was read, nullable
 * @date: ISO 8601 day, nullable
 * @language: ISO 639-1, nullable for "en"
 * @text: valid UTF-8; copied
 * Returns: (transfer full): the source
 */
EntSource *
ent_source_new (const char *id, const char *title, const char *uri, const char *date, const char *language, const char *text)
{
  EntSource *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (text != NULL, NULL);
  self = g_object_new (ENT_TYPE_SOURCE, NULL);
  self->id = g_strdup (id);
  self->title = ent_limit_dup_cut (title != NULL ? title : "", ENT_LIMIT_LINE_BYTES);
  self->uri = uri != NULL && strlen (uri) <= ENT_LIMIT_LINE_BYTES ? g_strdup (uri) : NULL;   /* a part of one leads nowhere */
  self->date = date != NULL ? ent_limit_dup_cut (date, ENT_LIMIT_LINE_BYTES) : NULL;
  self->language = ent_limit_dup_cut (language != NULL ? language : "en", ENT_LIMIT_LINE_BYTES);
  self->text = g_strdup (text);
  self->n_bytes = strlen (text);
  self->offsets = ent_offsets_new (self->text, self->n_bytes);
  for (const char *at = strstr (self->text, "\n\n"); at != NULL; at = strstr (at, "\n\n"))
    {
      gsize start;

      at += strspn (at, "\n");
      start = at - self->text;
      g_array_append_val (self->starts, start);
    }
  return self;
}

const char *ent_source_get_id       (EntSource *self) { g_return_val_if_fail (ENT_IS_SOURCE (self), NULL); return self->id; }
const char *ent_source_get_title    (EntSource *self) { g_return_val_if_fail (ENT_IS_SOURCE (self), NULL); return self->title; }
const char *ent_source_get_uri      (EntSource *self) { g_return_val_if_fail (ENT_IS_SOURCE (self), NULL); return self->uri; }
const char *ent_source_get_date     (EntSource *self) { g_return_val_if_fail (ENT_IS_SOURCE (self), NULL); return self->date; }
const char *ent_source_get_language (EntSource *self) { g_return_val_if_fail (ENT_IS_SOURCE (self), NULL); return self->language; }
const char *ent_source_get_text     (EntSource *self) { g_return_val_if_fail (ENT_IS_SOURCE (self), NULL); return self->text; }

const EntOffsets *
ent_source_get_offsets (EntSource *self)
{
  g_return_val_if_fail (ENT_IS_SOURCE (self), NULL);
  return self->offsets;
}

guint
ent_source_find_paragraph (EntSource *self, gsize byte)
{
  guint low = 0, high;

  g_return_val_if_fail (ENT_IS_SOURCE (self), 0);
  for (high = self->starts->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, gsize, middle) <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
ent_source_has_headline (EntSource *self)
{
  gsize n;

  g_return_val_if_fail (ENT_IS_SOURCE (self), FALSE);
  n = strlen (self->title);
  return n > 0 && g_str_has_prefix (self->text, self->title) && (self->text[n] == '\0' || g_str_has_prefix (self->text + n, "\n\n"));
}

static gboolean
is_boundary (EntSource *self, gsize byte)
{
  return ((guchar) self->text[byte] & 0xC0) != 0x80;
}

gboolean
ent_source_has_span (EntSource *self, EntSpan span)
{
  g_return_val_if_fail (ENT_IS_SOURCE (self), FALSE);
  return span.start_byte < span.end_byte && span.end_byte <= self->n_bytes &&
         is_boundary (self, span.start_byte) && is_boundary (self, span.end_byte);
}

char *
ent_source_dup_text_at (EntSource *self, EntSpan span)
{
  g_return_val_if_fail (ENT_IS_SOURCE (self), NULL);
  if (!ent_source_has_span (self, span))
    return NULL;
  return g_strndup (self->text + span.start_byte, ent_span_length (span));
}
