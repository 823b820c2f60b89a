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
    const view = isUsed ? viewOf(format, text, http, headers) : undefined;
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

