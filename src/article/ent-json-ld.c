/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scan over strings, without a tree: a string before a colon is a key, the next string behind it its value. Pages carry
 * JSON-LD that is not quite JSON, so what does not fit is stepped over. */
#include "ent-json-ld.h"

#include <string.h>

typedef struct {
  const char *at;
  const char *end;
} Scanner;

/* Four hexadecimal digits behind "\u"; 0 where they are not. */
static gunichar
read_hex (Scanner *self)
{
  gunichar c = 0;

  if (self->end - self->at < 4)
    return 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->at[i]);

      if (digit < 0)
        return 0;
      c = c * 16 + (gunichar) digit;
    }
  self->at += 4;
  return c;
}

static void
read_escape (Scanner *self, GString *out)
{
  static const char names[] = "bfnrt", meanings[] = "  \n \t";
  const char *found = strchr (names, *self->at);
  gunichar    c;

  if (*self->at != 'u')
    {
      g_string_append_c (out, found != NULL ? meanings[found - names] : *self->at);
      self->at++;
      return;
    }
  self->at++;
  c = read_hex (self);
  if (c >= 0xD800 && c < 0xDC00 && self->end - self->at >= 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      gunichar low;

      self->at += 2;
      low = read_hex (self);
      c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : 0;
    }
  if (c != 0 && !(c >= 0xD800 && c < 0xE000))
    g_string_append_unichar (out, c);
}

/* The string that begins here, behind its quotation mark. */
static char *
read_string (Scanner *self)
{
  GString *out = g_string_new (NULL);

  while (self->at < self->end && *self->at != '"')
    {
      if (*self->at == '\\' && self->at + 1 < self->end)
        {
          self->at++;
          read_escape (self, out);
        }
      else
        g_string_append_c (out, *self->at++);
    }
  self->at++;
  return g_string_free (out, FALSE);
}

static gboolean
is_key (Scanner *self)
{
  while (self->at < self->end && g_ascii_isspace (*self->at))
    self->at++;
  return self->at < self->end && *self->at == ':';
}

static void
keep (char **slot, char **value)
{
  if (*slot == NULL && **value != '\0' && g_utf8_validate (*value, -1, NULL))
    *slot = g_steal_pointer (value);
}

void
ent_json_ld_scan (const char *json, gsize n_bytes, EntJsonLd *found)
{
  Scanner          self = { json, json + n_bytes };
  g_autofree char *key = g_strdup ("");
  gboolean         in_author = FALSE;   /* behind the key "author", up to the first string that is a name */

  while (self.at < self.end && (self.at = memchr (self.at, '"', (gsize) (self.end - self.at))) != NULL)
    {
      g_autofree char *text = NULL;

      self.at++;
      text = read_string (&self);
      if (is_key (&self))
        {
          g_free (key);
          key = g_steal_pointer (&text);
          in_author = in_author || g_str_equal (key, "author");
          continue;
        }
      if (g_str_equal (key, "headline"))
        keep (&found->headline, &text);
      else if (g_str_equal (key, "datePublished"))
        keep (&found->date, &text);
      else if (in_author && (g_str_equal (key, "name") || g_str_equal (key, "author")))
        {
          keep (&found->author, &text);
          in_author = FALSE;
        }
    }
}

void
ent_json_ld_clear (EntJsonLd *self)
{
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->author, g_free);
}
