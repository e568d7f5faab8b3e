/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Bytes that begin as a zip archive does are taken as they are; others become the text of an archive's member, as what is packed and
 * carries a checksum is no ground for a fuzzer. Returns: (transfer full): the archive */
GBytes *fuzz_package_new (const char *member, const guint8 *data, gsize n_bytes);
