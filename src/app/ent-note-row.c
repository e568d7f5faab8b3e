/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-note-row.h"

struct _EntNoteRow {
  AdwPreferencesRow  parent_instance;
  GtkTextView       *text_view;
  char              *shown;
};

enum { APPLIED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntNoteRow, ent_note_row, ADW_TYPE_PREFERENCES_ROW)

char *
ent_note_row_dup_text (EntNoteRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (ENT_IS_NOTE_ROW (self), NULL);
  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

gboolean
ent_note_row_is_changed (EntNoteRow *self)
{
  g_autofree char *text = ent_note_row_dup_text (self);

  return !g_str_equal (text, self->shown);
}

void
ent_note_row_show (EntNoteRow *self, const char *text)
{
  g_return_if_fail (ENT_IS_NOTE_ROW (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->shown, text))
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
}

void
ent_note_row_reset (EntNoteRow *self)
{
  g_return_if_fail (ENT_IS_NOTE_ROW (self));
  if (ent_note_row_is_changed (self))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), self->shown, -1);
}

void
ent_note_row_refuse (EntNoteRow *self, const char *known)
{
  g_return_if_fail (ENT_IS_NOTE_ROW (self));
  g_free (self->shown);
  self->shown = g_strdup (known);
}

void
ent_note_row_apply (EntNoteRow *self)
{
  g_return_if_fail (ENT_IS_NOTE_ROW (self));
  if (ent_note_row_is_changed (self))
    g_signal_emit (self, signals[APPLIED], 0);
}

static gboolean
apply_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ent_note_row_apply (ENT_NOTE_ROW (widget));
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EntNoteRow *self = ENT_NOTE_ROW (widget);

  if (!ent_note_row_is_changed (self))
    return FALSE;
  ent_note_row_reset (self);
  return TRUE;
}

static void
ent_note_row_finalize (GObject *object)
{
  g_free (ENT_NOTE_ROW (object)->shown);
  G_OBJECT_CLASS (ent_note_row_parent_class)->finalize (object);
}

static void
ent_note_row_class_init (EntNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_note_row_finalize;
  signals[APPLIED] = g_signal_new ("applied", ENT_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ent-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntNoteRow, text_view);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, apply_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, apply_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ent_note_row_init (EntNoteRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->shown = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (ent_note_row_apply), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
