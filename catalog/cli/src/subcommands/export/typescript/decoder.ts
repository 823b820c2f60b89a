// ---------------------------------------------------------------------------
// The decoder. It is the same in every exported file.
//
// response ──read──▶ Json ──find──▶ parts of an error ──choose──▶ entry ──values──▶ Decoded
//                      (in an envelope: code, message, …)   (by code, message, status)

/** A value of a parameter: a list has strings, and an optional parameter can be absent. */
type Value = string | number | boolean | readonly string[] | undefined;

/** Text, the index of a parameter, text, and so on: it begins and ends with text. */
type Template = readonly (string | number)[];

type Literal = null | boolean | string | { readonly number: string };
type Step =
  | string
  | { readonly member: readonly string[]; readonly is: Literal };

/** Where a part of an error is. */
type Place =
  | { readonly pointer: readonly Step[] }
  | { readonly query: readonly Step[] }
  | { readonly header: string; readonly percent?: true }
  | {
      readonly at: Place;
      /** Text, 0 for any text, and 1 for the part. */
      readonly captures?: readonly (readonly (string | 0 | 1)[])[];
      readonly case?: Case;
      readonly unit?: Unit;
    };
type Case = "kebab" | "snake" | "camel" | "pascal";
type Unit =
  | "seconds"
  | "ms"
  | "epoch"
  | "epoch_ms"
  | "date"
  | "duration"
  | "iso_duration";

type ParamPlaces =
  | { readonly object: Place }
  | { readonly each: readonly (readonly [string, readonly Place[]])[] }
  | {
      readonly pairs: Place;
      readonly name: readonly Step[];
      readonly value: readonly Step[];
    };

type Inner =
  | "list"
  | "one"
  | "whole"
  | { readonly key: string }
  | { readonly leaf: string; readonly param: string };

interface CausesAt {
  readonly at: Place;
  readonly inner: Inner;
  readonly chain?: Place;
  readonly body: Body;
}

/** An envelope in a body. */
interface Body {
  readonly format?: "xml" | "form" | "text" | "empty" | "grpc";
  readonly errors?: readonly Place[];
  readonly success?: readonly (
    | { readonly code: Literal }
    | { readonly at: Place; readonly is: Literal }
  )[];
  readonly code?: readonly Place[];
  readonly subcode?: readonly Place[];
  readonly message?: readonly Place[];
  readonly title?: readonly Place[];
  readonly status?: readonly Place[];
  readonly scope?: readonly Place[];
  readonly reference?: readonly Place[];
  readonly params?: ParamPlaces;
  readonly retryAfter?: readonly Place[];
  readonly retryUnit?: Unit;
  readonly causes?: readonly CausesAt[];
  readonly batch?: {
    readonly errors: readonly Step[];
    readonly results?: readonly Step[];
  };
}

/** An envelope in a header. */
interface HeaderBody {
  readonly header: string;
  readonly scheme?: string;
  readonly code?: string;
  readonly message?: string;
  readonly params: readonly (readonly [string, string])[];
  readonly value?: string;
}

type Envelope = { readonly name: string } & (
  | { readonly body: Body }
  | { readonly inHeader: HeaderBody }
);

interface Param {
  readonly name: string;
  readonly key: string;
  readonly type:
    | "string"
    | "integer"
    | "decimal"
    | "boolean"
    | "timestamp"
    | "list"
    | "json";
  readonly optional?: true;
  readonly sensitive?: true;
  /** Whether responses have something else instead of the value. */
  readonly withheld?: true;
}

/** Another form of an error: an earlier one, one in another language, or for some numbers. */
interface Form {
  /** The number of the language; 0 is that of the catalog. */
  readonly language: number;
  readonly earlier?: true;
  readonly plural?: Plural;
  readonly statuses?: readonly number[];
  readonly message?: Template;
  readonly fixed?: number;
}

/** The numbers that a form is for. */
interface Plural {
  /** The index of the parameter with the number. */
  readonly param: number;
  /** The number, if it is for just one. */
  readonly exact?: string;
  /** Integers below 200; those above are like the ones with their last two digits. */
  readonly numbers?: {
    readonly ranges: readonly (readonly [number, number])[];
    readonly millions: boolean;
  };
}

interface Entry {
  readonly id: string;
  readonly code?: string | number;
  readonly pattern?: Template;
  readonly subcode?: string;
  readonly statuses: readonly number[];
  readonly envelope?: number;
  readonly message: Template;
  /** The number of bytes that the message fixes. */
  readonly fixed: number;
  readonly freeText?: true;
  readonly params: readonly Param[];
  readonly forms?: readonly Form[];
  /** How long to wait, which header says it, or which parameter. */
  readonly retry?: {
    readonly seconds?: number;
    readonly header?: string;
    readonly param?: string;
    readonly unit?: Unit;
  };
}

interface Catalog {
  /** That of the catalog, and those of its translations. */
  readonly languages: readonly string[];
  /** For each translation, the number of the language whose messages are shown for those that are missing. */
  readonly fallbacks: readonly number[];
  readonly envelopes: readonly Envelope[];
  readonly entries: readonly Entry[];
  /** The entries whose code has placeholders, the most specific first. */
  readonly patterns: readonly number[];
}

/** The headers of a response. */
export type ResponseHeaders =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

// --- JSON, with every value exactly as it is written

interface Json {
  /** `2.50` stays `2.50`. */
  readonly raw: string;
  /** The text of a string. */
  readonly text?: string;
  readonly items?: readonly Json[];
  readonly members?: ReadonlyMap<string, Json>;
}

const TOKEN =
  /[ \t\n\r]*(?:([[\]{},:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null))/y;

/** Parses one value without recursion: a body can be nested to any depth. */
function parseJson(text: string): Json | undefined {
  interface Open {
    readonly start: number;
    readonly items: Json[] | undefined;
    readonly members: Map<string, Json>;
    key: string | undefined;
  }
  const open: Open[] = [];
  let at = 0;
  let whole: Json | undefined;
  // What can come next: a value, or, after one, a comma or an end.
  let expectsValue = true;
  let mayEnd = false;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (token === null) {
      const rest = text.slice(at);
      return open.length === 0 && /^[ \t\n\r]*$/.test(rest) ? whole : undefined;
    }
    at = TOKEN.lastIndex;
    if (whole !== undefined) return undefined;
    const [all, sign, quoted] = token;
    const top = open[open.length - 1];
    let value: Json | undefined;
    if (sign === "{" || sign === "[") {
      if (!expectsValue) return undefined;
      if (top !== undefined && top.items === undefined && top.key === undefined)
        return undefined;
      open.push({
        start: at - 1,
        items: sign === "[" ? [] : undefined,
        members: new Map(),
        key: undefined,
      });
      expectsValue = true;
      mayEnd = true;
      continue;
    } else if (sign === "}" || sign === "]") {
      const isArray = top?.items !== undefined;
      if (top === undefined || isArray !== (sign === "]")) return undefined;
      if (top.key !== undefined || (expectsValue && !mayEnd)) return undefined;
      open.pop();
      const raw = text.slice(top.start, at);
      value =
        top.items !== undefined
          ? { raw, items: top.items }
          : { raw, members: top.members };
    } else if (sign === ",") {
      if (expectsValue || top === undefined) return undefined;
      expectsValue = true;
      mayEnd = false;
      continue;
    } else if (sign === ":") {
      return undefined;
    } else {
      if (!expectsValue) return undefined;
      if (quoted !== undefined) {
        const content: unknown = JSON.parse(quoted);
        // A surrogate without its other half is not a character.
        const chars = String(content).replace(/[\ud800-\udfff]/gu, "\ufffd");
        value = { raw: quoted, text: chars };
        if (top?.items === undefined && top?.key === undefined && top) {
          top.key = value.text;
          const colon = /[ \t\n\r]*:/y;
          colon.lastIndex = at;
          if (!colon.test(text)) return undefined;
          at = colon.lastIndex;
          continue;
        }
      } else {
        value = { raw: all.trimStart() };
      }
    }
    const around = open[open.length - 1];
    if (around === undefined) whole = value;
    else if (around.items !== undefined) around.items.push(value);
    else if (around.key !== undefined) {
      // The last of duplicates counts, like in most parsers.
      around.members.set(around.key, value);
      around.key = undefined;
    } else return undefined;
    expectsValue = false;
    mayEnd = false;
  }
}

const isNumber = (value: Json): boolean => /^[-0-9]/.test(value.raw);
const isBoolean = (value: Json): boolean =>
  value.raw === "true" || value.raw === "false";

/** The text of a string; a number or a boolean as it is written. */
function scalar(value: Json): string | undefined {
  if (value.text !== undefined) return value.text;
  return isNumber(value) || isBoolean(value) ? value.raw : undefined;
}

function walk(value: Json, path: readonly Step[]): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path) {
    if (at === undefined) return undefined;
    if (typeof step !== "string") {
      at = at.items?.find((item) => {
        const member = walk(item, step.member);
        return member !== undefined && isLiteral(member, step.is);
      });
    } else if (at.items !== undefined) {
      at = /^(0|[1-9][0-9]*)$/.test(step) ? at.items[Number(step)] : undefined;
    } else {
      at = at.members?.get(step);
    }
  }
  return at;
}

const withoutZeros = (number: string): string =>
  /^[^eE]*\.[^eE]*$/.test(number) ? number.replace(/\.?0*$/, "") : number;

function isLiteral(value: Json, literal: Literal): boolean {
  if (literal === null || typeof literal === "boolean")
    return value.raw === String(literal);
  if (typeof literal === "string") return value.text === literal;
  return (
    isNumber(value) && withoutZeros(value.raw) === withoutZeros(literal.number)
  );
}

// --- Text

const SPACE =
  /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const SPACES = new RegExp(`^${SPACE.source}*$`);

/** Whether a position is not within a character. */
function isBoundary(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const isPair =
    before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
  return !isPair;
}

const next = (text: string, at: number): number =>
  isBoundary(text, at + 1) ? at + 1 : at + 2;
const previous = (text: string, at: number): number =>
  isBoundary(text, at - 1) ? at - 1 : at - 2;

/** Whether two texts are the same code: a number is equal to the same number in a string. */
const isSameText = (text: string, literal: Literal): boolean =>
  typeof literal === "string"
    ? text === literal
    : literal !== null &&
      typeof literal === "object" &&
      text === literal.number;

