/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-reading.h"
#include "ent-word-lists.h"

G_BEGIN_DECLS

/**
 * ent_speech_find:
 * Finds the quotations of a text and who says them, and writes that into the reading's speakers. A quotation's speaker is the
 * subject of the verb that it hangs on, else of a verb of saying in its sentence, else who was said to say the quotation before
 * it in the paragraph, else the subject of the sentence before. A quotation whose mark is not closed ends with its paragraph,
 * and one that opens the next paragraph goes on with its speaker. O(words).
 */
void     ent_speech_find        (EntReading *reading, const EntWordLists *lists);
/* The word of who says what a word is part of, in quotation marks or below a verb of saying; -1 for the writer. */
gint     ent_speech_get_speaker (const EntReading *reading, const EntWordLists *lists, guint word);
/* Whether an argument is a source: "according to [Chad]". */
gboolean ent_speech_is_source   (const EntReading *reading, gint word);
/* The source that a word is part of ("according to officials in [Chad]"); -1 for none. */
gint     ent_speech_find_source (const EntReading *reading, guint word);

G_END_DECLS
