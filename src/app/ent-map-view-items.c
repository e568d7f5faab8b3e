/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The map as a list for who does not see it: GTK knows nothing accessible that is no widget, so that actors have a child widget of the
 * view each (EntMapItem), in the order of their salience. A map may have ten thousand of them, so that there are items of the
 * MOST_ACTORS weightiest only, of the one at the cursor and of the selected one; and of links only those MOST_LINKS with the most
 * quotes of the actor at the cursor. The table of links has all. Items are made a few at a time when there is nothing else to do, and
 * kept as long as their actor is listed; they are moved to where their actors are drawn when these have come to rest. */

#include "ent-map-view-private.h"

#include "ent-map-walk.h"
#include "ent-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_ACTORS 120
#define MOST_LINKS  40
#define N_AT_A_TIME 12
#define REST_MS     250
#define LEAST_PX    12     /* of a link without a label */

/* ── words ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* How many links of a node are shown. */
static guint
get_n_links (EntMapView *self, guint node)
{
  guint n_nodes, n_links;
  const EntSceneLink *links = ent_scene_get_links (self->scene, &n_links);

  if (self->link_counts == NULL) {
    ent_scene_get_nodes (self->scene, &n_nodes);
    self->link_counts = g_new0 (guint, n_nodes);
    for (guint i = 0; i < n_links; i++) {
      if (ent_scene_get_link_visibility (self->scene, i) == ENT_SCENE_HIDDEN)
        continue;
      self->link_counts[links[i].from]++;
      self->link_counts[links[i].to]++;
    }
  }
  return self->link_counts[node];
}

static void
describe_actor (EntMapView *self, EntMapItem *item, guint node)
{
  EntActor *actor = ent_map_item_get_actor (item);
  g_autofree char *description = ent_words_dup_actor (actor, get_n_links (self, node));

  ent_map_item_set_words (item, ent_actor_get_name (actor), description);
  ent_map_item_set_selected (item, ent_session_is_selected (self->session, actor));
}

static void
describe_link (EntMapView *self, EntMapItem *item)
{
  EntRelation *relation = ent_map_item_get_relation (item);
  g_autofree char *statement = ent_words_dup_statement (relation), *grounds = ent_words_dup_stance_and_grounds (relation);

  ent_map_item_set_words (item, statement, grounds);
  ent_map_item_set_selected (item, relation == ent_session_get_relation (self->session));
}

/* ── actors ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void
place_behind (GtkWidget *item, GtkWidget *parent, GtkWidget *previous)
{
  if (gtk_widget_get_parent (item) == NULL || gtk_widget_get_prev_sibling (item) != previous)
    gtk_widget_insert_after (item, parent, previous);
}

/* The item of an actor of the scene, made where there is none; NULL for others. */
static GtkWidget *
get_item (EntMapView *self, EntActor *actor)
{
  gint node = ent_scene_find_actor (self->scene, actor);
  GtkWidget *item;

  if (node < 0)
    return NULL;
  item = g_hash_table_lookup (self->items, actor);
  if (item == NULL) {
    item = ent_map_item_new (actor, NULL);
    gtk_widget_set_parent (item, GTK_WIDGET (self));
    g_hash_table_insert (self->items, actor, item);
  }
  describe_actor (self, ENT_MAP_ITEM (item), node);
  return item;
}

/* Whose links are told: of the actor at the cursor, or from which the selected link comes. */
static EntActor *
get_linked (EntMapView *self)
{
  EntRelation *relation = ent_session_get_relation (self->session);

  return self->cursor ? self->cursor : relation ? ent_relation_get_from (relation) : NULL;
}

static gboolean
has_focus_inside (EntMapView *self, GtkWidget *item)
{
  GtkWidget *focus = ent_map_view_get_focus (self);

  return focus && (focus == item || gtk_widget_is_ancestor (focus, item));
}

static gboolean
is_listed (EntMapView *self, EntActor *actor)
{
  return ent_scene_find_actor (self->scene, actor) >= 0
    && (g_hash_table_contains (self->ranks, actor) || actor == get_linked (self) || actor == ent_session_get_actor (self->session));
}

