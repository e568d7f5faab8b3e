/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The function that a fuzz target is, under the name that libFuzzer calls; returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes);
