/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "ent-window-private.h"

G_BEGIN_DECLS

/* A window that shows the small map, which is somebody's work: nothing else is opened in its place without asking. */
typedef struct {
  EntWindow  *window;
  EntSession *session;
  EntMap     *map;
  char       *before;   /* the map as it was when it was opened */
} WindowFixture;

/* For g_test_add (); data: the application. */
void     window_fixture_set_up     (WindowFixture *f, gconstpointer application);
/* Fails where anything keeps the window or what is in it. */
void     window_fixture_tear_down  (WindowFixture *f, gconstpointer application);
/* Does what an action of the window does; target: NULL for none. */
void     window_fixture_activate   (WindowFixture *f, const char *action, const char *target);
gboolean window_fixture_is_enabled (WindowFixture *f, const char *action);
/* Asserts that the map is the one that was opened, to the byte. */
void     window_fixture_assert_as_before (WindowFixture *f);
/* Whether a window reads nothing. */
gboolean window_fixture_is_idle    (gpointer window);
/* Waits until it does. */
void     window_fixture_wait_for_reading (EntWindow *window);

G_END_DECLS
