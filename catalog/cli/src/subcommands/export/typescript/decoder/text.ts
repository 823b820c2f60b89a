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

