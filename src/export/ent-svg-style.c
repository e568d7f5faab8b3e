/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing's colours and letters as a style sheet: plain class selectors, and no character that XML or HTML would escape. */
#include "ent-export-private.h"

#include "ent-markup.h"
#include "ent-scene-figure.h"

#include <string.h>

const char *
ent_export_colour_string (EntColour colour, char buffer[8])
{
  g_snprintf (buffer, 8, "#%02x%02x%02x", (int) (colour.red * 255 + 0.5), (int) (colour.green * 255 + 0.5), (int) (colour.blue * 255 + 0.5));
  return buffer;
}

/* A font's name without what would end a string of CSS or begin a tag. (transfer full) */
static char *
dup_family (const EntScene *scene)
{
  char *family = ent_scene_dup_font_family (scene);

  for (char *p = family; *p != '\0'; p++)
    if (strchr ("\"\\<>&", *p) != NULL || g_ascii_iscntrl (*p))
      *p = ' ';
  return family;
}

/* Only where nodes are tinted: what is drawn by kind stays as it was. */
static void
append_tint_rules (GString *out, const EntScene *scene, const EntPalette *palette)
{
  guint n_nodes;
  char  fill[8], line[8];

  ent_scene_get_nodes (scene, &n_nodes);
  if (n_nodes == 0 || ent_scene_get_node_tint (scene, 0) < 0)
    return;
  for (guint t = 0; t < ENT_N_TINTS; t++)
    {
      g_autofree char *number = g_strdup_printf ("%u", t);

      ent_export_colour_string (palette->tint_fill[t], fill);
      ent_export_colour_string (palette->tint_line[t], line);
      ent_markup_append (out, ".tint-%r{fill:%r;stroke:%r}.glyph-%r{fill:%r}\n", number, fill, line, number, line);
    }
}

char *
ent_export_svg_dup_style (const EntScene *scene, gboolean dark)
{
  const EntPalette *palette = ent_palette_get (dark, FALSE);
  g_autofree char  *family = dup_family (scene);
  GString          *out = g_string_new ("\n");
  char              a[8], b[8];

  ent_markup_append (out, ".ground{fill:%r}\n", ent_export_colour_string (palette->ground, a));
  ent_markup_append (out, ".line{fill:none}\n.shape{stroke-width:%n;stroke-linejoin:round}\n", ENT_OUTLINE_WIDTH);
  ent_markup_append (out, ".name,.label,.key{font-family:\"%r\",sans-serif;text-anchor:middle;"
                     "stroke:%r;stroke-width:%n;stroke-linejoin:round;paint-order:stroke;white-space:pre}\n",
                     family, ent_export_colour_string (palette->halo, a), ENT_HALO_WIDTH);
  ent_markup_append (out, ".bar{stroke:%r;stroke-width:%n;stroke-linecap:round;fill:none}\n", ent_export_colour_string (palette->halo, a),
                     ENT_BAR_SHARE * ENT_LABEL_SIZE + ENT_HALO_WIDTH);
  ent_markup_append (out, ".name{font-size:%npx;font-weight:600;fill:%r}\n", ENT_NAME_SIZE, ent_export_colour_string (palette->text, a));
  ent_markup_append (out, ".label{font-size:%npx;font-style:italic;pointer-events:none}\n.bar{pointer-events:none}\n", ENT_LABEL_SIZE);
  ent_markup_append (out, ".key{font-size:%npx;fill:%r;text-anchor:start;stroke:none}\n.faded{opacity:0.2}\n",
                     ENT_EXPORT_LEGEND_SIZE, ent_export_colour_string (palette->text, a));
  for (EntStance s = 0; s < ENT_N_STANCES; s++)
    {
      const char *name = ent_stance_to_string (s);
      ent_export_colour_string (palette->stance[s], a);
      ent_markup_append (out, ".line-%r{stroke:%r}\n.head-%r{fill:%r}\n.label-%r{fill:%r}\n", name, a, name, a,
                         name, ent_export_colour_string (palette->stance_text[s], b));
    }
  for (EntKind k = 0; k < ENT_N_KINDS; k++)
    ent_markup_append (out, ".shape-%r{fill:%r;stroke:%r}\n", ent_kind_to_string (k),
                       ent_export_colour_string (palette->kind_fill[k], a), ent_export_colour_string (palette->kind_line[k], b));
  ent_markup_append (out, ".glyph{fill:%r}\n", ent_export_colour_string (palette->kind_line[ENT_KIND_PERSON], a));
  append_tint_rules (out, scene, palette);
  return g_string_free (out, FALSE);
}