static void
remove_item (EntMapView *self, EntActor *actor)
{
  GtkWidget *item = g_hash_table_lookup (self->items, actor);

  if (has_focus_inside (self, item))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->linked == actor)
    self->linked = NULL;
  g_hash_table_remove (self->items, actor);
  gtk_widget_unparent (item);
}

static void
remove_unlisted (EntMapView *self)
{
  g_autoptr (GList) actors = g_hash_table_get_keys (self->items);

  for (GList *at = actors; at; at = at->next)
    if (!is_listed (self, at->data))
      remove_item (self, at->data);
}

static void
rank_actors (EntMapView *self)
{
  g_autoptr (GArray) nodes = ent_map_walk_list (self->scene, MOST_ACTORS);
  guint n_nodes;

  ent_scene_get_nodes (self->scene, &n_nodes);
  self->ranking = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_remove_all (self->ranks);
  for (guint i = 0; i < nodes->len; i++) {
    EntActor *actor = ent_map_view_get_node (self, g_array_index (nodes, guint, i))->actor;
    g_ptr_array_add (self->ranking, g_object_ref (actor));
    g_hash_table_add (self->ranks, actor);
  }
  self->n_listed = 0;
  if (nodes->len == MOST_ACTORS && n_nodes > MOST_ACTORS) {
    g_autofree char *words = g_strdup_printf (ngettext ("The %u weightiest actor; the table has all links", "The %u weightiest actors; the table has all links", nodes->len), nodes->len);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  } else {
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  }
}

/* ── links ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

static gint
compare_links (gconstpointer a, gconstpointer b)
{
  EntRelation *one = *(EntRelation *const *) a, *other = *(EntRelation *const *) b;
  double confidence = ent_relation_get_confidence (one), other_confidence = ent_relation_get_confidence (other);
  guint n_quotes, n_other_quotes;

  ent_relation_get_evidence (one, &n_quotes);
  ent_relation_get_evidence (other, &n_other_quotes);
  if (n_quotes != n_other_quotes)
    return n_quotes > n_other_quotes ? -1 : 1;
  if (confidence != other_confidence)
    return confidence > other_confidence ? -1 : 1;
  return g_strcmp0 (ent_relation_get_id (one), ent_relation_get_id (other));
}

/* The links of a node that are shown, those with the most quotes first. (transfer full) (element-type EntRelation) */
static GPtrArray *
find_links (EntMapView *self, guint node)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n_links;
  const EntSceneLink *links = ent_scene_get_links (self->scene, &n_links);

  for (guint i = 0; i < n_links; i++)
    if ((links[i].from == node || links[i].to == node) && ent_scene_get_link_visibility (self->scene, i) != ENT_SCENE_HIDDEN)
      g_ptr_array_add (found, links[i].relation);
  g_ptr_array_sort (found, compare_links);
  g_ptr_array_set_size (found, MIN (found->len, MOST_LINKS));
  return found;
}

/* From an item of a list on. */
static GtkWidget *
find_link_item (GtkWidget *item, EntRelation *relation)
{
  while (item && ent_map_item_get_relation (ENT_MAP_ITEM (item)) != relation)
    item = gtk_widget_get_next_sibling (item);
  return item;
}

static void
fill_list (EntMapView *self, GtkWidget *list, GPtrArray *relations)
{
  GtkWidget *item = NULL, *rest;

  for (guint i = 0; i < relations->len; i++) {
    EntRelation *relation = g_ptr_array_index (relations, i);
    GtkWidget *previous = item;
    item = find_link_item (gtk_widget_get_first_child (list), relation);
    if (item == NULL)
      item = ent_map_item_new (NULL, relation);
    place_behind (item, list, previous);
    describe_link (self, ENT_MAP_ITEM (item));
  }
  while ((rest = item ? gtk_widget_get_next_sibling (item) : gtk_widget_get_first_child (list))) {
    if (has_focus_inside (self, rest))
      gtk_widget_grab_focus (gtk_widget_get_parent (list));
    gtk_widget_unparent (rest);
  }
}

