/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article.h"

G_BEGIN_DECLS

/* What an article in a language that is none of the table's is said to be in; ISO 639 for "undetermined". */
#define ENT_LANGUAGE_UNKNOWN "und"

/**
 * ent_language_find_other:
 * The language of an article that is plainly not in English. What is English, too short to say, or a mere list of names has
 * none, and of a mixed text the greater part decides; page furniture does not count. O(bytes).
 * Returns: (nullable): its ISO 639 code (static), or ENT_LANGUAGE_UNKNOWN
 */
const char *ent_language_find_other (EntArticle *article);

/* What a language of that code is called, translated (static); NULL for a code that is none of the table's. */
const char *ent_language_get_name   (const char *code);

/* TRUE where an article may be read as English; else FALSE with ENT_ARTICLE_ERROR_LANGUAGE set, whose message names the
 * article's file or title, and its language where that is known. */
gboolean    ent_language_check      (EntArticle *article, GError **error);

G_END_DECLS
