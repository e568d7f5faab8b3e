/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the map can be read by all: contrast as WCAG 2 counts it, and the distance of the stances as people without one of
 * the three kinds of cones see them (Machado, Oliveira & Fernandes 2009, severity 1), in CIE Lab (CIE76). */
#include "ent-palette.h"

#include <math.h>

#define LEAST_CONTRAST_TEXT   4.5
#define LEAST_CONTRAST_SHAPES 3.0
#define LEAST_DISTANCE        20.0
#define LEAST_DISTANCE_TINTS 15.0

static const struct { const char *name; double rows[3][3]; } sights[] = {
  { "normal",       { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",   { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia", { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",   { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
};

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (EntColour c)
{
  return 0.2126 * to_linear (c.red) + 0.7152 * to_linear (c.green) + 0.0722 * to_linear (c.blue);
}

static double
get_contrast (EntColour a, EntColour b)
{
  double la = get_luminance (a), lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static void
to_lab (EntColour colour, const double sight[3][3], double lab[3])
{
  double linear[3] = { to_linear (colour.red), to_linear (colour.green), to_linear (colour.blue) }, seen[3];

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (sight[i][0] * linear[0] + sight[i][1] * linear[1] + sight[i][2] * linear[2], 0, 1);
  double x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  double y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  double z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
get_distance (EntColour a, EntColour b, const double sight[3][3])
{
  double p[3], q[3];

  to_lab (a, sight, p);
  to_lab (b, sight, q);
  return sqrt ((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

static void
test_contrast (gconstpointer data)
{
  const EntPalette *palette = ent_palette_get (GPOINTER_TO_INT (data) & 1, GPOINTER_TO_INT (data) & 2);

  g_assert_cmpfloat (get_contrast (palette->text, palette->ground), >=, LEAST_CONTRAST_TEXT);
  g_assert_cmpfloat (get_contrast (palette->text, palette->halo), >=, LEAST_CONTRAST_TEXT);
  g_assert_cmpfloat (get_contrast (palette->accent, palette->ground), >=, LEAST_CONTRAST_SHAPES);
  for (int i = 0; i < ENT_N_STANCES; i++)
    {
      g_assert_cmpfloat (get_contrast (palette->stance_text[i], palette->ground), >=, LEAST_CONTRAST_TEXT);
      g_assert_cmpfloat (get_contrast (palette->stance_text[i], palette->halo), >=, LEAST_CONTRAST_TEXT);
      g_assert_cmpfloat (get_contrast (palette->stance[i], palette->ground), >=, LEAST_CONTRAST_SHAPES);
    }
  for (int i = 0; i < ENT_N_KINDS; i++)
    {
      g_assert_cmpfloat (get_contrast (palette->kind_line[i], palette->ground), >=, LEAST_CONTRAST_SHAPES);
      g_assert_cmpfloat (get_contrast (palette->kind_line[i], palette->kind_fill[i]), >=, LEAST_CONTRAST_SHAPES);
    }
  for (int i = 0; i < ENT_N_TINTS; i++)
    {
      g_assert_cmpfloat (get_contrast (palette->tint_line[i], palette->ground), >=, LEAST_CONTRAST_SHAPES);
      g_assert_cmpfloat (get_contrast (palette->tint_line[i], palette->tint_fill[i]), >=, LEAST_CONTRAST_SHAPES);
    }
}

static void
test_high_contrast (void)
{
  for (int dark = 0; dark < 2; dark++)
    for (int i = 0; i < ENT_N_STANCES; i++)
      g_assert_cmpfloat (get_contrast (ent_palette_get (dark, TRUE)->stance_text[i], ent_palette_get (dark, TRUE)->ground), >=, 7);
}

static void
test_sights (gconstpointer data)
{
  const EntPalette *palette = ent_palette_get (GPOINTER_TO_INT (data) & 1, GPOINTER_TO_INT (data) & 2);

  for (guint s = 0; s < G_N_ELEMENTS (sights); s++)
    for (int i = 0; i < ENT_N_STANCES; i++)
      for (int j = i + 1; j < ENT_N_STANCES; j++)
        {
          double distance = get_distance (palette->stance[i], palette->stance[j], sights[s].rows);
          g_test_message ("%s: stances %d and %d are %.1f apart", sights[s].name, i, j, distance);
          g_assert_cmpfloat (distance, >=, LEAST_DISTANCE);
        }
}

/* Tints lie beside each other in areas, not in thin lines, so that less tells them apart. */
static void
test_tints (gconstpointer data)
{
  const EntPalette *palette = ent_palette_get (GPOINTER_TO_INT (data) & 1, GPOINTER_TO_INT (data) & 2);

  for (guint s = 0; s < G_N_ELEMENTS (sights); s++)
    for (int i = 0; i < ENT_N_TINTS; i++)
      for (int j = i + 1; j < ENT_N_TINTS; j++)
        {
          double distance = get_distance (palette->tint_fill[i], palette->tint_fill[j], sights[s].rows);
          g_test_message ("%s: tints %d and %d are %.1f apart", sights[s].name, i, j, distance);
          g_assert_cmpfloat (distance, >=, LEAST_DISTANCE_TINTS);
        }
}

static void
test_mix (void)
{
  EntColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  g_assert_cmpfloat (ent_colour_mix (black, white, 0).green, ==, 0);
  g_assert_cmpfloat (ent_colour_mix (black, white, 0.25).green, ==, 0.25);
  g_assert_cmpfloat (ent_colour_mix (black, white, 1).green, ==, 1);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "light", "dark", "light-high-contrast", "dark-high-contrast" };

  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *contrast = g_strdup_printf ("/scene/palette/contrast/%s", names[i]);
      g_autofree char *sight = g_strdup_printf ("/scene/palette/sights/%s", names[i]);
      g_autofree char *tints = g_strdup_printf ("/scene/palette/tints/%s", names[i]);
      g_test_add_data_func (contrast, GINT_TO_POINTER (i), test_contrast);
      g_test_add_data_func (tints, GINT_TO_POINTER (i), test_tints);
      g_test_add_data_func (sight, GINT_TO_POINTER (i), test_sights);
    }
  g_test_add_func ("/scene/palette/high-contrast", test_high_contrast);
  g_test_add_func ("/scene/palette/mix", test_mix);
  return g_test_run ();
}
