/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and keys go through the XTest extension, so that the program cannot tell them from a person's; pixels come
 * from the root window; words from AT-SPI. There is no window manager: the driver itself hands on the keyboard focus, and
 * windows lie where they put themselves. GTK gives places within the window only; the window's own place and the frame
 * around its content come from X. */

#include "window-driver.h"

#include "hearing.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

struct _Driver {
  Display     *display;
  Window       root;
  GSubprocess *program;
};

static void
pause_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

/* A window may go while it is asked about; that is no fault of the test's. */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

Driver *
driver_new (void)
{
  Driver *self = g_new0 (Driver, 1);
  int event, error, major, minor;

  /* libatspi warns of programs that have not yet got ready to be asked; the driver asks again. */
  g_log_set_always_fatal ((GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL));
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  XSetErrorHandler (ignore_error);
  g_assert_true (XTestQueryExtension (self->display, &event, &error, &major, &minor));
  self->root = DefaultRootWindow (self->display);
  g_assert_cmpint (atspi_init (), <, 2);
  return self;
}

void
driver_free (Driver *self)
{
  if (self->program)
    {
      g_subprocess_force_exit (self->program);
      g_subprocess_wait (self->program, NULL, NULL);   /* the next one must not take it for still there */
    }
  g_clear_object (&self->program);
  XCloseDisplay (self->display);
  g_free (self);
}

void
driver_start (Driver *self, const char *const *argv)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (self->program);
  self->program = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
}

void
driver_wait_for_end (Driver *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100 && g_subprocess_get_identifier (self->program); i++)
    pause_ms (100);
  if (g_subprocess_get_identifier (self->program))
    g_error ("the program did not end");
  g_subprocess_wait_check (self->program, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->program);
}

/* ── pointer and keys ───────────────────────────────────────────────────────────────────────────────────────────── */

void
driver_move (Driver *self, int x, int y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, 0);
  XFlush (self->display);
  pause_ms (15);
}

static void
button (Driver *self, gboolean down)
{
  XTestFakeButtonEvent (self->display, 1, down, 0);
  XFlush (self->display);
  pause_ms (40);
}

void
driver_click (Driver *self, int x, int y)
{
  driver_move (self, x - 3, y - 3);
  driver_move (self, x, y);
  button (self, TRUE);
  button (self, FALSE);
  pause_ms (500);   /* longer than a double click takes */
}

void
driver_drag (Driver *self, int x, int y, int to_x, int to_y)
{
  const int n_steps = 20;

  driver_move (self, x, y);
  button (self, TRUE);
  for (int i = 1; i <= n_steps; i++)
    driver_move (self, x + (to_x - x) * i / n_steps, y + (to_y - y) * i / n_steps);
  pause_ms (100);
  button (self, FALSE);
  pause_ms (500);
}

static void
key (Driver *self, KeySym sym, gboolean down)
{
  KeyCode code = XKeysymToKeycode (self->display, sym);

  g_assert_cmpint (code, !=, 0);
  XTestFakeKeyEvent (self->display, code, down, 0);
  XFlush (self->display);
  pause_ms (8);
}

static KeySym
modifier (const char *name)
{
  if (g_str_equal (name, "ctrl"))
    return XK_Control_L;
  if (g_str_equal (name, "shift"))
    return XK_Shift_L;
  if (g_str_equal (name, "alt"))
    return XK_Alt_L;
  g_assert_not_reached ();
}

void
driver_press (Driver *self, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, "+", -1);
  guint n_parts = g_strv_length (parts);
  KeySym sym = XStringToKeysym (parts[n_parts - 1]);

  g_assert_cmpuint (sym, !=, NoSymbol);
  for (guint i = 0; i + 1 < n_parts; i++)
    key (self, modifier (parts[i]), TRUE);
  key (self, sym, TRUE);
  key (self, sym, FALSE);
  for (guint i = 0; i + 1 < n_parts; i++)
    key (self, modifier (parts[i]), FALSE);
  pause_ms (150);
}