function isInteger(text: string): boolean {
  if (!/^(?:0|-?[1-9][0-9]{0,18})$/.test(text)) return false;
  return BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

const isDecimal = (text: string): boolean =>
  /^[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/.test(text);

// --- From a message to the values in it

interface Constraint {
  readonly form: "text" | "integer" | "decimal" | "boolean";
  readonly optional: boolean;
}

const ANY: Constraint = { form: "text", optional: false };

function constraintOf(param: Param | undefined): Constraint {
  switch (param?.type) {
    case "integer":
    case "decimal":
    case "boolean":
      return { form: param.type, optional: param.optional === true };
    default:
      return ANY;
  }
}

function accepts(constraint: Constraint, text: string): boolean {
  if (constraint.form === "text") return true;
  if (text === "") return constraint.optional;
  if (constraint.form === "integer") return isInteger(text);
  if (constraint.form === "decimal") return isDecimal(text);
  return text === "true" || text === "false";
}

/** The values in a text. */
interface Match {
  /** By the index of their parameters. */
  readonly values: readonly (string | undefined)[];
  /** Whether this is the only way to split the text. */
  readonly unique: boolean;
}

/** `unknown`: finding out would take too long. */
type Fit = Match | "no" | "unknown";

type Constraints = (field: number) => Constraint;

interface Placeholder {
  readonly literal: string;
  readonly field: number;
  readonly constraint: Constraint;
  /** Where its value can begin if all before it fit. */
  starts: Uint8Array;
}

/** Finds a literal that ends at or before `end`. */
function find(
  text: string,
  literal: string,
  from: number,
  end: number,
): number {
  if (literal === "") {
    let at = from;
    while (at <= end && !isBoundary(text, at)) at += 1;
    return at <= end ? at : -1;
  }
  if (from > end - literal.length) return -1;
  const at = text.slice(0, end).indexOf(literal, from);
  return at;
}

const literalAt = (template: Template, index: number): string =>
  String(template[index] ?? "");

function matchTemplate(
  template: Template,
  text: string,
  constraints: Constraints,
  filled: boolean,
): Fit {
  const first = literalAt(template, 0);
  if (template.length === 1)
    return text === first ? { values: [], unique: true } : "no";
  const last = literalAt(template, template.length - 1);
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < 0) return "no";
  const values: (string | undefined)[] = [];
  let fits = true;
  let severalWays = false;
  let start = first.length;
  let before: readonly [string, number] | undefined;
  for (let index = 1; index < template.length; index += 2) {
    const field = Number(template[index]);
    const literal = literalAt(template, index + 1);
    if (filled && start >= text.length) return "no";
    const earliest = filled ? next(text, start) : start;
    const isLast = index + 2 === template.length;
    const at = isLast ? end : find(text, literal, earliest, end);
    if (at < earliest) return "no";
    const value = text.slice(start, at);
    const other = values[field];
    if (other !== undefined && other !== value) fits = false;
    values[field] = value;
    if (!accepts(constraints(field), value)) fits = false;
    if (before !== undefined && !severalWays) {
      const latest = filled ? previous(text, at) : at;
      severalWays = find(text, before[0], before[1] + 1, latest) >= 0;
    }
    before = [literal, at];
    start = at + literal.length;
  }
  if (!severalWays) return fits ? { values, unique: true } : "no";
  const leftmost = fits ? { values, unique: false } : undefined;
  return chooseSplit(template, text, constraints, filled, end, leftmost);
}

/** Chooses the split that fits, out of several. */
function chooseSplit(
  template: Template,
  text: string,
  constraints: Constraints,
  filled: boolean,
  end: number,
  leftmost: Match | undefined,
): Fit {
  const placeholders: Placeholder[] = [];
  for (let index = 1; index < template.length; index += 2) {
    const field = Number(template[index]);
    placeholders.push({
      literal: literalAt(template, index - 1),
      field,
      constraint: constraints(field),
      starts: new Uint8Array(0),
    });
  }
  const fields = new Set(placeholders.map((it) => it.field));
  const isRepeated = fields.size < placeholders.length;
  const isLoose = placeholders.every((it) => it.constraint.form === "text");
  if (!isRepeated && isLoose) return leftmost ?? "no";
  if (isRepeated && fields.size === 1)
    return splitEqually(placeholders, text, end);
  // Each placeholder takes one step for each character.
  const patience = { steps: 65_536 + 64 * text.length };
  patience.steps -= placeholders.length * (end + 1);
  if (patience.steps < 0) return leftmost ?? "unknown";
  if (!goForwards(placeholders, text, filled, end)) return "no";
  if (isRepeated)
    return agree(placeholders, text, filled, end, patience, leftmost);
  const latest = goBack(placeholders, text, filled, end, true);
  const earliest = goBack(placeholders, text, filled, end, false);
  const isOnly = latest.every((value, field) => value === earliest[field]);
  return { values: latest, unique: isOnly };
}

/** All placeholders belong to one parameter, so the length of the value follows from that of the text. */
function splitEqually(
  placeholders: readonly Placeholder[],
  text: string,
  end: number,
): Fit {
  let literals = text.length - end;
  for (const it of placeholders) literals += it.literal.length;
  const length = (text.length - literals) / placeholders.length;
  if (length < 0 || !Number.isInteger(length)) return "no";
  const values: string[] = [];
  let at = 0;
  for (const { literal, field, constraint } of placeholders) {
    if (!text.startsWith(literal, at)) return "no";
    at += literal.length;
    const value = text.slice(at, at + length);
    const other = values[field];
    if (other !== undefined && other !== value) return "no";
    if (!accepts(constraint, value)) return "no";
    values[field] = value;
    at += length;
  }
  return at === end ? { values, unique: true } : "no";
}

/** Finds where values can begin. Returns whether the whole text can be split. */
function goForwards(
  placeholders: readonly Placeholder[],
  text: string,
  filled: boolean,
  end: number,
): boolean {
  let ends = new Uint8Array(end + 1);
  ends[0] = 1;
  for (const placeholder of placeholders) {
    const { literal, constraint } = placeholder;
    const starts = new Uint8Array(end + 1);
    let first = -1;
    for (let at = find(text, literal, 0, end); at >= 0; ) {
      if (ends[at] === 1) {
        starts[at + literal.length] = 1;
        if (first < 0) first = at + literal.length;
      }
      at = find(text, literal, at + 1, end);
    }
    placeholder.starts = starts;
    if (first < 0) return false;
    if (constraint.form === "text") {
      ends = new Uint8Array(end + 1);
      ends.fill(1, first + (filled ? 1 : 0));
    } else ends = endsOf(constraint, text, starts, end);
  }
  return ends[end] === 1;
}

/** The states of a decimal: start, sign, digits, point, fraction, exponent, its sign, its digits. */
const DECIMAL_ENDS = 0b1001_0100;

function afterDecimal(states: number, character: string): number {
  const has = (state: number): boolean => (states & (1 << state)) !== 0;
  if (character >= "0" && character <= "9") {
    const whole = has(0) || has(1) || has(2) ? 1 << 2 : 0;
    const fraction = has(3) || has(4) ? 1 << 4 : 0;
    return whole | fraction | (has(5) || has(6) || has(7) ? 1 << 7 : 0);
  }
  if (character === "+" || character === "-")
    return (has(0) ? 1 << 1 : 0) | (has(5) ? 1 << 6 : 0);
  if (character === ".") return has(2) ? 1 << 3 : 0;
  if (character === "e" || character === "E")
    return has(2) || has(4) ? 1 << 5 : 0;
  return 0;
}

/** Where values that begin at these places can end. */
function endsOf(
  constraint: Constraint,
  text: string,
  starts: Uint8Array,
  end: number,
): Uint8Array<ArrayBuffer> {
  const ends = new Uint8Array(end + 1);
  let states = 0;
  for (let at = 0; at <= end; at += 1) {
    const begins = starts[at] === 1;
    if (begins && constraint.optional) ends[at] = 1;
    if (constraint.form === "decimal") {
      if ((states & DECIMAL_ENDS) !== 0) ends[at] = 1;
      states = afterDecimal(begins ? states | 1 : states, text.charAt(at));
    } else if (begins && constraint.form === "integer") {
      const number = /-?[0-9]*/y;
      number.lastIndex = at;
      const longest = Math.min(at + 20, end);
      const stop = Math.min(number.test(text) ? number.lastIndex : at, longest);
      for (let to = at + 1; to <= stop; to += 1)
        if (isInteger(text.slice(at, to))) ends[to] = 1;
    } else if (begins) {
      for (const word of ["true", "false"])
        if (text.startsWith(word, at) && at + word.length <= end)
          ends[at + word.length] = 1;
    }
  }
  return ends;
}

/** Builds one split that fits, from the last value to the first. */
function goBack(
  placeholders: readonly Placeholder[],
  text: string,
  filled: boolean,
  end: number,
  isLatest: boolean,
): (string | undefined)[] {
  const values: (string | undefined)[] = [];
  let to = end;
  for (const placeholder of [...placeholders].reverse()) {
    const start = startOf(placeholder, text, filled, to, isLatest);
    values[placeholder.field] = text.slice(start, to);
    to = start - placeholder.literal.length;
  }
  return values;
}

function startOf(
  { constraint, starts }: Placeholder,
  text: string,
  filled: boolean,
  end: number,
  isLatest: boolean,
): number {
  if (constraint.form === "text") {
    if (!isLatest) return starts.indexOf(1);
    return starts.lastIndexOf(1, filled ? previous(text, end) : end);
  }
  let found = end;
  if (constraint.form === "decimal") {
    if (isLatest && constraint.optional && starts[end] === 1) return end;
    // The states from which the characters that were read complete a number.
    let states = DECIMAL_ENDS;
    for (let at = end - 1; at >= 0 && states !== 0; at -= 1) {
      let leading = 0;
      for (let state = 0; state < 8; state += 1)
        if ((afterDecimal(1 << state, text.charAt(at)) & states) !== 0)
          leading |= 1 << state;
      states = leading;
      if ((states & 1) !== 0 && starts[at] === 1) {
        found = at;
        if (isLatest) break;
      }
    }
    return found;
  }
  for (let at = end; at >= Math.max(0, end - 20); at -= 1) {
    if (starts[at] === 1 && accepts(constraint, text.slice(at, end))) {
      found = at;
      if (isLatest) break;
    }
  }
  return found;
}

/** Finds the split in which all values of a repeated parameter are equal, from the last value to the first. */
function agree(
  placeholders: readonly Placeholder[],
  text: string,
  filled: boolean,
  end: number,
  patience: { steps: number },
  leftmost: Match | undefined,
): Fit {
  const fields = placeholders.map((it) => it.field);
  let sum = 0;
  const known = placeholders.map(({ literal, field }, index) => {
    const same = fields.indexOf(field, index + 1);
    const until = fields.slice(0, index + 1);
    sum += literal.length;
    return {
      same,
      times: until.filter((it) => it === field).length,
      literals: sum,
      isApart: !until.some((it) => fields.includes(it, index + 1)),
      hopeless: new Set<number>(),
      start: 0,
      end: 0,
    };
  });
  const last = placeholders.length - 1;
  let index = last;
  const begin = (at: number, to: number): void => {
    const it = known[at];
    if (it !== undefined) [it.start, it.end] = [to + 1, to];
  };
  const earlier = (at: number): number | undefined => {
    const [placeholder, it] = [placeholders[at], known[at]];
    if (placeholder === undefined || it === undefined) return undefined;
    const same = known[it.same];
    if (same !== undefined) {
      const start = it.end - (same.end - same.start);
      const isSame =
        start >= 0 &&
        start < it.start &&
        placeholder.starts[start] === 1 &&
        text.slice(start, it.end) === text.slice(same.start, same.end);
      return isSame ? start : undefined;
    }
    const room = it.end - it.literals;
    if (room < 0) return undefined;
    const first = it.end - Math.floor(room / it.times);
    for (let start = it.start - 1; start >= first; start -= 1) {
      patience.steps -= 1;
      if (patience.steps < 0) return undefined;
      if (placeholder.starts[start] !== 1) continue;
      const value = text.slice(start, it.end);
      if (placeholder.constraint.form !== "text")
        patience.steps -= value.length;
      if (accepts(placeholder.constraint, value) && !(filled && value === ""))
        return start;
    }
    return undefined;
  };
  let found: (string | undefined)[] | undefined;
  begin(last, end);
  for (;;) {
    patience.steps -= 1;
    const start = earlier(index);
    if (patience.steps < 0) {
      const values = found ?? leftmost?.values;
      return values === undefined ? "unknown" : { values, unique: false };
    }
    const it = known[index];
    if (it === undefined) return "no";
    if (start === undefined) {
      if (found === undefined && it.isApart) it.hopeless.add(it.end);
      if (index === last)
        return found === undefined ? "no" : { values: found, unique: true };
      index += 1;
      continue;
    }
    it.start = start;
    const to = start - (placeholders[index]?.literal.length ?? 0);
    if (index > 0) {
      if (known[index - 1]?.hopeless.has(to) === true) continue;
      index -= 1;
      begin(index, to);
      continue;
    }
    if (found !== undefined) return { values: found, unique: false };
    const values: (string | undefined)[] = [];
    known.forEach((range, at) => {
      values[fields[at] ?? 0] = text.slice(range.start, range.end);
    });
    found = values;
  }
}

// --- Headers

class HeaderLines {
  readonly lines: readonly (readonly [string, string])[];

  constructor(headers: ResponseHeaders) {
    const lines: [string, string][] = [];
    const add = (name: string, value: string): void => {
      const text = value.replace(/^[ \t]+|[ \t]+$/g, "");
      // eslint-disable-next-line no-control-regex
      if (!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text))
        lines.push([name.toLowerCase(), text]);
    };
    if (Symbol.iterator in headers) {
      for (const [name, value] of headers) add(name, value);
    } else {
      for (const [name, value] of Object.entries(headers)) {
        if (typeof value === "string") add(name, value);
        else value?.forEach((it) => add(name, it));
      }
    }
    this.lines = lines;
  }

  get(name: string): string | undefined {
    const lowercase = name.toLowerCase();
    return this.lines.find(([own]) => own === lowercase)?.[1];
  }

  all(name: string): string[] {
    const lowercase = name.toLowerCase();
    return this.lines.filter(([own]) => own === lowercase).map((it) => it[1]);
  }
}

