/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads the records of data/model that hold a JSON object a line, and keeps what is wrong with them. */

#include <json-glib/json-glib.h>

typedef struct {
  GPtrArray *errors;   /* char *, "FILE:LINE: reason" */
  char      *place;    /* FILE:LINE of the object that is being read */
} JsonLines;

/* Of every object: number counts a file's lines from 0. */
typedef void (*JsonLinesFunc) (JsonObject *object, guint number, gpointer data);

/* Keeps a fault of the object that is being read. */
void json_lines_add_error (JsonLines *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Calls func for all objects of the *.jsonl below a folder; what is no object is an error. Returns the number of files. */
guint json_lines_read_folder (JsonLines *self, const char *folder, JsonLinesFunc func, gpointer data);

/* Tells all errors, by which the test fails, and frees them. */
void json_lines_finish (JsonLines *self);
