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
    this.wide = entries.filter((it) => isWide(it) && hasMessage(it));
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

/** Whether nearly every message fits. */
const isWide = (entry: Entry): boolean =>
  entry.freeText === true || entry.fixed === 0;

const hasMessage = (entry: Entry): boolean =>
  entry.freeText === true || entry.message.length > 1 || entry.fixed > 0;

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
  const isPlaced = [body.code?.[0], body.message?.[0]].some(
    (it) => it && "pointer" in it && it.pointer.length === 0,
  );
  if (text !== undefined && !SPACES.test(text) && !isPlaced)
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

