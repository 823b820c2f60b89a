// --- Which entry it is

interface Choice {
  readonly entry: Entry;
  readonly fit: "other" | "unread" | "missing" | "free" | "form" | "current";
  readonly form?: Form;
  readonly match?: Match;
  readonly status: number;
}

const documents = (entry: Entry, status: number | undefined): boolean =>
  status !== undefined && entry.statuses.includes(status);

const history = (entry: Entry): readonly Form[] =>
  (entry.forms ?? []).filter((it) => it.earlier === true);

const isInEnvelopeOf = (parts: Parts, entry: Entry): boolean =>
  parts.envelope === undefined ||
  entry.envelope === undefined ||
  parts.envelope === entry.envelope;

const mayBe = (parts: Parts, entry: Entry): boolean =>
  !parts.lacksCode || (entry.code === undefined && entry.pattern === undefined);

const statusesOf = (parts: Parts, http: number): readonly number[] => [
  parts.status ?? http,
  http,
];

function statusFit(
  entry: Entry,
  body: number | undefined,
  http: number,
): number {
  const isOld = (status: number | undefined): boolean =>
    status !== undefined &&
    history(entry).some((it) => it.statuses?.includes(status));
  if (documents(entry, body)) return 3;
  if (documents(entry, http)) return 2;
  return isOld(body) || isOld(http) ? 1 : 0;
}

/** Reads the values from a message, in a form of the error or in the current one. */
function matchMessage(entry: Entry, form: Form | undefined, text: string): Fit {
  const match = matchTemplate(
    form?.message ?? entry.message,
    text,
    (field) => constraintOf(entry.params[field]),
    false,
  );
  if (typeof match === "string" || form?.earlier === true) return match;
  return checkNumber(entry, form, match);
}

const pluralForms = (entry: Entry, language: number): readonly Form[] =>
  (entry.forms ?? []).filter(
    (it) => it.language === language && it.plural !== undefined,
  );

/** Whether a number, as text, is one of those that a form is for. */
function isFor({ numbers }: Plural, text: string): boolean {
  if (numbers === undefined || !/^-?[0-9]+$/.test(text)) return false;
  const digits = text.replace(/^-?0*/, "");
  if (digits.length > 6 && digits.endsWith("000000")) return numbers.millions;
  const isSmall = digits.length < 3 || (digits.length === 3 && digits < "200");
  const number = isSmall ? Number(digits) : 100 + Number(digits.slice(-2));
  return numbers.ranges.some(([from, to]) => from <= number && number <= to);
}

/** The form that a number asks for; none for the one for all others. */
function formOfNumber(
  entry: Entry,
  language: number,
  number: string,
): Form | undefined {
  const forms = pluralForms(entry, language);
  return (
    forms.find((it) => it.plural?.exact === number) ??
    forms.find((it) => it.plural !== undefined && isFor(it.plural, number))
  );
}

/** Checks that the number in a message asks for the form that the message fits. */
function checkNumber(entry: Entry, form: Form | undefined, match: Match): Fit {
  const language = form?.language ?? 0;
  const param = pluralForms(entry, language)[0]?.plural?.param;
  if (param === undefined) return match;
  const own = form?.plural === undefined ? undefined : form;
  const number = match.values[param];
  if (number === undefined) {
    const exact = own?.plural?.exact;
    if (exact === undefined) return match;
    const values = [...match.values];
    values[param] = exact;
    return { ...match, values };
  }
  if (formOfNumber(entry, language, number) === own) return match;
  // Another way to split the message may have a number that asks for the form.
  return match.unique ? "no" : "unknown";
}

function matchForms(
  entry: Entry,
  forms: readonly Form[],
  message: string,
  statuses: readonly number[],
): readonly [Form, Match] | undefined {
  for (const form of forms) {
    const had = form.statuses ?? [];
    if (had.length > 0 && !statuses.some((it) => had.includes(it))) continue;
    if (form.message === undefined) continue;
    const match = matchMessage(entry, form, message);
    if (typeof match !== "string") return [form, match];
  }
  return undefined;
}

