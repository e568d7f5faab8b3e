/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is selected, without the white space about it, and in whole words. start, end: (out); FALSE where nothing else is selected. */
gboolean ent_selected_words_get (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end);

G_END_DECLS
