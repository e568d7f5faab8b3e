/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ent_json_print:
 * Writes a tree as JSON. Other than JsonGenerator it prints each number in the fewest digits that read back as the same
 * number, and what holds nothing nested on one line.
 * @pretty: indented by two spaces with a line feed at the end; FALSE gives one line without one
 */
char *ent_json_print (JsonNode *root, gboolean pretty);

/**
 * EntJsonPrinter:
 * The same for an object that is too large for a tree of all of it: its members come one after the other, and of a list's
 * items each lives only while it is printed.
 */
typedef struct {
  GString *out;
  gboolean pretty;
} EntJsonPrinter;

typedef JsonObject *(*EntJsonItemFunc) (gpointer item);    /* (transfer full) */

void  ent_json_printer_begin       (EntJsonPrinter *self, gboolean pretty);
/* The members of an object, as members of the one that is printed. */
void  ent_json_printer_add_members (EntJsonPrinter *self, JsonObject *object);
/* A member that is an array: of what func makes of the list's items. */
void  ent_json_printer_add_list    (EntJsonPrinter *self, const char *name, GListModel *list, EntJsonItemFunc func);
/* (transfer full) */
char *ent_json_printer_end         (EntJsonPrinter *self);

G_END_DECLS
