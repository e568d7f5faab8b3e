/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* UTF-8 is told by being valid. What is not is taken for Windows-1252 only where everything speaks for it: no byte without a
 * meaning there, few bytes above ASCII, nearly all of those a letter beside a letter or a common typographic sign, and hardly
 * any that happen to form UTF-8 (that would be a damaged UTF-8 file). Files of other kinds are told by how they begin, other
 * binary ones by their control bytes. */
#include "ent-text-decode.h"

#include "ent-article-loader.h"
#include "ent-text-clean.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A stray control byte is dropped later; many of them are no text. */
static gboolean
check_controls (const guint8 *bytes, gsize n_bytes, const char *name, GError **error)
{
  gsize n_controls = 0, first = 0;

  for (gsize i = 0; i < n_bytes; i++)
    if (bytes[i] < 0x20 && strchr ("\t\n\v\f\r", bytes[i] != 0 ? bytes[i] : 1) == NULL && n_controls++ == 0)
      first = i;
  if (n_controls == 0 || n_controls * 200 <= n_bytes || (n_controls == 1 && n_bytes > 1))
    return TRUE;
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_NOT_TEXT,
               _("%s: this is no text: byte %zu is 0x%02x, and there are %zu of the kind"),
               name, first, bytes[first], n_controls);
  return FALSE;
}

typedef struct {
  gsize n_high;        /* bytes above ASCII */
  gsize n_plausible;   /* those that make sense in Windows-1252 */
  gsize n_undefined;   /* those that stand for nothing there */
  gsize n_sequences;   /* well-formed UTF-8 characters above ASCII */
  gsize n_stray;       /* bytes above ASCII outside of those */
} HighBytes;

static gboolean
is_letter (guint8 byte)
{
  return g_ascii_isalpha (byte) || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7);
}

static gboolean
is_plausible (const guint8 *bytes, gsize n_bytes, gsize at)
{
  static const guint8 signs[] = { 0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x8A, 0x9A, 0x8C, 0x9C, 0x8E, 0x9E,
                                  0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB, 0xBD };
  guint8 byte = bytes[at];

  if (is_letter (byte))
    return (at > 0 && is_letter (bytes[at - 1])) || (at + 1 < n_bytes && (is_letter (bytes[at + 1]) || bytes[at + 1] == ' '));
  return memchr (signs, byte, sizeof signs) != NULL;
}

static HighBytes
count_high_bytes (const guint8 *bytes, gsize n_bytes)
{
  HighBytes count = { 0 };

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] < 0x80)
        continue;
      count.n_high++;
      count.n_plausible += is_plausible (bytes, n_bytes, i);
      count.n_undefined += bytes[i] < 0xA0 && ent_text_windows_1252 (bytes[i]) == 0;
    }
  for (gsize i = 0; i < n_bytes;)
    {
      gunichar c = bytes[i] < 0x80 ? bytes[i] : g_utf8_get_char_validated ((const char *) bytes + i, (gssize) (n_bytes - i));

      if (c < 0x80 || c > 0x10FFFF)
        {
          count.n_stray += bytes[i] >= 0x80;
          i++;
          continue;
        }
      count.n_sequences++;
      i += (gsize) g_unichar_to_utf8 (c, NULL);
    }
  return count;
}

static char *
decode_windows_1252 (const guint8 *bytes, gsize n_bytes, gsize *n_out)
{
  GString *out = g_string_sized_new (n_bytes + n_bytes / 8);

  for (gsize i = 0; i < n_bytes; i++)
    {
      gunichar c = ent_text_windows_1252 (bytes[i]);

      if (bytes[i] == 0)
        g_string_append_c (out, '\0');
      else
        g_string_append_unichar (out, c);
    }
  *n_out = out->len;
  return g_string_free (out, FALSE);
}

static char *
decode_wide (const guint8 *bytes, gsize n_bytes, gsize bom, const char *charset, const char *name, gsize *n_out, GError **error)
{
  g_autoptr (GError) convert_error = NULL;
  gsize              n_read = 0;
  char              *text = g_convert ((const char *) bytes + bom, (gssize) (n_bytes - bom), "UTF-8", charset, &n_read, n_out, &convert_error);

  if (text != NULL && n_read == n_bytes - bom)
    return text;
  g_free (text);
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_ENCODING, _("%s: byte %zu is no character of %s, which the file begins as"),
               name, bom + n_read, charset);
  return NULL;
}

char *
ent_text_decode (const guint8 *bytes, gsize n_bytes, const char *name, gsize *n_out, GError **error)
{
  static const struct { const char *bom; gsize n_bytes; const char *charset; } wide[] = {
    { "\xFF\xFE\0\0", 4, "UTF-32LE" }, { "\0\0\xFE\xFF", 4, "UTF-32BE" }, { "\xFF\xFE", 2, "UTF-16LE" }, { "\xFE\xFF", 2, "UTF-16BE" },
  };
  const char *invalid;
  HighBytes   high;

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (n_bytes >= wide[i].n_bytes && memcmp (bytes, wide[i].bom, wide[i].n_bytes) == 0)
      return decode_wide (bytes, n_bytes, wide[i].n_bytes, wide[i].charset, name, n_out, error);
  if (!check_controls (bytes, n_bytes, name, error))
    return NULL;

  *n_out = n_bytes;
  for (const char *at = (const char *) bytes, *end = at + n_bytes;; at = invalid + 1)   /* NULs end the validation, not the text */
    {
      if (g_utf8_validate_len (at, (gsize) (end - at), &invalid))
        return g_memdup2 (bytes, n_bytes);
      if (*invalid != '\0')
        break;
    }
  high = count_high_bytes (bytes, n_bytes);
  if (high.n_undefined == 0 && high.n_sequences * 4 <= high.n_stray && high.n_high * 10 <= n_bytes * 3 && high.n_plausible * 10 >= high.n_high * 9)
    return decode_windows_1252 (bytes, n_bytes, n_out);
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_ENCODING,
               _("%s: byte %zu (0x%02x) is not UTF-8, and the file is not Windows-1252 either; save it as UTF-8 and open it again"),
               name, (gsize) (invalid - (const char *) bytes), (guchar) *invalid);
  return NULL;
}
