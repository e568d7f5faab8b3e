/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Packed documents that are damaged, locked, of another kind or built to do harm; what good ones read like is in
 * tests/article/documents. The archives are made here. */
#include "ent-article-loader.h"
#include "paragraph-text.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define OK (-1)
#define ODT "xmlns:office='o' xmlns:text='t'"
#define BODY(xml) "<office:document-content " ODT "><office:body><office:text>" xml "</office:text></office:body></office:document-content>"
#define WORD(xml) "<w:document xmlns:w='w'><w:body>" xml "</w:body></w:document>"
#define PLAIN BODY ("<text:p>Zoë went to Łódź.</text:p>")

typedef struct { const char *member, *text; } Member;

static void
add_member (struct archive *archive, const char *name, const char *text, gsize n_bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) n_bytes);
  archive_entry_set_filetype (entry, AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text, n_bytes), ==, n_bytes);
  archive_entry_free (entry);
}

static struct archive *
new_archive (char *buffer, gsize size, gsize *used)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, used), ==, ARCHIVE_OK);
  return archive;
}

static GBytes *
pack (const Member *members, gsize n_members)
{
  gsize           size = 4 << 20, used = 0;
  char           *buffer = g_malloc (size);
  struct archive *archive = new_archive (buffer, size, &used);

  for (gsize i = 0; i < n_members; i++)
    if (members[i].member != NULL)
      add_member (archive, members[i].member, members[i].text, strlen (members[i].text));
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

static EntArticle *
load (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const EntArticleOrigin origin = { "case.odt", NULL, NULL };

  return ent_article_load_from (bytes, &origin, cancellable, error);
}

static void
check_error (const GError *error, int code, const char *want)
{
  g_assert_error (error, ENT_ARTICLE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "case.odt: "));
  if (strstr (error->message, want) == NULL)
    g_error ("“%s” does not name “%s”", error->message, want);
}