/* Has the actor whose links are told, and no other, a list of them. */
static void
list_links (EntMapView *self)
{
  EntActor *actor = get_linked (self);
  GtkWidget *item = actor ? get_item (self, actor) : NULL, *before = self->linked ? g_hash_table_lookup (self->items, self->linked) : NULL;
  g_autoptr (GPtrArray) relations = item ? find_links (self, ent_scene_find_actor (self->scene, actor)) : NULL;

  if (before && (before != item || relations->len == 0)) {
    if (has_focus_inside (self, before) && before == item)
      gtk_widget_grab_focus (item);
    ent_map_item_remove_list (ENT_MAP_ITEM (before));
  }
  self->linked = item ? actor : NULL;
  if (relations && relations->len > 0)
    fill_list (self, ent_map_item_get_list (ENT_MAP_ITEM (item)), relations);
}

/* ── keeping step ───────────────────────────────────────────────────────────────────────────────────────────────── */

static gboolean
list_cb (gpointer data)
{
  EntMapView *self = data;
  GtkWidget *previous;

  if (self->ranking == NULL)
    rank_actors (self);
  previous = self->n_listed > 0 ? g_hash_table_lookup (self->items, g_ptr_array_index (self->ranking, self->n_listed - 1)) : NULL;
  for (guint i = 0; i < N_AT_A_TIME && self->n_listed < self->ranking->len; i++) {
    GtkWidget *item = get_item (self, g_ptr_array_index (self->ranking, self->n_listed++));
    place_behind (item, GTK_WIDGET (self), previous);
    previous = item;
  }
  if (self->n_listed < self->ranking->len)
    return G_SOURCE_CONTINUE;
  self->listing = 0;
  remove_unlisted (self);
  if (ent_session_get_actor (self->session))
    get_item (self, ent_session_get_actor (self->session));
  list_links (self);
  ent_map_view_put_off_places (self);
  return G_SOURCE_REMOVE;
}

static void
list_later (EntMapView *self)
{
  if (self->listing == 0 && self->scene)
    self->listing = g_idle_add_full (G_PRIORITY_LOW, list_cb, self, NULL);
}

void
ent_map_view_list_items (EntMapView *self)
{
  g_clear_pointer (&self->link_counts, g_free);
  g_clear_pointer (&self->ranking, g_ptr_array_unref);
  if (self->scene == NULL)
    g_clear_handle_id (&self->listing, g_source_remove);
  list_later (self);
}

void
ent_map_view_update_items (EntMapView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ent_map_item_set_selected (item, ent_session_is_selected (self->session, ent_map_item_get_actor (item)));
  item = self->linked ? g_hash_table_lookup (self->items, self->linked) : NULL;
  for (GtkWidget *link = item ? ent_map_item_peek_first_link (item) : NULL; link; link = gtk_widget_get_next_sibling (link))
    ent_map_item_set_selected (ENT_MAP_ITEM (link), ent_map_item_get_relation (ENT_MAP_ITEM (link)) == ent_session_get_relation (self->session));
  list_later (self);
}

void
ent_map_view_forget_items (EntMapView *self)
{
  g_autoptr (GList) actors = g_hash_table_get_keys (self->items);

  g_clear_handle_id (&self->listing, g_source_remove);
  g_clear_pointer (&self->link_counts, g_free);
  g_clear_pointer (&self->ranking, g_ptr_array_unref);
  g_hash_table_remove_all (self->ranks);
  for (GList *at = actors; at; at = at->next)
    remove_item (self, at->data);
}

