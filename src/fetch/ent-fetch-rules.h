/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-checked-host.h"
#include "ent-fetch.h"

G_BEGIN_DECLS

/* What ent_fetch() goes by. Tests fetch from a server of their own on this computer and have less time than people: they give rules of
 * their own. Nothing that a person can set leads here. */
struct _EntFetchRules {
  EntAddressCheck  check;           /* which addresses may be connected to */
  GTlsDatabase    *authorities;     /* who is believed about certificates; NULL: whom the system believes */
  guint            time_ms;
  gsize            max_bytes;
  guint            max_redirects;
};

G_END_DECLS
