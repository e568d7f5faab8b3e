/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The loader looks where the program's run path points, beside which nothing needs to be known of where the program is installed. It
 * keeps count of what is loaded and locks by itself. */
#include "ent-late.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

gconstpointer
ent_late_find (EntLatePart part, GError **error)
{
  static const char *const files[] = { "entente-documents.so", "entente-graph.so", "entente-web.so" };
  void *module = dlopen (files[part], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  gconstpointer table = module != NULL ? dlsym (module, ENT_LATE_TABLE) : NULL;

  if (table == NULL)
    /* Translators: what the system says of a file of the program's own */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("A part of Entente is missing: %s"), dlerror ());
  return table;
}
