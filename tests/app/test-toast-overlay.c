/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts that are dismissed at any time. The crash that this is about shows only where freed memory is overwritten: MALLOC_PERTURB_. */
#include "ent-toast-overlay.h"

#include "fixture.h"

typedef struct {
  GtkWidget       *window;
  AdwToastOverlay *overlay;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("child"));
  f->overlay = g_object_ref (ADW_TOAST_OVERLAY (overlay));
  f->window = fixture_show (overlay, 400, 300);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->overlay);
}

static AdwToast *
add (Fixture *f, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, "_Undo");
  adw_toast_set_timeout (toast, 0);
  ent_toast_overlay_add (f->overlay, g_object_ref (toast));
  return toast;
}

static gboolean
is_shown (Fixture *f, const char *title)
{
  return fixture_find_widget (GTK_WIDGET (f->overlay), GTK_TYPE_LABEL, title) != NULL;
}

static gboolean
is_empty (gpointer data)
{
  Fixture *f = data;

  return gtk_widget_get_first_child (GTK_WIDGET (f->overlay)) == gtk_widget_get_last_child (GTK_WIDGET (f->overlay));
}

/* The one that comes after another slides in for longer than it fades out. */
static void
test_next (Fixture *f, gconstpointer data)
{
  g_autoptr (AdwToast) first = add (f, "first");
  g_autoptr (AdwToast) second = add (f, "second");

  fixture_run_for (800);
  adw_toast_dismiss (first);
  g_assert_true (is_shown (f, "second"));
  adw_toast_dismiss (second);
  g_assert_null (adw_toast_get_button_label (second));
  adw_toast_dismiss (second);
  fixture_wait_for (is_empty, f);
  fixture_run_for (400);
  g_assert_finalize_object (g_steal_pointer (&first));
  g_assert_finalize_object (g_steal_pointer (&second));
}

/* Once in place it goes at once; one that waits for its turn is never seen. */
static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (AdwToast) first = add (f, "first");
  g_autoptr (AdwToast) second = add (f, "second");
  g_autoptr (AdwToast) third = add (f, "third");

  adw_toast_dismiss (second);
  g_assert_finalize_object (g_steal_pointer (&second));
  fixture_run_for (800);
  g_assert_true (is_shown (f, "first"));
  adw_toast_dismiss (first);
  g_assert_cmpstr (adw_toast_get_button_label (first), ==, "_Undo");
  g_assert_false (is_shown (f, "second"));
  g_assert_true (is_shown (f, "third"));
}

/* In all states, also while the main loop does not turn for longer than both animations last. */
static void
test_many (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 50; i++) {
    g_autoptr (AdwToast) toast = add (f, "many");

    fixture_run_for (i % 5 * 20);
    adw_toast_dismiss (toast);
    if (i % 10 == 9) {
      fixture_run_for (20);
      g_usleep (600 * 1000);
    }
  }
  fixture_wait_for (is_empty, f);
  fixture_run_for (400);
}

/* Nothing slides where nothing is to be seen. */
static void
test_unmapped (Fixture *f, gconstpointer data)
{
  g_autoptr (AdwToast) first = add (f, "first");
  g_autoptr (AdwToast) second = add (f, "second");

  adw_toast_dismiss (first);
  g_assert_true (is_shown (f, "first"));
  gtk_widget_set_visible (f->window, FALSE);
  g_assert_false (is_shown (f, "first"));
  g_assert_true (is_shown (f, "second"));
  adw_toast_dismiss (second);
  g_assert_true (is_empty (f));
  gtk_widget_set_visible (f->window, TRUE);
  g_autoptr (AdwToast) third = add (f, "third");
  fixture_run_for (50);
  adw_toast_dismiss (third);   /* and the window is closed meanwhile */
}

static double
measure_lower (Fixture *f, const char *title)
{
  graphene_rect_t at;

  g_assert_true (gtk_widget_compute_bounds (fixture_find_widget (GTK_WIDGET (f->overlay), GTK_TYPE_LABEL, title), GTK_WIDGET (f->overlay), &at));
  return gtk_widget_get_height (GTK_WIDGET (f->overlay)) - (at.origin.y + at.size.height);
}

/* Those that are there, and those that come. */
static void
test_lower (Fixture *f, gconstpointer data)
{
  g_autoptr (AdwToast) first = add (f, "first");
  g_autoptr (AdwToast) second = add (f, "second");

  fixture_run_for (800);
  double lower = measure_lower (f, "first");
  ent_toast_overlay_set_lower (f->overlay, 70);
  fixture_run_for (100);
  g_assert_cmpfloat_with_epsilon (measure_lower (f, "first"), lower + 70, 1);
  adw_toast_dismiss (first);
  fixture_run_for (800);
  g_assert_cmpfloat_with_epsilon (measure_lower (f, "second"), lower + 70, 1);
  adw_toast_dismiss (second);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/app/toast-overlay/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/app/toast-overlay/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/app/toast-overlay/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/app/toast-overlay/unmapped", Fixture, NULL, set_up, test_unmapped, tear_down);
  g_test_add ("/app/toast-overlay/lower", Fixture, NULL, set_up, test_lower, tear_down);
  return g_test_run ();
}
