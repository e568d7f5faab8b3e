/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-explanation.h"

G_BEGIN_DECLS

/* What led to the map in one sentence (counted from 0), as text whose form "entente-map explain --help" describes. (transfer full) */
char *ent_cli_explanation_dup_text (const EntExplanation *explanation, guint sentence);

G_END_DECLS
