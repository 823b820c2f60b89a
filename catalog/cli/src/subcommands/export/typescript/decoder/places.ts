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

