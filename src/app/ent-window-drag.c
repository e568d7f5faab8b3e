/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The map dragged out of the window as a picture. A drag from its ground pans, so a button beside the zoom is what is taken hold of;
 * a press alone copies the picture. */

#include "ent-window-private.h"

#include "ent-map-picture.h"
#include "ent-zoom-controls.h"

#define ICON_WIDTH_PX  180
#define ICON_HEIGHT_PX 135

static GdkContentProvider *
prepare_cb (EntWindow *self)
{
  EntMap *map = ent_session_get_map (self->session);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "entente", "dragged", NULL);

  if (map == NULL || g_list_model_get_n_items (ent_map_get_actors (map)) == 0)
    return NULL;
  g_autofree char *name = ent_window_dup_suggested_name (self, "png");
  EntExportOptions options = ent_window_get_picture_options (self);
  return ent_map_picture_new (self->session, folder, name, &options);
}

/* The map as it is seen, on its ground and small. */
static GdkPaintable *
new_icon (EntWindow *self)
{
  g_autoptr (GdkPaintable) seen = gtk_widget_paintable_new (GTK_WIDGET (self->map_view));
  double width = gdk_paintable_get_intrinsic_width (seen), height = gdk_paintable_get_intrinsic_height (seen);
  double scale = MIN (ICON_WIDTH_PX / MAX (width, 1), ICON_HEIGHT_PX / MAX (height, 1));
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width * scale, height * scale);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_append_color (snapshot, dark ? &(GdkRGBA) { 0.12, 0.12, 0.12, 1 } : &(GdkRGBA) { 1, 1, 1, 1 }, &area);
  gdk_paintable_snapshot (seen, snapshot, area.size.width, area.size.height);
  return gtk_snapshot_free_to_paintable (snapshot, &area.size);
}

static void
begin_cb (EntWindow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) icon = new_icon (self);

  gtk_drag_source_set_icon (source, icon, gdk_paintable_get_intrinsic_width (icon) / 2, gdk_paintable_get_intrinsic_height (icon) / 2);
}

gboolean
ent_window_is_own_picture (GdkDrop *drop)
{
  GdkDrag *drag = gdk_drop_get_drag (drop);   /* NULL where it comes from another program */

  return drag && ENT_IS_MAP_PICTURE (gdk_drag_get_content (drag));
}

void
ent_window_init_drag (EntWindow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);   /* before the button's press */
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  gtk_widget_add_controller (ent_zoom_controls_get_picture_button (ENT_ZOOM_CONTROLS (self->zoom_controls)), GTK_EVENT_CONTROLLER (source));
}
