/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>

/* What programs tell a screen reader. */

/* Not every release of libatspi has an autoptr for its types. */
void hearing_unref (gpointer variable);
#define auto_unref __attribute__ ((cleanup (hearing_unref)))

/* Asked about an element that is shown in the window @frame; TRUE ends the walk. */
typedef gboolean (*HearingVisit) (AtspiAccessible *element, AtspiAccessible *frame, gpointer data);
/* Goes over what all programs show, parents first, until @visit says TRUE; whether it did. hidden: and over what they have ready. */
gboolean hearing_walk         (gboolean hidden, HearingVisit visit, gpointer data);
/* What an element calls itself, or its text. (transfer full), empty when it has neither. */
char    *hearing_dup_words    (AtspiAccessible *element);
gboolean hearing_has_state    (AtspiAccessible *element, AtspiStateType state);
/* The name of its role. A button is one in any version: at-spi calls it "push button" up to 2.52, and GTK tells those that stay pressed
 * apart from 4.10 on. (transfer full) */
char    *hearing_dup_role         (AtspiAccessible *element);
/* As it would be said: "list item: Ukraine; Country · 5 links; selected". (transfer full) */
char    *hearing_dup_announcement (AtspiAccessible *element);

/* Listens to what is announced by itself: where the keyboard goes, and what becomes selected. */
typedef struct _Hearing Hearing;
Hearing    *hearing_new          (void);
void        hearing_free         (Hearing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hearing, hearing_free)
/* The announcement of what got the keyboard last, NULL where nothing has yet; of all that became selected, each after a line feed. (borrowed) */
const char *hearing_get_focus    (Hearing *self);
const char *hearing_get_selected (Hearing *self);
/* How often something got the keyboard. */
guint       hearing_count_focus  (Hearing *self);
