/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-application.h"
#include "ent-ending.h"
#include "ent-frame-memory.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (EntApplication) application = NULL;

  setlocale (LC_ALL, "");
  gtk_disable_setlocale ();   /* it would do that once more when a thread reads an article already, which may need the locale */
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  ent_frame_memory_keep ();
  application = ent_application_new ();
  ent_ending_watch (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