const NO_HEADERS = new HeaderLines([]);

interface Challenge {
  readonly scheme: string;
  readonly isToken: boolean;
  readonly params: (readonly [string, string])[];
}

/** Parses the challenges of `WWW-Authenticate`; what is not valid is skipped up to the next comma. */
function parseChallenges(lines: readonly string[]): Challenge[] {
  const challenges: Challenge[] = [];
  for (const line of lines) {
    let at = 0;
    const eat = (pattern: RegExp): string | undefined => {
      pattern.lastIndex = at;
      const found = pattern.exec(line);
      if (found === null) return undefined;
      at = pattern.lastIndex;
      return found[0];
    };
    const param = (): boolean => {
      const from = at;
      const name = eat(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y);
      if (name === undefined || eat(/[ \t]*=/y) === undefined) {
        at = from;
        return false;
      }
      eat(/[ \t]*/y);
      let value: string | undefined;
      if (line.charAt(at) === '"') {
        const quoted = eat(/"(?:[^"\\]|\\[^])*"/y);
        if (quoted === undefined) at = line.length;
        // eslint-disable-next-line no-control-regex
        else if (!/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(quoted))
          value = quoted.slice(1, -1).replace(/\\([^])/g, "$1");
      } else {
        value = eat(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?=[ \t,]|$)/y);
      }
      const last = challenges[challenges.length - 1];
      if (value !== undefined && last?.isToken === false)
        last.params.push([name, value]);
      return true;
    };
    for (;;) {
      eat(/[ \t,]+/y);
      if (at >= line.length) break;
      if (!param()) {
        const scheme = eat(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?=[ \t,]|$)/y);
        if (scheme !== undefined) {
          eat(/[ \t]+/y);
          const token = eat(/[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y);
          challenges.push({ scheme, isToken: token !== undefined, params: [] });
          if (token === undefined) param();
        }
      }
      eat(/(?:[^",]|"(?:[^"\\]|\\[^])*(?:"|$))*/y);
    }
  }
  return challenges;
}

const challengeParam = (
  challenge: Challenge,
  name: string | undefined,
): string | undefined =>
  name === undefined
    ? undefined
    : challenge.params.find(
        ([own]) => own.toLowerCase() === name.toLowerCase(),
      )?.[1];

// --- The places of an envelope

/** Text of a header, or a value of the body. */
type Found = Json | string;

/** Where places are looked up. */
interface Source {
  readonly error: Json;
  readonly root: Json;
  readonly headers: HeaderLines;
}

const NOTHING: Json = { raw: "" };

function findAt(source: Source, place: Place): Found | undefined {
  if ("pointer" in place) return walk(source.error, place.pointer);
  if ("query" in place) return walk(source.root, place.query);
  if ("header" in place) {
    const value = source.headers.get(place.header);
    return value !== undefined && place.percent === true
      ? percentDecoded(value)
      : value;
  }
  const whole = findAt(source, place.at);
  if (place.captures === undefined && place.case === undefined) return whole;
  const text = whole === undefined ? undefined : textOf(whole);
  if (text === undefined) return undefined;
  const taken =
    place.captures === undefined ? text : capture(place.captures, text);
  if (taken === undefined || place.case === undefined) return taken;
  return readCase(place.case, taken) ?? taken;
}

function percentDecoded(text: string): string {
  const encoder = new TextEncoder();
  const bytes: number[] = [];
  for (const part of text.split(/(%[0-9a-fA-F]{2})/)) {
    if (/^%[0-9a-fA-F]{2}$/.test(part)) bytes.push(parseInt(part.slice(1), 16));
    else bytes.push(...encoder.encode(part));
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    new Uint8Array(bytes),
  );
}

/** Takes a part out of a text with the first pattern that fits. */
function capture(
  captures: readonly (readonly (string | 0 | 1)[])[],
  text: string,
): string | undefined {
  for (const segments of captures) {
    const part = captureWith(segments, text);
    if (part !== undefined) return part === "" ? undefined : part;
  }
  return undefined;
}

function captureWith(
  segments: readonly (string | 0 | 1)[],
  text: string,
): string | undefined {
  let rest = text;
  let part: string | undefined;
  for (const [index, segment] of segments.entries()) {
    if (typeof segment === "string") {
      if (!rest.startsWith(segment)) return undefined;
      rest = rest.slice(segment.length);
      continue;
    }
    const literal = segments[index + 1];
    let taken: string;
    if (literal === undefined) taken = rest;
    else if (typeof literal !== "string") return undefined;
    else if (index + 2 === segments.length) {
      // The end of the text is where the last literal must be.
      if (!rest.endsWith(literal)) return undefined;
      taken = rest.slice(0, rest.length - literal.length);
    } else {
      if (segment === 1 && rest === "") return undefined;
      const end = rest.indexOf(literal, segment === 1 ? next(rest, 0) : 0);
      if (end < 0) return undefined;
      taken = rest.slice(0, end);
    }
    rest = rest.slice(taken.length);
    if (segment === 1) part = taken;
  }
  return rest === "" && part !== "" ? (part ?? "") : undefined;
}

function writeCase(to: Case, code: string): string {
  const words = code.split("_").map((word, index) => {
    const lower = word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const isCapitalized = to === "pascal" || (to === "camel" && index > 0);
    return isCapitalized ? word.slice(0, 1) + lower.slice(1) : lower;
  });
  return words.join(to === "kebab" ? "-" : to === "snake" ? "_" : "");
}

/** The catalog's code of one that was sent in another case. */
function readCase(from: Case, sent: string): string | undefined {
  const isSeparated = from === "kebab" || from === "snake";
  const separator = from === "kebab" ? "-" : "_";
  let code = "";
  for (const letter of sent) {
    if (isSeparated && letter === separator) code += "_";
    else if (/[\p{Alphabetic}\p{N}]/u.test(letter)) {
      if (!isSeparated && /[A-Z]/.test(letter) && code !== "") code += "_";
      code += letter.replace(/[a-z]/, (it) => it.toUpperCase());
    } else return undefined;
  }
  return writeCase(from, code) === sent ? code : undefined;
}

const textOf = (found: Found): string | undefined =>
  typeof found === "string" ? found : scalar(found);

/** A code: a string that is not empty, or a number. */
function codeOf(found: Found | undefined): string | undefined {
  if (found === undefined) return undefined;
  if (typeof found !== "string" && isNumber(found)) {
    const number = found.raw;
    const isWhole = /^-?[0-9]+$/.test(number);
    return isWhole && isInt64(number) ? String(BigInt(number)) : number;
  }
  const text = typeof found === "string" ? found : found.text;
  return text === "" ? undefined : text;
}

const isInt64 = (text: string): boolean =>
  text.length < 400 && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

function first<T>(
  source: Source,
  places: readonly Place[] | undefined,
  read: (found: Found) => T | undefined,
): T | undefined {
  for (const place of places ?? []) {
    const found = findAt(source, place);
    const value = found === undefined ? undefined : read(found);
    if (value !== undefined) return value;
  }
  return undefined;
}

function statusAt(
  source: Source,
  places: readonly Place[] | undefined,
): number | undefined {
  return first(source, places, (found) => {
    const isOther = typeof found !== "string" && isBoolean(found);
    const text = isOther ? undefined : textOf(found);
    const isWritten = typeof found !== "string" && isNumber(found);
    const trimmed = isWritten ? text : trim(text ?? "");
    if (trimmed === undefined || !/^\+?[0-9]+$/.test(trimmed)) return undefined;
    const status = Number(trimmed);
    return status < 65_536 ? status : undefined;
  });
}

const trim = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

const jsonAt = (source: Source, place: Place): Json | undefined => {
  const found = findAt(source, place);
  return typeof found === "string" ? undefined : found;
};

const jsonIn = (
  source: Source,
  places: readonly Place[] | undefined,
): Json | undefined =>
  first(source, places, (found) =>
    typeof found === "string" ? undefined : found,
  );

/** The elements of an array, or one value; `null` is none. */
function errorsAt(value: Json): readonly Json[] {
  return value.items ?? (value.raw === "null" ? [] : [value]);
}

/** Whether a value of the response shows that it is not an error. */
function showsSuccess(body: Body, source: Source, isElement: boolean): boolean {
  return (body.success ?? []).some((success) => {
    if ("code" in success) {
      return (body.code ?? []).some((place) => {
        const found = findAt(source, place);
        if (found === undefined) return false;
        const text = textOf(found);
        return (
          (typeof found !== "string" && isLiteral(found, success.code)) ||
          (text !== undefined && isSameText(text, success.code))
        );
      });
    }
    // Everything outside an element of an array is the same for all of them.
    if (isElement && ("query" in success.at || "header" in success.at))
      return false;
    const found = findAt(source, success.at);
    if (found === undefined) return false;
    return typeof found === "string"
      ? isSameText(found, success.is)
      : isLiteral(found, success.is);
  });
}

// --- The parts of an error

interface Parts {
  readonly body?: Body;
  readonly source?: Source;
  readonly inHeader?: HeaderBody;
  readonly challenge?: Challenge;
  readonly headerValue?: string;
  readonly envelope: number | undefined;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly status: number | undefined;
  /** A parameter that is outside the error, such as the key of an object of errors. */
  readonly given?: { readonly param: string; readonly value: string };
  /** Whether the response can contain other errors, so that its status is not that of this one. */
  readonly isAmongOthers: boolean;
  readonly lacksCode: boolean;
  readonly isElement: boolean;
  readonly within?: CausesAt;
}

const sameCode = (own: string, sent: string): boolean =>
  own === sent ||
  (/^[+-]?[0-9]+$/.test(own) &&
    /^[+-]?[0-9]+$/.test(sent) &&
    sent.length < 400 &&
    BigInt(own) === BigInt(sent));

