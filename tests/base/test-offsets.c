/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ent-offsets.h"

#include <string.h>

static void
check_all_positions (const char *text, gsize n_bytes)
{
  g_autoptr (EntOffsets) offsets = ent_offsets_new (text, n_bytes);
  const char *p = text;
  gsize       character = 0;

  g_assert_cmpuint (ent_offsets_n_chars (offsets), ==, n_bytes > 0 ? (gsize) g_utf8_strlen (text, (gssize) n_bytes) : 0);
  while (p < text + n_bytes)
    {
      g_assert_cmpuint (ent_offsets_to_chars (offsets, (gsize) (p - text)), ==, character);
      g_assert_cmpuint (ent_offsets_to_bytes (offsets, character), ==, (gsize) (p - text));
      p = g_utf8_next_char (p);
      character++;
    }
  g_assert_cmpuint (ent_offsets_to_chars (offsets, n_bytes), ==, character);
  g_assert_cmpuint (ent_offsets_to_bytes (offsets, character), ==, n_bytes);
}

static void
test_empty (void)
{
  check_all_positions ("", 0);
  check_all_positions (NULL, 0);
}

static void
test_short (void)
{
  const char *texts[] = { "a", "é", "Kyiv’s “bid”", "北京和東京", "a\U0001F600b", "\xEF\xBB\xBFx", "e\xCC\x81" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_all_positions (texts[i], strlen (texts[i]));
}

/* Lengths on both sides of the index's step, of one, two, three and four bytes a character. */
static void
test_step (void)
{
  const char *units[] = { "x", "é", "’", "\U0001F600" };

  for (gsize u = 0; u < G_N_ELEMENTS (units); u++)
    for (guint n = 254; n <= 258; n++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        for (guint i = 0; i < n; i++)
          g_string_append (text, units[u]);
        check_all_positions (text->str, text->len);
        g_string_append (text, text->str);
        check_all_positions (text->str, text->len);
      }
}

static void
test_random (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 3000);

      for (guint i = 0; i < n; i++)
        {
          gunichar limits[] = { 0x80, 0x800, 0xD800, 0x20000 };
          gunichar c = (gunichar) g_test_rand_int_range (1, (gint32) limits[g_test_rand_int_range (0, 4)]);
          g_string_append_unichar (text, c >= 0xD800 && c < 0xE000 ? 'x' : c);
        }
      check_all_positions (text->str, text->len);
    }
}

/* The index does not read past the length that it was given. */
static void
test_part (void)
{
  check_all_positions ("Zürich, Genève", strlen ("Zürich"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/offsets/empty", test_empty);
  g_test_add_func ("/base/offsets/short", test_short);
  g_test_add_func ("/base/offsets/step", test_step);
  g_test_add_func ("/base/offsets/random", test_random);
  g_test_add_func ("/base/offsets/part", test_part);
  return g_test_run ();
}
