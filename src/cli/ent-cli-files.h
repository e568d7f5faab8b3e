/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article.h"
#include "ent-map.h"

G_BEGIN_DECLS

/* An article by its name on the command line; "-" is standard input. (transfer full), NULL with @error set, which names it. */
EntArticle *ent_cli_load_article (const char *name, GError **error);

/* Whether a file is a map rather than an article: by its suffix .entente, or by beginning as JSON does. FALSE where it cannot be read. */
gboolean    ent_cli_is_map       (const char *name);

G_END_DECLS
