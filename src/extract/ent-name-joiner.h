/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-cast.h"

G_BEGIN_DECLS

/* Makes one actor of those whose names are forms of one name: "Putin" and "Vladimir Putin", "Union of X (UX)" and "UX",
 * "Supreme Court" and "Italian Supreme Court". A surname that two persons share stays apart. */
void ent_name_joiner_join (EntCast *cast, const EntReading *reading, const EntGazetteer *gazetteer);

G_END_DECLS
