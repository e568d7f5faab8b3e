/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-map.h"

G_BEGIN_DECLS

/**
 * EntRecovery:
 * One map with unsaved changes, kept on disk for the case that the program ends before it is saved. An entry belongs to the process
 * that made or claimed it, until that drops its last reference or ends, however that happens; then the next one may claim it.
 * Functions that touch the disk block; an entry is used by one thread at a time.
 */
typedef struct _EntRecovery EntRecovery;

/* Where entries lie: below the user's state folder. (transfer full) */
char        *ent_recovery_dup_folder (void);

/**
 * ent_recovery_new:
 * @folder: made where it is not there
 * @origin: (nullable): the file that the map was opened from or last saved to
 * @stamp: (nullable): what stood in it (ent_map_load_stamped())
 * @title: what the map is called, for whoever asks about it later
 * Returns: (transfer full): an entry without a map yet, which therefore is not claimed by anyone; NULL with G_FILE_ERROR set
 */
EntRecovery *ent_recovery_new        (const char *folder, GFile *origin, const char *stamp, const char *title, GError **error);
/* Claims what earlier processes left in the folder, newest first. (transfer full) (element-type EntRecovery); empty where there is
 * nothing. What cannot be read is left where it is. */
GPtrArray   *ent_recovery_claim_all  (const char *folder);
EntRecovery *ent_recovery_ref        (EntRecovery *self);
/* The last reference gives the entry free; its files stay. */
void         ent_recovery_unref      (EntRecovery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRecovery, ent_recovery_unref)

GFile       *ent_recovery_get_file   (EntRecovery *self);   /* of the map: an ordinary .entente file */
GFile       *ent_recovery_get_origin (EntRecovery *self);   /* nullable */
const char  *ent_recovery_get_stamp  (EntRecovery *self);   /* nullable */
const char  *ent_recovery_get_title  (EntRecovery *self);
/* When the map was written last; (transfer full), NULL where it was not. */
GDateTime   *ent_recovery_dup_time   (EntRecovery *self);

/* Replaces the entry's map, whole or not at all. */
gboolean     ent_recovery_write      (EntRecovery *self, EntMap *map, GError **error);
/* Takes the entry off the disk. */
void         ent_recovery_remove     (EntRecovery *self);

G_END_DECLS
