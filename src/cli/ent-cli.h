/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What all commands of entente-map share. Every command is a function that takes the arguments behind its name and returns the
 * process's exit status. */

enum { ENT_CLI_OK, ENT_CLI_INPUT, ENT_CLI_USAGE };   /* exit status: well; the input is at fault, and named; called wrongly */

int ent_cli_read    (GStrv *arguments);
int ent_cli_draw    (GStrv *arguments);
int ent_cli_export  (GStrv *arguments);
int ent_cli_explain (GStrv *arguments);
int ent_cli_parse   (GStrv *arguments);
int ent_cli_stance  (GStrv *arguments);
int ent_cli_relate  (GStrv *arguments);
int ent_cli_tuples  (GStrv *arguments);

/* ── Options ────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const char *command;      /* "read" */
  const char *usage;        /* the rest of the line behind it: "FILE… [-o MAP]" */
  const char *summary;      /* what it does, paragraphs for --help */
} EntCliCommand;

/* The options of all commands. Zero before parsing, cleared afterwards. */
typedef struct {
  char    *model_path;      /* --model, nullable */
  int      n_threads;       /* --threads; 0: one a core */
  gboolean version;
} EntCliOptions;

/**
 * ent_cli_parse_options:
 * Parses options and leaves the rest in @arguments. --help and --version are answered here.
 * @entries: the command's own, nullable
 * @status: (out): the exit status where FALSE is returned
 * Returns: whether to go on
 */
gboolean ent_cli_parse_options (const EntCliCommand *command, const GOptionEntry *entries, GStrv *arguments, EntCliOptions *options, int *status);
void     ent_cli_options_clear (EntCliOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntCliOptions, ent_cli_options_clear)

guint     ent_cli_count_threads (const EntCliOptions *options);
/* (transfer full), or NULL after having said why. */
EntModel *ent_cli_load_model    (const EntCliOptions *options);

/* ── Saying and writing ─────────────────────────────────────────────────────────────────────────────────────────── */

/* A line on stderr, "entente-map: …". */
void ent_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same for a usage error of a command, with a word on --help. Returns ENT_CLI_USAGE. */
int  ent_cli_misused  (const EntCliCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Text to standard output. FALSE where it is closed or full; the caller then stops, ent_cli_finish() says why. */
gboolean ent_cli_put    (const char *text);
gboolean ent_cli_put_bytes (GBytes *bytes);
/* Flushes standard output. Returns status, or ENT_CLI_INPUT where anything could not be written. */
int      ent_cli_finish (int status);

/* ── Reading lines ──────────────────────────────────────────────────────────────────────────────────────────────── */

/* Lines of standard input, one at a time, of at most ENT_CLI_MAX_LINE_BYTES. */
#define ENT_CLI_MAX_LINE_BYTES ((gsize) 64 << 20)

typedef struct {
  guint64  number;     /* of the line last read, from 1 */
  gboolean failed;     /* reading failed; it was said why */
} EntCliLines;

/* The next line without its end, a CR included: (transfer full), NULL at the end and on failure. A NUL within it ends in failure. */
char *ent_cli_lines_next (EntCliLines *lines);

G_END_DECLS
