/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole program before a person's eyes and under a person's hands: it is started as from a launcher, an article is on
 * the map, a click on a link shows words of the article, an actor that is dragged stays, the map is saved, exported and
 * opened again. Nothing here knows the program's insides: actors and links are found by their colours on the screen, words
 * by what a screen reader is told, results in the files that were written.
 *
 * The environment names the program (ENTENTE), the sample article (ENTENTE_SAMPLE) and a folder beside the checkout
 * (ENTENTE_SHARED) whose articles/nato-bid.txt is opened where it is there; the sample is opened by itself where not. */

#include "ent-palette.h"
#include "window-driver.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#define N_ACTORS_LEAST 5
#define ACTOR_AREA_LEAST 250   /* pixels of one colour: what is smaller is a glyph or a mark of the legend */

static const char *article_path;   /* NULL: the sample */
static char       *article_text;
static char       *scratch_dir;

static char *
scratch_path (const char *name)
{
  return g_build_filename (scratch_dir, name, NULL);
}

/* ── what is on the screen ──────────────────────────────────────────────────────────────────────────────────────── */

static guint32
rgb_of (EntColour colour)
{
  return (guint32) (colour.red * 255 + .5) << 16 | (guint32) (colour.green * 255 + .5) << 8 | (guint32) (colour.blue * 255 + .5);
}

typedef struct { int area, centre_x, centre_y; Box box; } Blob;

/* The connected pixels of one colour from a seed on; they are taken off @todo. */
static Blob
take_blob (const Picture *picture, guint8 *todo, int seed, guint32 rgb)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));
  int left = picture->width, top = picture->height, right = 0, bottom = 0;
  Blob blob = { 0 };

  todo[seed] = FALSE;
  g_array_append_val (stack, seed);
  while (stack->len > 0)
    {
      int at = g_array_index (stack, int, stack->len - 1);
      int x = at % picture->width, y = at / picture->width;
      const int next[] = { x > 0 ? at - 1 : at, x + 1 < picture->width ? at + 1 : at, y > 0 ? at - picture->width : at,
                           y + 1 < picture->height ? at + picture->width : at };

      g_array_set_size (stack, stack->len - 1);
      blob.area++;
      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
      for (guint i = 0; i < G_N_ELEMENTS (next); i++)
        if (todo[next[i]] && picture_is (picture, next[i] % picture->width, next[i] / picture->width, rgb, 2))
          {
            todo[next[i]] = FALSE;
            g_array_append_val (stack, next[i]);
          }
    }
  blob.box = (Box) { left, top, right - left + 1, bottom - top + 1 };
  blob.centre_x = (left + right) / 2;
  blob.centre_y = (top + bottom) / 2;
  return blob;
}

/* The actors: what is filled with the colour of a kind, as wide as high. (element-type Blob) (transfer full) */
static GArray *
find_actors (const Picture *picture)
{
  const EntPalette *palette = ent_palette_get (FALSE, FALSE);
  gsize n_pixels = (gsize) picture->width * picture->height;
  g_autofree guint8 *todo = g_malloc (n_pixels);
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (Blob));

  memset (todo, TRUE, n_pixels);
  for (int kind = 0; kind < ENT_N_KINDS; kind++)
    {
      guint32 rgb = rgb_of (palette->kind_fill[kind]);

      for (gsize i = 0; i < n_pixels; i++)
        if (todo[i] && picture_is (picture, i % picture->width, i / picture->width, rgb, 2))
          {
            Blob blob = take_blob (picture, todo, i, rgb);

            if (blob.area >= ACTOR_AREA_LEAST && ABS (blob.box.width - blob.box.height) <= 4)
              g_array_append_val (actors, blob);
          }
    }
  return actors;
}

static Box
bounds_of (GArray *actors)
{
  int left = G_MAXINT, top = G_MAXINT, right = 0, bottom = 0;

  for (guint i = 0; i < actors->len; i++)
    {
      const Box *box = &g_array_index (actors, Blob, i).box;

      left = MIN (left, box->x);
      top = MIN (top, box->y);
      right = MAX (right, box->x + box->width);
      bottom = MAX (bottom, box->y + box->height);
    }
  return (Box) { left, top, right - left, bottom - top };
}

static gboolean
map_is_there (Driver *driver, gpointer data)
{
  g_autoptr (Picture) picture = driver_look (driver);
  g_autoptr (GArray) actors = find_actors (picture);

  return actors->len >= N_ACTORS_LEAST;
}

/* ── what is said ───────────────────────────────────────────────────────────────────────────────────────────────── */

/* Letters and digits alone, one space between words: marks of quotation and of omission fall away. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strstrip (g_string_free (out, FALSE));
}

/* How many of the lines that a screen reader hears are sentences of the article in quotation marks. */
static guint
count_quotes (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autofree char *article = squeeze (article_text);
  guint n_quotes = 0;

  for (char **line = lines; *line; line++)
    {
      const char *text = strstr (*line, ": “");
      g_autofree char *squeezed = text ? squeeze (text + 2) : NULL;

      if (squeezed && strlen (squeezed) >= 40 && strstr (article, squeezed))
        n_quotes++;
    }
  return n_quotes;
}

