// --- Repeated parameters

/** Finds the split in which all values of a repeated parameter are equal, from the last value to the first. */
function agree(
  placeholders: readonly Placeholder[],
  text: string,
  filled: boolean,
  end: number,
  patience: { steps: number },
  leftmost: Match | undefined,
): Fit {
  const fields = placeholders.map((it) => it.field);
  let sum = 0;
  const known = placeholders.map(({ literal, field }, index) => {
    const same = fields.indexOf(field, index + 1);
    const until = fields.slice(0, index + 1);
    sum += literal.length;
    return {
      same,
      times: until.filter((it) => it === field).length,
      literals: sum,
      isApart: !until.some((it) => fields.includes(it, index + 1)),
      hopeless: new Set<number>(),
      start: 0,
      end: 0,
    };
  });
  const last = placeholders.length - 1;
  let index = last;
  const begin = (at: number, to: number): void => {
    const it = known[at];
    if (it !== undefined) [it.start, it.end] = [to + 1, to];
  };
  const earlier = (at: number): number | undefined => {
    const [placeholder, it] = [placeholders[at], known[at]];
    if (placeholder === undefined || it === undefined) return undefined;
    const same = known[it.same];
    if (same !== undefined) {
      const start = it.end - (same.end - same.start);
      const isSame =
        start >= 0 &&
        start < it.start &&
        placeholder.starts[start] === 1 &&
        text.slice(start, it.end) === text.slice(same.start, same.end);
      return isSame ? start : undefined;
    }
    const room = it.end - it.literals;
    if (room < 0) return undefined;
    const first = it.end - Math.floor(room / it.times);
    for (let start = it.start - 1; start >= first; start -= 1) {
      patience.steps -= 1;
      if (patience.steps < 0) return undefined;
      if (placeholder.starts[start] !== 1) continue;
      const value = text.slice(start, it.end);
      if (placeholder.constraint.form !== "text")
        patience.steps -= value.length;
      if (accepts(placeholder.constraint, value) && !(filled && value === ""))
        return start;
    }
    return undefined;
  };
  let found: (string | undefined)[] | undefined;
  begin(last, end);
  for (;;) {
    patience.steps -= 1;
    const start = earlier(index);
    if (patience.steps < 0) {
      const values = found ?? leftmost?.values;
      return values === undefined ? "unknown" : { values, unique: false };
    }
    const it = known[index];
    if (it === undefined) return "no";
    if (start === undefined) {
      if (found === undefined && it.isApart) it.hopeless.add(it.end);
      if (index === last)
        return found === undefined ? "no" : { values: found, unique: true };
      index += 1;
      continue;
    }
    it.start = start;
    const to = start - (placeholders[index]?.literal.length ?? 0);
    if (index > 0) {
      if (known[index - 1]?.hopeless.has(to) === true) continue;
      index -= 1;
      begin(index, to);
      continue;
    }
    if (found !== undefined) return { values: found, unique: false };
    const values: (string | undefined)[] = [];
    known.forEach((range, at) => {
      values[fields[at] ?? 0] = text.slice(range.start, range.end);
    });
    found = values;
  }
}

