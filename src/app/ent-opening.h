/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-fetch.h"
#include "ent-map.h"
#include "ent-model-store.h"

G_BEGIN_DECLS

/**
 * EntOpening:
 * One job: from a file, a text or a web page to a map with places, in a worker. An article is read with the language model; an .entente
 * file is loaded; a web page is fetched first, once, also where the job is done again. The worker sees nothing of the window: it is given copies, and the map is handed over when it is done.
 *
 * Properties, changed on the main thread only, with notify: "fraction" (0–1), "message" (what is being done, translated).
 */
#define ENT_TYPE_OPENING (ent_opening_get_type ())
G_DECLARE_FINAL_TYPE (EntOpening, ent_opening, ENT, OPENING, GObject)

/* file: an article (.txt, .md, .markdown) or a map (.entente). */
EntOpening *ent_opening_new_for_file  (EntModelStore *store, GFile *file);
/* bytes: an article; name: what it is called in messages; uri: nullable. */
EntOpening *ent_opening_new_for_bytes (EntModelStore *store, GBytes *bytes, const char *name, const char *uri);
/* The article that comes with the program. */
EntOpening *ent_opening_new_for_sample (EntModelStore *store);
/* A web page, which is fetched when the job runs: whoever makes it has asked the person. rules: NULL but in tests, and outlives it. */
EntOpening *ent_opening_new_for_web_page (EntModelStore *store, GUri *address, const EntFetchRules *rules);
/* An article that is on a map already, to be read again as it stands there. */
EntOpening *ent_opening_new_for_source (EntModelStore *store, EntSource *source);
/* Before it is run: what is read is to go onto another map. Its actors get no places, and a map file is refused. */
void        ent_opening_set_reading_only (EntOpening *self);
/* What is read, as it is called on the screen. */
const char *ent_opening_get_name      (EntOpening *self);
/* NULL where it is a text or a web page. */
GFile      *ent_opening_get_file      (EntOpening *self);
/* The .entente file that is loaded, NULL where an article is read. */
GFile      *ent_opening_get_map_file  (EntOpening *self);
/* Of that file, once it is loaded (ent_map_load_stamped()); NULL before and for an article. */
const char *ent_opening_get_stamp     (EntOpening *self);
/* Begins the work in a thread of its own, before anyone waits for it: the window may not be there yet. A run takes it up. An opening
 * that goes without one ends the work and waits for that. */
void        ent_opening_begin         (EntOpening *self);
/* To be called once. After a cancel the callback comes at once, whatever the worker is still at. */
void        ent_opening_run_async     (EntOpening *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* (transfer full): the map, every actor placed but where it is a reading only; or NULL with @error set. */
EntMap     *ent_opening_run_finish    (EntOpening *self, GAsyncResult *result, GError **error);
/* Before the program ends: cancels every run and waits until their workers have ended, which takes some milliseconds; the libraries
 * that they compute with are taken down under them else. Returns whether all have: a file system that answers no more is waited for
 * three seconds. No callback runs before the main loop does again. */
gboolean    ent_opening_end_all       (void);

G_END_DECLS
