/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-confidence-button.h"
#include "ent-detail-pane.h"
#include "ent-progress-strip.h"
#include "ent-opening.h"
#include "ent-window.h"

G_BEGIN_DECLS

/* What is to be done once unsaved changes are saved or given up. */
typedef enum { ENT_NEXT_NOTHING, ENT_NEXT_READ, ENT_NEXT_CLOSE } EntNext;

struct _EntWindow {
  AdwApplicationWindow  parent_instance;

  AdwWindowTitle       *window_title;
  AdwToastOverlay      *toast_overlay;
  EntProgressStrip     *progress_strip;
  AdwFlap              *flap;
  GtkStack             *stack;
  EntMapView           *map_view;
  EntConfidenceButton  *confidence_button;
  EntDetailPane        *detail_pane;
  GMenu                *main_menu;

  EntSession           *session;
  EntModelStore        *model_store;
  GSettings            *settings;        /* NULL where the program is run without being installed */

  GMenu                *undo_menu;       /* a section of the main menu: ent-window-edits.c */

  /* opening: ent-window-opening.c */
  EntOpening           *opening;         /* the current job; results of any other are dropped */
  GCancellable         *cancellable;
  gboolean              opening_sample;
  gboolean              spare;

  /* files: ent-window-files.c */
  EntNext               next;
  EntOpening           *next_opening;
  GFile                *exported;        /* the last one, for "Show in Folder" */
};

/* ent-window-opening.c */
void ent_window_read           (EntWindow *self, EntOpening *opening);
void ent_window_cancel_opening (EntWindow *self);

/* ent-window-edits.c */
void       ent_window_init_edits   (EntWindow *self);
/* What is being typed becomes an edit. */
void       ent_window_apply_typing (EntWindow *self);
/* The text that the keys go to; NULL where they go elsewhere. */
GtkWidget *ent_window_find_text    (EntWindow *self);

/* ent-window-files.c */
void ent_window_init_files     (EntWindow *self);
void ent_window_show_error     (EntWindow *self, const char *heading, const char *body);
/* Does what comes next at once, or asks about unsaved changes first. opening: for ENT_NEXT_READ. (transfer none) */
void ent_window_leave_map      (EntWindow *self, EntNext next, EntOpening *opening);

G_END_DECLS