void
driver_type (Driver *self, const char *ascii)
{
  for (const char *p = ascii; *p; p++)
    {
      KeySym sym = (KeySym) (guchar) *p;   /* a Latin-1 character is its own key symbol */
      KeyCode code = XKeysymToKeycode (self->display, sym);
      gboolean shift = XkbKeycodeToKeysym (self->display, code, 0, 0) != sym;

      if (shift)
        key (self, XK_Shift_L, TRUE);
      key (self, sym, TRUE);
      key (self, sym, FALSE);
      if (shift)
        key (self, XK_Shift_L, FALSE);
    }
  pause_ms (150);
}

/* ── windows ────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The topmost window that is large enough to be one that people see. */
static gboolean
top_window (Driver *self, Window *found, XWindowAttributes *attributes)
{
  Window root, parent, *children = NULL;
  unsigned n_children = 0;
  gboolean any = FALSE;

  XQueryTree (self->display, self->root, &root, &parent, &children, &n_children);
  for (unsigned i = n_children; i-- > 0 && !any;)
    if (XGetWindowAttributes (self->display, children[i], attributes) && attributes->map_state == IsViewable
        && attributes->class == InputOutput && attributes->width > 100 && attributes->height > 60)
      {
        *found = children[i];
        any = TRUE;
      }
  g_clear_pointer (&children, XFree);
  return any;
}

void
driver_focus_top_window (Driver *self)
{
  XWindowAttributes attributes;
  Window window;

  if (top_window (self, &window, &attributes))
    XSetInputFocus (self->display, window, RevertToPointerRoot, CurrentTime);
  XFlush (self->display);
  pause_ms (150);
}

/* For whoever looks for what went wrong. */
static void
keep_screen (Driver *self)
{
  g_autoptr (Picture) picture = driver_look (self);

  picture_save (picture, "window-test-failure.png");
}

void
driver_press_for_window (Driver *self, const char *keys)
{
  XWindowAttributes attributes;
  Window before = None, now = None;

  top_window (self, &before, &attributes);
  driver_press (self, keys);
  for (guint i = 0; i < 200 && (!top_window (self, &now, &attributes) || now == before); i++)
    pause_ms (50);
  if (now == before)
    {
      keep_screen (self);
      g_error ("%s brings no other window; the screen is in window-test-failure.png", keys);
    }
  pause_ms (500);
  driver_focus_top_window (self);
}

