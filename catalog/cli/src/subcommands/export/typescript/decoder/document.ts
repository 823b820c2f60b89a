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

/** Returns the only entry that is sent with this status and nothing else that is its own. */
function entryByStatus(
  index: Index,
  envelope: number,
  status: number,
): Entry | undefined {
  const it = index.catalog.envelopes[envelope];
  const isEmpty = it && "body" in it && it.body.format === "empty";
  const found = index.catalog.entries.filter(
    (entry) =>
      (entry.envelope ?? 0) === envelope &&
      entry.code === undefined &&
      entry.pattern === undefined &&
      (isEmpty === true || !hasMessage(entry)) &&
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
        parts = partsInBody(index, body, source);
        if (parts === undefined && entryByStatus(index, at, status))
          parts = partsOf(body, source, undefined, undefined, true);
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
    if (source === undefined) continue;
    const parts = hasCausesOnly(body)
      ? partsOfCauses(index, body, source)
      : partsWithoutCode(body, source);
    if (parts !== undefined && isError(parts)) return { ...parts, envelope };
  }
  return undefined;
}

const hasCausesOnly = (body: Body): boolean =>
  body.causes !== undefined &&
  body.code === undefined &&
  body.message === undefined;

/** The parts of an error that has only causes, if it has some, or an empty place for them. */
function partsOfCauses(
  index: Index,
  body: Body,
  source: Source,
): Parts | undefined {
  for (const causes of body.causes ?? []) {
    const value = jsonAt(source, causes.at);
    if (value === undefined) continue;
    const isError = (cause: Json): boolean => {
      const own = { error: cause, root: cause, headers: source.headers };
      return partsOfError(index, causes.body, own) !== undefined;
    };
    const isEmpty = value.items?.length === 0 || value.members?.size === 0;
    const found = causesAt(causes.inner, value);
    if (isEmpty || found.some(([cause]) => isError(cause)))
      return partsOf(body, source, undefined, undefined, false);
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

