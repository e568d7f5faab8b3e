/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Has the C library keep what a frame gives back: without a graphics card each frame asks for surfaces of several megabytes, and getting
 * these from the kernel anew, page by page, takes longer than drawing on them. Once, before anything is drawn. Does nothing
 * where the C library is another one than GNU's. */
void ent_frame_memory_keep (void);

G_END_DECLS
