// Shows the search results on the index or on the page of a catalog.
"use strict";

const byId = (id) => document.getElementById(id);
const search = byId("search");
const filters = [...document.querySelectorAll(".filters select")];
const results = byId("results"); // Only on pages that do not contain the errors.
const MOST_RESULTS = 50;

// The searched data; empty on a page without a search. Data of large catalogs is loaded on demand.
const { total, rows, files } = JSON.parse(byId("rows")?.textContent ?? '{ "total": 0, "rows": [], "files": [] }');
const contents = document.querySelectorAll("nav.contents ol li"); // In the order of the rows.

function prepare(row, index) {
  const article = results ? null : byId(row.id);
  let text;
  row.article = article;
  row.content = contents[index];
  row.text = () => {
    text ??= article
      ? article.querySelector(".about").textContent.toLowerCase()
      : [row.code, row.id, row.title, row.message, row.description, row.category, ...row.statuses]
          .join(" ")
          .toLowerCase();
    return text;
  };
}
rows.forEach(prepare);

// Called by a loaded search file.
function add(others) {
  others.forEach(prepare);
  for (const row of others) rows.push(row);
}

let loaded = null;
function load() {
  const one = (file) =>
    new Promise((done) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = script.onerror = done;
      document.head.append(script);
    });
  loaded ??= Promise.all(files.splice(0).map(one)).then(update);
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// Lists the values of a pasted message with the names of their placeholders.
function values(found) {
  const list = element("dl", "values");
  for (const [name, value] of found.values) {
    list.append(element("div", "", element("dt", "", name), element("dd", "", value)));
  }
  return list;
}

let best = null;

function showInPlace(found, isSearch) {
  const shown = new Map(found.map((one) => [one.row, one]));
  for (const row of rows) {
    const one = shown.get(row);
    row.article.hidden = !one;
    row.content.hidden = !one;
    row.values?.remove();
    row.values = one?.values.length ? values(one) : null;
    if (row.values) row.article.querySelector("header").after(row.values);
  }
  for (const section of document.querySelectorAll(".aside")) section.hidden = isSearch;
  best = found.length ? found[0].row.article.querySelector("h3 a") : null;
  const errors = byId("errors");
  if (isSearch && errors.getBoundingClientRect().top < 0) errors.scrollIntoView();
}

function showResults(found, isSearch) {
  results.replaceChildren(
    ...(isSearch ? found.slice(0, MOST_RESULTS) : []).map((one) => {
      const { row } = one;
      const link = element("a", "result", element("code", "", row.code));
      link.href = `${row.page}#${row.id}`;
      const statuses = row.statuses.map((status) => element("span", `status s${String(status)[0]}`, status));
      const head = element("div", "result-head", ...statuses, link, element("span", "quiet", row.catalog));
      const text = row.message || row.title || "";
      return element("li", "", head, element("p", "", text), ...(one.values.length ? [values(one)] : []));
    }),
  );
  for (const section of document.querySelectorAll("#catalogs, #parts, .aside")) section.hidden = isSearch;
  best = results.querySelector("a");
}

function update() {
  const wanted = Object.fromEntries(filters.map((filter) => [filter.name, filter.value]));
  const isSearch = search.value.trim() !== "" || filters.some((filter) => filter.value);
  if (isSearch && files.length > 0) load();
  const found = find(rows, search.value).filter((one) => passes(one.row, wanted));
  (results ? showResults : showInPlace)(found, isSearch);
  const most = results && found.length > MOST_RESULTS ? `, the first ${MOST_RESULTS} shown` : "";
  const isWhole = rows.length === total;
  byId("count").textContent = !isSearch
    ? `${total} errors`
    : isWhole || loaded === null
      ? `${found.length} of ${total} errors${most}`
      : `${found.length} of ${rows.length} errors; ${total - rows.length} more are not loaded${most}`;
  byId("nothing").hidden = found.length > 0 || !isSearch;
  byId("clear").hidden = !isSearch;
}

function clear() {
  search.value = "";
  for (const filter of filters) filter.value = "";
  update();
}

let waiting = false;
function updateSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    update();
  });
}

search?.addEventListener("input", updateSoon);
search?.addEventListener("focus", () => files.length > 0 && load());
for (const filter of filters) filter.addEventListener("change", update);
byId("clear")?.addEventListener("click", () => {
  clear();
  search.focus();
});

// The keyboard: `/` goes to the search, arrows move through the results, Enter opens the best one, Escape clears.
function foundLinks() {
  return [...document.querySelectorAll(results ? "#results a" : "article:not([hidden]) h3 a")];
}

function step(by) {
  const links = foundLinks();
  const at = links.indexOf(document.activeElement) + by;
  const next = at < 0 ? search : links[Math.min(at, links.length - 1)];
  next?.focus();
}

document.addEventListener("keydown", (event) => {
  const { target } = event;
  if (!search || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !target.closest("input, select, textarea")) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (target === search && event.key === "Enter") {
    event.preventDefault();
    update();
    best?.click();
    best?.focus();
  } else if (event.key === "Escape" && target === search) {
    clear();
  } else if (/^Arrow(Up|Down)$/.test(event.key) && (target === search || target.matches("h3 a, #results a"))) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  }
});

// Returns the link to the page with an error that is not on this page.
function partOf(id) {
  const parts = [...document.querySelectorAll("#parts a")].filter((part) => part.dataset.first <= id);
  return /^[A-Z0-9_]+$/.test(id) ? parts.at(-1) : null;
}

// A link to a hidden error clears the search; a link to an error on another page redirects there.
function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = byId(id);
  if (target?.closest("[hidden]")) {
    clear();
    target.scrollIntoView();
  }
  const part = target ? null : partOf(id);
  if (part) location.replace(`${part.href}#${id}`);
}
addEventListener("hashchange", follow);

async function copy(button) {
  const code = button.parentElement.querySelector("code");
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // Without permission, copy the selection.
    getSelection().selectAllChildren(code);
    isCopied = document.execCommand("copy");
  }
  button.firstChild.data = isCopied ? "Copied" : "Press Ctrl+C";
  setTimeout(() => (button.firstChild.data = "Copy"), 2000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.copy");
  if (button) copy(button);
});

const themeButton = byId("theme");
function showTheme() {
  themeButton.setAttribute("aria-pressed", String(theme.isDark()));
}
themeButton.addEventListener("click", () => {
  theme.toggle();
  showTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
showTheme();
if (search) update();
follow();