static gboolean
quotes_are_shown (Driver *driver, gpointer data)
{
  g_autofree char *words = driver_read (driver);

  return count_quotes (words) > 0;
}

static gboolean
is_link (const Picture *picture, int x, int y)
{
  const EntPalette *palette = ent_palette_get (FALSE, FALSE);

  for (int stance = 0; stance < ENT_N_STANCES; stance++)
    {
      guint32 rgb = rgb_of (ent_colour_mix (palette->stance[stance], palette->ground, .06));

      /* in the middle of a line, not in a letter */
      if (picture_is (picture, x, y, rgb, 16) && (picture_is (picture, x - 1, y - 1, rgb, 24) + picture_is (picture, x + 1, y + 1, rgb, 24)
          + picture_is (picture, x - 1, y + 1, rgb, 24) + picture_is (picture, x + 1, y - 1, rgb, 24)) >= 3)
        return TRUE;
    }
  return FALSE;
}

/* Clicks at places that have a link's colour until the pane shows sentences of the article. */
static void
click_a_link (Driver *driver)
{
  g_autoptr (Picture) picture = driver_look (driver);
  g_autoptr (GArray) actors = find_actors (picture);
  Box map = bounds_of (actors);
  guint n_clicks = 0;

  for (int i = 1; i < 12 && n_clicks < 6; i++)
    for (int x = map.x; x < map.x + map.width && n_clicks < 6; x++)
      {
        int y = map.y + map.height * ((i * 5) % 12) / 12;

        if (!is_link (picture, x, y))
          continue;
        n_clicks++;
        driver_click (driver, x, y);
        if (quotes_are_shown (driver, NULL))
          {
            g_test_message ("click %u, at %d, %d, shows quotes", n_clicks, x, y);
            return;
          }
        x += 60;
      }
  driver_wait_for (driver, "the quotes of a link", quotes_are_shown, NULL, 1);
}

/* ── files ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
give_path (Driver *driver, const char *keys, const char *path)
{
  driver_press (driver, keys);
  driver_save_as (driver, path);
}

static gboolean
export_dialog_is_there (Driver *driver, gpointer data)
{
  Box box;

  return driver_find (driver, "label", "Format", &box);
}

/* As what is exported is asked before where to: the format is chosen there or, as here, by the file's name. */
static void
export_to (Driver *driver, const char *path)
{
  driver_press (driver, "ctrl+e");
  driver_wait_for (driver, "the dialog for exports", export_dialog_is_there, NULL, 10);
  driver_focus_top_window (driver);
  driver_press (driver, "Return");
  driver_save_as (driver, path);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

typedef struct { const char *path; char *before; } Rewriting;

static gboolean
file_has_changed (Driver *driver, gpointer data)
{
  Rewriting *rewriting = data;
  g_autofree char *now = read_file (rewriting->path);

  return !g_str_equal (now, rewriting->before);
}

/* The actors of a map file: id → member object. */
static JsonArray *
get_actors (JsonParser *parser, const char *json)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "actors");
}

/* Exactly one actor has been pinned, and it lies elsewhere than before. */
static void
assert_one_pinned (const char *before, const char *after)
{
  g_autoptr (JsonParser) old_parser = json_parser_new (), new_parser = json_parser_new ();
  JsonArray *old_actors = get_actors (old_parser, before), *new_actors = get_actors (new_parser, after);
  guint n_pinned = 0;

  g_assert_cmpuint (json_array_get_length (old_actors), ==, json_array_get_length (new_actors));
  for (guint i = 0; i < json_array_get_length (new_actors); i++)
    {
      JsonObject *was = json_array_get_object_element (old_actors, i), *is = json_array_get_object_element (new_actors, i);

      g_assert_cmpstr (json_object_get_string_member (was, "id"), ==, json_object_get_string_member (is, "id"));
      g_assert_false (json_object_get_boolean_member_with_default (was, "pinned", FALSE));
      if (!json_object_get_boolean_member_with_default (is, "pinned", FALSE))
        continue;
      n_pinned++;
      g_assert_cmpfloat (ABS (json_object_get_double_member (was, "x") - json_object_get_double_member (is, "x"))
                         + ABS (json_object_get_double_member (was, "y") - json_object_get_double_member (is, "y")), >, 10);
    }
  g_assert_cmpuint (n_pinned, ==, 1);
}

static void
start (Driver *driver, const char *path)
{
  const char *argv[] = { g_getenv ("ENTENTE"), path, NULL };

  driver_start (driver, argv);
  driver_wait_for (driver, "a map with actors", map_is_there, NULL, 60);
  driver_focus_top_window (driver);
}

