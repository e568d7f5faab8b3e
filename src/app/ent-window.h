/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-application.h"
#include "ent-map-view.h"
#include "ent-opening.h"
#include "ent-recovery.h"
#include "ent-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntWindow:
 * One map with its article: the drawing, the detail pane, and what can be done with files.
 *
 * Property: "narrow" (boolean, read only, with notify): there is no room for all the buttons at its top.
 */
#define ENT_TYPE_WINDOW (ent_window_get_type ())
G_DECLARE_FINAL_TYPE (EntWindow, ent_window, ENT, WINDOW, AdwApplicationWindow)

EntWindow  *ent_window_new           (EntApplication *application);
EntSession *ent_window_get_session   (EntWindow *self);
EntMapView *ent_window_get_map_view  (EntWindow *self);
/* Whether it shows what nobody asked for (the sample, or nothing): another file may take its place. */
gboolean    ent_window_is_spare      (EntWindow *self);
/* Whether it shows that file, or is just opening it, and has no unsaved changes. file: nullable, then FALSE. */
gboolean    ent_window_is_at         (EntWindow *self, GFile *file);
/* Whether it shows that file or what was read from it, or is just opening it, with changes or without. */
gboolean    ent_window_shows_file    (EntWindow *self, GFile *file);
/* Reads an article or loads a map in its place; asks first where there are unsaved changes. */
void        ent_window_open_file     (EntWindow *self, GFile *file);
void        ent_window_open_text     (EntWindow *self, const char *text);
void        ent_window_open_sample   (EntWindow *self);
/* The same for the opening of a file or of the sample that ent_opening_begin() was called for. */
void        ent_window_open_begun    (EntWindow *self, EntOpening *opening);
/* Says how an article is opened. For a window that has shown nothing yet. */
void        ent_window_open_nothing  (EntWindow *self);
/* Selects an actor of the map, or of the one that is just being opened, and has it in sight; nothing where there is none of that id. */
void        ent_window_show_actor    (EntWindow *self, const char *actor_id);
/* Puts unsaved changes, and what is being typed, where the next start finds them, and waits for that (ent_autosave_flush()). */
void        ent_window_keep_changes  (EntWindow *self);
/* Opens what an earlier run left, as unsaved changes to the file it comes from. Not for a window with unsaved changes. */
void        ent_window_recover       (EntWindow *self, EntRecovery *entry);

G_END_DECLS
