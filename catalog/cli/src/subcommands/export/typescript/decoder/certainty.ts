// --- Whether it could be another error

/** An entry in one of its forms: the current one, an earlier one, or one in another language. */
interface Reading {
  readonly entry: Entry;
  readonly form: Form | undefined;
}

const readingsOf = (entry: Entry): Reading[] => [
  { entry, form: undefined },
  ...(entry.forms ?? []).map((form) => ({ entry, form })),
];

const isFreeText = ({ entry, form }: Reading): boolean =>
  entry.freeText === true && form?.message === undefined;

const matchReading = (reading: Reading, message: string): Fit =>
  isFreeText(reading)
    ? "no"
    : matchMessage(reading.entry, reading.form, message);

/** The respects in which a response is not as a reading documents it, as bits. */
function deviation(
  reading: Reading,
  fit: Fit,
  parts: Parts,
  http: number,
): number {
  const { entry, form } = reading;
  const hasPlace =
    parts.body !== undefined
      ? (parts.body.message ?? []).length > 0
      : parts.challenge !== undefined && parts.inHeader?.message !== undefined;
  const message =
    parts.message === undefined
      ? hasPlace
      : !isFreeText(reading) && fit === "no";
  const status = parts.status ?? (parts.isAmongOthers ? undefined : http);
  const earlier = form?.statuses ?? [];
  const documented = earlier.length > 0 ? earlier : entry.statuses;
  const isOther =
    status !== undefined &&
    documented.length > 0 &&
    !documented.includes(status);
  const isOld = form?.earlier === true;
  return (
    (message ? 1 : 0) |
    (isOther ? 2 : 0) |
    (!isOld && !isInEnvelopeOf(parts, entry) ? 4 : 0) |
    (hasMembersOfOthers(entry, parts) ? 8 : 0)
  );
}

const deviationOf = (reading: Reading, parts: Parts, http: number): number => {
  const { message } = parts;
  const isRead = message !== undefined && !isFreeText(reading);
  const fit = isRead ? matchReading(reading, message) : "no";
  return deviation(reading, fit, parts, http);
};

const excludes = (own: number, other: number): boolean =>
  (own & other) === own && own !== other;

function deviationOfChoice(choice: Choice, parts: Parts, http: number): number {
  const { entry, form } = choice;
  const isOther = choice.fit === "other" || choice.fit === "missing";
  const fit: Fit = isOther
    ? "no"
    : choice.fit === "unread"
      ? "unknown"
      : { values: [], unique: true };
  const own = deviation({ entry, form }, fit, parts, http);
  if (form?.earlier === true) return own;
  // A form that differs only in its statuses gives the same error.
  const same = history(entry).filter((it) => it.message === undefined);
  const others = same.map((it) =>
    deviation({ entry, form: it }, fit, parts, http),
  );
  return others.find((other) => excludes(other, own)) ?? own;
}

/** The readings that a response was compared with. */
function considered(
  index: Index,
  parts: Parts,
  http: number,
): readonly Reading[] {
  if (parts.headerValue !== undefined)
    return sentInHeader(index, parts, http).flatMap(readingsOf);
  const { code } = parts;
  if (code !== undefined) {
    const entries = [...index.candidates(parts), ...index.withPattern(code)];
    const fitting = entries.filter((it) => codeFit(it, code) !== "no");
    return fitting.flatMap(readingsOf);
  }
  const message = parts.message ?? "";
  const current = index.catalog.entries
    .filter((it) => !isWide(it) && mayBe(parts, it))
    .filter((it) => matchMessage(it, undefined, message) !== "no")
    .map((entry) => ({ entry, form: undefined }));
  const others = [...index.withForms, ...index.wide].flatMap(readingsOf);
  return [...current, ...others];
}

/** Whether the response could have been sent as another entry that counts, or as another form of the chosen one. */
function areDoubtsLeft(
  index: Index,
  choice: Choice,
  parts: Parts,
  own: Values,
  document: Document | undefined,
  http: number,
  isAnyText: boolean,
  counts: (entry: Entry) => boolean,
): boolean {
  const chosen = deviationOfChoice(choice, parts, http);
  const isLeft = (other: number): boolean =>
    !excludes(chosen, isAnyText ? other & ~1 : other);
  const isRival = (reading: Reading, at: Parts): boolean =>
    reading.entry !== choice.entry &&
    counts(reading.entry) &&
    isLeft(deviationOf(reading, at, http));
  if (considered(index, parts, http).some((it) => isRival(it, parts)))
    return true;
  if (isAnyText && parts.code === undefined) {
    const entries = index.catalog.entries.filter((it) => mayBe(parts, it));
    if (entries.flatMap(readingsOf).some((it) => isRival(it, parts)))
      return true;
  }
  if (counts(choice.entry) && formsDiffer(choice, parts, own, http, isLeft))
    return true;
  if (document === undefined || index.catalog.envelopes.length < 2)
    return false;
  return partsElsewhere(index, parts, document).some((at) => {
    const other = choose(index, at, http);
    if (other === undefined) return false;
    const givesOthers =
      other.entry !== choice.entry || other.entry.params.length > 0;
    return (
      (givesOthers &&
        counts(other.entry) &&
        isLeft(deviationOfChoice(other, at, http))) ||
      considered(index, at, http).some((it) => isRival(it, at))
    );
  });
}

/** Whether another form of the entry gives other values and is not ruled out. */
function formsDiffer(
  choice: Choice,
  parts: Parts,
  own: Values,
  http: number,
  isLeft: (deviation: number) => boolean,
): boolean {
  if ((choice.entry.forms ?? []).length === 0) return false;
  const message = parts.message ?? "";
  return readingsOf(choice.entry).some((reading) => {
    if (choice.form?.message === reading.form?.message) return false;
    const fit = matchReading(reading, message);
    if (!isLeft(deviation(reading, fit, parts, http))) return false;
    if (fit === "no") return isFreeText(reading) && choice.fit !== "free";
    if (fit === "unknown") return true;
    const other = valuesOf(choice, parts, fit);
    const isEqual = own.values.every((it, at) => isSame(it, other.values[at]));
    return !isEqual || !other.areCertain;
  });
}