/** What is looked up in a catalog. */
class Index {
  readonly catalog: Catalog;
  readonly byId = new Map<string, Entry>();
  readonly byCode = new Map<string, Entry[]>();
  /** The entries without a code. */
  readonly nameless: Entry[] = [];
  readonly withForms: readonly Entry[];
  readonly wide: readonly Entry[];
  readonly hasSubcodes: boolean;
  readonly isGuarded: boolean;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    const { entries } = catalog;
    const add = (entry: Entry): void => {
      this.byId.set(entry.id, entry);
      if (entry.pattern !== undefined) return;
      if (entry.code === undefined) this.nameless.push(entry);
      else {
        const code = String(entry.code);
        const same = this.byCode.get(code);
        if (same === undefined) this.byCode.set(code, [entry]);
        else same.push(entry);
      }
    };
    // Free text matches every message that no other entry matches.
    entries.filter((it) => it.freeText === true).forEach(add);
    entries.filter((it) => it.freeText !== true).forEach(add);
    this.withForms = entries.filter((it) =>
      it.forms?.some((form) => form.message !== undefined),
    );
    this.wide = entries.filter((it) => it.freeText === true || it.fixed === 0);
    this.hasSubcodes = entries.some((it) => it.subcode !== undefined);
    this.isGuarded = entries.some((it) => hasSensitive(it));
  }

  /** The entries with exactly this code, or else those whose code with placeholders it is. */
  withCode(code: string): readonly Entry[] {
    return this.byCode.get(code) ?? this.withPattern(code);
  }

  withPattern(code: string): Entry[] {
    if (SPACE.test(code)) return [];
    const all = this.catalog.patterns.map((it) => this.catalog.entries[it]);
    return all.filter(
      (entry): entry is Entry =>
        entry?.pattern !== undefined &&
        matchTemplate(entry.pattern, code, () => ANY, true) !== "no",
    );
  }

  /** The entries with the code of the response and, if there are any, its subcode. */
  candidates(parts: Parts): readonly Entry[] {
    const entries = this.withCode(parts.code ?? "");
    if (!this.hasSubcodes) return entries;
    const { body, source } = parts;
    const sent =
      body === undefined || source === undefined
        ? undefined
        : first(source, body.subcode, codeOf);
    const isSent = ({ subcode }: Entry): boolean =>
      subcode !== undefined && sent !== undefined && sameCode(subcode, sent);
    const isKnown = entries.some(isSent);
    return entries.filter((it) =>
      isKnown ? isSent(it) : it.subcode === undefined,
    );
  }
}

const hasSensitive = (entry: Entry): boolean =>
  entry.params.some((it) => it.sensitive === true);

function codeAt(index: Index, body: Body, source: Source): string | undefined {
  const codes = (body.code ?? []).map((place) => codeOf(findAt(source, place)));
  const sent = codes.filter((code) => code !== undefined);
  return sent.find((code) => index.withCode(code).length > 0) ?? sent[0];
}

function partsOf(
  body: Body,
  source: Source,
  code: string | undefined,
  message: string | undefined,
  lacksCode: boolean,
): Parts {
  return {
    body,
    source,
    envelope: undefined,
    code,
    message,
    status: statusAt(source, body.status),
    isAmongOthers: false,
    lacksCode,
    isElement: false,
  };
}

/** The parts of an error, if it has a code, or a message if the envelope has no place for a code. */
function partsInBody(
  index: Index,
  body: Body,
  source: Source,
): Parts | undefined {
  const code = codeAt(index, body, source);
  const message = first(source, body.message, textOf);
  const hasPlace = (body.code ?? []).length > 0;
  const isThere = hasPlace ? code !== undefined : message !== undefined;
  return isThere ? partsOf(body, source, code, message, false) : undefined;
}

function partsWithoutCode(body: Body, source: Source): Parts | undefined {
  const message = first(source, body.message, textOf);
  if (message === undefined || SPACES.test(message)) return undefined;
  return partsOf(body, source, undefined, message, true);
}

/** The parts of an error that is certainly one: a message is enough. A string is the message alone. */
function partsOfError(
  index: Index,
  body: Body,
  source: Source,
): Parts | undefined {
  const { text } = source.error;
  const place = body.message?.[0];
  const isMessage =
    place !== undefined && "pointer" in place && place.pointer.length === 0;
  if (text !== undefined && !SPACES.test(text) && !isMessage)
    return partsOf(body, source, undefined, text, true);
  return partsInBody(index, body, source) ?? partsWithoutCode(body, source);
}

function partsInElement(
  index: Index,
  body: Body,
  source: Source,
): Parts | undefined {
  if (showsSuccess(body, source, true)) return undefined;
  const parts = partsOfError(index, body, source);
  return parts && { ...parts, isElement: true };
}

/** The elements of the array of errors. */
function listOf(body: Body, source: Source): readonly Json[] | undefined {
  const list = first(source, body.errors, (found) =>
    typeof found !== "string" && (found.items ?? found.members) !== undefined
      ? found
      : undefined,
  );
  return list && errorsAt(list);
}

function partsInList(
  index: Index,
  body: Body,
  source: Source,
): Parts | undefined {
  const list = listOf(body, source);
  for (const [at, error] of (list ?? []).entries()) {
    const parts = partsInElement(index, body, { ...source, error });
    if (parts !== undefined)
      return { ...parts, isAmongOthers: at + 1 < (list ?? []).length };
  }
  return undefined;
}

function partsInHeader(
  header: HeaderBody,
  headers: HeaderLines,
): Parts | undefined {
  const parts = {
    inHeader: header,
    envelope: undefined,
    code: undefined,
    message: undefined,
    status: undefined,
    isAmongOthers: false,
    lacksCode: false,
    isElement: false,
  };
  if (header.scheme === undefined) {
    const headerValue = headers.get(header.header);
    return headerValue === undefined ? undefined : { ...parts, headerValue };
  }
  const scheme = header.scheme.toLowerCase();
  const challenge = parseChallenges(headers.all(header.header)).find(
    (it) =>
      it.scheme.toLowerCase() === scheme &&
      challengeParam(it, header.code ?? header.message) !== undefined,
  );
  if (challenge === undefined) return undefined;
  const code = challengeParam(challenge, header.code);
  const message = challengeParam(challenge, header.message);
  return { ...parts, challenge, code: code === "" ? undefined : code, message };
}

// --- The document

interface Document {
  readonly json: Json | undefined;
  readonly headers: HeaderLines;
  readonly format: Body["format"];
  readonly foreign: ForeignReason;
}

/** Why a response is in none of the catalog's envelopes. */
export type ForeignReason = "empty" | "not-json" | "other-json" | "success";

/** The envelope of a catalog without envelopes. */
const PLAIN: Body = {
  code: [{ pointer: ["code"] }],
  message: [{ pointer: ["message"] }],
};

/** Whether a place is in a header. */
const isInHeader = (place: Place): boolean =>
  "at" in place ? isInHeader(place.at) : "header" in place;

function sourceOf(document: Document, body: Body): Source | undefined {
  if (body.format !== document.format) return undefined;
  const { json, headers } = document;
  if (json !== undefined) return { error: json, root: json, headers };
  const places = [body.code, body.message].flatMap((it) => it ?? []);
  return places.some(isInHeader)
    ? { error: NOTHING, root: NOTHING, headers }
    : undefined;
}

/** Returns the only entry without a code and a message that is sent without a body with this status. */
function entryWithoutBody(
  index: Index,
  envelope: number,
  status: number,
): Entry | undefined {
  const found = index.catalog.entries.filter(
    (entry) =>
      (entry.envelope ?? 0) === envelope &&
      entry.code === undefined &&
      entry.pattern === undefined &&
      entry.params.every((it) => it.optional === true) &&
      entry.statuses.includes(status),
  );
  return found.length === 1 ? found[0] : undefined;
}

type Finding = Parts | { readonly success: number };

/** Returns the parts in the first envelope that the response fits. */
function findParts(
  index: Index,
  document: Document,
  status: number,
): Finding | undefined {
  const { envelopes } = index.catalog;
  if (envelopes.length === 0) {
    const source = sourceOf(document, PLAIN);
    return source && partsInBody(index, PLAIN, source);
  }
  for (const [at, envelope] of envelopes.entries()) {
    let parts: Parts | undefined;
    if ("inHeader" in envelope)
      parts = partsInHeader(envelope.inHeader, document.headers);
    else {
      const { body } = envelope;
      const source = sourceOf(document, body);
      if (source === undefined) continue;
      if (showsSuccess(body, source, false)) return { success: at };
      if (body.format === "empty") {
        const entry = entryWithoutBody(index, at, status);
        parts = entry && partsOf(body, source, undefined, undefined, true);
      } else
        parts = (body.errors === undefined ? partsInBody : partsInList)(
          index,
          body,
          source,
        );
    }
    if (parts !== undefined) return { ...parts, envelope: at };
  }
  return undefined;
}

/** The parts in the other envelopes that the body fits as well. */
function partsElsewhere(
  index: Index,
  parts: Parts,
  document: Document,
): Parts[] {
  const found: Parts[] = [];
  for (const [at, envelope] of index.catalog.envelopes.entries()) {
    if (at === parts.envelope || !("body" in envelope)) continue;
    const { body } = envelope;
    // An error with a code is never sent in an envelope without one.
    if (parts.code !== undefined && body.code === undefined) continue;
    const source = sourceOf(document, body);
    if (source === undefined) continue;
    const read = body.errors === undefined ? partsInBody : partsInList;
    const other = read(index, body, source);
    if (other !== undefined) found.push({ ...other, envelope: at });
  }
  return found;
}

function findWithoutCode(
  index: Index,
  document: Document,
  isError: (parts: Parts) => boolean,
): Parts | undefined {
  const bodies: [Body, number | undefined][] =
    index.catalog.envelopes.length === 0
      ? [[PLAIN, undefined]]
      : index.catalog.envelopes.flatMap((it, at) =>
          "body" in it && it.body.errors === undefined ? [[it.body, at]] : [],
        );
  for (const [body, envelope] of bodies) {
    const source = sourceOf(document, body);
    const parts = source && partsWithoutCode(body, source);
    if (parts !== undefined && isError(parts)) return { ...parts, envelope };
  }
  return undefined;
}

/** Whether parts without a code are an error: there is a member for the code, or the status is that of one. */
function isErrorWithoutCode(parts: Parts, status: number): boolean {
  const { body, source } = parts;
  if (body === undefined || source === undefined) return false;
  const sent = parts.status ?? status;
  const hasCode = (body.code ?? []).some(
    (place) => findAt(source, place) !== undefined,
  );
  return hasCode || sent < 200 || sent >= 300;
}

// --- Which entry it is

interface Choice {
  readonly entry: Entry;
  readonly fit: "other" | "unread" | "missing" | "free" | "form" | "current";
  readonly form?: Form;
  readonly match?: Match;
  readonly status: number;
}

const documents = (entry: Entry, status: number | undefined): boolean =>
  status !== undefined && entry.statuses.includes(status);

const history = (entry: Entry): readonly Form[] =>
  (entry.forms ?? []).filter((it) => it.earlier === true);

const isInEnvelopeOf = (parts: Parts, entry: Entry): boolean =>
  parts.envelope === undefined ||
  entry.envelope === undefined ||
  parts.envelope === entry.envelope;

const mayBe = (parts: Parts, entry: Entry): boolean =>
  !parts.lacksCode || (entry.code === undefined && entry.pattern === undefined);

const statusesOf = (parts: Parts, http: number): readonly number[] => [
  parts.status ?? http,
  http,
];

function statusFit(
  entry: Entry,
  body: number | undefined,
  http: number,
): number {
  const isOld = (status: number | undefined): boolean =>
    status !== undefined &&
    history(entry).some((it) => it.statuses?.includes(status));
  if (documents(entry, body)) return 3;
  if (documents(entry, http)) return 2;
  return isOld(body) || isOld(http) ? 1 : 0;
}

/** Reads the values from a message, in a form of the error or in the current one. */
function matchMessage(entry: Entry, form: Form | undefined, text: string): Fit {
  const match = matchTemplate(
    form?.message ?? entry.message,
    text,
    (field) => constraintOf(entry.params[field]),
    false,
  );
  if (typeof match === "string" || form?.earlier === true) return match;
  return checkNumber(entry, form, match);
}

const pluralForms = (entry: Entry, language: number): readonly Form[] =>
  (entry.forms ?? []).filter(
    (it) => it.language === language && it.plural !== undefined,
  );

