/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ent_pdf_guard_check:
 * Whether no stream of a PDF unpacks to more text than any page has, which poppler would hold in memory at about a hundred bytes a
 * character, and without asking whether to go on. Streams are unpacked piece by piece: O(unpacked bytes) of time, at most 1 GB of
 * them, and no memory. Only the usual packing (Flate) is looked into, and a drawing that is repeated counts once.
 * Returns: FALSE with ENT_ARTICLE_ERROR_TOO_LARGE or G_IO_ERROR_CANCELLED set
 */
gboolean ent_pdf_guard_check (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
