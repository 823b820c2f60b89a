// --- What users see

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