static const struct { const char *name; Member members[3]; int code; const char *want; } cases[] = {
  { "odt", { { "content.xml", PLAIN } }, OK, "Zoë went to Łódź." },
  { "odt-mark", { { "content.xml", "\xEF\xBB\xBF" PLAIN } }, OK, "Zoë went to Łódź." },
  { "odt-no-text", { { "content.xml", BODY ("<text:p> </text:p>") } }, ENT_ARTICLE_ERROR_EMPTY, "no text" },
  { "odt-list", { { "content.xml", BODY ("<text:list><text:list-item><text:p>a &lt; b &#8211; c</text:p></text:list-item></text:list>") } }, OK, "a < b – c" },
  { "docx", { { "word/document.xml", WORD ("<w:p><w:r><w:t>Zoë</w:t><w:br/><w:t>went.</w:t></w:r></w:p>") } }, OK, "Zoë went." },
  { "docx-other-name", { { "word/document2.xml", WORD ("<w:p><w:r><w:t>Zoë.</w:t></w:r></w:p>") } }, OK, "Zoë." },
  { "docx-styles-in-a-ring", { { "word/styles.xml", "<w:styles xmlns:w='w'><w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></w:styles>" },
                               { "word/document.xml", WORD ("<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>Zoë.</w:t></w:r></w:p>") } }, OK, "Zoë." },
  { "empty-archive", { { NULL } }, ENT_ARTICLE_ERROR_DAMAGED, "unpacked" },
  { "archive", { { "a.txt", "Zoë" } }, ENT_ARTICLE_ERROR_FORMAT, "an archive" },
  { "spreadsheet", { { "xl/workbook.xml", "<x/>" } }, ENT_ARTICLE_ERROR_FORMAT, "a spreadsheet" },
  { "book", { { "META-INF/container.xml", "<x/>" } }, ENT_ARTICLE_ERROR_FORMAT, "an electronic book" },
  { "ods", { { "content.xml", "<office:document-content " ODT "><office:body><office:spreadsheet/></office:body></office:document-content>" } }, ENT_ARTICLE_ERROR_NOT_TEXT, "no text" },
  { "password", { { "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>" }, { "content.xml", "x" } },
    ENT_ARTICLE_ERROR_DAMAGED, "password" },
  { "no-xml", { { "content.xml", "This is no XML." } }, ENT_ARTICLE_ERROR_DAMAGED, "content.xml, line 1" },
  { "broken-xml", { { "content.xml", "<a>\n<b>\n</a>" } }, ENT_ARTICLE_ERROR_DAMAGED, "line 3" },
  { "cut-xml", { { "content.xml", "<a>\n<b>" } }, ENT_ARTICLE_ERROR_DAMAGED, "content.xml" },
  { "no-content", { { "content.xml", "" } }, ENT_ARTICLE_ERROR_DAMAGED, "content.xml" },
  { "unknown-entity", { { "content.xml", BODY ("<text:p>&x;</text:p>") } }, ENT_ARTICLE_ERROR_DAMAGED, "content.xml" },
  { "broken-utf8", { { "content.xml", BODY ("<text:p>Zo\xEB</text:p>") } }, ENT_ARTICLE_ERROR_DAMAGED, "content.xml" },
  { "other-encoding", { { "content.xml", "<?xml version='1.0' encoding='UTF-7'?>" BODY ("<text:p>+ADw-</text:p>") } }, OK, "+ADw-" },
  { "laughs",
    { { "content.xml", "<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>" BODY ("<text:p>&c;</text:p>") } },
    ENT_ARTICLE_ERROR_DAMAGED, "content.xml, line 2: it declares a document type" },
  { "other-file", { { "content.xml", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" PLAIN } }, ENT_ARTICLE_ERROR_DAMAGED, "document type" },
  { "no-doctype", { { "content.xml", "<?x <!DOCTYPE ?><!-- <!DOCTYPE --><a><![CDATA[<!DOCTYPE]]></a>" } }, ENT_ARTICLE_ERROR_EMPTY, "no text" },
  { "laughs-in-styles", { { "word/document.xml", WORD ("") }, { "word/styles.xml", "<!DOCTYPE x [<!ENTITY a 'ha'>]><x>&a;</x>" } }, ENT_ARTICLE_ERROR_DAMAGED, "styles.xml" },
};

static void
test_case (gconstpointer data)
{
  guint                  i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes)     bytes = pack (cases[i].members, G_N_ELEMENTS (cases[i].members));
  g_autoptr (GError)     error = NULL;
  g_autoptr (EntArticle) article = load (bytes, NULL, &error);

  if (cases[i].code != OK)
    {
      g_assert_null (article);
      check_error (error, cases[i].code, cases[i].want);
      return;
    }
  g_assert_no_error (error);
  assert_well_formed (article);
  g_assert_cmpstr (ent_article_get_text (article), ==, cases[i].want);
}

/* One member of @start and then @part over and over. */
static GBytes *
pack_repeated (const char *start, const char *part, gsize n_bytes)
{
  GString            *text = g_string_new (start);
  g_autoptr (GBytes)  bytes = NULL;
  Member              member = { "content.xml" };

  while (text->len < n_bytes)
    g_string_append (text, part);
  member.text = text->str;
  bytes = pack (&member, 1);
  g_string_free (text, TRUE);
  return g_steal_pointer (&bytes);
}

static void
test_hostile (void)
{
  static const struct { const char *start, *part; gsize n_bytes; int code; const char *want; } hostile[] = {
    { "<office:document-content " ODT "><text:p>", " ", 100 << 20, ENT_ARTICLE_ERROR_TOO_LARGE, "content.xml is packed so tightly" },
    { "<a>", "\n<a>", 1 << 20, ENT_ARTICLE_ERROR_DAMAGED, "line 201: more than 200 elements" },
    { "<a", " a=''", 1 << 20, ENT_ARTICLE_ERROR_DAMAGED, "200 attributes" },
    { "<a b='", "x", 1 << 20, ENT_ARTICLE_ERROR_DAMAGED, "content.xml" },
    { "<!--", "x", 1 << 20, ENT_ARTICLE_ERROR_DAMAGED, "content.xml" },
    { "<a><text:p xmlns:text='t'>", "<b/>", 1 << 19, ENT_ARTICLE_ERROR_DAMAGED, "content.xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GBytes)     bytes = pack_repeated (hostile[i].start, hostile[i].part, hostile[i].n_bytes);
      gint64                 start = g_get_monotonic_time ();
      g_autoptr (GError)     error = NULL;
      g_autoptr (EntArticle) article = load (bytes, NULL, &error);

      g_test_message ("%s: %.2f s", hostile[i].part, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      g_assert_null (article);
      check_error (error, hostile[i].code, hostile[i].want);
    }
}

static void
test_many_members (void)
{
  gsize                  size = 8 << 20, used = 0;
  g_autofree char       *buffer = g_malloc (size);
  struct archive        *archive = new_archive (buffer, size, &used);
  g_autoptr (GBytes)     bytes = NULL;
  g_autoptr (GError)     error = NULL;

  for (guint i = 0; i < 10001; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "%u", i);
      add_member (archive, name, "x", 1);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  bytes = g_bytes_new (buffer, used);
  g_assert_null (load (bytes, NULL, &error));
  check_error (error, ENT_ARTICLE_ERROR_DAMAGED, "10,000 parts");
}

/* Cut anywhere, or with a byte changed, an archive is read or refused, never more. */
static void
test_damaged (void)
{
  const Member       member = { "content.xml", PLAIN };
  g_autoptr (GBytes) whole = pack (&member, 1);
  gsize              n_bytes;
  const guint8      *data = g_bytes_get_data (whole, &n_bytes);

  for (gsize i = 4; i < n_bytes; i++)
    for (guint round = 0; round < 2; round++)
      {
        g_autofree guint8     *copy = g_memdup2 (data, n_bytes);
        g_autoptr (GBytes)     bytes = NULL;
        g_autoptr (GError)     error = NULL;
        g_autoptr (EntArticle) article = NULL;

        copy[i] ^= 0x55;
        bytes = g_bytes_new (copy, round == 0 ? n_bytes : i);
        article = load (bytes, NULL, &error);
        g_assert_true ((article == NULL) == (error != NULL));
        g_assert_true (error == NULL || error->domain == ENT_ARTICLE_ERROR);
      }
}

static void
test_cancelled (void)
{
  const Member             member = { "content.xml", PLAIN };
  g_autoptr (GBytes)       bytes = pack (&member, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (load (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/article/package", cases, test_case);
  g_test_add_func ("/article/package/hostile", test_hostile);
  g_test_add_func ("/article/package/many-members", test_many_members);
  g_test_add_func ("/article/package/damaged", test_damaged);
  g_test_add_func ("/article/package/cancelled", test_cancelled);
  return g_test_run ();
}
