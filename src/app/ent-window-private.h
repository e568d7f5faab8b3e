/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-autosave.h"
#include "ent-confidence-button.h"
#include "ent-detail-pane.h"
#include "ent-filter-bar.h"
#include "ent-link-table.h"
#include "ent-progress-strip.h"
#include "ent-opening.h"
#include "ent-search-bar.h"
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
  EntSearchBar         *search_bar;
  EntFilterBar         *filter_bar;
  GtkStack             *view_stack;      /* map or table */
  EntLinkTable         *link_table;
  GtkWidget            *legend;
  GtkWidget            *zoom_controls;
  GtkWidget            *filtered_notice;
  GtkWidget            *focus_notice;
  GtkLabel             *focus_label;
  GMenu                *main_menu;

  EntSession           *session;
  EntModelStore        *model_store;
  GSettings            *settings;        /* NULL where the program is run without being installed */

  /* ways: ent-window-ways.c */
  EntActor             *connect_from;    /* the other end of the path is being chosen; NULL otherwise */
  AdwToast             *connect_toast;
  GMenu                *undo_menu;       /* a section of the main menu: ent-window-edits.c */
  AdwToast             *undo_toast;      /* offers to undo the last step; NULL: none does */

  /* opening: ent-window-opening.c */
  EntOpening           *opening;         /* the current job; results of any other are dropped */
  GCancellable         *cancellable;
  gboolean              opening_sample;
  gboolean              spare;

  /* files: ent-window-files.c */
  EntNext               next;
  EntOpening           *next_opening;
  gboolean              saving;
  GFile                *save_next;       /* where to save once the save that is under way has ended; NULL: nowhere */
  GFile                *exported;        /* the last one, for "Show in Folder" */

  /* unsaved changes: ent-window-unsaved.c */
  EntAutosave          *autosave;
  EntRecovery          *recovering;      /* whose map is being opened */
  GtkApplication       *inhibited;       /* by which the end of the desktop session is held up; NULL: it is not */
  guint                 inhibit_cookie;  /* 0 where there is no session manager that could */
  gboolean              said_unsafe;     /* that unsaved changes cannot be kept */
};

/* ent-window-view.c: how the map is looked at: as map or table, filtered, searched. */
void ent_window_class_init_view (GtkWidgetClass *widget_class);
void ent_window_init_view       (EntWindow *self);
void ent_window_dispose_view    (EntWindow *self);
/* Which of its actions make sense, with a map or without. */
void ent_window_update_view     (EntWindow *self);

/* ent-window-ways.c: how actors are connected, and the neighbourhood of one. */
void ent_window_class_init_ways (GtkWidgetClass *widget_class);
void ent_window_init_ways       (EntWindow *self);
void ent_window_dispose_ways    (EntWindow *self);

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

/* ent-window-unsaved.c */
void ent_window_init_unsaved   (EntWindow *self);
void ent_window_clear_unsaved  (EntWindow *self);
/* Shows what was opened: as the state of its file, or, where it was kept of an earlier run, as unsaved changes to it. */
void ent_window_take_up        (EntWindow *self, EntMap *map, EntOpening *opening);
/* What must stand in a file that is about to be saved to; NULL: anything. Borrowed. */
const char *ent_window_get_expected_stamp (EntWindow *self, GFile *file);

G_END_DECLS
