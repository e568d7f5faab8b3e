/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * EntFieldRow:
 * A line of text that somebody may write over. What is typed counts when the row is left, on Enter, or at the press of its button;
 * Escape gives it up.
 *
 * Signal "applied": what stands there is to be taken; ent_field_row_show() is to follow.
 */
#define ENT_TYPE_FIELD_ROW (ent_field_row_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldRow, ent_field_row, ENT, FIELD_ROW, AdwEntryRow)

/* What the row is about. What is being typed stays as long as that is the same as before. */
void     ent_field_row_show       (EntFieldRow *self, const char *text);
/* Forgets what is being typed. */
void     ent_field_row_reset      (EntFieldRow *self);
gboolean ent_field_row_is_changed (EntFieldRow *self);
/* Takes what was typed, if anything. */
void     ent_field_row_apply      (EntFieldRow *self);
/* What was applied is not taken: text stays, to be mended. */
void     ent_field_row_refuse     (EntFieldRow *self, const char *text);

G_END_DECLS
