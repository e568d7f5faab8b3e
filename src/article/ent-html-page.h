/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-article-loader.h"
#include "ent-html-words.h"

G_BEGIN_DECLS

typedef enum {
  ENT_HTML_BESIDE_TAG   = 1 << 0,   /* an element for what goes with an article: nav, aside, … */
  ENT_HTML_BESIDE_CLASS = 1 << 1,   /* so by its class or id */
  ENT_HTML_CONTENT      = 1 << 2,   /* the article's own text, as the page says */
  ENT_HTML_ARTICLE      = 1 << 3,
  ENT_HTML_MAIN         = 1 << 4,
} EntHtmlFlags;

typedef enum {
  ENT_HTML_OTHER, ENT_HTML_P, ENT_HTML_HEADING_1, ENT_HTML_HEADING, ENT_HTML_LIST_ITEM, ENT_HTML_CELL, ENT_HTML_CAPTION,
} EntHtmlKind;

/* An element that begins paragraphs of its own. They stand in the order of the page: what is in an element follows it. */
typedef struct {
  guint       parent;      /* the root, 0, is its own */
  guint       end;         /* behind the last element in it */
  guint       look;        /* a hash of its name and class: elements made alike have the same */
  guint8      flags;
  EntHtmlKind kind;
} EntHtmlElement;

/* Text between two such elements' tags, one line. */
typedef struct {
  char    *text;
  guint    element;         /* the innermost that it stands in */
  guint    n_chars;
  guint    n_link_chars;    /* of those, inside links */
} EntHtmlRun;

typedef struct {
  GArray *elements;         /* EntHtmlElement */
  GArray *runs;             /* EntHtmlRun, in the page's order */
  guint   date_rank;        /* the place of date's name in the table, for the best to win; the same for the two below */
  guint   title_rank;
  guint   byline_rank;
  char   *title;            /* of <meta> or JSON-LD, nullable */
  char   *page_title;       /* of <title>, nullable */
  char   *byline;           /* nullable */
  char   *date;             /* as it is written, nullable */
  char   *time;             /* of the first <time>, as it is written, nullable */
} EntHtmlPage;

/**
 * ent_html_page_parse:
 * Takes a page apart, in one pass and without a tree: memory is some bytes an element and the text. Elements that never are text
 * (scripts, controls, what is hidden) are left out.
 * @text: valid UTF-8
 * @words: kept by the caller
 * Returns: (transfer full): the page, or NULL with ENT_ARTICLE_ERROR_DAMAGED (nested too deep), _TOO_LARGE (too many elements) or
 *   G_IO_ERROR_CANCELLED set
 */
EntHtmlPage *ent_html_page_parse (const char *text, gsize n_bytes, const EntHtmlWords *words, const char *name, GCancellable *cancellable,
                                  GError **error);
void         ent_html_page_free  (EntHtmlPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHtmlPage, ent_html_page_free)

G_END_DECLS
