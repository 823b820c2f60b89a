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

