/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-terms.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a text calls an entry of the gazetteer. */
typedef enum {
  ENT_GAZETTEER_NAME,      /* "Russia", "Russian Federation", "NATO" */
  ENT_GAZETTEER_CAPITAL,   /* "Moscow": the government, or just the city */
  ENT_GAZETTEER_SEAT,      /* "Kremlin" */
  ENT_GAZETTEER_WORD,      /* "Russian", "Russians" */
} EntGazetteerForm;

typedef struct {
  guint             entry;
  EntGazetteerForm  form;
} EntGazetteerMatch;

/**
 * EntGazetteer:
 * The countries, organisations and regions of data/gazetteer/, found by name in O(1). Immutable.
 */
typedef struct _EntGazetteer EntGazetteer;

/* Reads the tables that are compiled in. */
EntGazetteer      *ent_gazetteer_new           (GError **error);
void               ent_gazetteer_free          (EntGazetteer *self);
guint              ent_gazetteer_n_entries     (const EntGazetteer *self);
const char        *ent_gazetteer_get_name      (const EntGazetteer *self, guint entry);
EntKind            ent_gazetteer_get_kind      (const EntGazetteer *self, guint entry);
/* Nouns that may stand for the entry ("alliance"); never NULL. */
const char *const *ent_gazetteer_get_nominals  (const EntGazetteer *self, guint entry);
/* Looks a name up as it stands in a text (n_bytes of it): capitals count; full stops, kinds of apostrophe and runs of spaces do not. */
gboolean           ent_gazetteer_find          (const EntGazetteer *self, const char *text, gssize n_bytes, EntGazetteerMatch *match);
/* How many words the longest name has. */
guint              ent_gazetteer_max_words     (const EntGazetteer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntGazetteer, ent_gazetteer_free)

G_END_DECLS
