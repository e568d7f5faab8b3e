/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-fetch.h"

void
ent_fetched_free (EntFetched *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self->content_type);
  g_free (self->uri);
  g_free (self);
}
