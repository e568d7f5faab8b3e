/* SPDX-FileCopyrightText: 2026 The Entente developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ent-late.h"

#include "ent-html.h"
#include "ent-mail.h"
#include "ent-package-blocks.h"
#include "ent-pdf.h"

G_MODULE_EXPORT extern const EntLateDocuments ent_late_table;

const EntLateDocuments ent_late_table = { ent_html_blocks, ent_mail_blocks, ent_package_blocks, ent_pdf_blocks };
