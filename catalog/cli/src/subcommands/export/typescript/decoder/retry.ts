// --- When to try again

const LONGEST = 2_147_483_648_000;

/** A delay in milliseconds, or a point in time in milliseconds since 1970. */
type Delay = { readonly delay: number } | { readonly at: number };

/** Digits with an optional fraction, which is rounded up. */
function roundedUp(text: string): number | undefined {
  const found = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) + (/[1-9]/.test(found[2] ?? "") ? 1 : 0);
}

function parseDuration(text: string): number | undefined {
  const number = "([0-9]+(?:[.,][0-9]+)?)";
  const seconds = new RegExp(`^${number}s$`).exec(text);
  const iso = new RegExp(
    `^P(?!$)(?:${number}W)?(?:${number}D)?(?:T(?!$)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
  ).exec(text);
  const parts = seconds ? [0, 0, 0, 0, seconds[1]] : iso?.slice(1);
  if (parts === undefined) return undefined;
  const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];
  return units.reduce((sum, unit, at) => {
    const part = Number(String(parts[at] ?? "0").replace(",", "."));
    return sum + Number((part * unit).toPrecision(15));
  }, 0);
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

function utc(
  year: number,
  month: number,
  day: number,
  time: string | undefined,
): number | undefined {
  const [hour, minute, second] = (time ?? "").split(":").map(Number);
  if (hour === undefined || minute === undefined || second === undefined)
    return undefined;
  const isTime = hour < 24 && minute < 60 && second <= 60;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  const isDate = date.getUTCMonth() === month && date.getUTCDate() === day;
  if (!isTime || !isDate) return undefined;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The dates of HTTP headers (RFC 9110 section 5.6.7) and of RFC 3339, rounded up to a second. */
function parseDate(text: string): number | undefined {
  const month = (name: string | undefined): number =>
    MONTHS.indexOf(name ?? "-") / 3;
  const time = "([0-9]{2}:[0-9]{2}:[0-9]{2})";
  const short = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  const long = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
  const name = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  const is = (pattern: string): RegExpExecArray | null =>
    new RegExp(`^${pattern}$`).exec(text);
  let it = is(`${short}, ([0-9]{2}) ${name} ([0-9]{4}) ${time} GMT`);
  if (it) return utc(Number(it[3]), month(it[2]), Number(it[1]), it[4]);
  it = is(`${long}, ([0-9]{2})-${name}-([0-9]{2}) ${time} GMT`);
  if (it) {
    const digits = Number(it[3]);
    const year = digits + (digits < 70 ? 2000 : 1900);
    return utc(year, month(it[2]), Number(it[1]), it[4]);
  }
  it = is(`${short} ${name} ([0-9]{2}| [0-9]) ${time} ([0-9]{4})`);
  if (it) return utc(Number(it[4]), month(it[1]), Number(it[2]), it[3]);
  it = is(
    `([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]${time}(?:\\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))`,
  );
  if (!it) return undefined;
  const local = utc(Number(it[1]), Number(it[2]) - 1, Number(it[3]), it[4]);
  const [hours, minutes] = [Number(it[7] ?? 0), Number(it[8] ?? 0)];
  if (local === undefined || hours > 23 || minutes > 59) return undefined;
  const offset = (hours * 60 + minutes) * 60_000;
  const fraction = /[1-9]/.test(it[5] ?? "") ? 1000 : 0;
  return local + fraction - (it[6] === "-" ? -offset : offset);
}

function parseDelay(text: string, unit: Unit | undefined): Delay | undefined {
  const value = text.replace(/^[ \t]+|[ \t]+$/g, "");
  const number = roundedUp(value);
  const at = (time: number | undefined): Delay | undefined =>
    time === undefined ? undefined : { at: time };
  const after = (delay: number | undefined): Delay | undefined =>
    delay === undefined ? undefined : { delay: Math.min(delay, LONGEST) };
  const inUnit = (): Delay | undefined => {
    switch (unit ?? "seconds") {
      case "seconds":
        return number === undefined
          ? at(parseDate(value))
          : after(number * 1000);
      case "ms":
        return after(number);
      case "epoch":
        return number === undefined ? undefined : at(number * 1000);
      case "epoch_ms":
        return number === undefined
          ? undefined
          : at(Math.ceil(number / 1000) * 1000);
      case "date":
        return at(parseDate(value));
      default:
        return after(parseDuration(value));
    }
  };
  return inUnit() ?? after(parseDuration(trim(text)));
}

