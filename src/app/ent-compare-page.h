/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntComparePage:
 * Two articles beside each other: which links only the one claims, only the other, and both; which articles these are and which of
 * the links are on the map can be chosen. It shows and sets the comparison of the session's filter.
 */
#define ENT_TYPE_COMPARE_PAGE (ent_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (EntComparePage, ent_compare_page, ENT, COMPARE_PAGE, GtkWidget)

/* The filter must compare two articles of the session's map; to be called again when either changed. */
void ent_compare_page_show (EntComparePage *self, EntSession *session);

G_END_DECLS
