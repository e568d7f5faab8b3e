/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-markup.h"

#include <math.h>
#include <string.h>

#define EXACT_BELOW 1e12    /* hundredths of what is smaller are whole numbers that a gint64 holds */

static const char *
escape (guchar c)
{
  switch (c)
    {
    case '&':  return "&amp;";
    case '<':  return "&lt;";
    case '>':  return "&gt;";
    case '"':  return "&quot;";
    case '\'': return "&#39;";
    default:   return "";     /* a control character */
    }
}

/* U+FFFE and U+FFFF, which are no characters: EF BF BE, EF BF BF. */
static gboolean
is_no_character (const char *p)
{
  return (guchar) p[0] == 0xef && (guchar) p[1] == 0xbf && (guchar) p[2] >= 0xbe;
}

void
ent_markup_append_text (GString *out, const char *text)
{
  const char *run = text, *p;

  for (p = text; *p != '\0'; p++)
    {
      guchar   c = (guchar) *p;
      gboolean special = c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f;
      if (!special && !is_no_character (p))
        continue;
      g_string_append_len (out, run, p - run);
      if (special)
        g_string_append (out, escape (c));
      else
        p += 2;
      run = p + 1;
    }
  g_string_append_len (out, run, p - run);
}

void
ent_markup_append_number (GString *out, double value)
{
  char  buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *p = buffer + sizeof buffer;

  if (!(fabs (value) < EXACT_BELOW))
    {
      g_string_append (out, g_ascii_dtostr (buffer, sizeof buffer, value));
      return;
    }
  gint64  hundredths = llround (value * 100);
  guint64 left = (guint64) ABS (hundredths);
  guint   decimals = left % 100;
  left /= 100;
  if (decimals % 10 != 0)
    *--p = (char) ('0' + decimals % 10);
  if (decimals != 0)
    {
      *--p = (char) ('0' + decimals / 10);
      *--p = '.';
    }
  do
    *--p = (char) ('0' + left % 10);
  while ((left /= 10) > 0);
  if (hundredths < 0)
    *--p = '-';
  g_string_append_len (out, p, buffer + sizeof buffer - p);
}

void
ent_markup_append_real (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.6g", value));
}

void
ent_markup_append_id (GString *out, const char *prefix, const char *id)
{
  g_string_append (out, prefix);
  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-' || *p == '.')
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "_%02x", (guchar) *p);
}

void
ent_markup_append (GString *out, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  for (const char *p = format; *p != '\0'; p++)
    {
      gsize plain = strcspn (p, "%");
      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      switch (*++p)
        {
        case 'n': ent_markup_append_number (out, va_arg (args, double)); break;
        case 'g': ent_markup_append_real (out, va_arg (args, double)); break;
        case 'u': ent_markup_append_number (out, va_arg (args, guint)); break;
        case 's': ent_markup_append_text (out, va_arg (args, const char *)); break;
        case 'r': g_string_append (out, va_arg (args, const char *)); break;
        case '%': g_string_append_c (out, '%'); break;
        default:  g_assert_not_reached ();
        }
    }
  va_end (args);
}
