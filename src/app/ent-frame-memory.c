/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-frame-memory.h"

#ifdef __GLIBC__
#include <malloc.h>

#define LARGEST_SURFACE (16 << 20)    /* bytes: 2560 × 1600 pixels */
#define KEPT            (32 << 20)
#endif

void
ent_frame_memory_keep (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGEST_SURFACE);
  mallopt (M_TRIM_THRESHOLD, KEPT);
#endif
}
