/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-recovery.h"
#include "ent-session.h"

G_BEGIN_DECLS

/* How long after a change it is written: what a crash may cost is that and the time that writing takes, 5 s at most. */
#define ENT_AUTOSAVE_DELAY_MS 2000
#define ENT_AUTOSAVE_FLUSH_MS 10000

/**
 * EntAutosave:
 * Keeps a session's unsaved changes in an EntRecovery, which is written in a worker and goes when the session has none any more.
 * Where the process ends before, the entry stays.
 *
 * Signals: "recorded" (guint serial): what the session was at that serial is on disk. "failed" (const char *message): it could not
 * be written; it is tried again.
 */
#define ENT_TYPE_AUTOSAVE (ent_autosave_get_type ())
G_DECLARE_FINAL_TYPE (EntAutosave, ent_autosave, ENT, AUTOSAVE, GObject)

/* folder: of the entries (ent_recovery_dup_folder()). */
EntAutosave *ent_autosave_new   (EntSession *session, const char *folder, guint delay_ms);
/* The session has just taken up the entry's map, unsaved: the entry is its from now on. */
void         ent_autosave_adopt (EntAutosave *self, EntRecovery *entry);
/* Puts on disk what is not there yet and waits for that, up to ENT_AUTOSAVE_FLUSH_MS: for when the program has to end. Lets the main
 * loop run meanwhile. Whether it succeeded is told by the signals. */
void         ent_autosave_flush (EntAutosave *self);

G_END_DECLS
