/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-progress-strip.h"

#include "ent-children.h"

#include <glib/gi18n.h>

#define DELAY_MS 200

struct _EntProgressStrip {
  GtkWidget       parent_instance;
  GtkRevealer    *revealer;
  GtkLabel       *label;
  GtkProgressBar *progress_bar;
  EntOpening     *opening;
  guint           delay;
};

enum { CANCELLED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntProgressStrip, ent_progress_strip, GTK_TYPE_WIDGET)

static void
progress_cb (EntProgressStrip *self)
{
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;
  double fraction;

  g_object_get (self->opening, "message", &message, "fraction", &fraction, NULL);
  /* Translators: what is being done, and to what: "Reading the sentences — nato-bid.txt" */
  text = g_strdup_printf (_("%s — %s"), message, ent_opening_get_name (self->opening));
  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static gboolean
delay_cb (gpointer data)
{
  EntProgressStrip *self = data;

  self->delay = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

void
ent_progress_strip_set_opening (EntProgressStrip *self, EntOpening *opening)
{
  g_return_if_fail (ENT_IS_PROGRESS_STRIP (self));

  g_clear_handle_id (&self->delay, g_source_remove);
  if (self->opening)
    g_signal_handlers_disconnect_by_data (self->opening, self);
  g_set_object (&self->opening, opening);
  if (opening == NULL) {
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
    return;
  }
  g_signal_connect_swapped (opening, "notify", G_CALLBACK (progress_cb), self);
  progress_cb (self);
  self->delay = g_timeout_add (DELAY_MS, delay_cb, self);
}

static void
cancel_cb (EntProgressStrip *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
ent_progress_strip_dispose (GObject *object)
{
  EntProgressStrip *self = ENT_PROGRESS_STRIP (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  if (self->opening)
    g_signal_handlers_disconnect_by_data (self->opening, self);
  g_clear_object (&self->opening);
  ent_children_dispose (GTK_WIDGET (object), ENT_TYPE_PROGRESS_STRIP);
  G_OBJECT_CLASS (ent_progress_strip_parent_class)->dispose (object);
}

static void
ent_progress_strip_class_init (EntProgressStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_progress_strip_dispose;
  signals[CANCELLED] = g_signal_new ("cancelled", ENT_TYPE_PROGRESS_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-progress-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, EntProgressStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, EntProgressStrip, label);
  gtk_widget_class_bind_template_child (widget_class, EntProgressStrip, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "progressstrip");
}

static void
ent_progress_strip_init (EntProgressStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
