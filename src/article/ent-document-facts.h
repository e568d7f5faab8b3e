/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ent-block.h"
#include "ent-package.h"

G_BEGIN_DECLS

/* Title and day of the last change from the part of a document that is about it: meta.xml or docProps/core.xml, which name them
 * much alike. FALSE with @error set as ent_package_read_xml() does. */
gboolean ent_document_facts_read (const EntPackage *package, const char *member, EntArticleFacts *facts, GError **error);

G_END_DECLS
