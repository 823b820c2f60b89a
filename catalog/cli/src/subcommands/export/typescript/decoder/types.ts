// ---------------------------------------------------------------------------
// The decoder. It is the same in every exported file.
//
// response ──read──▶ Json ──find──▶ parts of an error ──choose──▶ entry ──values──▶ Decoded
//                      (in an envelope: code, message, …)   (by code, message, status)

/** A value of a parameter: a list has strings, and an optional parameter can be absent. */
type Value = string | number | boolean | readonly string[] | undefined;

/** Text, the index of a parameter, text, and so on: it begins and ends with text. */
type Template = readonly (string | number)[];

type Literal = null | boolean | string | { readonly number: string };
type Step =
  | string
  | { readonly member: readonly string[]; readonly is: Literal };

/** Where a part of an error is. */
type Place =
  | { readonly pointer: readonly Step[] }
  | { readonly query: readonly Step[] }
  | { readonly header: string; readonly percent?: true }
  | {
      readonly at: Place;
      /** Text, 0 for any text, and 1 for the part. */
      readonly captures?: readonly (readonly (string | 0 | 1)[])[];
      readonly case?: Case;
      readonly unit?: Unit;
    };
type Case = "kebab" | "snake" | "camel" | "pascal";
type Unit =
  | "seconds"
  | "ms"
  | "epoch"
  | "epoch_ms"
  | "date"
  | "duration"
  | "iso_duration";

type ParamPlaces =
  | { readonly object: Place }
  | { readonly each: readonly (readonly [string, readonly Place[]])[] }
  | {
      readonly pairs: Place;
      readonly name: readonly Step[];
      readonly value: readonly Step[];
    };

type Inner =
  | "list"
  | "one"
  | "whole"
  | { readonly key: string }
  | { readonly leaf?: string; readonly param: string };

interface CausesAt {
  readonly at: Place;
  readonly inner: Inner;
  readonly chain?: Place;
  readonly body: Body;
}

/** An envelope in a body. */
interface Body {
  readonly format?: "xml" | "form" | "text" | "empty" | "grpc";
  readonly errors?: readonly Place[];
  readonly success?: readonly (
    | { readonly code: Literal }
    | { readonly at: Place; readonly is: Literal }
  )[];
  readonly code?: readonly Place[];
  readonly subcode?: readonly Place[];
  readonly message?: readonly Place[];
  readonly title?: readonly Place[];
  readonly status?: readonly Place[];
  readonly scope?: readonly Place[];
  readonly reference?: readonly Place[];
  readonly params?: ParamPlaces;
  readonly retryAfter?: readonly Place[];
  readonly retryUnit?: Unit;
  readonly causes?: readonly CausesAt[];
  readonly batch?: {
    readonly errors: readonly Step[];
    readonly results?: readonly Step[];
  };
}

/** An envelope in a header. */
interface HeaderBody {
  readonly header: string;
  readonly scheme?: string;
  readonly code?: string;
  readonly message?: string;
  readonly params: readonly (readonly [string, string])[];
  readonly value?: string;
}

type Envelope = { readonly name: string } & (
  | { readonly body: Body }
  | { readonly inHeader: HeaderBody }
);

interface Param {
  readonly name: string;
  readonly key: string;
  readonly type:
    | "string"
    | "integer"
    | "decimal"
    | "boolean"
    | "timestamp"
    | "list"
    | "json";
  readonly optional?: true;
  readonly sensitive?: true;
  /** Whether responses have something else instead of the value. */
  readonly withheld?: true;
}

/** Another form of an error: an earlier one, one in another language, or for some numbers. */
interface Form {
  /** The number of the language; 0 is that of the catalog. */
  readonly language: number;
  readonly earlier?: true;
  readonly plural?: Plural;
  readonly statuses?: readonly number[];
  readonly message?: Template;
  readonly fixed?: number;
}

/** The numbers that a form is for. */
interface Plural {
  /** The index of the parameter with the number. */
  readonly param: number;
  /** The number, if it is for just one. */
  readonly exact?: string;
  /** Integers below 200; those above are like the ones with their last two digits. */
  readonly numbers?: {
    readonly ranges: readonly (readonly [number, number])[];
    readonly millions: boolean;
  };
}

interface Entry {
  readonly id: string;
  readonly code?: string | number;
  readonly pattern?: Template;
  readonly subcode?: string;
  readonly statuses: readonly number[];
  readonly envelope?: number;
  readonly message: Template;
  /** The number of bytes that the message fixes. */
  readonly fixed: number;
  readonly freeText?: true;
  readonly params: readonly Param[];
  readonly forms?: readonly Form[];
  /** How long to wait, which header says it, or which parameter. */
  readonly retry?: {
    readonly seconds?: number;
    readonly header?: string;
    readonly param?: string;
    readonly unit?: Unit;
  };
}

interface Catalog {
  /** That of the catalog, and those of its translations. */
  readonly languages: readonly string[];
  /** For each translation, the number of the language whose messages are shown for those that are missing. */
  readonly fallbacks: readonly number[];
  readonly envelopes: readonly Envelope[];
  readonly entries: readonly Entry[];
  /** The entries whose code has placeholders, the most specific first. */
  readonly patterns: readonly number[];
}

/** The headers of a response. */
export type ResponseHeaders =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

