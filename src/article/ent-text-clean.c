/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each in one pass, character by character. */
#include "ent-text-clean.h"

gunichar
ent_text_windows_1252 (guchar byte)
{
  static const guint16 meaning[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
  };

  return byte >= 0x80 && byte < 0xA0 ? meaning[byte - 0x80] : byte;
}

char *
ent_text_clean (const char *text, gsize n_bytes)
{
  GString    *out = g_string_sized_new (n_bytes);
  const char *end = text + n_bytes;
  gunichar    before = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = *at != '\0' ? g_utf8_get_char (at) : 0;
      gunichar put = c;

      if (c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028)
        put = '\n';
      else if (c == '\n' && before == '\r')
        put = 0;
      else if (c >= 0x80 && c < 0xA0)
        put = ent_text_windows_1252 ((guchar) c);
      else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || (c == 0xFEFF && at == text))
        put = 0;
      if (c == 0x2029)
        g_string_append (out, "\n\n");
      else if (put != 0)
        g_string_append_unichar (out, put);
      before = c;
    }
  return g_string_free (out, FALSE);
}

char *
ent_text_one_line (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x80 && c < 0xA0 && c != 0x85)
        c = ent_text_windows_1252 ((guchar) c);
      if (g_unichar_isspace (c) || c == 0x85 || c == 0x2028 || c == 0x2029)
        space = TRUE;
      else if (c != 0 && !g_unichar_iscntrl (c) && c != 0xAD && c != 0x200B && c != 0x2060 && c != 0xFEFF)
        {
          if (space && out->len > 0)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  return g_string_free (out, FALSE);
}
