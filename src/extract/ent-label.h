/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-relation-finder.h"

G_BEGIN_DECLS

/* What a link is labelled with, in the article's own words, at most about 24 characters: "opposes", "sees as threat",
 * "pro-Russian", "opposition to". (transfer full) */
char *ent_label_new (const EntReading *reading, const EntClaim *claim);

G_END_DECLS
