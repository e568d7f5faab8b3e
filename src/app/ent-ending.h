/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ent_ending_watch:
 * From now on SIGTERM, SIGINT and SIGHUP end the program once the unsaved changes of all windows are kept, to be offered at the next
 * start; nobody is asked, as nobody may be there. A signal that is ignored stays ignored (nohup). Where keeping them fails, for want
 * of space or because it takes too long, the program ends all the same.
 * @application: borrowed: it must outlive the main loop
 */
void ent_ending_watch (GtkApplication *application);

G_END_DECLS
