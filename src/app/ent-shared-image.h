/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A pattern of an image for drawing that GTK records first. A surface as such would be copied by cairo, whole, as soon as it is painted on
 * again or freed, whether or not the recording is still there; this one is merely kept. What is recorded shows what is on the image when it is
 * played, so nothing may be painted on it while it is in use. image: its pixels count, a device scale does not. (transfer full) */
cairo_pattern_t *ent_shared_image_create_pattern (cairo_surface_t *image);
/* Whether such a pattern, or a recording with one, still has the image. image: one that nobody else holds but the caller, once. */
gboolean         ent_shared_image_is_in_use      (cairo_surface_t *image);

G_END_DECLS
