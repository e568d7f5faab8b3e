/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts that survive being dismissed early. libadwaita (1.2.2, adw-toast-overlay.c) frees what it knows of a toast when it has faded out,
 * even if its sliding in is not over: that takes 500 ms after another toast, fading 300. When it is over, show_done_cb() unrefs what it
 * reads from the freed memory.
 *
 * So a toast that slides in is not let go: the emission of "dismissed" is stopped before the overlay hears of it, and repeated later.
 * Which one slides is known from a copy of the overlay's queue, whose head is the toast that is shown; for how long, from an animation
 * of the same widget, started after the overlay's own and longer than it. Like that one it ends at once where nothing can be seen. */

#include "ent-toast-overlay.h"

#define SLIDE_MS 600   /* the overlay's longest takes 500 */

typedef struct {
  GQueue        toasts;      /* of AdwToast, with a reference each; the head is shown */
  AdwAnimation *slide;       /* plays while the head may be sliding in */
  gboolean      put_off;     /* the head was dismissed meanwhile */
  int           lower_px;    /* what is free under a toast */
} Toasts;

static void
toasts_free (Toasts *self)
{
  g_signal_handlers_disconnect_by_data (self->slide, self);
  g_object_unref (self->slide);
  g_queue_clear_full (&self->toasts, g_object_unref);
  g_free (self);
}

static void
slide_cb (double share, gpointer data)
{
}

static void
slide_done_cb (Toasts *self)
{
  /* To adw_toast_dismiss() it is dismissed already. */
  if (self->put_off)
    g_signal_emit_by_name (g_queue_peek_head (&self->toasts), "dismissed");
}

static Toasts *
get_toasts (AdwToastOverlay *overlay)
{
  Toasts *self = g_object_get_data (G_OBJECT (overlay), "ent-toasts");

  if (self == NULL) {
    self = g_new0 (Toasts, 1);
    self->slide = adw_timed_animation_new (GTK_WIDGET (overlay), 0, 1, SLIDE_MS, adw_callback_animation_target_new (slide_cb, NULL, NULL));
    g_signal_connect_swapped (self->slide, "done", G_CALLBACK (slide_done_cb), self);
    g_object_set_data_full (G_OBJECT (overlay), "ent-toasts", self, (GDestroyNotify) toasts_free);
  }
  return self;
}

/* The widgets of toasts are the overlay's own and come and go: it is told to those that are there. */
static void
place_toasts (AdwToastOverlay *overlay)
{
  int lower_px = get_toasts (overlay)->lower_px;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "toast"))
      gtk_widget_set_margin_bottom (child, lower_px);
}

/* Before the overlay hears of it. */
static void
dismiss_cb (AdwToast *toast, AdwToastOverlay *overlay)
{
  Toasts *self = get_toasts (overlay);

  if (toast != g_queue_peek_head (&self->toasts) || adw_animation_get_state (self->slide) != ADW_ANIMATION_PLAYING)
    return;
  self->put_off = TRUE;
  adw_toast_set_button_label (toast, NULL);
  g_signal_stop_emission_by_name (toast, "dismissed");
}

/* After the overlay heard of it, and began to show the next. */
static void
dismissed_cb (AdwToast *toast, AdwToastOverlay *overlay)
{
  Toasts *self = get_toasts (overlay);
  gboolean was_shown = toast == g_queue_peek_head (&self->toasts);

  if (!g_queue_remove (&self->toasts, toast))
    return;
  g_object_unref (toast);
  if (!was_shown)
    return;
  self->put_off = FALSE;
  place_toasts (overlay);
  if (!g_queue_is_empty (&self->toasts))
    adw_animation_play (self->slide);
}

void
ent_toast_overlay_add (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (ADW_IS_TOAST (toast));

  Toasts *self = get_toasts (overlay);

  g_queue_push_tail (&self->toasts, g_object_ref (toast));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismiss_cb), overlay, 0);
  adw_toast_overlay_add_toast (overlay, toast);
  place_toasts (overlay);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, 0);
  if (g_queue_get_length (&self->toasts) == 1)
    adw_animation_play (self->slide);
}

void
ent_toast_overlay_set_lower (AdwToastOverlay *overlay, int lower_px)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  get_toasts (overlay)->lower_px = lower_px;
  place_toasts (overlay);
}
