/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The functions that a fuzz target is, under the names that libFuzzer calls. */

/* Run on each input; returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes);
/* Run once before the first; returns 0. In fuzz-start.c, for all targets. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
