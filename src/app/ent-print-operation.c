/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages use the whole paper and have margins of their own: what they measure does not depend on the printer. */
#include "ent-print-operation.h"

#include "ent-print-pages.h"

#include <glib/gi18n.h>

typedef struct {
  EntPrintPages *pages;
  GSettings     *settings;   /* nullable */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  ent_print_pages_free (self->pages);
  g_clear_object (&self->settings);
  g_free (self);
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_autoptr (GtkPageSetup) upright = gtk_page_setup_copy (gtk_print_context_get_page_setup (context));

  gtk_page_setup_set_orientation (upright, GTK_PAGE_ORIENTATION_PORTRAIT);
  ent_print_pages_set_legend (job->pages, job->settings == NULL || g_settings_get_boolean (job->settings, "export-legend"));
  if (job->settings && g_settings_get_boolean (job->settings, "print-quotes"))
    ent_print_pages_add_quotes (job->pages, gtk_page_setup_get_paper_width (upright, GTK_UNIT_POINTS), gtk_page_setup_get_paper_height (upright, GTK_UNIT_POINTS));
  gtk_print_operation_set_n_pages (operation, ent_print_pages_count (job->pages));
}

static void
turn_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup)
{
  if (page > 0)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  ent_print_pages_draw (job->pages, page, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

static GtkWidget *
create_options_cb (GtkPrintOperation *operation, Job *job)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *legend = gtk_check_button_new_with_mnemonic (_("_Legend")), *quotes = gtk_check_button_new_with_mnemonic (_("_Quotes on pages that follow the map"));

  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_box_append (GTK_BOX (box), legend);
  gtk_box_append (GTK_BOX (box), quotes);
  g_settings_bind (job->settings, "export-legend", legend, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (job->settings, "print-quotes", quotes, "active", G_SETTINGS_BIND_DEFAULT);
  return box;
}

GtkPrintOperation *
ent_print_operation_new (EntSession *session, GSettings *settings)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && ent_session_get_map (session) != NULL, NULL);

  GtkPrintOperation *operation = gtk_print_operation_new ();
  EntMap *map = ent_session_get_map (session);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Job *job = g_new0 (Job, 1);

  job->pages = ent_print_pages_new (ent_map_look_new_scene (ent_session_get_look (session), map, ent_session_get_filter (session), NULL));
  g_set_object (&job->settings, settings);
  gtk_page_setup_set_orientation (setup, ent_print_pages_is_wide (job->pages) ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, ent_map_get_title (map));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), job);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (turn_page_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), job);
  if (settings) {
    gtk_print_operation_set_custom_tab_label (operation, _("Map"));
    g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_options_cb), job);
  }
  return operation;
}
