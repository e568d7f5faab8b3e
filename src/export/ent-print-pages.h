/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-scene.h"

G_BEGIN_DECLS

/**
 * EntPrintPages:
 * A map as a printer gets it: the drawing on the first page, as large as fits, and the quotes of its links on those that follow. All
 * sizes are those of the whole paper, in points.
 */
typedef struct _EntPrintPages EntPrintPages;

/* Takes the scene over. */
EntPrintPages *ent_print_pages_new        (EntScene *scene);
void           ent_print_pages_free       (EntPrintPages *self);
/* Whether the drawing is wider than it is high. */
gboolean       ent_print_pages_is_wide    (EntPrintPages *self);
/* Whether the first page says what colours and lines mean; it does not unless told. */
void           ent_print_pages_set_legend (EntPrintPages *self, gboolean legend);
/* Lays out the quotes for paper of that size; without this, or where no link is shown, there are none. Cost: linear in the text. */
void           ent_print_pages_add_quotes (EntPrintPages *self, double width, double height);
guint          ent_print_pages_count      (EntPrintPages *self);
/* page: from 0, below the count; width, height: of the paper of page 0; the others have the size that they were laid out for. */
void           ent_print_pages_draw       (EntPrintPages *self, guint page, cairo_t *cr, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPrintPages, ent_print_pages_free)

G_END_DECLS
