/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>

/* A person before the screen: sees its pixels, moves the pointer, presses keys, and hears what the program tells a screen
 * reader. Needs an X display and a session bus of its own (tests/in-session). A driver's failures end the test. */
typedef struct _Driver Driver;

Driver *driver_new  (void);
void    driver_free (Driver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Driver, driver_free)

/* Starts a program; its window is waited for with driver_wait_for(). */
void driver_start (Driver *self, const char *const *argv);
/* Waits until the program has ended by itself and asserts that it did so with status 0. */
void driver_wait_for_end (Driver *self);

/* Pixels of the screen; what lies off it is clamped. */
typedef struct { int x, y, width, height; } Box;
void driver_move    (Driver *self, int x, int y);
void driver_click   (Driver *self, int x, int y);
void driver_drag    (Driver *self, int x, int y, int to_x, int to_y);
/* "Return", "Escape", "ctrl+s", "ctrl+shift+s", … */
void driver_press   (Driver *self, const char *keys);
void driver_type    (Driver *self, const char *ascii);
/* Gives the keyboard to the window on top, as a window manager would. */
void driver_focus_top_window (Driver *self);
/* Presses keys, waits until another window is on top, and gives it the keyboard. Asks the X server alone: GTK 4.8 ends a program that is
 * asked through AT-SPI about a window that is just coming. */
void driver_press_for_window (Driver *self, const char *keys);

/* The screen as it is now, 0xRRGGBB, row by row; (transfer full). */
typedef struct { int width, height; guint32 *pixels; } Picture;
Picture *driver_look (Driver *self);
void     picture_free (Picture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)
void     picture_save (const Picture *picture, const char *path);
/* Whether each channel of two colours is within a few steps of the other. */
gboolean picture_is   (const Picture *picture, int x, int y, guint32 rgb, int tolerance);

/* Says whether what was waited for is there. */
typedef gboolean (*DriverCondition) (Driver *self, gpointer data);
/* Looks ten times a second, for so many seconds; whether it is there. Fails where the program has ended. */
gboolean driver_watch_for (Driver *self, const char *what, DriverCondition condition, gpointer data, guint timeout_s);
/* The same, but the test fails where it is not, naming @what. */
void driver_wait_for (Driver *self, const char *what, DriverCondition condition, gpointer data, guint timeout_s);

/* What is shown and has a name or a text, a line each, in the order of the tree; (transfer full). */
char    *driver_read    (Driver *self);
/* The same, and what explains it, such as tooltips. */
char    *driver_read_all (Driver *self);
/* Where the first shown element with this role ("button", "label", …; NULL: any) and a name or text that begins so lies
 * on the screen; FALSE when there is none. */
gboolean driver_find    (Driver *self, const char *role, const char *name, Box *box);
/* Types a path into a dialog for files that is about to open, goes on, and waits for the file. */
void     driver_save_as (Driver *self, const char *path);
