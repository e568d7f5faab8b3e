/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-predication.h"

G_BEGIN_DECLS

/* Sets how a predication is meant, its arguments and anchor being known: denied, refused, possible or reported, and by whom. */
void ent_modality_read (EntPredication *predication, const EntReading *reading, const EntWordLists *lists);

G_END_DECLS
