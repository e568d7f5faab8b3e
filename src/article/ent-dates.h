/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The day that a short line gives, "Friday, July 21, 2017", "21 July 2017", "2017-07-21T09:30", as ISO 8601: newly allocated, NULL
 * where there is none. Months are English. */
char *ent_date_from_line (const char *line);

G_END_DECLS
