/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-autosave.h"
#include "ent-confidence-button.h"
#include "ent-detail-pane.h"
#include "ent-export.h"
#include "ent-filter-bar.h"
#include "ent-link-table.h"
#include "ent-progress-strip.h"
#include "ent-opening.h"
#include "ent-search-bar.h"
#include "ent-toast-overlay.h"
#include "ent-window.h"

G_BEGIN_DECLS

/* What is to be done once unsaved changes are saved or given up. */
typedef enum { ENT_NEXT_NOTHING, ENT_NEXT_READ, ENT_NEXT_CLOSE } EntNext;

/* Articles that are being added to the map. */
typedef struct _EntAdding EntAdding;

struct _EntWindow {
  AdwApplicationWindow  parent_instance;

  gboolean              narrow;          /* some buttons give way */
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
  int                   covered_px;      /* of the map's height, by legend and zoom controls */
  GtkWidget            *zoom_controls;
  GtkWidget            *filtered_notice;
  GtkWidget            *several_notice;
  GtkLabel             *several_label;
  GtkWidget            *focus_notice;
  GtkLabel             *focus_label;
  GMenu                *main_menu;
  GMenu                *open_menu;

  EntSession           *session;
  EntModelStore        *model_store;
  GSettings            *settings;        /* NULL where the program is run without being installed */

  /* recent files: ent-window-recent.c */
  GMenu                *recent_menu;     /* a section of the menu to open */
  guint                 recent_source;   /* 0 once it is filled */
  GtkWidget            *recent_group;    /* on the start page */
  GtkListBox           *recent_list;

  /* ways: ent-window-ways.c */
  EntActor             *connect_from;    /* the other end of the path is being chosen; NULL otherwise */
  AdwToast             *connect_toast;
  GMenu                *undo_menu;       /* a section of the main menu: ent-window-edits.c */
  AdwToast             *undo_toast;      /* offers to undo the last step; NULL: none does */

  /* opening: ent-window-opening.c */
  EntOpening           *opening;         /* the current job; results of any other are dropped */
  GCancellable         *cancellable;
  gint64                opening_since_us;
  gboolean              opening_sample;
  char                 *opening_actor;   /* the id of who is to be selected then; NULL: nobody */
  EntAdding            *adding;          /* the job is to add articles: ent-window-adding.c; NULL: it is not */
  gboolean              spare;
  const EntFetchRules  *fetch_rules;     /* NULL but in tests: ent-window-web.c */

  /* files: ent-window-files.c */
  EntNext               next;
  EntOpening           *next_opening;
  GtkWindow            *leave_dialog;    /* weak: asks about unsaved changes; NULL: nobody does */
  gboolean              saving;
  GFile                *save_next;       /* where to save once the save that is under way has ended; NULL: nowhere */
  GFile                *exported;        /* the last one: for "Show in Folder", and where the next one goes */

