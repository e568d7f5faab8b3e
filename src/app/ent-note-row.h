/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntNoteRow:
 * A note of any number of lines. What is typed counts when the row is left or on Ctrl+Enter; Escape gives it up.
 *
 * Signal "applied": what stands there is to be taken; ent_note_row_show() is to follow.
 */
#define ENT_TYPE_NOTE_ROW (ent_note_row_get_type ())
G_DECLARE_FINAL_TYPE (EntNoteRow, ent_note_row, ENT, NOTE_ROW, AdwPreferencesRow)

/* The same as for EntFieldRow. */
void     ent_note_row_show       (EntNoteRow *self, const char *text);
char    *ent_note_row_dup_text   (EntNoteRow *self);
gboolean ent_note_row_is_changed (EntNoteRow *self);
void     ent_note_row_apply      (EntNoteRow *self);
/* Forgets what is being typed. */
void     ent_note_row_reset      (EntNoteRow *self);
/* What was applied is not taken: it stays to be mended, over what is known. */
void     ent_note_row_refuse     (EntNoteRow *self, const char *known);

G_END_DECLS