/** Whether a number, as text, is one of those that a form is for. */
function isFor({ numbers }: Plural, text: string): boolean {
  if (numbers === undefined || !/^-?[0-9]+$/.test(text)) return false;
  const digits = text.replace(/^-?0*/, "");
  if (digits.length > 6 && digits.endsWith("000000")) return numbers.millions;
  const isSmall = digits.length < 3 || (digits.length === 3 && digits < "200");
  const number = isSmall ? Number(digits) : 100 + Number(digits.slice(-2));
  return numbers.ranges.some(([from, to]) => from <= number && number <= to);
}

/** The form that a number asks for; none for the one for all others. */
function formOfNumber(
  entry: Entry,
  language: number,
  number: string,
): Form | undefined {
  const forms = pluralForms(entry, language);
  return (
    forms.find((it) => it.plural?.exact === number) ??
    forms.find((it) => it.plural !== undefined && isFor(it.plural, number))
  );
}

/** Checks that the number in a message asks for the form that the message fits. */
function checkNumber(entry: Entry, form: Form | undefined, match: Match): Fit {
  const language = form?.language ?? 0;
  const param = pluralForms(entry, language)[0]?.plural?.param;
  if (param === undefined) return match;
  const own = form?.plural === undefined ? undefined : form;
  const number = match.values[param];
  if (number === undefined) {
    const exact = own?.plural?.exact;
    if (exact === undefined) return match;
    const values = [...match.values];
    values[param] = exact;
    return { ...match, values };
  }
  if (formOfNumber(entry, language, number) === own) return match;
  // Another way to split the message may have a number that asks for the form.
  return match.unique ? "no" : "unknown";
}

function matchForms(
  entry: Entry,
  forms: readonly Form[],
  message: string,
  statuses: readonly number[],
): readonly [Form, Match] | undefined {
  for (const form of forms) {
    const had = form.statuses ?? [];
    if (had.length > 0 && !statuses.some((it) => had.includes(it))) continue;
    if (form.message === undefined) continue;
    const match = matchMessage(entry, form, message);
    if (typeof match !== "string") return [form, match];
  }
  return undefined;
}

function chooseForm(entry: Entry, parts: Parts, http: number): Choice {
  const status = statusFit(entry, parts.status, http);
  if (entry.freeText === true) return { entry, fit: "free", status };
  if (parts.message === undefined) return { entry, fit: "missing", status };
  const current = matchMessage(entry, undefined, parts.message);
  const forms = entry.forms ?? [];
  if (forms.length > 0) {
    const statuses = statusesOf(parts, http);
    const hasStatus =
      statuses.some((it) => documents(entry, it)) ||
      history(entry).some(
        (it) =>
          it.message === undefined &&
          it.statuses?.some((old) => statuses.includes(old)),
      );
    const isCurrent =
      typeof current !== "string" && isInEnvelopeOf(parts, entry) && hasStatus;
    if (!isCurrent) {
      const others = typeof current === "string" ? forms : history(entry);
      const found = matchForms(entry, others, parts.message, statuses);
      if (found !== undefined) {
        const [form, match] = found;
        return { entry, fit: "form", form, match, status };
      }
    }
  }
  if (current === "no") return { entry, fit: "other", status };
  if (current === "unknown") return { entry, fit: "unread", status };
  return { entry, fit: "current", match: current, status };
}

function codeFit(entry: Entry, code: string | undefined): Fit {
  if (entry.pattern === undefined) return { values: [], unique: true };
  if (code === undefined || SPACE.test(code)) return "no";
  return matchTemplate(
    entry.pattern,
    code,
    (field) => ({ ...constraintOf(entry.params[field]), optional: false }),
    true,
  );
}

/** What makes a choice better than another, in this order. */
function rank(choice: Choice, parts: Parts): readonly number[] {
  const order = {
    other: 0,
    unread: 0,
    missing: 1,
    free: 2,
    form: 3,
    current: 3,
  };
  const message = order[choice.fit];
  const isConstant = choice.entry.message.length === 1;
  return [
    codeFit(choice.entry, parts.code) === "no" ? 0 : 1,
    message >= 2 || (isConstant && choice.entry.freeText !== true) ? 1 : 0,
    isInEnvelopeOf(parts, choice.entry) ? 1 : 0,
    choice.status,
    message,
  ];
}

function literalOf(choice: Choice): number {
  if (choice.fit === "form") return 2 * (choice.form?.fixed ?? 0);
  return choice.fit === "current" ? 2 * choice.entry.fixed + 1 : 0;
}

function isBetter(choice: Choice, other: Choice, parts: Parts): boolean {
  const [own, others] = [rank(choice, parts), rank(other, parts)];
  for (const [at, value] of own.entries())
    if (value !== others[at]) return value > (others[at] ?? 0);
  const knows = (it: Choice): boolean => !hasMembersOfOthers(it.entry, parts);
  const isLonger = literalOf(choice) > literalOf(other);
  if (knows(other) && !isLonger) return false;
  return (!knows(other) && isLonger) || knows(choice);
}

const best = (choices: readonly Choice[], parts: Parts): Choice | undefined =>
  choices.reduce<Choice | undefined>(
    (known, choice) =>
      known === undefined || isBetter(choice, known, parts) ? choice : known,
    undefined,
  );

/** Whether there is a member for a parameter that the entry does not have. */
function hasMembersOfOthers(entry: Entry, parts: Parts): boolean {
  const isOthers = (name: string): boolean =>
    entry.params.every((it) => it.name !== name);
  const { body, source, inHeader, challenge } = parts;
  if (inHeader !== undefined && challenge !== undefined)
    return inHeader.params.some(
      ([name, at]) =>
        isOthers(name) && challengeParam(challenge, at) !== undefined,
    );
  const params = body?.params;
  if (params === undefined || source === undefined) return false;
  if ("object" in params) {
    const place = params.object;
    const object = jsonAt(source, place);
    const pointer = "pointer" in place ? place.pointer : undefined;
    const isShared =
      pointer?.length === 0 ||
      (body?.code ?? []).some(
        (code) =>
          pointer !== undefined &&
          "pointer" in code &&
          pointer.every((step, at) => code.pointer[at] === step),
      );
    const names = [...(object?.members?.keys() ?? [])].slice(0, 32);
    return !isShared && names.some(isOthers);
  }
  if ("pairs" in params) {
    const pairs = jsonAt(source, params.pairs)?.items ?? [];
    return pairs.slice(0, 32).some((pair) => {
      const name = walk(pair, params.name)?.text;
      return name !== undefined && isOthers(name);
    });
  }
  return params.each.some(
    ([name, places]) =>
      isOthers(name) &&
      places.some((place) => findAt(source, place) !== undefined),
  );
}

const sentInHeader = (index: Index, parts: Parts, http: number): Entry[] =>
  index.catalog.entries.filter((entry) => {
    const own = index.catalog.envelopes[entry.envelope ?? -1];
    const isOwn =
      own !== undefined && "inHeader" in own && own.inHeader === parts.inHeader;
    return isOwn && documents(entry, http);
  });

/** Returns the entry that fits best. */
function choose(index: Index, parts: Parts, http: number): Choice | undefined {
  if (parts.headerValue !== undefined) {
    const entry = sentInHeader(index, parts, http)[0];
    const fit = entry?.freeText === true ? "free" : "missing";
    return entry && { entry, fit, status: 2 };
  }
  if (parts.body?.format === "empty" && parts.envelope !== undefined) {
    const entry = entryWithoutBody(index, parts.envelope, http);
    const status = entry ? statusFit(entry, parts.status, http) : 0;
    return entry && { entry, fit: "missing", status };
  }
  if (parts.code === undefined) return chooseByMessage(index, parts, http);
  const choices = index
    .candidates(parts)
    .map((entry) => chooseForm(entry, parts, http));
  return best(choices, parts);
}

function chooseByMessage(
  index: Index,
  parts: Parts,
  http: number,
): Choice | undefined {
  const { message } = parts;
  if (message === undefined) return undefined;
  const choices: Choice[] = [];
  const statuses = statusesOf(parts, http);
  for (const entry of index.catalog.entries) {
    if (index.wide.includes(entry) || !mayBe(parts, entry)) continue;
    const match = matchMessage(entry, undefined, message);
    const status = statusFit(entry, parts.status, http);
    if (match === "unknown") choices.push({ entry, fit: "unread", status });
    else if (match !== "no")
      choices.push({ entry, fit: "current", match, status });
  }
  for (const entry of index.withForms) {
    if (!mayBe(parts, entry)) continue;
    const found = matchForms(entry, entry.forms ?? [], message, statuses);
    if (found === undefined) continue;
    const [form, match] = found;
    const status = statusFit(entry, parts.status, http);
    choices.push({ entry, fit: "form", form, match, status });
  }
  const found = best(choices, parts);
  if (found !== undefined) return found;
  for (const status of [parts.status, http]) {
    const entry = index.nameless.find((it) => documents(it, status));
    if (entry?.freeText === true)
      return {
        entry,
        fit: "free",
        status: statusFit(entry, parts.status, http),
      };
  }
  for (const entry of index.wide) {
    const isSent =
      entry.freeText !== true &&
      isInEnvelopeOf(parts, entry) &&
      statuses.some((it) => documents(entry, it));
    if (!isSent) continue;
    const match = matchMessage(entry, undefined, message);
    if (typeof match === "string") continue;
    const status = statusFit(entry, parts.status, http);
    return { entry, fit: "current", match, status };
  }
  return undefined;
}

// --- The values of its parameters

/** Converts text to a parameter's type. */
function fromText(text: string, type: Param["type"]): Value {
  switch (type) {
    case "integer": {
      if (!/^[+-]?[0-9]+$/.test(text) || text.length > 400) return undefined;
      // A number that JavaScript cannot hold is not read, rather than changed.
      const number = Number(text) + 0;
      return Number.isSafeInteger(number) ? number || 0 : undefined;
    }
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "decimal":
      return isDecimal(text) ? text : undefined;
    case "list":
      return text === "" ? [] : text.split(", ");
    default:
      return text;
  }
}

const wholeText = (value: Json): string => scalar(value) ?? value.raw;

function fromFound(found: Found, type: Param["type"]): Value {
  if (typeof found === "string") return fromText(found, type);
  if (type === "json") return found.raw;
  if (found.raw === "null") return undefined;
  if (type === "list") return found.items?.map(wholeText) ?? [wholeText(found)];
  return fromText(wholeText(found), type);
}

const fromChallenge = (text: string | undefined, type: Param["type"]): Value =>
  text === undefined
    ? undefined
    : type === "list"
      ? text.split(" ").filter((it) => it !== "")
      : fromText(text, type);

const isSame = (left: Value, right: Value): boolean =>
  typeof left === "object" && typeof right === "object"
    ? left.length === right.length && left.every((it, at) => it === right[at])
    : left === right;

