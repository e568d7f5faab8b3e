/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-install.h"

static void
test_chosen (void)
{
  g_autofree char *chosen = ent_install_dup_model_path ("/some/where/Zoë.model");
  g_autofree char *empty = ent_install_dup_model_path (""), *none = ent_install_dup_model_path (NULL);

  g_assert_cmpstr (chosen, ==, "/some/where/Zoë.model");
  g_assert_cmpstr (empty, ==, none);
  g_assert_true (g_str_has_suffix (none, "entente.model"));
}

static void
test_data (void)
{
  g_autofree char *furniture = ent_install_dup_data_path ("article/furniture.txt");

  g_assert_nonnull (furniture);
  g_assert_true (g_file_test (furniture, G_FILE_TEST_IS_REGULAR));
  g_assert_null (ent_install_dup_data_path ("no such file"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/install/chosen", test_chosen);
  g_test_add_func ("/base/install/data", test_data);
  return g_test_run ();
}
