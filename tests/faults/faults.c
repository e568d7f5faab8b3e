/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The functions below stand before those of the C library, for the libraries that the program links as well: the linker takes
 * the program's own symbols first. Each looks up the one behind it. */
#undef _FILE_OFFSET_BITS   /* it would rename the functions that are defined here */
#undef _FORTIFY_SOURCE
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
  gboolean  armed;
  FaultKind kind;
  guint     nth, n_calls;
  int       error_number;
} now;
static char   log_text[8192];
static GMutex mutex;

void
faults_arm (FaultKind kind, guint nth, int error_number)
{
  log_text[0] = '\0';
  now.kind = kind;
  now.nth = nth;
  now.n_calls = 0;
  now.error_number = error_number;
  now.armed = TRUE;
}

guint
faults_disarm (void)
{
  now.armed = FALSE;
  return now.n_calls;
}

const char *
faults_get_log (void)
{
  return log_text;
}

#define NEXT(name) ((typeof (&name)) (gpointer) dlsym (RTLD_NEXT, #name))

static FaultKind
count_call (const char *name, gboolean writes)
{
  now.n_calls++;
  if (strlen (log_text) + strlen (name) + 2 < sizeof log_text)
    {
      strcat (log_text, *log_text != '\0' ? " " : "");
      strcat (log_text, name);
    }
  if (now.kind == FAULT_FROM_HERE && now.n_calls >= now.nth && writes)
    return FAULT_ERROR;
  if (now.n_calls != now.nth || now.kind == FAULT_FROM_HERE)
    return FAULT_NONE;
  if (now.kind == FAULT_KILL)
    _exit (FAULTS_KILLED);
  return now.kind;
}

static FaultKind
strike (const char *name, gboolean writes)
{
  FaultKind kind;

  if (!now.armed)
    return FAULT_NONE;
  g_mutex_lock (&mutex);
  kind = count_call (name, writes);
  g_mutex_unlock (&mutex);
  if (kind != FAULT_NONE)
    errno = now.error_number;
  return kind;
}

/* 'f' for a file, 'd' for a folder, 0 for anything else: pipes and the like are none of this program's business. */
static char
kind_of (int fd)
{
  struct stat info;
  int         kept = errno;
  char        kind = 0;

  if (now.armed && fstat (fd, &info) == 0)
    kind = S_ISREG (info.st_mode) ? 'f' : S_ISDIR (info.st_mode) ? 'd' : 0;
  errno = kept;
  return kind;
}

#define OPEN(name)                                                          \
  int                                                                       \
  name (const char *path, int flags, ...)                                   \
  {                                                                         \
    mode_t  mode = 0;                                                       \
    va_list args;                                                           \
                                                                            \
    if (flags & O_CREAT)                                                    \
      {                                                                     \
        va_start (args, flags);                                             \
        mode = va_arg (args, mode_t);                                       \
        va_end (args);                                                      \
      }                                                                     \
    if (strike (flags & O_CREAT ? "create" : "open", flags & O_CREAT))      \
      return -1;                                                            \
    return NEXT (name) (path, flags, mode);                                 \
  }
OPEN (open)
OPEN (open64)

ssize_t
read (int fd, void *bytes, size_t n_bytes)
{
  if (kind_of (fd) == 'f' && strike ("read", FALSE))
    return -1;
  return NEXT (read) (fd, bytes, n_bytes);
}

ssize_t
write (int fd, const void *bytes, size_t n_bytes)
{
  FaultKind kind = kind_of (fd) == 'f' ? strike ("write", TRUE) : FAULT_NONE;
  ssize_t   n_written;

  if (kind == FAULT_NONE)
    return NEXT (write) (fd, bytes, n_bytes);
  if (kind == FAULT_ERROR)
    return -1;
  n_written = NEXT (write) (fd, bytes, n_bytes / 2);
  if (kind == FAULT_KILL_HALF)
    _exit (FAULTS_KILLED);
  now.kind = FAULT_ERROR;
  now.nth++;
  return n_written;
}

int
fsync (int fd)
{
  char kind = kind_of (fd);

  if (kind != 0 && strike (kind == 'f' ? "fsync-file" : "fsync-folder", TRUE))
    return -1;
  return NEXT (fsync) (fd);
}

#define FALLOCATE(name, Offset)                                  \
  int                                                            \
  name (int fd, int mode, Offset at, Offset n_bytes)             \
  {                                                              \
    if (kind_of (fd) == 'f' && strike ("fallocate", TRUE))       \
      return -1;                                                 \
    return NEXT (name) (fd, mode, at, n_bytes);                  \
  }
FALLOCATE (fallocate, off_t)
FALLOCATE (fallocate64, off64_t)

int
close (int fd)
{
  /* A close that fails has closed nevertheless. */
  if (kind_of (fd) != 0 && strike ("close", FALSE))
    {
      int reason = errno;

      NEXT (close) (fd);
      errno = reason;
      return -1;
    }
  return NEXT (close) (fd);
}

int
rename (const char *from, const char *to)
{
  return strike ("rename", TRUE) ? -1 : NEXT (rename) (from, to);
}

int
link (const char *from, const char *to)
{
  return strike ("link", TRUE) ? -1 : NEXT (link) (from, to);
}

int
unlink (const char *path)
{
  return strike ("unlink", FALSE) ? -1 : NEXT (unlink) (path);
}

int
chmod (const char *path, mode_t mode)
{
  return strike ("chmod", TRUE) ? -1 : NEXT (chmod) (path, mode);
}

int
fchmod (int fd, mode_t mode)
{
  return strike ("fchmod", TRUE) ? -1 : NEXT (fchmod) (fd, mode);
}
