/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-application.h"
#include "ent-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A small map: Élodie Müller (person), Ukraine (country) and NATO (organisation), all placed; r1: Ukraine supports NATO on two
 * quotes, the second possible; r2: Élodie Müller distrusts Ukraine. Its text has characters of more than one byte before every
 * quote. (transfer full) */
EntMap  *fixture_map_new    (void);
#define FIXTURE_TEXT "Élodie’s view\n\nUkraine backs NATO.\n\nÉlodie Müller – she doubts Ukraine. Ukraine may back NATO."
/* Where a stretch of it stands. */
EntSpan  fixture_find       (const char *stretch);
/* 300 actors a0 to a299, each but the first aided by another, as in a binary tree; with places or without. So many that the window
 * leaves it to workers. (transfer full) */
EntMap  *fixture_large_map_new (gboolean placed);
/* Starts GTK; where there is no display the program ends here, all of its tests skipped with the reason printed. */
void     fixture_init       (int *argc, char ***argv);
/* The program as it runs in a test: registered, and apart from any that runs already. (transfer full) */
EntApplication *fixture_application_new (void);
/* Lets the main loop run until a condition holds; fails after a minute, for machines that have much else to do. */
typedef gboolean (*FixtureCondition) (gpointer data);
void     fixture_wait_for   (FixtureCondition condition, gpointer data);
/* Lets it run for so long, and longer where it does not come to its work. */
void     fixture_run_for    (guint time_ms);
/* A window with the widget in it, shown. */
GtkWidget *fixture_show     (GtkWidget *widget, int width, int height);
/* The first descendant of a type whose text or label contains a string (NULL: any); NULL where there is none. */
GtkWidget *fixture_find_widget (GtkWidget *root, GType type, const char *text);
/* As if a key were pressed on a widget that has a shortcut for it, such as "<Control>space"; FALSE where it does nothing there. */
gboolean fixture_press      (GtkWidget *widget, const char *key);
/* The question that is asked now; NULL where none is. */
AdwMessageDialog *fixture_find_dialog (void);
/* Waits for one to be asked. */
AdwMessageDialog *fixture_wait_for_dialog (void);
/* Gives it an answer, which it must offer now. */
void       fixture_respond (const char *response);
/* Destroys a window; fails where anything keeps it, or a widget that was in it (NULL: none). */
void       fixture_destroy_window (gpointer window, gpointer widget);
/* Writes a file into the folder for such. (transfer full): its path */
char      *fixture_write_file (const char *name, const char *content);
/* Takes everything out of a folder, folders in it as well. */
void       fixture_empty_folder (const char *folder);

G_END_DECLS
