/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-late.h"

G_MODULE_EXPORT extern const EntLateWeb ent_late_table;

const EntLateWeb ent_late_table = { ent_fetch };
