/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define ROOM 65536   /* for what an archive has besides its member's text */

GBytes *
fuzz_package_new (const char *member, const guint8 *data, gsize n_bytes)
{
  gsize                 size = n_bytes + ROOM, used = 0;
  char                 *buffer;
  struct archive       *archive;
  struct archive_entry *entry;

  if (n_bytes >= 2 && memcmp (data, "PK", 2) == 0)
    return g_bytes_new (data, n_bytes);
  buffer = g_malloc (size);
  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  entry = archive_entry_new ();
  archive_entry_set_pathname (entry, member);
  archive_entry_set_size (entry, (la_int64_t) n_bytes);
  archive_entry_set_filetype (entry, AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, data, n_bytes), ==, n_bytes);
  archive_entry_free (entry);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}
