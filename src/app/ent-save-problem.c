/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-save-problem.h"

#include "ent-map-file.h"
#include "ent-words.h"

#include <glib/gi18n.h>

static void
fill_changed (AdwMessageDialog *dialog, const char *name)
{
  /* Translators: the name of a file */
  adw_message_dialog_format_heading (dialog, _("“%s” Was Changed by Another Program"), name);
  adw_message_dialog_set_body (dialog, _("If you replace the file, what was changed in it since you opened it is lost. "
                                         "Saving under another name keeps both."));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "replace", _("_Replace"), "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
}

static void
fill_failed (AdwMessageDialog *dialog, const char *name, const GError *error)
{
  /* Translators: the name of a file */
  adw_message_dialog_format_heading (dialog, _("“%s” Could Not Be Saved"), name);
  /* Translators: what the system says went wrong */
  adw_message_dialog_format_body (dialog, _("%s\n\nThe map is still open with all its changes. You can save it in another place."), error->message);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "again", _("_Try Again"), "save-as", _("Save _As…"), NULL);
}

GtkWidget *
ent_save_problem_new (GtkWindow *parent, GFile *file, const GError *error)
{
  g_return_val_if_fail (G_IS_FILE (file) && error != NULL, NULL);

  GtkWidget *widget = adw_message_dialog_new (parent, NULL, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  g_autofree char *name = ent_words_dup_file_name (file);

  if (g_error_matches (error, ENT_MAP_ERROR, ENT_MAP_ERROR_CHANGED))
    fill_changed (dialog, name);
  else
    fill_failed (dialog, name, error);
  adw_message_dialog_set_response_appearance (dialog, "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "cancel");
  return widget;
}
