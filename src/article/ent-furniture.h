/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"

G_BEGIN_DECLS

/**
 * ent_furniture_mark:
 * Gives the blocks that are page furniture that kind: by the patterns of data/article/furniture.txt, and by standing behind
 * the article's end as a run of short lines on other matters.
 * @blocks: all of an article's blocks, in order
 */
void ent_furniture_mark (GPtrArray *blocks);

G_END_DECLS