function chooseForm(entry: Entry, parts: Parts, http: number): Choice {
  const status = statusFit(entry, parts.status, http);
  if (entry.freeText === true) return { entry, fit: "free", status };
  if (parts.message === undefined) return { entry, fit: "missing", status };
  const current = matchMessage(entry, undefined, parts.message);
  const forms = entry.forms ?? [];
  if (forms.length > 0) {
    const statuses = statusesOf(parts, http);
    const hasStatus =
      statuses.some((it) => documents(entry, it)) ||
      history(entry).some(
        (it) =>
          it.message === undefined &&
          it.statuses?.some((old) => statuses.includes(old)),
      );
    const isCurrent =
      typeof current !== "string" && isInEnvelopeOf(parts, entry) && hasStatus;
    if (!isCurrent) {
      const others = typeof current === "string" ? forms : history(entry);
      const found = matchForms(entry, others, parts.message, statuses);
      if (found !== undefined) {
        const [form, match] = found;
        return { entry, fit: "form", form, match, status };
      }
    }
  }
  if (current === "no") return { entry, fit: "other", status };
  if (current === "unknown") return { entry, fit: "unread", status };
  return { entry, fit: "current", match: current, status };
}

function codeFit(entry: Entry, code: string | undefined): Fit {
  if (entry.pattern === undefined) return { values: [], unique: true };
  if (code === undefined || SPACE.test(code)) return "no";
  return matchTemplate(
    entry.pattern,
    code,
    (field) => ({ ...constraintOf(entry.params[field]), optional: false }),
    true,
  );
}

/** What makes a choice better than another, in this order. */
function rank(choice: Choice, parts: Parts): readonly number[] {
  const order = {
    other: 0,
    unread: 0,
    missing: 1,
    free: 2,
    form: 3,
    current: 3,
  };
  const message = order[choice.fit];
  const isConstant = choice.entry.message.length === 1;
  return [
    codeFit(choice.entry, parts.code) === "no" ? 0 : 1,
    message >= 2 || (isConstant && choice.entry.freeText !== true) ? 1 : 0,
    isInEnvelopeOf(parts, choice.entry) ? 1 : 0,
    choice.status,
    message,
  ];
}

function literalOf(choice: Choice): number {
  if (choice.fit === "form") return 2 * (choice.form?.fixed ?? 0);
  return choice.fit === "current" ? 2 * choice.entry.fixed + 1 : 0;
}

function isBetter(choice: Choice, other: Choice, parts: Parts): boolean {
  const [own, others] = [rank(choice, parts), rank(other, parts)];
  for (const [at, value] of own.entries())
    if (value !== others[at]) return value > (others[at] ?? 0);
  const knows = (it: Choice): boolean => !hasMembersOfOthers(it.entry, parts);
  const isLonger = literalOf(choice) > literalOf(other);
  if (knows(other) && !isLonger) return false;
  return (!knows(other) && isLonger) || knows(choice);
}

const best = (choices: readonly Choice[], parts: Parts): Choice | undefined =>
  choices.reduce<Choice | undefined>(
    (known, choice) =>
      known === undefined || isBetter(choice, known, parts) ? choice : known,
    undefined,
  );

