/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The command under test, and a folder of its own with a model in it. */
typedef struct {
  char *program;
  char *folder;
  char *model;
} Tool;

/* What a run left behind. */
typedef struct {
  int   status;
  char *out;
  char *err;
} Run;

void tool_init  (Tool *tool, int argc, char *argv[]);
/* Ends the tests: removes the folder, passes the status on. */
int  tool_finish (Tool *tool, int status);
/* A file in the tool's folder. (transfer full): its path */
char *tool_write (Tool *tool, const char *name, gconstpointer data, gssize n_bytes);
/* Runs "entente-map ARGUMENTS" with the model; input: nullable. arguments: parted by spaces, "@" is the folder. */
Run   tool_run   (Tool *tool, const char *arguments, const char *input);
void  run_clear  (Run *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)
