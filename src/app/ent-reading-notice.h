/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the desktop says when something that took long has ended in a window that the reader has turned away from. */

#define ENT_READING_NOTICE_LEAST_US (8 * G_USEC_PER_SEC)

/* Sends it where the time since @since_us (of the monotonic clock) is long and the window is not the active one. name: of what was
 * read; succeeded: whether its map is there. A click on it brings the window forward ("app.show-window", of the window's id). */
void ent_reading_notice_send     (GtkApplicationWindow *window, const char *name, gint64 since_us, gboolean succeeded);
/* The reader has seen the window. */
void ent_reading_notice_withdraw (GtkApplicationWindow *window);

G_END_DECLS
