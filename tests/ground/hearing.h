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
/* Goes over what all programs show, parents first, until @visit says TRUE; whether it did. */
gboolean hearing_walk         (HearingVisit visit, gpointer data);
/* What an element calls itself, or its text. (transfer full), empty when it has neither. */
char    *hearing_dup_words    (AtspiAccessible *element);
gboolean hearing_has_state    (AtspiAccessible *element, AtspiStateType state);
/* As it would be said: "list item: Ukraine; Country · 5 links; selected". (transfer full) */
char    *hearing_dup_announcement (AtspiAccessible *element);
/* The announcement of what has the keyboard; empty where nothing has. (transfer full) */
char    *hearing_dup_focus    (void);
