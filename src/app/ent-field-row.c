/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-field-row.h"

struct _EntFieldRow {
  AdwEntryRow  parent_instance;
  char        *shown;
};

enum { APPLIED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFieldRow, ent_field_row, ADW_TYPE_ENTRY_ROW)

static const char *
get_text (EntFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

/* The button that applies comes with the first letter typed and must not come for what is only shown. */
static void
set_text (EntFieldRow *self, const char *text)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
}

gboolean
ent_field_row_is_changed (EntFieldRow *self)
{
  g_return_val_if_fail (ENT_IS_FIELD_ROW (self), FALSE);
  return !g_str_equal (get_text (self), self->shown);
}

void
ent_field_row_show (EntFieldRow *self, const char *text)
{
  g_return_if_fail (ENT_IS_FIELD_ROW (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->shown, text))
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  set_text (self, text);
}

void
ent_field_row_reset (EntFieldRow *self)
{
  g_return_if_fail (ENT_IS_FIELD_ROW (self));
  set_text (self, self->shown);
}

void
ent_field_row_refuse (EntFieldRow *self, const char *text)
{
  g_return_if_fail (ENT_IS_FIELD_ROW (self));
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

void
ent_field_row_apply (EntFieldRow *self)
{
  g_return_if_fail (ENT_IS_FIELD_ROW (self));
  if (ent_field_row_is_changed (self))
    g_signal_emit (self, signals[APPLIED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntFieldRow *self = ENT_FIELD_ROW (widget);

  if (!ent_field_row_is_changed (self))
    return FALSE;
  ent_field_row_reset (self);
  return TRUE;
}

static void
ent_field_row_finalize (GObject *object)
{
  g_free (ENT_FIELD_ROW (object)->shown);
  G_OBJECT_CLASS (ent_field_row_parent_class)->finalize (object);
}

static void
ent_field_row_class_init (EntFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_field_row_finalize;
  signals[APPLIED] = g_signal_new ("applied", ENT_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ent_field_row_init (EntFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->shown = g_strdup ("");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect (self, "apply", G_CALLBACK (ent_field_row_apply), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (ent_field_row_apply), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