/** The value of a member or of a challenge's parameter. */
function structured(parts: Parts, param: Param): Value {
  const { body, source, inHeader, challenge, headerValue, given } = parts;
  if (given?.param === param.name) return fromText(given.value, param.type);
  if (inHeader !== undefined) {
    if (headerValue !== undefined)
      return inHeader.value === param.name
        ? fromText(headerValue, param.type)
        : undefined;
    const at = inHeader.params.find(([name]) => name === param.name)?.[1];
    return (
      challenge && fromChallenge(challengeParam(challenge, at), param.type)
    );
  }
  const params = body?.params;
  if (params === undefined || source === undefined) return undefined;
  const read = (found: Found): Value => fromFound(found, param.type);
  if ("object" in params) {
    const member = jsonAt(source, params.object)?.members?.get(param.name);
    return member && read(member);
  }
  if ("each" in params) {
    const places = params.each.find(([name]) => name === param.name)?.[1];
    return first<Exclude<Value, undefined>>(source, places, read);
  }
  for (const pair of jsonAt(source, params.pairs)?.items ?? []) {
    if (walk(pair, params.name)?.text !== param.name) continue;
    const value = walk(pair, params.value);
    const found = value && read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Values {
  readonly values: readonly Value[];
  /** Whether all values that the error needs are there. */
  readonly areThere: boolean;
  readonly areCertain: boolean;
  /** Whether the code and the message can be split in one way only. */
  readonly areCutInOneWay: boolean;
}

function valuesOf(
  choice: Choice,
  parts: Parts,
  message: Match | undefined,
): Values {
  const { entry } = choice;
  const matchedCode =
    entry.pattern === undefined ? undefined : codeFit(entry, parts.code);
  const code = typeof matchedCode === "string" ? undefined : matchedCode;
  let usedMessage = false;
  let isLoose = false;
  let isGuessed = false;
  let agrees = true;
  const inMatch = (
    match: Match | undefined,
    at: number,
    param: Param,
  ): Value => {
    const text = match?.values[at];
    return text === undefined ? undefined : fromText(text, param.type);
  };
  const hasSame = (
    match: Match | undefined,
    at: number,
    own: Value,
  ): boolean => {
    const text = match?.unique === true ? match.values[at] : undefined;
    return text === undefined || isShownAs(own, text);
  };
  let areThere = true;
  const values = entry.params.map((param, at) => {
    const own = structured(parts, param);
    const inCode = inMatch(code, at, param);
    if (own !== undefined) {
      agrees &&= hasSame(code, at, own) && hasSame(message, at, own);
    } else if (inCode !== undefined) agrees &&= hasSame(message, at, inCode);
    let value = own ?? inCode;
    if (value === undefined) {
      if (message !== undefined) value = inMatch(message, at, param);
      else if (choice.fit === "free" && param.name === "message") {
        isGuessed ||= parts.message === undefined;
        value = parts.message ?? "";
      }
      if (value !== undefined) {
        usedMessage = true;
        isLoose ||= typeof value === "object" && value.length !== 1;
      }
    }
    const shown = typeof value === "object" ? value.join() : value;
    if (param.withheld === true && shown === "[redacted]") value = undefined;
    if (value === undefined && param.optional !== true) areThere = false;
    return value;
  });
  const areCutInOneWay =
    (!usedMessage || message?.unique !== false) && code?.unique !== false;
  return {
    values,
    areThere,
    areCutInOneWay,
    areCertain: !isLoose && !isGuessed && areCutInOneWay && agrees,
  };
}

function isShownAs(value: Value, text: string): boolean {
  if (typeof value === "number") return fromText(text, "integer") === value;
  if (typeof value === "object") return value.join(", ") === text;
  return value === undefined ? text === "" : String(value) === text;
}

// --- Whether it could be another error

/** An entry in one of its forms: the current one, an earlier one, or one in another language. */
interface Reading {
  readonly entry: Entry;
  readonly form: Form | undefined;
}

const readingsOf = (entry: Entry): Reading[] => [
  { entry, form: undefined },
  ...(entry.forms ?? []).map((form) => ({ entry, form })),
];

const isFreeText = ({ entry, form }: Reading): boolean =>
  entry.freeText === true && form?.message === undefined;

const matchReading = (reading: Reading, message: string): Fit =>
  isFreeText(reading)
    ? "no"
    : matchMessage(reading.entry, reading.form, message);

/** The respects in which a response is not as a reading documents it, as bits. */
function deviation(
  reading: Reading,
  fit: Fit,
  parts: Parts,
  http: number,
): number {
  const { entry, form } = reading;
  const hasPlace =
    parts.body !== undefined
      ? (parts.body.message ?? []).length > 0
      : parts.challenge !== undefined && parts.inHeader?.message !== undefined;
  const message =
    parts.message === undefined
      ? hasPlace
      : !isFreeText(reading) && fit === "no";
  const status = parts.status ?? (parts.isAmongOthers ? undefined : http);
  const earlier = form?.statuses ?? [];
  const documented = earlier.length > 0 ? earlier : entry.statuses;
  const isOther =
    status !== undefined &&
    documented.length > 0 &&
    !documented.includes(status);
  const isOld = form?.earlier === true;
  return (
    (message ? 1 : 0) |
    (isOther ? 2 : 0) |
    (!isOld && !isInEnvelopeOf(parts, entry) ? 4 : 0) |
    (hasMembersOfOthers(entry, parts) ? 8 : 0)
  );
}

const deviationOf = (reading: Reading, parts: Parts, http: number): number => {
  const { message } = parts;
  const isRead = message !== undefined && !isFreeText(reading);
  const fit = isRead ? matchReading(reading, message) : "no";
  return deviation(reading, fit, parts, http);
};

const excludes = (own: number, other: number): boolean =>
  (own & other) === own && own !== other;

function deviationOfChoice(choice: Choice, parts: Parts, http: number): number {
  const { entry, form } = choice;
  const isOther = choice.fit === "other" || choice.fit === "missing";
  const fit: Fit = isOther
    ? "no"
    : choice.fit === "unread"
      ? "unknown"
      : { values: [], unique: true };
  const own = deviation({ entry, form }, fit, parts, http);
  if (form?.earlier === true) return own;
  // A form that differs only in its statuses gives the same error.
  const same = history(entry).filter((it) => it.message === undefined);
  const others = same.map((it) =>
    deviation({ entry, form: it }, fit, parts, http),
  );
  return others.find((other) => excludes(other, own)) ?? own;
}

/** The readings that a response was compared with. */
function considered(
  index: Index,
  parts: Parts,
  http: number,
): readonly Reading[] {
  if (parts.headerValue !== undefined)
    return sentInHeader(index, parts, http).flatMap(readingsOf);
  const { code } = parts;
  if (code !== undefined) {
    const entries = [...index.candidates(parts), ...index.withPattern(code)];
    const fitting = entries.filter((it) => codeFit(it, code) !== "no");
    return fitting.flatMap(readingsOf);
  }
  const message = parts.message ?? "";
  const current = index.catalog.entries
    .filter((it) => !index.wide.includes(it) && mayBe(parts, it))
    .filter((it) => matchMessage(it, undefined, message) !== "no")
    .map((entry) => ({ entry, form: undefined }));
  const others = [...index.withForms, ...index.wide].flatMap(readingsOf);
  return [...current, ...others];
}

/** Whether the response could have been sent as another entry that counts, or as another form of the chosen one. */
function areDoubtsLeft(
  index: Index,
  choice: Choice,
  parts: Parts,
  own: Values,
  document: Document | undefined,
  http: number,
  isAnyText: boolean,
  counts: (entry: Entry) => boolean,
): boolean {
  const chosen = deviationOfChoice(choice, parts, http);
  const isLeft = (other: number): boolean =>
    !excludes(chosen, isAnyText ? other & ~1 : other);
  const isRival = (reading: Reading, at: Parts): boolean =>
    reading.entry !== choice.entry &&
    counts(reading.entry) &&
    isLeft(deviationOf(reading, at, http));
  if (considered(index, parts, http).some((it) => isRival(it, parts)))
    return true;
  if (isAnyText && parts.code === undefined) {
    const entries = index.catalog.entries.filter((it) => mayBe(parts, it));
    if (entries.flatMap(readingsOf).some((it) => isRival(it, parts)))
      return true;
  }
  if (counts(choice.entry) && formsDiffer(choice, parts, own, http, isLeft))
    return true;
  if (document === undefined || index.catalog.envelopes.length < 2)
    return false;
  return partsElsewhere(index, parts, document).some((at) => {
    const other = choose(index, at, http);
    if (other === undefined) return false;
    const givesOthers =
      other.entry !== choice.entry || other.entry.params.length > 0;
    return (
      (givesOthers &&
        counts(other.entry) &&
        isLeft(deviationOfChoice(other, at, http))) ||
      considered(index, at, http).some((it) => isRival(it, at))
    );
  });
}

/** Whether another form of the entry gives other values and is not ruled out. */
function formsDiffer(
  choice: Choice,
  parts: Parts,
  own: Values,
  http: number,
  isLeft: (deviation: number) => boolean,
): boolean {
  if ((choice.entry.forms ?? []).length === 0) return false;
  const message = parts.message ?? "";
  return readingsOf(choice.entry).some((reading) => {
    if (choice.form?.message === reading.form?.message) return false;
    const fit = matchReading(reading, message);
    if (!isLeft(deviation(reading, fit, parts, http))) return false;
    if (fit === "no") return isFreeText(reading) && choice.fit !== "free";
    if (fit === "unknown") return true;
    const other = valuesOf(choice, parts, fit);
    const isEqual = own.values.every((it, at) => isSame(it, other.values[at]));
    return !isEqual || !other.areCertain;
  });
}

// --- When to try again

const LONGEST = 2_147_483_648_000;

/** A delay in milliseconds, or a point in time in milliseconds since 1970. */
type Delay = { readonly delay: number } | { readonly at: number };

/** Digits with an optional fraction, which is rounded up. */
function roundedUp(text: string): number | undefined {
  const found = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) + (/[1-9]/.test(found[2] ?? "") ? 1 : 0);
}

function parseDuration(text: string): number | undefined {
  const number = "([0-9]+(?:[.,][0-9]+)?)";
  const seconds = new RegExp(`^${number}s$`).exec(text);
  const iso = new RegExp(
    `^P(?!$)(?:${number}W)?(?:${number}D)?(?:T(?!$)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
  ).exec(text);
  const parts = seconds ? [0, 0, 0, 0, seconds[1]] : iso?.slice(1);
  if (parts === undefined) return undefined;
  const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];
  return units.reduce((sum, unit, at) => {
    const part = Number(String(parts[at] ?? "0").replace(",", "."));
    return sum + Number((part * unit).toPrecision(15));
  }, 0);
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

function utc(
  year: number,
  month: number,
  day: number,
  time: string | undefined,
): number | undefined {
  const [hour, minute, second] = (time ?? "").split(":").map(Number);
  if (hour === undefined || minute === undefined || second === undefined)
    return undefined;
  const isTime = hour < 24 && minute < 60 && second <= 60;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  const isDate = date.getUTCMonth() === month && date.getUTCDate() === day;
  if (!isTime || !isDate) return undefined;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The dates of HTTP headers (RFC 9110 section 5.6.7) and of RFC 3339, rounded up to a second. */
function parseDate(text: string): number | undefined {
  const month = (name: string | undefined): number =>
    MONTHS.indexOf(name ?? "-") / 3;
  const time = "([0-9]{2}:[0-9]{2}:[0-9]{2})";
  const short = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  const long = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
  const name = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  const is = (pattern: string): RegExpExecArray | null =>
    new RegExp(`^${pattern}$`).exec(text);
  let it = is(`${short}, ([0-9]{2}) ${name} ([0-9]{4}) ${time} GMT`);
  if (it) return utc(Number(it[3]), month(it[2]), Number(it[1]), it[4]);
  it = is(`${long}, ([0-9]{2})-${name}-([0-9]{2}) ${time} GMT`);
  if (it) {
    const digits = Number(it[3]);
    const year = digits + (digits < 70 ? 2000 : 1900);
    return utc(year, month(it[2]), Number(it[1]), it[4]);
  }
  it = is(`${short} ${name} ([0-9]{2}| [0-9]) ${time} ([0-9]{4})`);
  if (it) return utc(Number(it[4]), month(it[1]), Number(it[2]), it[3]);
  it = is(
    `([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]${time}(?:\\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))`,
  );
  if (!it) return undefined;
  const local = utc(Number(it[1]), Number(it[2]) - 1, Number(it[3]), it[4]);
  const [hours, minutes] = [Number(it[7] ?? 0), Number(it[8] ?? 0)];
  if (local === undefined || hours > 23 || minutes > 59) return undefined;
  const offset = (hours * 60 + minutes) * 60_000;
  const fraction = /[1-9]/.test(it[5] ?? "") ? 1000 : 0;
  return local + fraction - (it[6] === "-" ? -offset : offset);
}

function parseDelay(text: string, unit: Unit | undefined): Delay | undefined {
  const value = text.replace(/^[ \t]+|[ \t]+$/g, "");
  const number = roundedUp(value);
  const at = (time: number | undefined): Delay | undefined =>
    time === undefined ? undefined : { at: time };
  const after = (delay: number | undefined): Delay | undefined =>
    delay === undefined ? undefined : { delay: Math.min(delay, LONGEST) };
  const inUnit = (): Delay | undefined => {
    switch (unit ?? "seconds") {
      case "seconds":
        return number === undefined
          ? at(parseDate(value))
          : after(number * 1000);
      case "ms":
        return after(number);
      case "epoch":
        return number === undefined ? undefined : at(number * 1000);
      case "epoch_ms":
        return number === undefined
          ? undefined
          : at(Math.ceil(number / 1000) * 1000);
      case "date":
        return at(parseDate(value));
      default:
        return after(parseDuration(value));
    }
  };
  return inUnit() ?? after(parseDuration(trim(text)));
}

// --- Decoding

/** What every decoded response has. Whatever it is, nothing of it is lost. */
interface Shared<E extends AnyError> {
  /** Whether the response is an error. */
  readonly isError: boolean;
  /** The HTTP status. */
  readonly status: number;
  /** The status in the body. */
  readonly bodyStatus: number | undefined;
  /** The code in the response; a number as its decimal text. */
  readonly code: string | undefined;
  /** What distinguishes errors of one code. */
  readonly subcode: string | undefined;
  /** The message in the response. */
  readonly message: string | undefined;
  readonly title: string | undefined;
  readonly scope: string | undefined;
  /** The reference for the API's support, such as a request id. */
  readonly reference: string | undefined;
  /** The name of the envelope that the error was read from. */
  readonly envelope: string | undefined;
  /** The language of the message, if the catalog knows the message. */
  readonly language: string | undefined;
  /** Whether no other reading of the response is possible. */
  readonly isCertain: boolean;
  /** How long to wait before the same request is sent again, in milliseconds. */
  readonly retryAfter: number | undefined;
  /** The body, unchanged. */
  readonly body: string;
  /** All errors of the response, if it has several of equal rank; else the one. */
  errors(): Decoded<E>[];
  /** The errors within the error. */
  causes(): Decoded<E>[];
}

interface AnyError {
  readonly id: string;
}

/** A decoded response. */
export type Decoded<E extends AnyError> = Shared<E> &
  (
    | /** An error of the catalog. */
    { readonly outcome: "known"; readonly id: E["id"]; readonly error: E }
    /** The id of an error of the catalog whose parameters could not be read. */
    | { readonly outcome: "partial"; readonly id: E["id"] }
    /** An error in one of the catalog's envelopes that is not among its entries. */
    | { readonly outcome: "unknown" }
    /** Errors by key. */
    | {
        readonly outcome: "batch";
        readonly batch: ReadonlyMap<string, Decoded<E>>;
      }
    /** A response in none of the catalog's envelopes: from a proxy, from another API, or a success. */
    | { readonly outcome: "foreign"; readonly reason: ForeignReason }
  );

interface Result {
  readonly kind: "known" | "partial" | "unknown" | "batch" | "foreign";
  readonly reason?: ForeignReason;
  readonly parts?: Parts;
  readonly choice?: Choice;
  readonly values?: Values;
  readonly document: Document;
  readonly envelope?: number | undefined;
}

const REQUEST_IDS = [
  "x-request-id",
  "request-id",
  "x-correlation-id",
  "x-li-uuid",
  "x-amzn-requestid",
];

function understand(
  index: Index,
  parts: Parts,
  http: number,
  document: Document,
  isWhole: boolean,
): Result {
  const choice = choose(index, parts, http);
  if (choice === undefined) return { kind: "unknown", parts, document };
  const values = valuesOf(choice, parts, choice.match);
  const result = { parts, choice, values, document };
  const isShown =
    !index.isGuarded ||
    choice.entry.params.length === 0 ||
    !(
      (hasSensitive(choice.entry) && !values.areCutInOneWay) ||
      areDoubtsLeft(
        index,
        choice,
        parts,
        values,
        isWhole ? document : undefined,
        http,
        choice.fit === "free",
        hasSensitive,
      )
    );
  return {
    kind: values.areThere && isShown ? "known" : "partial",
    ...result,
  };
}

function readDocument(
  index: Index,
  document: Document,
  http: number,
  isAmongOthers: boolean,
): Result {
  const found = findParts(index, document, http);
  if (found !== undefined && "success" in found) {
    const reason = "success";
    return { kind: "foreign", reason, envelope: found.success, document };
  }
  if (found !== undefined) {
    const parts = isAmongOthers ? { ...found, isAmongOthers } : found;
    return understand(index, parts, http, document, true);
  }
  const { json } = document;
  const batch = index.catalog.envelopes.findIndex((it) => {
    const at = "body" in it ? it.body.batch?.errors : undefined;
    return at && json && walk(json, at)?.members !== undefined;
  });
  if (batch >= 0) return { kind: "batch", envelope: batch, document };
  const parts = findWithoutCode(index, document, (it) =>
    isErrorWithoutCode(it, http),
  );
  if (parts !== undefined)
    return understand(index, parts, http, document, false);
  return { kind: "foreign", reason: document.foreign, document };
}

/** A body that is not JSON, as the JSON value that shows the same. */
function viewOf(
  format: NonNullable<Body["format"]>,
  body: string,
  http: number,
  headers: HeaderLines,
): Json | undefined {
  switch (format) {
    case "form":
      return formView(body);
    case "text": {
      const isPage = headers.get("content-type")?.startsWith("text/html");
      const text = trim(body);
      if (isPage === true || http < 400 || text === "") return undefined;
      if (/^<[!?/\p{Alphabetic}]/u.test(text)) return undefined;
      return { raw: JSON.stringify(text), text };
    }
    case "empty":
      return /^[ \t\n\f\r]*$/.test(body) ? { raw: "null" } : undefined;
    default:
      return undefined;
  }
}

function formView(body: string): Json | undefined {
  const form = body
    .replace(/^[ \t\n\f\r]+|[ \t\n\f\r]+$/g, "")
    .replace(/^[?#]/, "");
  // eslint-disable-next-line no-control-regex
  if (/^[<{["]|[\u0000-\u001f\u007f-\u009f]/.test(form) || !form.includes("="))
    return undefined;
  const texts = new Map<string, Json[]>();
  try {
    const decode = (text: string): string =>
      decodeURIComponent(
        text.replace(/\+/g, " ").replace(/%(?![0-9a-fA-F]{2})/g, "%25"),
      );
    for (const pair of form.split("&")) {
      if (pair === "") continue;
      const at = pair.includes("=") ? pair.indexOf("=") : pair.length;
      const [key, text] = [
        decode(pair.slice(0, at)),
        decode(pair.slice(at + 1)),
      ];
      const value = { raw: JSON.stringify(text), text };
      texts.set(key, [...(texts.get(key) ?? []), value]);
    }
  } catch {
    return undefined;
  }
  const members = new Map<string, Json>();
  for (const [key, values] of texts) {
    const [only, second] = values;
    const raw = `[${values.map((it) => it.raw).join(",")}]`;
    if (only !== undefined)
      members.set(key, second === undefined ? only : { raw, items: values });
  }
  const pairs = [...members].map(([k, v]) => `${JSON.stringify(k)}:${v.raw}`);
  return { raw: `{${pairs.join(",")}}`, members };
}

const FORMATS = ["form", "text", "empty"] as const;

function readWhole(
  index: Index,
  http: number,
  body: string,
  headers: HeaderLines,
  isAmongOthers: boolean,
): Result {
  const text = body.startsWith("\ufeff") ? body.slice(1) : body;
  const json = parseJson(text);
  const foreign =
    json !== undefined
      ? "other-json"
      : /^[ \t\n\f\r]*$/.test(text)
        ? "empty"
        : "not-json";
  const document: Document = { json, headers, format: undefined, foreign };
  const result = readDocument(index, document, http, isAmongOthers);
  const isOther = result.reason === "success" || result.reason === "other-json";
  if (result.kind !== "foreign" || isOther) return result;
  for (const format of FORMATS) {
    const isUsed = index.catalog.envelopes.some(
      (it) => "body" in it && it.body.format === format,
    );
    const view = isUsed ? viewOf(format, body, http, headers) : undefined;
    if (view === undefined) continue;
    const converted = readDocument(
      index,
      { json: view, headers, format, foreign: "other-json" },
      http,
      false,
    );
    if (converted.kind !== "foreign" || converted.reason === "success")
      return converted;
  }
  return result;
}

/** A decoded response. What few ask for is read when it is asked for. */
class Decoding {
  readonly index: Index;
  readonly result: Result;
  readonly status: number;
  readonly readWith: number;
  readonly headers: HeaderLines;
  readonly body: string;

  constructor(
    index: Index,
    result: Result,
    status: number,
    readWith: number,
    headers: HeaderLines,
    body: string,
  ) {
    this.index = index;
    this.result = result;
    this.status = status;
    this.readWith = readWith;
    this.headers = headers;
    this.body = body;
  }

  static of(
    index: Index,
    http: number,
    body: string,
    headers: HeaderLines,
  ): Decoding {
    const result = readWhole(index, http, body, headers, false);
    return new Decoding(index, result, http, http, headers, body);
  }

  get shape(): Body | undefined {
    const { parts, envelope } = this.result;
    const own = this.index.catalog.envelopes[envelope ?? -1];
    return parts?.body ?? (own && "body" in own ? own.body : undefined);
  }

  get source(): Source | undefined {
    return this.result.parts?.source;
  }

  text(part: "title" | "scope" | "reference"): string | undefined {
    const { source, shape } = this;
    return source && first(source, shape?.[part], textOf);
  }

  get subcode(): string | undefined {
    const { source, shape } = this;
    return source && first(source, shape?.subcode, codeOf);
  }

  get reference(): string | undefined {
    const ids = REQUEST_IDS.map((name) => this.headers.get(name));
    return this.text("reference") ?? ids.find((id) => id !== undefined);
  }

  get envelope(): string | undefined {
    const at = this.result.parts?.envelope ?? this.result.envelope;
    return this.index.catalog.envelopes[at ?? -1]?.name;
  }

  get language(): string | undefined {
    const { fit, form } = this.result.choice ?? {};
    if (fit === "current") return this.index.catalog.languages[0];
    return form && this.index.catalog.languages[form.language];
  }

  get isCertain(): boolean {
    const { parts, choice, values, document, kind } = this.result;
    if (kind === "batch" || kind === "foreign" || parts === undefined)
      return true;
    const http = this.readWith;
    if (choice === undefined || values === undefined)
      return partsElsewhere(this.index, parts, document).every(
        (other) => choose(this.index, other, http) === undefined,
      );
    const isWhole = parts.envelope !== undefined;
    return (
      values.areCertain &&
      choice.fit !== "unread" &&
      !areDoubtsLeft(
        this.index,
        choice,
        parts,
        values,
        isWhole ? document : undefined,
        http,
        false,
        () => true,
      )
    );
  }

  get retryAfter(): number | undefined {
    const { choice, values } = this.result;
    const retry = choice?.entry.retry;
    const unit = retry?.unit;
    const stated = (
      text: string | undefined,
      own: Unit | undefined,
    ): readonly [Delay, Unit | undefined] | undefined => {
      const delay = text === undefined ? undefined : parseDelay(text, own);
      return delay && [delay, own];
    };
    const standard = () => stated(this.headers.get("retry-after"), undefined);
    const { source, shape } = this;
    const inPlace = () => {
      for (const place of shape?.retryAfter ?? []) {
        const found = source && findAt(source, place);
        const text = found === undefined ? undefined : textOf(found);
        const own = "at" in place ? place.unit : undefined;
        const delay = stated(text, own ?? shape?.retryUnit);
        if (delay !== undefined) return delay;
      }
      return undefined;
    };
    const ofParam = () => {
      const params = choice?.entry.params ?? [];
      const at = params.findIndex((it) => it.name === retry?.param);
      const value = at < 0 ? undefined : values?.values[at];
      const isRead = typeof value === "string" || typeof value === "number";
      const delay = isRead ? stated(String(value), unit) : undefined;
      const param = retry?.param;
      const member = param === undefined ? undefined : this.member(param);
      return delay ?? stated(member && scalar(member), unit);
    };
    const inBody = () => inPlace() ?? ofParam();
    const inHeader = (name: string) => stated(this.headers.get(name), unit);
    const isStandard = retry?.header?.toLowerCase() === "retry-after";
    const isStandardAPlace = (shape?.retryAfter ?? []).some(
      (place) =>
        "at" in place &&
        "header" in place.at &&
        isInHeader(place) &&
        place.at.header === "retry-after",
    );
    let found;
    if (isStandard && unit !== undefined)
      found = inHeader("retry-after") ?? inBody();
    else if (isStandardAPlace) found = inBody() ?? standard();
    else {
      const name = retry?.header;
      found =
        standard() ?? inBody() ?? (name === undefined ? name : inHeader(name));
    }
    if (found === undefined)
      return retry?.seconds === undefined ? undefined : retry.seconds * 1000;
    const [delay, own] = found;
    const now = parseDate(this.headers.get("date") ?? "") ?? Date.now();
    const wait = "delay" in delay ? delay.delay : Math.max(0, delay.at - now);
    return own === undefined ? Math.min(wait, 86_400_000) : wait;
  }

  /** The member for a parameter. */
  member(name: string): Json | undefined {
    const { parts } = this.result;
    if (parts?.given?.param === name)
      return { raw: "", text: parts.given.value };
    const { source, shape } = this;
    const params = shape?.params;
    if (source === undefined || params === undefined) return undefined;
    if ("object" in params)
      return jsonAt(source, params.object)?.members?.get(name);
    if ("each" in params)
      return jsonIn(source, params.each.find(([own]) => own === name)?.[1]);
    const pairs = jsonAt(source, params.pairs)?.items ?? [];
    const pair = pairs.find((it) => walk(it, params.name)?.text === name);
    return pair && walk(pair, params.value);
  }

  errors(): Decoding[] {
    const { kind, parts, document } = this.result;
    if (kind === "batch" || kind === "foreign" || !parts) return [];
    const { body, source } = parts;
    if (!parts.isElement || !body || !source) return [this];
    const found: Decoding[] = [];
    const list = listOf(body, { ...source, error: source.root }) ?? [];
    for (const error of list) {
      const own = partsInElement(this.index, body, { ...source, error });
      if (own === undefined) continue;
      const { envelope, isAmongOthers } = parts;
      const element = { ...own, envelope, isAmongOthers };
      const result = understand(
        this.index,
        element,
        this.readWith,
        document,
        true,
      );
      found.push(this.with(result, this.status));
    }
    return found;
  }

  with(result: Result, status: number): Decoding {
    const { index, headers, body, readWith } = this;
    return new Decoding(index, result, status, readWith, headers, body);
  }

  causes(): Decoding[] {
    const { parts } = this.result;
    const { source, shape } = this;
    if (!parts || !source) return [];
    const status = parts.status ?? this.status;
    const found = (shape?.causes ?? []).map(
      (causes) => [causes, jsonAt(source, causes.at)] as const,
    );
    const { within } = parts;
    if (within?.chain !== undefined)
      found.push([within, jsonAt(source, within.chain)]);
    return found.flatMap(([causes, value]) =>
      value === undefined
        ? []
        : causesAt(causes.inner, value).map(([cause, given]) =>
            this.cause(causes, cause, given, status),
          ),
    );
  }

  cause(
    causes: CausesAt,
    cause: Json,
    given: Parts["given"],
    status: number,
  ): Decoding {
    const { index } = this;
    if (causes.inner === "whole" && cause.text !== undefined) {
      const result = readWhole(index, status, cause.text, NO_HEADERS, true);
      return new Decoding(
        index,
        result,
        status,
        status,
        NO_HEADERS,
        cause.text,
      );
    }
    const source = { error: cause, root: cause, headers: NO_HEADERS };
    const { chain } = causes;
    const isInChain = chain && findAt(source, chain) !== undefined;
    const own = partsOfError(index, causes.body, source);
    const document: Document = {
      json: cause,
      headers: NO_HEADERS,
      format: undefined,
      foreign: "other-json",
    };
    const result: Result =
      own === undefined
        ? { kind: "foreign", reason: "other-json", document }
        : understand(
            index,
            {
              ...own,
              isAmongOthers: true,
              ...(given && { given }),
              ...(isInChain === true && { within: causes }),
            },
            status,
            document,
            false,
          );
    return new Decoding(index, result, status, status, NO_HEADERS, cause.raw);
  }

  /** The errors of a batch by key. */
  batch(): (readonly [string, Decoding])[] {
    const { kind, document } = this.result;
    const at = this.shape?.batch?.errors;
    if (kind !== "batch" || at === undefined || !document.json) return [];
    const errors = walk(document.json, at)?.members ?? new Map<string, Json>();
    return [...errors].map(([key, error]) => {
      const item = this.item(error);
      const own = item.result.parts?.status ?? this.status;
      return [key, item.with(item.result, own)];
    });
  }

  item(error: Json): Decoding {
    const { index, status } = this;
    let result = readWhole(index, status, error.raw, NO_HEADERS, true);
    if (result.kind === "foreign") {
      const { document } = result;
      const parts = findWithoutCode(index, document, () => true);
      if (parts !== undefined)
        result = understand(
          index,
          { ...parts, isAmongOthers: true },
          status,
          document,
          false,
        );
    }
    return new Decoding(index, result, status, status, NO_HEADERS, error.raw);
  }
}

/** The errors in the place of causes, each with the parameter that its place gives. */
function causesAt(
  inner: Inner,
  value: Json,
): (readonly [Json, Parts["given"]])[] {
  if (typeof inner === "string" || value.members === undefined)
    return errorsAt(value).map((it) => [it, undefined]);
  if ("key" in inner)
    return [...value.members].flatMap(([key, errors]) =>
      errorsAt(errors).map(
        (it) => [it, { param: inner.key, value: key }] as const,
      ),
    );
  const found: (readonly [Json, Parts["given"]])[] = [];
  const enter = (object: Json, path: string, depth: number): void => {
    for (const [key, member] of object.members ?? []) {
      if (key === inner.leaf) {
        const given = { param: inner.param, value: path };
        for (const it of errorsAt(member)) found.push([it, given]);
      } else if (member.members !== undefined && depth < 128) {
        const token = key.replace(/~/g, "~0").replace(/\//g, "~1");
        enter(member, `${path}/${token}`, depth + 1);
      }
    }
  };
  enter(value, "", 1);
  return found;
}

/** The typed error. */
function errorOf(entry: Entry, values: readonly Value[], code: string): object {
  const params: Record<string, Value> = {};
  for (const [at, { key }] of entry.params.entries())
    if (values[at] !== undefined) params[key] = values[at];
  const own = entry.pattern === undefined ? entry.code : code;
  return { id: entry.id, ...(own !== undefined && { code: own }), params };
}

/** What users see of a decoded response. What few ask for is read when it is asked for. */
function view<E extends AnyError>(it: Decoding): Decoded<E> {
  const { result } = it;
  const { kind, choice, values, parts } = result;
  const isPass = it.status >= 100 && it.status < 400;
  const shared: Shared<E> = {
    isError: kind !== "foreign" || (result.reason !== "success" && !isPass),
    status: it.status,
    bodyStatus: parts?.status,
    code: parts?.code,
    message: parts?.message,
    body: it.body,
    get subcode() {
      return it.subcode;
    },
    get title() {
      return it.text("title");
    },
    get scope() {
      return it.text("scope");
    },
    get reference() {
      return it.reference;
    },
    get envelope() {
      return it.envelope;
    },
    get language() {
      return it.language;
    },
    get isCertain() {
      return it.isCertain;
    },
    get retryAfter() {
      return it.retryAfter;
    },
    errors: () => it.errors().map((error) => view<E>(error)),
    causes: () => it.causes().map((cause) => view<E>(cause)),
  };
  const own: Record<string, unknown> = { outcome: kind };
  if (choice !== undefined) own["id"] = choice.entry.id;
  if (kind === "known" && choice !== undefined && values !== undefined)
    own["error"] = errorOf(choice.entry, values.values, parts?.code ?? "");
  if (kind === "foreign") own["reason"] = result.reason;
  if (kind === "batch")
    own["batch"] = new Map(it.batch().map(([key, at]) => [key, view<E>(at)]));
  return Object.assign(shared, own) as unknown as Decoded<E>;
}

function decodeWith<E extends AnyError>(
  index: Index,
  status: number,
  body: string | Uint8Array,
  headers: ResponseHeaders,
): Decoded<E> {
  const lines = new HeaderLines(headers);
  let text: string;
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    text = typeof body === "string" ? body : decoder.decode(body);
  } catch {
    // It is not text, so it is not JSON either.
    text = new TextDecoder("latin1").decode(body as Uint8Array);
    const document: Document = {
      json: undefined,
      headers: lines,
      format: undefined,
      foreign: "not-json",
    };
    const result = readDocument(index, document, status, false);
    return view(new Decoding(index, result, status, status, lines, text));
  }
  return view(Decoding.of(index, status, text, lines));
}

function isErrorOf<E extends AnyError>(
  index: Index,
  value: unknown,
): value is E {
  if (typeof value !== "object" || value === null) return false;
  const { id, params } = value as { id?: unknown; params?: unknown };
  const entry = typeof id === "string" ? index.byId.get(id) : undefined;
  if (entry === undefined || typeof params !== "object" || params === null)
    return false;
  const own = new Map<string, unknown>(Object.entries(params));
  return entry.params.every(({ key, type, optional }) => {
    const param = own.get(key);
    if (param === undefined) return optional === true;
    if (type === "list")
      return (
        Array.isArray(param) && param.every((it) => typeof it === "string")
      );
    const types = { integer: "number", boolean: "boolean" } as const;
    return (
      typeof param ===
      (type === "integer" || type === "boolean" ? types[type] : "string")
    );
  });
}

/** Fills the template of an error in a language. Sensitive values are not shown. */
function messageWith(
  index: Index,
  error: AnyError & { readonly params: object },
  language: string,
): string {
  const entry = index.byId.get(error.id);
  if (entry === undefined) return "";
  let number = Math.max(0, index.catalog.languages.indexOf(language));
  let template: Template | undefined;
  while (template === undefined && number > 0) {
    const form = entry.forms?.find(
      (it) => it.language === number && it.plural === undefined,
    );
    template = form?.message;
    if (template === undefined)
      number = index.catalog.fallbacks[number - 1] ?? 0;
  }
  const params = new Map(Object.entries(error.params));
  const param = pluralForms(entry, number)[0]?.plural?.param;
  const value: unknown = params.get(entry.params[param ?? -1]?.key ?? "");
  const plural = formOfNumber(entry, number, String(value ?? ""));
  return (plural?.message ?? template ?? entry.message)
    .map((it) => {
      if (typeof it === "string") return it;
      const param = entry.params[it];
      if (param?.sensitive === true) return "[redacted]";
      const value: unknown = params.get(param?.key ?? "");
      return Array.isArray(value) ? value.join(", ") : String(value ?? "");
    })
    .join("");
}
