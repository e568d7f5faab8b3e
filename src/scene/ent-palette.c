/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Four tables. The stances are a green, a red and a slate whose pairwise distance (CIE76) stays above 20 for normal sight and
 * for full protanopia, deuteranopia and tritanopia; lines contrast with the ground by 3 and more, texts by 4.5 and more.
 * Tints differ by 15 and more in the same way, the grey one from all others too, and their lines contrast with ground and fill by 3.
 * tests/scene holds every table to that: change a colour here and it tells whether the map can still be read by all. */
#include "ent-palette.h"

#define HEX(rgb) { (((rgb) >> 16) & 0xff) / 255.0, (((rgb) >> 8) & 0xff) / 255.0, ((rgb) & 0xff) / 255.0, 1.0 }

static const EntPalette palettes[2][2] = {
  {
    {  /* light */
      .ground = HEX (0xfafafb), .text = HEX (0x22242a), .halo = HEX (0xfafafb), .accent = HEX (0x1c71d8),
      .stance      = { [ENT_STANCE_COOPERATION] = HEX (0x2a8a69), [ENT_STANCE_CONFLICT] = HEX (0xc2452d), [ENT_STANCE_NEUTRAL] = HEX (0x818da4) },
      .stance_text = { [ENT_STANCE_COOPERATION] = HEX (0x17775a), [ENT_STANCE_CONFLICT] = HEX (0xb3391f), [ENT_STANCE_NEUTRAL] = HEX (0x5a6781) },
      .kind_fill = {
        [ENT_KIND_COUNTRY] = HEX (0xdbe4f3), [ENT_KIND_PERSON] = HEX (0xece3f4), [ENT_KIND_ORGANISATION] = HEX (0xdfeee4),
        [ENT_KIND_PLACE]   = HEX (0xf3ead9), [ENT_KIND_GROUP]  = HEX (0xeceef1),
      },
      .kind_line = {
        [ENT_KIND_COUNTRY] = HEX (0x3b5b92), [ENT_KIND_PERSON] = HEX (0x6d4a93), [ENT_KIND_ORGANISATION] = HEX (0x33705a),
        [ENT_KIND_PLACE]   = HEX (0x8a6a2f), [ENT_KIND_GROUP]  = HEX (0x5d6570),
      },
      .tint_fill = { HEX (0xe4e5e7), HEX (0x76a1eb), HEX (0xdeb870), HEX (0xb5fcbd), HEX (0xe08986), HEX (0xad9ab5), HEX (0x7bd9fc) },
      .tint_line = { HEX (0x6e696b), HEX (0x2f4e7c), HEX (0x776031), HEX (0x47754d), HEX (0x793b3a), HEX (0x5f426f), HEX (0x007493) },
    },
    {  /* light, high contrast */
      .ground = HEX (0xffffff), .text = HEX (0x000000), .halo = HEX (0xffffff), .accent = HEX (0x0a4fb0),
      .stance      = { [ENT_STANCE_COOPERATION] = HEX (0x115947), [ENT_STANCE_CONFLICT] = HEX (0xb01c00), [ENT_STANCE_NEUTRAL] = HEX (0x685f7f) },
      .stance_text = { [ENT_STANCE_COOPERATION] = HEX (0x0b4f3e), [ENT_STANCE_CONFLICT] = HEX (0x9c1900), [ENT_STANCE_NEUTRAL] = HEX (0x544b6b) },
      .kind_fill = {
        [ENT_KIND_COUNTRY] = HEX (0xe3ebf8), [ENT_KIND_PERSON] = HEX (0xf2eaf9), [ENT_KIND_ORGANISATION] = HEX (0xe4f4ea),
        [ENT_KIND_PLACE]   = HEX (0xfaf1df), [ENT_KIND_GROUP]  = HEX (0xf2f3f5),
      },
      .kind_line = {
        [ENT_KIND_COUNTRY] = HEX (0x1c3a6e), [ENT_KIND_PERSON] = HEX (0x4c2a73), [ENT_KIND_ORGANISATION] = HEX (0x134a37),
        [ENT_KIND_PLACE]   = HEX (0x5c4310), [ENT_KIND_GROUP]  = HEX (0x30363e),
      },
      .tint_fill = { HEX (0xeaebed), HEX (0x75a0f1), HEX (0xe6c16f), HEX (0xb0f9b9), HEX (0xdb8d77), HEX (0xa99caf), HEX (0x5fdbfc) },
      .tint_line = { HEX (0x6b6768), HEX (0x113561), HEX (0x604e1f), HEX (0x427049), HEX (0x582518), HEX (0x452a54), HEX (0x005d75) },
    },
  },
  {
    {  /* dark */
      .ground = HEX (0x1e1f22), .text = HEX (0xeceef2), .halo = HEX (0x1e1f22), .accent = HEX (0x78aeed),
      .stance      = { [ENT_STANCE_COOPERATION] = HEX (0x4fc9a5), [ENT_STANCE_CONFLICT] = HEX (0xf26d49), [ENT_STANCE_NEUTRAL] = HEX (0x8d9bb5) },
      .stance_text = { [ENT_STANCE_COOPERATION] = HEX (0x63d3b2), [ENT_STANCE_CONFLICT] = HEX (0xff8b6c), [ENT_STANCE_NEUTRAL] = HEX (0xa3afc6) },
      .kind_fill = {
        [ENT_KIND_COUNTRY] = HEX (0x29374f), [ENT_KIND_PERSON] = HEX (0x3a2d4c), [ENT_KIND_ORGANISATION] = HEX (0x263d33),
        [ENT_KIND_PLACE]   = HEX (0x443820), [ENT_KIND_GROUP]  = HEX (0x33363b),
      },
      .kind_line = {
        [ENT_KIND_COUNTRY] = HEX (0x8fb1ea), [ENT_KIND_PERSON] = HEX (0xc5a0ec), [ENT_KIND_ORGANISATION] = HEX (0x82c8a8),
        [ENT_KIND_PLACE]   = HEX (0xdcb869), [ENT_KIND_GROUP]  = HEX (0xaeb6c2),
      },
      .tint_fill = { HEX (0x3b3b3d), HEX (0x305388), HEX (0x6d5923), HEX (0x617c67), HEX (0x611e15), HEX (0x502357), HEX (0x36808e) },
      .tint_line = { HEX (0x999596), HEX (0x8fa5db), HEX (0xc9b17c), HEX (0xaee4b9), HEX (0xc88577), HEX (0xb288b6), HEX (0x87e8fc) },
    },
    {  /* dark, high contrast */
      .ground = HEX (0x000000), .text = HEX (0xffffff), .halo = HEX (0x000000), .accent = HEX (0x9cc8ff),
      .stance      = { [ENT_STANCE_COOPERATION] = HEX (0x72fbd4), [ENT_STANCE_CONFLICT] = HEX (0xff7a55), [ENT_STANCE_NEUTRAL] = HEX (0xaab1c2) },
      .stance_text = { [ENT_STANCE_COOPERATION] = HEX (0x72fbd4), [ENT_STANCE_CONFLICT] = HEX (0xff9a7c), [ENT_STANCE_NEUTRAL] = HEX (0xc3cad9) },
      .kind_fill = {
        [ENT_KIND_COUNTRY] = HEX (0x14243f), [ENT_KIND_PERSON] = HEX (0x2a1a3f), [ENT_KIND_ORGANISATION] = HEX (0x102c20),
        [ENT_KIND_PLACE]   = HEX (0x33270c), [ENT_KIND_GROUP]  = HEX (0x202328),
      },
      .kind_line = {
        [ENT_KIND_COUNTRY] = HEX (0xb9d2ff), [ENT_KIND_PERSON] = HEX (0xe2c8ff), [ENT_KIND_ORGANISATION] = HEX (0xaef0d0),
        [ENT_KIND_PLACE]   = HEX (0xffdf98), [ENT_KIND_GROUP]  = HEX (0xdfe4ec),
      },
      .tint_fill = { HEX (0x272829), HEX (0x0f3752), HEX (0x7b5326), HEX (0x4f6051), HEX (0x5e0402), HEX (0x6e4188), HEX (0x34707b) },
      .tint_line = { HEX (0x999596), HEX (0x6fa2d2), HEX (0xfdcfa2), HEX (0xb1e3b6), HEX (0xc88578), HEX (0xe2c0f3), HEX (0x98faff) },
    },
  },
};

const EntPalette *
ent_palette_get (gboolean dark, gboolean high_contrast)
{
  return &palettes[dark ? 1 : 0][high_contrast ? 1 : 0];
}

EntColour
ent_colour_mix (EntColour a, EntColour b, double share)
{
  return (EntColour) {
    a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share, a.alpha + (b.alpha - a.alpha) * share,
  };
}