  /* printing: ent-window-print.c */
  GtkPrintSettings     *print_settings;  /* of the last time; NULL before */

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

/* ent-window-opening.c. ent_window_choose_file(): opens it here, or brings forward the window where it is open. */
void ent_window_choose_file    (EntWindow *self, GFile *file);
void ent_window_read           (EntWindow *self, EntOpening *opening);
void ent_window_cancel_opening (EntWindow *self);
/* What the progress strip shows; nullable. */
void ent_window_show_opening   (EntWindow *self, EntOpening *opening);
/* Why something could not be read, as it is said. (transfer full) */
char *ent_window_dup_reason    (const GError *error);

/* ent-window-articles.c */
void ent_window_init_articles  (EntWindow *self);
/* Opens what was dropped or pasted, or asks whether it is to go onto the map. files: of GFile. */
void ent_window_offer_files    (EntWindow *self, GSList *files);
void ent_window_offer_text     (EntWindow *self, const char *text);

/* ent-window-adding.c: all need a map. */
/* Reads articles and adds them to the map as one step. files: of GFile. */
void ent_window_add_files      (EntWindow *self, GListModel *files);
void ent_window_add_text       (EntWindow *self, const char *text);
/* Whoever calls it has asked the person. */
void ent_window_add_web_page   (EntWindow *self, GUri *address);
/* Reads an article of the map once more. */
void ent_window_read_again     (EntWindow *self, EntSource *source);
/* Says what was done, and that it can be undone. */
void ent_window_say_undoable   (EntWindow *self, const char *text);
/* What was to be added is forgotten. */
void ent_window_stop_adding    (EntWindow *self);

/* ent-window-web.c */
void ent_window_init_web       (EntWindow *self);
/* Asks whether a page is to be fetched, and fetches it when the answer is yes. address: what the dialog begins with. */
void ent_window_offer_web_page (EntWindow *self, const char *address);
/* The same where a file is the address of a web page; FALSE where it is a file. */
gboolean ent_window_offer_if_web (EntWindow *self, GFile *file);

/* ent-window-print.c */
void ent_window_init_print     (EntWindow *self);

/* ent-window-recent.c */
void ent_window_init_recent    (EntWindow *self);
/* To be called of what was opened or saved. */
void ent_window_remember_file  (EntWindow *self, GFile *file);

/* ent-window-passages.c */
void       ent_window_init_passages (EntWindow *self);

/* ent-window-edits.c */
void       ent_window_init_edits   (EntWindow *self);
/* A toast. text: not markup */
void       ent_window_say          (EntWindow *self, const char *text);
/* A dialog with a form in it. response: what is done when it is filled in. */
AdwMessageDialog *ent_window_ask   (EntWindow *self, const char *heading, const char *body, GtkWidget *form, const char *response);
/* As if that button had been pressed. */
void       ent_window_respond      (AdwMessageDialog *dialog);
/* What is being typed becomes an edit. */
void       ent_window_apply_typing (EntWindow *self);
/* The text that the keys go to; NULL where they go elsewhere. */
GtkWidget *ent_window_find_text    (EntWindow *self);

/* ent-window-title.c: what the map is called. */
void ent_window_init_title     (EntWindow *self);

/* ent-window-copy.c: what goes onto the clipboard. */
void ent_window_init_copy      (EntWindow *self);
/* How the map is drawn for other programs. */
EntExportOptions ent_window_get_picture_options (EntWindow *self);

/* ent-window-drag.c: the map as what is dragged. */
void     ent_window_init_drag      (EntWindow *self);
/* Whether what hovers here is the picture of a map of this program. */
gboolean ent_window_is_own_picture (GdkDrop *drop);

/* ent-window-choosing.c */
/* "Ukraine’s NATO bid.png" from the name of the map's file or its title. Needs a map. (transfer full) */
char *ent_window_dup_suggested_name (EntWindow *self, const char *suffix);
/* For files to be read: articles, and maps where they will do. It is modal, and shown by the caller. (transfer full) */
GtkFileChooserNative *ent_window_new_chooser (EntWindow *self, const char *title, gboolean maps);
/* For a file to be written, called after the map. accept_label: NULL for that of saving; kind: what the files are; beside: a file in the
 * folder to begin in, NULL for that of the map. It is modal, and shown by the caller. (transfer full) */
GtkFileChooserNative *ent_window_new_save_chooser (EntWindow *self, const char *title, const char *accept_label, const char *kind,
                                                   const char *suffix, GFile *beside);
/* What was typed without a suffix gets the one of the format; the dialog has then not asked about a file of that name, so an existing
 * one is not touched: NULL with an error that says so. (transfer full) */
GFile *ent_window_dup_with_suffix (GFile *file, const char *suffix, GError **error);

/* ent-window-export.c */
void ent_window_init_export    (EntWindow *self);

/* ent-window-files.c */
void ent_window_init_files     (EntWindow *self);
void ent_window_show_error     (EntWindow *self, const char *heading, const char *body);
/* That a file could not be written, and why. */
void ent_window_show_write_error (EntWindow *self, GFile *file, const GError *error);
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
