// Reads the responses of `cases.json` with the exported decoders, and prints what they find.

import { readFileSync } from "node:fs";

interface Suite {
  module: string;
  catalog: string;
  cases: { status: number; headers: [string, string][]; body: number[] }[];
}

const pascal = (name: string): string =>
  name
    .split(/[-_]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/* eslint-disable @typescript-eslint/no-explicit-any */
function summary(decoded: any, names: any, text: any, withInner: boolean): any {
  const found: any = {};
  const put = (key: string, value: any): void => {
    if (value !== undefined) found[key] = value;
  };
  for (const key of [
    "outcome",
    "reason",
    "isError",
    "id",
    "code",
    "subcode",
    "message",
    "status",
    "bodyStatus",
    "title",
    "scope",
    "reference",
    "envelope",
    "language",
    "isCertain",
    "retryAfter",
  ])
    put(key, decoded[key]);
  if (decoded.error !== undefined) {
    found.params = {};
    for (const [name, key] of names.get(decoded.id)) {
      const value = decoded.error.params[key];
      if (value !== undefined) found.params[name] = value;
    }
    found.text = text(decoded.error);
  }
  if (withInner) {
    put(
      "errors",
      decoded.errors().map((it: any) => summary(it, names, text, false)),
    );
    put(
      "causes",
      decoded.causes().map((it: any) => summary(it, names, text, true)),
    );
    if (decoded.batch !== undefined) {
      found.batch = {};
      for (const [key, it] of decoded.batch)
        found.batch[key] = summary(it, names, text, false);
    }
  }
  return found;
}

const suites: Suite[] = JSON.parse(readFileSync("cases.json", "utf8"));
const all: any[] = [];
for (const suite of suites) {
  const source = readFileSync(`${suite.module}.ts`, "utf8");
  const data = /String\.raw`([^`]*)`/.exec(source)?.[1] ?? "";
  const names = new Map<string, [string, string][]>();
  for (const entry of JSON.parse(data).entries)
    names.set(
      entry.id,
      entry.params.map((it: any) => [it.name, it.key]),
    );
  const module = await import(`./${suite.module}.js`);
  const name = pascal(suite.catalog);
  const decode = module[`decode${name}Error`];
  const is = module[`is${name}Error`];
  const message =
    module[`${name.slice(0, 1).toLowerCase()}${name.slice(1)}Message`];
  const text = (error: any): string => {
    if (!is(JSON.parse(JSON.stringify(error))))
      throw new Error(`${JSON.stringify(error)} is not an error of ${name}`);
    return message(error);
  };
  all.push(
    suite.cases.map(({ status, headers, body }) => {
      try {
        const decoded = decode(status, Uint8Array.from(body), headers);
        return summary(decoded, names, text, true);
      } catch (error) {
        return { thrown: String(error) };
      }
    }),
  );
}
process.stdout.write(JSON.stringify(all));
