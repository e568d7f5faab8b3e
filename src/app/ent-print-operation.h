/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To print what a session shows of its map as it is now: the map on one page, turned as suits it, and where the settings say so the
 * quotes on upright pages that follow. settings: nullable, then without quotes. The dialog offers the quotes as well. (transfer full)
 * To be run by gtk_print_operation_run(); its default page setup may be set to another before. */
GtkPrintOperation *ent_print_operation_new (EntSession *session, GSettings *settings);

G_END_DECLS
