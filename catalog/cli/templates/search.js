// Finds errors by text that a reader types or pastes. Does not use the page.
"use strict";

// Returns the values between the literals of a template, each as short as possible, or null if the text does not fit.
// A `filled` value has at least one character. `Pattern` does the same in Rust.
function split(literals, text, filled = false) {
  const [first, ...others] = literals;
  if (!text.startsWith(first)) return null;
  if (others.length === 0) return text === first ? [] : null;
  const last = others.pop();
  const values = [];
  let rest = text.slice(first.length);
  for (const literal of others) {
    const skipped = filled && rest ? String.fromCodePoint(rest.codePointAt(0)).length : 0;
    const at = rest.indexOf(literal, skipped);
    if (at < 0) return null;
    values.push(rest.slice(0, at));
    rest = rest.slice(at + literal.length);
  }
  const end = rest.length - last.length;
  if (end < (filled ? 1 : 0) || !rest.endsWith(last)) return null;
  values.push(rest.slice(0, end));
  return values;
}

// Whether a template is specific. One of placeholders and punctuation fits nearly every text.
function isSpecific(template) {
  return template.literals.some((literal) => /[\p{L}\p{N}]/u.test(literal));
}

// Returns possible messages and codes: the text itself, or the values in it if it is a JSON document.
function candidates(text) {
  if (!/^[{[]/.test(text)) return [text];
  try {
    const values = [];
    JSON.parse(text, (_, value) => {
      if (typeof value === "string" || typeof value === "number") values.push(String(value).trim());
      return value;
    });
    return [...new Set(values)].slice(0, 1000);
  } catch {
    return [text];
  }
}

// Normalizes a code, an id, or a Rust name: `card_declined`, `CardDeclined`, and `PaymentsError::CardDeclined { … }` are
// all `carddeclined`. Returns "" if the text is something else.
function name(text) {
  const path = /^(?:[\w#]+::)*(?:r#)?(\w+)\s*(?:[({].*)?$/s.exec(text);
  return path ? path[1].replaceAll("_", "").toLowerCase() : "";
}

// The scores of matches, to which the length of a template's literals is added.
const EXACT = 1e6;
const MESSAGE = 1e5;
const PATTERN = 1e3;

// Scores how well a row fits one of the texts with its code or a template. The more of the text is literal, the better a
// template fits.
function fit(row, texts) {
  const found = { row, score: 0, values: [], templates: [] };
  for (const text of texts) {
    if (text === row.code || text === row.id || (name(text) && name(text) === name(row.id))) found.score += EXACT;
    if (text === row.subcode) found.score += PATTERN;
    if (row.statuses.some((status) => String(status) === text)) found.score += PATTERN;
    for (const template of row.templates) {
      if (template.is_code ? /\s/.test(text) : !isSpecific(template)) continue;
      const values = split(template.literals, text, template.is_code);
      if (!values) continue;
      found.score += (template.is_code ? PATTERN : MESSAGE) + template.literals.join("").length;
      found.values.push(...values.map((value, index) => [template.names[index], value]));
      if (!template.is_code) found.templates.push(template);
    }
  }
  return found;
}

// Whether the template matches all messages of the other one. A character that no template contains represents any value.
function isWider(template, other) {
  const text = other.literals.join("\0");
  return template !== other && split(template.literals, text) && !split(other.literals, template.literals.join("\0"));
}

// Returns the best matches: a code or message before a code with placeholders, as in Rust, and the narrower of two
// templates.
function narrowest(fitting) {
  const isCertain = (found) => found.score >= MESSAGE;
  const certain = fitting.filter(isCertain);
  if (certain.length === 0) return fitting;
  const templates = certain.flatMap((found) => found.templates).slice(0, 100);
  const isNarrowest = (template) => !templates.some((other) => isWider(template, other));
  return certain.filter((found) => found.score >= EXACT || found.templates.some(isNarrowest));
}

// Finds rows for a text, the best first: those with a matching code or template, then those that contain all its words.
function find(rows, text) {
  const query = text.trim();
  if (!query) return rows.map((row) => ({ row, score: 0, values: [] }));
  const texts = candidates(query);
  const fitting = rows.map((row) => fit(row, texts)).filter((found) => found.score > 0);
  const known = new Set(fitting.map((found) => found.row));
  const words = query.toLowerCase().split(/\s+/);
  const containing = rows
    .filter((row) => !known.has(row) && words.every((word) => row.text().includes(word)))
    .map((row) => ({ row, score: row.code.toLowerCase().includes(words[0]) ? 2 : 1, values: [] }));
  return [...narrowest(fitting), ...containing].sort((left, right) => right.score - left.score);
}

// Whether a row passes the filters. A filter that is not set is "".
function passes(row, filters) {
  return (
    (!filters.status || row.statuses.some((status) => matchesStatus(status, filters.status))) &&
    (!filters.category || row.category === filters.category) &&
    (!filters.retry || (row.retry ?? "none") === filters.retry) &&
    (!filters.catalog || (row.home ?? row.page) === filters.catalog)
  );
}

// `4xx` is a class of statuses.
function matchesStatus(status, wanted) {
  return wanted.endsWith("xx") ? String(status)[0] === wanted[0] : String(status) === wanted;
}