/* The actor that is dragged lies under the pointer then, and still does a while later. */
static void
drag_an_actor (Driver *driver)
{
  g_autoptr (Picture) before = driver_look (driver);
  g_autoptr (GArray) actors = find_actors (before);
  Blob actor = g_array_index (actors, Blob, 0);
  Box map = bounds_of (actors);
  int to_x, to_y;
  guint32 fill;

  for (guint i = 1; i < actors->len; i++)
    if (g_array_index (actors, Blob, i).area > actor.area)
      actor = g_array_index (actors, Blob, i);
  fill = before->pixels[actor.centre_y * before->width + actor.centre_x];
  to_x = actor.centre_x + (actor.centre_x < map.x + map.width / 2 ? 90 : -90);
  to_y = actor.centre_y + (actor.centre_y < map.y + map.height / 2 ? 70 : -70);
  driver_drag (driver, actor.centre_x, actor.centre_y, to_x, to_y);
  driver_move (driver, 2, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Picture) after = driver_look (driver);

      if (!picture_is (after, to_x, to_y, fill, 24))
        {
          picture_save (before, "window-test-before.png");
          picture_save (after, "window-test-after.png");
          g_error ("the actor dragged from %d, %d to %d, %d is not there: window-test-before.png, window-test-after.png",
                   actor.centre_x, actor.centre_y, to_x, to_y);
        }
      g_usleep (G_USEC_PER_SEC);
    }
}

static void
test_window (void)
{
  g_autoptr (Driver) driver = driver_new ();
  g_autofree char *map_path = scratch_path ("map.entente"), *again_path = scratch_path ("again.entente");
  g_autofree char *picture_path = scratch_path ("map.svg");
  g_autofree char *saved = NULL, *dragged = NULL, *drawing = NULL, *again = NULL;

  start (driver, article_path);
  g_assert_false (quotes_are_shown (driver, NULL));
  click_a_link (driver);
  give_path (driver, "ctrl+s", map_path);
  saved = read_file (map_path);

  drag_an_actor (driver);
  driver_press (driver, "ctrl+s");
  driver_wait_for (driver, "the file to be saved again", file_has_changed, &(Rewriting) { map_path, saved }, 10);
  dragged = read_file (map_path);
  assert_one_pinned (saved, dragged);

  export_to (driver, picture_path);
  drawing = read_file (picture_path);
  g_assert_nonnull (strstr (drawing, "<svg"));
  g_assert_nonnull (strstr (drawing, "Ukraine"));
  driver_press (driver, "ctrl+q");
  driver_wait_for_end (driver);

  start (driver, map_path);
  g_assert_false (quotes_are_shown (driver, NULL));
  click_a_link (driver);
  give_path (driver, "ctrl+shift+s", again_path);
  again = read_file (again_path);
  g_assert_cmpstr (again, ==, dragged);
  driver_press (driver, "ctrl+q");
  driver_wait_for_end (driver);

  g_remove (map_path);
  g_remove (picture_path);
  g_remove (again_path);
}

/* The eyes of the test: a disc and a square of actors' colours are seen, a bar and a speck are not. */
static void
test_self (void)
{
  Picture *picture = g_new0 (Picture, 1);
  const EntPalette *palette = ent_palette_get (FALSE, FALSE);
  const struct { Box box; EntKind kind; } shapes[] = {
    { { 10, 10, 40, 40 }, ENT_KIND_COUNTRY },
    { { 60, 20, 30, 30 }, ENT_KIND_PERSON },
    { { 10, 70, 80, 10 }, ENT_KIND_PERSON },
    { { 95, 5, 4, 4 }, ENT_KIND_PLACE },
  };
  g_autoptr (GArray) actors = NULL;

  picture->width = picture->height = 100;
  picture->pixels = g_new0 (guint32, 100 * 100);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (int y = 0; y < shapes[i].box.height; y++)
      for (int x = 0; x < shapes[i].box.width; x++)
        picture->pixels[(shapes[i].box.y + y) * 100 + shapes[i].box.x + x] = rgb_of (palette->kind_fill[shapes[i].kind]);
  actors = find_actors (picture);
  g_assert_cmpuint (actors->len, ==, 2);
  g_assert_cmpint (bounds_of (actors).x, ==, 10);
  g_assert_cmpint (bounds_of (actors).width, ==, 80);
  picture_free (picture);

  g_assert_cmpuint (count_quotes ("label: “Nothing of the kind stands in the article, however long it is.”"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *shared = g_build_filename (g_getenv ("ENTENTE_SHARED"), "articles", "nato-bid.txt", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  scratch_dir = g_dir_make_tmp ("entente-window-XXXXXX", &error);
  g_assert_no_error (error);
  article_path = g_file_test (shared, G_FILE_TEST_EXISTS) ? shared : NULL;
  article_text = read_file (article_path ? article_path : g_getenv ("ENTENTE_SAMPLE"));
  g_test_add_func ("/window/self", test_self);
  g_test_add_func ("/window/from-article-to-map-and-back", test_window);
  status = g_test_run ();
  g_rmdir (scratch_dir);
  g_free (scratch_dir);
  g_free (article_text);
  return status;
}
