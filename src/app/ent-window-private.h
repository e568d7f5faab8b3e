/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

  EntSession           *session;
  EntModelStore        *model_store;
  GSettings            *settings;        /* NULL where the program is run without being installed */

  /* ways: ent-window-ways.c */
  EntActor             *connect_from;    /* the other end of the path is being chosen; NULL otherwise */
  AdwToast             *connect_toast;

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

/* ent-window-view.c: how the map is looked at: as map or table, filtered, searched. */
void ent_window_class_init_view (GtkWidgetClass *widget_class);
void ent_window_init_view       (EntWindow *self);
/* Which of its actions make sense, with a map or without. */
void ent_window_update_view     (EntWindow *self);

/* ent-window-ways.c: how actors are connected, and the neighbourhood of one. */
void ent_window_class_init_ways (GtkWidgetClass *widget_class);
void ent_window_init_ways       (EntWindow *self);
void ent_window_dispose_ways    (EntWindow *self);

/* ent-window-opening.c */
void ent_window_read           (EntWindow *self, EntOpening *opening);
void ent_window_cancel_opening (EntWindow *self);

/* ent-window-files.c */
void ent_window_init_files     (EntWindow *self);
void ent_window_show_error     (EntWindow *self, const char *heading, const char *body);
/* Does what comes next at once, or asks about unsaved changes first. opening: for ENT_NEXT_READ. (transfer none) */
void ent_window_leave_map      (EntWindow *self, EntNext next, EntOpening *opening);

G_END_DECLS
