/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define ENT_TEXT_MAX_LINES 2

/* Glyphs of one font, from the upper left corner of the text's box. */
typedef struct {
  cairo_scaled_font_t *font;
  cairo_glyph_t       *glyphs;
  int                  n_glyphs;
} EntTextRun;

typedef struct _EntHalo EntHalo;

typedef struct {
  double      size;             /* map units */
  PangoWeight weight;
  PangoStyle  style;
  double      max_width;        /* of a line, map units */
  guint       max_lines;        /* 1 or 2 */
  gboolean    barred;           /* on a line, whose pieces would show between the words: see EntText.bar_height */
} EntTextForm;

/* A short text measured once: its lines, their box, its glyphs, and (made on first use) the mask of its halo. Nothing but the halo
 * ever changes, and that behind a lock of its own: any thread may show it, whichever made it. Nothing of pango's is kept, which
 * knows no threads. */
typedef struct {
  gatomicrefcount  ref_count;   /* of those made by ent_text_new() */
  char           **lines;       /* NULL-terminated, at most ENT_TEXT_MAX_LINES */
  char            *shown;       /* the same as one; NULL for an empty text */
  const EntTextForm *form;
  EntTextRun      *runs;
  guint            n_runs;
  double           width, height;
  double           baselines[ENT_TEXT_MAX_LINES];   /* from the upper edge of the box */
  double           bar_height;  /* of a bar of halo behind the small letters, which closes the gaps between words; 0: none */
  EntHalo         *halo;        /* NULL until first shown on pixels */
  int              halo_lock;   /* bit 0 */
} EntText;

#define ENT_TEXT_HALO_MARGIN 6.0    /* more than half of ENT_HALO_WIDTH, and for letters that lean out of their box */

/* A context whose measures do not depend on the scale of the screen. (transfer full) */
PangoContext *ent_text_create_context (void);
/* form: static. string: valid UTF-8 of any length; white space and control characters count as single blanks. Wraps into lines of about
 * equal width, ellipsises what is longer. */
void          ent_text_init           (EntText *self, PangoContext *context, const EntTextForm *form, const char *string);
void          ent_text_clear          (EntText *self);
/* The same on the heap, to be shared. (transfer full) */
EntText      *ent_text_new            (PangoContext *context, const EntTextForm *form, const char *string);
EntText      *ent_text_ref            (EntText *self);
void          ent_text_unref          (EntText *self);
/* The lines, centred in the box; NULL for an empty text. (transfer full) */
PangoLayout  *ent_text_dup_layout     (const EntText *self);
/* With the box's upper left corner at the origin of cr, in its current colour. */
void          ent_text_show           (const EntText *self, cairo_t *cr);
/* The same for the halo. vector: as the boxes of its letters; otherwise as a mask that is kept for the next time at the same scale.
 * device_scale: pixels a unit of the target; 0: as it says itself. */
void          ent_text_show_halo      (EntText *self, cairo_t *cr, gboolean vector, double device_scale);
/* For ent_text_clear(). */
void          ent_halo_unref          (EntHalo *self);
/* Whether a target keeps shapes and characters rather than pixels: PDF, SVG, PostScript. */
gboolean      ent_text_is_vector      (cairo_t *cr);

G_END_DECLS