/** Whether there is a member for a parameter that the entry does not have. */
function hasMembersOfOthers(entry: Entry, parts: Parts): boolean {
  const isOthers = (name: string): boolean =>
    entry.params.every((it) => it.name !== name);
  const { body, source, inHeader, challenge } = parts;
  if (inHeader !== undefined && challenge !== undefined)
    return inHeader.params.some(
      ([name, at]) =>
        isOthers(name) && challengeParam(challenge, at) !== undefined,
    );
  const params = body?.params;
  if (params === undefined || source === undefined) return false;
  if ("object" in params) {
    const place = params.object;
    const object = jsonAt(source, place);
    const pointer = "pointer" in place ? place.pointer : undefined;
    const isShared =
      pointer?.length === 0 ||
      (body?.code ?? []).some(
        (code) =>
          pointer !== undefined &&
          "pointer" in code &&
          pointer.every((step, at) => code.pointer[at] === step),
      );
    const names = [...(object?.members?.keys() ?? [])].slice(0, 32);
    return !isShared && names.some(isOthers);
  }
  if ("pairs" in params) {
    const pairs = jsonAt(source, params.pairs)?.items ?? [];
    return pairs.slice(0, 32).some((pair) => {
      const name = walk(pair, params.name)?.text;
      return name !== undefined && isOthers(name);
    });
  }
  return params.each.some(
    ([name, places]) =>
      isOthers(name) &&
      places.some((place) => findAt(source, place) !== undefined),
  );
}

const sentInHeader = (index: Index, parts: Parts, http: number): Entry[] =>
  index.catalog.entries.filter((entry) => {
    const own = index.catalog.envelopes[entry.envelope ?? -1];
    const isOwn =
      own !== undefined && "inHeader" in own && own.inHeader === parts.inHeader;
    return isOwn && documents(entry, http);
  });

/** Returns the entry that fits best. */
function choose(index: Index, parts: Parts, http: number): Choice | undefined {
  if (parts.headerValue !== undefined) {
    const entry = sentInHeader(index, parts, http)[0];
    const fit = entry?.freeText === true ? "free" : "missing";
    return entry && { entry, fit, status: 2 };
  }
  if (parts.code === undefined && parts.message === undefined)
    return chooseByStatus(index, parts, http);
  if (parts.code === undefined) return chooseByMessage(index, parts, http);
  const choices = index
    .candidates(parts)
    .map((entry) => chooseForm(entry, parts, http));
  return best(choices, parts);
}

function chooseByStatus(
  index: Index,
  parts: Parts,
  http: number,
): Choice | undefined {
  const { body, envelope } = parts;
  if (body === undefined || envelope === undefined) return undefined;
  if (body.format !== "empty" && !hasCausesOnly(body)) return undefined;
  const entry = entryByStatus(index, envelope, http);
  const status = entry ? statusFit(entry, parts.status, http) : 0;
  return entry && { entry, fit: "missing", status };
}

function chooseByMessage(
  index: Index,
  parts: Parts,
  http: number,
): Choice | undefined {
  const { message } = parts;
  if (message === undefined) return undefined;
  const choices: Choice[] = [];
  const statuses = statusesOf(parts, http);
  for (const entry of index.catalog.entries) {
    if (isWide(entry) || !mayBe(parts, entry)) continue;
    const match = matchMessage(entry, undefined, message);
    const status = statusFit(entry, parts.status, http);
    if (match === "unknown") choices.push({ entry, fit: "unread", status });
    else if (match !== "no")
      choices.push({ entry, fit: "current", match, status });
  }
  for (const entry of index.withForms) {
    if (!mayBe(parts, entry)) continue;
    const found = matchForms(entry, entry.forms ?? [], message, statuses);
    if (found === undefined) continue;
    const [form, match] = found;
    const status = statusFit(entry, parts.status, http);
    choices.push({ entry, fit: "form", form, match, status });
  }
  const found = best(choices, parts);
  if (found !== undefined) return found;
  for (const status of [parts.status, http]) {
    const entry = index.nameless.find((it) => documents(it, status));
    if (entry?.freeText === true)
      return {
        entry,
        fit: "free",
        status: statusFit(entry, parts.status, http),
      };
  }
  for (const entry of index.wide) {
    const isSent =
      entry.freeText !== true &&
      isInEnvelopeOf(parts, entry) &&
      statuses.some((it) => documents(entry, it));
    if (!isSent) continue;
    const match = matchMessage(entry, undefined, message);
    if (typeof match === "string") continue;
    const status = statusFit(entry, parts.status, http);
    return { entry, fit: "current", match, status };
  }
  return undefined;
}

