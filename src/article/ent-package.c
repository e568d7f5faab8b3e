/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The archive is opened anew for each member: its directory stands at its end, so this costs a walk through the names and no
 * unpacking of what is not asked for. */
#include "ent-package.h"

#include "ent-article-loader.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#define MAX_MEMBERS      10000
#define MAX_UNPACKED     ((gsize) 64 << 20)
#define FREE_UNPACKED    ((gsize) 1 << 20)   /* so much may be packed however tightly */
#define MAX_RATIO        200

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static void
set_damaged (const EntPackage *self, const char *member, const char *reason, GError **error)
{
  /* Translators: a file's name, the name of a part of it, and the reason */
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED, _("%s: %s cannot be unpacked: %s"), self->name, member,
               reason != NULL ? reason : _("the archive is damaged"));
}

static Archive *
open_archive (const EntPackage *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize               n_bytes;
  gconstpointer       bytes = g_bytes_get_data (self->bytes, &n_bytes);

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, bytes, n_bytes) == ARCHIVE_OK)
    return g_steal_pointer (&archive);
  set_damaged (self, _("the document"), archive_error_string (archive), error);
  return NULL;
}

/* The next member's entry (borrowed), NULL at the end, and with *failed set where there is an error. */
static struct archive_entry *
next_entry (const EntPackage *self, Archive *archive, guint n_before, gboolean *failed, GError **error)
{
  struct archive_entry *entry = NULL;
  int                   status;

  *failed = g_cancellable_set_error_if_cancelled (self->cancellable, error);
  if (*failed)
    return NULL;
  status = archive_read_next_header (archive, &entry);
  if (status == ARCHIVE_EOF)
    return NULL;
  if (status >= ARCHIVE_WARN && n_before < MAX_MEMBERS)
    return entry;
  *failed = TRUE;
  set_damaged (self, _("the document"), status >= ARCHIVE_WARN ? _("it has more than 10,000 parts") : archive_error_string (archive), error);
  return NULL;
}

GStrv
ent_package_list (const EntPackage *self, GError **error)
{
  g_autoptr (Archive)       archive = open_archive (self, error);
  g_autoptr (GStrvBuilder)  names = g_strv_builder_new ();
  struct archive_entry     *entry;
  gboolean                  failed;

  if (archive == NULL)
    return NULL;
  for (guint n = 0; (entry = next_entry (self, archive, n, &failed, error)) != NULL; n++)
    if (archive_entry_pathname (entry) != NULL)
      g_strv_builder_add (names, archive_entry_pathname (entry));
  return failed ? NULL : g_strv_builder_end (names);
}

static gboolean
check_amount (const EntPackage *self, const char *member, gsize n_unpacked, GError **error)
{
  gsize n_packed = g_bytes_get_size (self->bytes);

  if (n_unpacked <= MAX_UNPACKED && (n_unpacked <= FREE_UNPACKED || n_unpacked / MAX_RATIO <= n_packed))
    return TRUE;
  g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_TOO_LARGE,
               _("%s: %s is packed so tightly that it unpacks to more than %.0f MB, as in no real document; copy the article’s text and paste that"),
               self->name, member, (double) MIN (n_unpacked, MAX_UNPACKED) / (1 << 20));
  return FALSE;
}

static gboolean
read_member (const EntPackage *self, Archive *archive, struct archive_entry *entry, EntXmlReader *reader, GError **error)
{
  const char        *member = archive_entry_pathname (entry);
  g_autofree char   *buffer = g_malloc (1 << 16);
  gsize              n_unpacked = 0;
  la_ssize_t         n_read;

  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (error, ENT_ARTICLE_ERROR, ENT_ARTICLE_ERROR_DAMAGED, _("%s: the document is under a password; save it without and open it again"), self->name);
      return FALSE;
    }
  while ((n_read = archive_read_data (archive, buffer, 1 << 16)) > 0)
    {
      n_unpacked += (gsize) n_read;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !check_amount (self, member, n_unpacked, error) ||
          !ent_xml_reader_feed (reader, buffer, (gsize) n_read, error))
        return FALSE;
    }
  if (n_read == 0)
    return ent_xml_reader_finish (reader, error);
  set_damaged (self, member, archive_error_string (archive), error);
  return FALSE;
}

gboolean
ent_package_read_xml (const EntPackage *self, const char *member, const EntXmlHandler *handler, gpointer data, GError **error)
{
  g_autoptr (Archive)   archive = open_archive (self, error);
  struct archive_entry *entry;
  gboolean              failed = FALSE;

  if (archive == NULL)
    return FALSE;
  for (guint n = 0; (entry = next_entry (self, archive, n, &failed, error)) != NULL; n++)
    if (g_strcmp0 (archive_entry_pathname (entry), member) == 0)
      {
        g_autofree char          *place = g_strdup_printf ("%s: %s", self->name, member);
        g_autoptr (EntXmlReader)  reader = ent_xml_reader_new (place, handler, data);

        return read_member (self, archive, entry, reader, error);
      }
  return !failed;
}
