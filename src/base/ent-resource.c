/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-resource.h"

GBytes *
ent_resource_lookup (GResource *(*get_resource) (void), const char *path)
{
  /* Starts the registering; what it returns may be NULL while another thread is at it. The look-up among all resources waits
   * for that thread. */
  get_resource ();
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
