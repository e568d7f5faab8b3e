// SPDX-FileCopyrightText: 2026 The Entente developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The map answers to the pointer, the card beside it shows what is chosen, tables are sorted by their heads. Everything that is
// shown stands in the page already, so that it can be read without this. Written without the two characters that XML escapes.
"use strict";
(function () {
  const map = document.querySelector("svg.entente-map");
  const card = document.getElementById("card");
  const links = Array.from(map.querySelectorAll(".relation"));
  const labels = new Map();
  const pages = new Map();
  let chosen = null;

  for (const label of map.querySelectorAll("[data-relation]"))
    labels.set(label.dataset.relation, label);
  for (const page of document.querySelectorAll("article[data-of]"))
    pages.set(page.dataset.of, page);

  // A link with its ends and its label; an actor with all of its links.
  function belonging(item) {
    const own = item.classList.contains("relation") ? [item] : links.filter((link) => [link.dataset.from, link.dataset.to].includes(item.id));
    const found = [item];
    for (const link of own)
      found.push(link, labels.get(link.id), document.getElementById(link.dataset.from), document.getElementById(link.dataset.to));
    return found.filter(Boolean);
  }

  function light(item) {
    for (const lit of map.querySelectorAll(".lit"))
      lit.classList.remove("lit");
    map.classList.toggle("lighting", item !== null);
    if (item !== null)
      for (const part of belonging(item))
        part.classList.add("lit");
  }

  function choose(item) {
    chosen = item;
    light(item);
    card.hidden = item === null;
    if (item === null)
      return;
    const page = pages.get(item.id).cloneNode(true);
    page.removeAttribute("id");
    card.replaceChildren(page);
    card.scrollTop = 0;
  }

  function itemAt(target) {
    return target.closest(".relation, .actor");
  }

  map.addEventListener("pointerover", (event) => light(itemAt(event.target) || chosen));
  map.addEventListener("pointerleave", () => light(chosen));
  map.addEventListener("click", (event) => choose(itemAt(event.target)));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(null); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-shows]");
    if (link === null)
      return;
    event.preventDefault();
    choose(document.getElementById(link.dataset.shows));
    if (!card.contains(link))
      map.scrollIntoView({ block: "nearest" });
  });

  function value(row, column) {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
  }

  function compare(a, b) {
    return typeof a === "number" ? a - b : a.localeCompare(b, undefined, { numeric: true, sensitivity: "base" });
  }

  function sort(table, column, head) {
    const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    const sign = direction === "ascending" ? 1 : -1;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows).sort((a, b) => sign * compare(value(a, column), value(b, column)));
    for (const other of table.tHead.rows[0].cells)
      other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
    for (const row of rows)
      body.append(row);
  }

  for (const table of document.querySelectorAll("table"))
    for (const head of table.tHead.rows[0].cells)
      head.firstElementChild.addEventListener("click", () => sort(table, head.cellIndex, head));
})();
