/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two folders, given by the build. The installed one comes first: a source tree that is still there must not change what an
 * installed program does. */
#include "ent-install.h"

static char *
dup_existing (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

char *
ent_install_dup_data_path (const char *name)
{
  char *path;

  g_return_val_if_fail (name != NULL, NULL);
  path = dup_existing (ENT_PKGDATA_DIR, name);
  return path != NULL ? path : dup_existing (ENT_SOURCE_DATA_DIR, name);
}

char *
ent_install_dup_model_path (const char *chosen)
{
  char *path;

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);
  path = dup_existing (ENT_PKGDATA_DIR, "entente.model");
  if (path == NULL)
    path = dup_existing (ENT_SOURCE_DATA_DIR, "model" G_DIR_SEPARATOR_S "entente.model");
  return path != NULL ? path : g_build_filename (ENT_PKGDATA_DIR, "entente.model", NULL);
}
