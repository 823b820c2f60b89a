// --- Headers

class HeaderLines {
  readonly lines: readonly (readonly [string, string])[];

  constructor(headers: ResponseHeaders) {
    const lines: [string, string][] = [];
    const add = (name: string, value: string): void => {
      const text = value.replace(/^[ \t]+|[ \t]+$/g, "");
      // eslint-disable-next-line no-control-regex
      if (!/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(text))
        lines.push([name.toLowerCase(), text]);
    };
    if (Symbol.iterator in headers) {
      for (const [name, value] of headers) add(name, value);
    } else {
      for (const [name, value] of Object.entries(headers)) {
        if (typeof value === "string") add(name, value);
        else value?.forEach((it) => add(name, it));
      }
    }
    this.lines = lines;
  }

  get(name: string): string | undefined {
    const lowercase = name.toLowerCase();
    return this.lines.find(([own]) => own === lowercase)?.[1];
  }

  all(name: string): string[] {
    const lowercase = name.toLowerCase();
    return this.lines.filter(([own]) => own === lowercase).map((it) => it[1]);
  }
}

const NO_HEADERS = new HeaderLines([]);

interface Challenge {
  readonly scheme: string;
  readonly isToken: boolean;
  readonly params: (readonly [string, string])[];
}

/** Parses the challenges of `WWW-Authenticate`; what is not valid is skipped up to the next comma. */
function parseChallenges(lines: readonly string[]): Challenge[] {
  const challenges: Challenge[] = [];
  for (const line of lines) {
    let at = 0;
    const eat = (pattern: RegExp): string | undefined => {
      pattern.lastIndex = at;
      const found = pattern.exec(line);
      if (found === null) return undefined;
      at = pattern.lastIndex;
      return found[0];
    };
    const param = (): boolean => {
      const from = at;
      const name = eat(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y);
      if (name === undefined || eat(/[ \t]*=/y) === undefined) {
        at = from;
        return false;
      }
      eat(/[ \t]*/y);
      let value: string | undefined;
      if (line.charAt(at) === '"') {
        const quoted = eat(/"(?:[^"\\]|\\[^])*"/y);
        if (quoted === undefined) at = line.length;
        // eslint-disable-next-line no-control-regex
        else if (!/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(quoted))
          value = quoted.slice(1, -1).replace(/\\([^])/g, "$1");
      } else {
        value = eat(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?=[ \t,]|$)/y);
      }
      const last = challenges[challenges.length - 1];
      if (value !== undefined && last?.isToken === false)
        last.params.push([name, value]);
      return true;
    };
    for (;;) {
      eat(/[ \t,]+/y);
      if (at >= line.length) break;
      if (!param()) {
        const scheme = eat(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?=[ \t,]|$)/y);
        if (scheme !== undefined) {
          eat(/[ \t]+/y);
          const token = eat(/[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y);
          challenges.push({ scheme, isToken: token !== undefined, params: [] });
          if (token === undefined) param();
        }
      }
      eat(/(?:[^",]|"(?:[^"\\]|\\[^])*(?:"|\\?$))*/y);
    }
  }
  return challenges;
}

const challengeParam = (
  challenge: Challenge,
  name: string | undefined,
): string | undefined =>
  name === undefined
    ? undefined
    : challenge.params.find(
        ([own]) => own.toLowerCase() === name.toLowerCase(),
      )?.[1];

