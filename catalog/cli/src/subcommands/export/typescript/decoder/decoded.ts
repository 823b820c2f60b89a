// --- A decoded response

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
      const token = key.replace(/~/g, "~0").replace(/\//g, "~1");
      const within = `${path}/${token}`;
      const isObject = member.members !== undefined;
      if (key === inner.leaf || (inner.leaf === undefined && !isObject)) {
        const value = key === inner.leaf ? path : within;
        const given = { param: inner.param, value };
        for (const it of errorsAt(member)) found.push([it, given]);
      } else if (isObject && depth < 128) enter(member, within, depth + 1);
    }
  };
  enter(value, "", 1);
  return found;
}

