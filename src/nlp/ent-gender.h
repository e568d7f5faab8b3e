/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-coref.h"

G_BEGIN_DECLS

/* Private to src/nlp. */

/* Which of "he" and "she" may mean somebody. */
typedef enum { ENT_GENDER_UNKNOWN, ENT_GENDER_MALE, ENT_GENDER_FEMALE } EntGender;

EntGender *ent_gender_find (const EntWord *words, const EntCorefMention *mentions, guint n_mentions);

G_END_DECLS
