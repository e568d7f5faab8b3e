/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is called what by a screen reader. Needs GTK_A11Y=test, as the items of the map do. */
#include "ent-spoken-names.h"

#include "fixture.h"

static void
assert_name (GtkWidget *widget, const char *name)
{
  g_assert_nonnull (widget);
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  /* It would come before the name. */
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* The item of a menu around one of its labels; NULL where there is none. */
static GtkWidget *
find_item (GtkWidget *menu, const char *text)
{
  GtkWidget *label = fixture_find_widget (menu, GTK_TYPE_LABEL, text);

  return label ? gtk_widget_get_ancestor (label, g_type_from_name ("GtkModelButton")) : NULL;
}

static void
test_menu (void)
{
  g_autoptr (GMenu) model = g_menu_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) plain = g_simple_action_new ("plain", NULL);
  g_autoptr (GSimpleAction) checked = g_simple_action_new_stateful ("checked", NULL, g_variant_new_boolean (FALSE));
  GtkWidget *button = gtk_menu_button_new (), *window, *menu;

  g_menu_append (model, "_Größer als…", "test.plain");
  g_menu_append (model, "Fade", "test.checked");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (plain));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (checked));
  gtk_widget_insert_action_group (button, "test", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (model));
  window = fixture_show (button, 300, 200);
  menu = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  for (guint i = 0; i < 2; i++) {
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
    fixture_run_for (100);
    assert_name (find_item (menu, "Größer als…"), "Größer als…");
    assert_name (find_item (menu, "Fade"), "Fade");
    g_simple_action_set_state (checked, g_variant_new_boolean (i == 0));
    gtk_test_accessible_assert_state (find_item (menu, "Fade"), GTK_ACCESSIBLE_STATE_CHECKED, i == 0);
    assert_name (find_item (menu, "Fade"), "Fade");
    gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
    fixture_run_for (100);
  }
  fixture_destroy_window (window, button);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  ent_spoken_names_init ();
  g_test_add_func ("/app/spoken-names/menu", test_menu);
  return g_test_run ();
}
