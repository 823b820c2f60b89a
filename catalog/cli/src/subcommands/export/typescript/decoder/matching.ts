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

