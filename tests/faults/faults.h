/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A program that links this passes its calls to the system that touch files through here: open, read, write, fsync, fallocate,
 * rename, link, unlink, chmod and close, on files and folders only. They are counted and written down, and one of them can be made to
 * fail. */
typedef enum {
  FAULT_NONE,
  FAULT_ERROR,       /* it does nothing and fails */
  FAULT_HALF,        /* a write writes half of what it should; the next one fails: a disk that fills up */
  FAULT_FROM_HERE,   /* it and all later ones that write fail: a disk that is full, a device that is gone */
  FAULT_KILL,        /* the process ends there and then */
  FAULT_KILL_HALF,   /* the same after half of a write */
} FaultKind;

/* nth: the call that is meant, from 1. error_number: the errno of what fails. */
void        faults_arm     (FaultKind kind, guint nth, int error_number);
/* Returns how many calls there were. */
guint       faults_disarm  (void);
/* "open write fsync-file rename fsync-folder" … since it was armed last. Borrowed, until the next arming. */
const char *faults_get_log (void);

/* The exit status of a process that ended by FAULT_KILL. */
#define FAULTS_KILLED 77

G_END_DECLS
