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