/* ── seeing ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

Picture *
driver_look (Driver *self)
{
  int screen = DefaultScreen (self->display);
  Picture *picture = g_new0 (Picture, 1);
  XImage *image;

  picture->width = DisplayWidth (self->display, screen);
  picture->height = DisplayHeight (self->display, screen);
  image = XGetImage (self->display, self->root, 0, 0, picture->width, picture->height, AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  picture->pixels = g_new (guint32, (gsize) picture->width * picture->height);
  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      picture->pixels[(gsize) y * picture->width + x] = XGetPixel (image, x, y) & 0xffffff;
  XDestroyImage (image);
  return picture;
}

void
picture_free (Picture *picture)
{
  g_free (picture->pixels);
  g_free (picture);
}

void
picture_save (const Picture *picture, const char *path)
{
  int stride = picture->width * (int) sizeof (guint32);
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guchar *) picture->pixels, CAIRO_FORMAT_RGB24,
                                                                  picture->width, picture->height, stride);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

gboolean
picture_is (const Picture *picture, int x, int y, guint32 rgb, int tolerance)
{
  guint32 pixel;

  if (x < 0 || y < 0 || x >= picture->width || y >= picture->height)
    return FALSE;
  pixel = picture->pixels[(gsize) y * picture->width + x];
  for (int shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (pixel >> shift & 0xff) - (int) (rgb >> shift & 0xff)) > tolerance)
      return FALSE;
  return TRUE;
}

gboolean
driver_watch_for (Driver *self, const char *what, DriverCondition condition, gpointer data, guint timeout_s)
{
  gint64 end = g_get_monotonic_time () + timeout_s * G_TIME_SPAN_SECOND;

  while (!condition (self, data))
    {
      if (self->program && !g_subprocess_get_identifier (self->program))
        g_error ("the program ended before %s", what);
      if (g_get_monotonic_time () > end)
        return FALSE;
      pause_ms (100);
    }
  return TRUE;
}

void
driver_wait_for (Driver *self, const char *what, DriverCondition condition, gpointer data, guint timeout_s)
{
  g_autofree char *words = NULL;

  if (driver_watch_for (self, what, condition, data, timeout_s))
    return;
  words = driver_read (self);
  keep_screen (self);
  g_message ("the screen says:\n%s", words);
  g_error ("waited in vain for %s; the screen is in window-test-failure.png", what);
}

/* ── hearing ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
visit_reading (AtspiAccessible *element, AtspiAccessible *frame, gpointer data)
{
  GString *out = data;
  g_autofree char *words = hearing_dup_words (element);
  g_autofree char *role = hearing_dup_role (element);

  if (*words && !g_str_has_prefix (words, "Gtk") && !g_str_has_prefix (words, "Adw") && !g_str_has_prefix (words, "Ent"))
    g_string_append_printf (out, "%s: %s\n", role, words);
  return FALSE;
}

char *
driver_read (Driver *self)
{
  GString *out = g_string_new (NULL);

  hearing_walk (FALSE, visit_reading, out);
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *role, *name;
  Box         box;
  int         frame_width, frame_height;
} Search;

static gboolean
visit_finding (AtspiAccessible *element, AtspiAccessible *frame, gpointer data)
{
  Search *search = data;
  g_autofree char *words = hearing_dup_words (element);
  g_autofree char *role = hearing_dup_role (element);
  auto_unref AtspiComponent *component = NULL;
  auto_unref AtspiComponent *frame_component = NULL;
  AtspiRect *place, *frame_place;

  if ((search->role && g_strcmp0 (role, search->role) != 0) || !g_str_has_prefix (words, search->name))
    return FALSE;
  component = atspi_accessible_get_component_iface (element);
  frame_component = atspi_accessible_get_component_iface (frame);
  if (!component || !frame_component)
    return FALSE;
  place = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  frame_place = atspi_component_get_extents (frame_component, ATSPI_COORD_TYPE_WINDOW, NULL);
  search->box = (Box) { place->x, place->y, place->width, place->height };
  search->frame_width = frame_place->width;
  search->frame_height = frame_place->height;
  g_free (place);
  g_free (frame_place);
  return search->box.width > 0;
}

gboolean
driver_find (Driver *self, const char *role, const char *name, Box *box)
{
  Search search = { .role = role, .name = name };
  XWindowAttributes attributes;
  Window window;

  if (!hearing_walk (FALSE, visit_finding, &search) || !top_window (self, &window, &attributes))
    return FALSE;
  /* The frame that GTK draws about its content is equally wide on all sides. */
  *box = search.box;
  box->x += attributes.x + (attributes.width - search.frame_width) / 2;
  box->y += attributes.y + (attributes.height - search.frame_height) / 2;
  return TRUE;
}

/* ── files ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
file_is_there (Driver *self, gpointer path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

static gboolean
file_dialog_is_there (Driver *self, gpointer data)
{
  Box box;

  return driver_find (self, "label", "Name:", &box);
}

void
driver_save_as (Driver *self, const char *path)
{
  driver_wait_for (self, "the dialog for files", file_dialog_is_there, NULL, 10);
  driver_focus_top_window (self);
  driver_press (self, "ctrl+a");
  driver_type (self, path);
  driver_press (self, "Return");
  driver_wait_for (self, path, file_is_there, (gpointer) path, 20);
  driver_focus_top_window (self);
}

static gboolean
visit_reading_all (AtspiAccessible *element, AtspiAccessible *frame, gpointer data)
{
  g_autofree char *description = atspi_accessible_get_description (element, NULL);

  if (description && *description)
    g_string_append_printf (data, "description: %s\n", description);
  return visit_reading (element, frame, data);
}

char *
driver_read_all (Driver *self)
{
  GString *out = g_string_new (NULL);

  hearing_walk (FALSE, visit_reading_all, out);
  return g_string_free (out, FALSE);
}