/* ── places ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static GdkRectangle
get_place (EntMapView *self, EntRect rect)
{
  EntPoint corner = ent_viewport_to_view (&self->viewport, rect.x, rect.y);

  return (GdkRectangle) { (int) corner.x, (int) corner.y, (int) ceil (rect.width * self->viewport.scale), (int) ceil (rect.height * self->viewport.scale) };
}

EntRect
ent_map_view_get_link_rect (EntMapView *self, const EntSceneLink *link)
{
  double width = LEAST_PX / self->viewport.scale;

  if (link->label_shown)
    return (EntRect) { link->label_x - link->label_width / 2, link->label_y - link->label_height / 2, link->label_width, link->label_height };
  /* The middle of a quadratic curve. */
  return (EntRect) { (link->x0 + 2 * link->cx + link->x1) / 4 - width / 2, (link->y0 + 2 * link->cy + link->y1) / 4 - width / 2, width, width };
}

static void
place_links (EntMapView *self, GtkWidget *link, const GdkRectangle *of_actor)
{
  for (; link; link = gtk_widget_get_next_sibling (link)) {
    gint at = ent_scene_find_relation (self->scene, ent_map_item_get_relation (ENT_MAP_ITEM (link)));
    if (at < 0)
      continue;
    GdkRectangle place = get_place (self, ent_map_view_get_link_rect (self, ent_map_view_get_link (self, at)));
    place.x -= of_actor->x;
    place.y -= of_actor->y;
    ent_map_item_set_place (ENT_MAP_ITEM (link), &place);
  }
}

void
ent_map_view_place_items (EntMapView *self)
{
  GHashTableIter iter;
  gpointer actor, item;

  g_hash_table_iter_init (&iter, self->items);
  while (self->scene && g_hash_table_iter_next (&iter, &actor, &item)) {
    gint node = ent_scene_find_actor (self->scene, actor);
    if (node < 0)
      continue;
    GdkRectangle place = get_place (self, ent_map_view_get_node_rect (ent_map_view_get_node (self, node)));
    ent_map_item_set_place (item, &place);
    place_links (self, ent_map_item_peek_first_link (item), &place);
  }
  ent_map_item_allocate_all (GTK_WIDGET (self));
}

static gboolean
rest_cb (gpointer data)
{
  EntMapView *self = data;

  self->place_rest = 0;
  /* On a page that is not shown it would stay queued, and keep others from being. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
ent_map_view_put_off_places (EntMapView *self)
{
  g_clear_handle_id (&self->place_rest, g_source_remove);
  self->place_rest = g_timeout_add (REST_MS, rest_cb, self);
}

/* ── the cursor ─────────────────────────────────────────────────────────────────────────────────────────────────── */

GtkWidget *
ent_map_view_get_cursor_item (EntMapView *self)
{
  GtkWidget *item = self->scene && self->cursor ? get_item (self, self->cursor) : NULL, *link = NULL;

  if (item && self->cursor_link) {
    list_links (self);
    link = find_link_item (ent_map_item_peek_first_link (ENT_MAP_ITEM (item)), self->cursor_link);
  }
  return link ? link : item;
}

EntRelation *
ent_map_view_get_link_beside (EntMapView *self, int step)
{
  GtkWidget *item = ent_map_view_get_cursor_item (self);

  if (item == NULL)
    return NULL;
  if (self->cursor_link == NULL) {
    list_links (self);
    item = step > 0 ? ent_map_item_peek_first_link (ENT_MAP_ITEM (item)) : NULL;
    return item ? ent_map_item_get_relation (ENT_MAP_ITEM (item)) : NULL;
  }
  item = step > 0 ? gtk_widget_get_next_sibling (item) : gtk_widget_get_prev_sibling (item);
  if (item == NULL)
    return step > 0 ? self->cursor_link : NULL;
  return ent_map_item_get_relation (ENT_MAP_ITEM (item));
}

/* ── setting up ─────────────────────────────────────────────────────────────────────────────────────────────────── */

void
ent_map_view_init_items (EntMapView *self)
{
  self->items = g_hash_table_new (NULL, NULL);
  self->ranks = g_hash_table_new (NULL, NULL);
}

void
ent_map_view_dispose_items (EntMapView *self)
{
  g_clear_handle_id (&self->place_rest, g_source_remove);
  if (self->items)
    ent_map_view_forget_items (self);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->ranks, g_hash_table_unref);
}
