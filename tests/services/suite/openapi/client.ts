// A client whose types `openapi-typescript` generates.

import type { components, paths } from "./bank";

type Responses = paths["/"]["get"]["responses"];
type NotFound = Responses[404]["content"]["application/json"];
type Problem = Responses[404]["content"]["application/problem+json"];
type BankError = components["schemas"]["BankError"];

// The code narrows the error, so that its details are known, and every error is handled.
export function notFound({ error }: NotFound): string {
    switch (error.code) {
        case "ACCOUNT_NOT_FOUND":
            // @ts-expect-error: a detail of another error
            void error.details.method;
            return error.details.account;
        case "ROUTE_NOT_FOUND":
            return `${error.details.method} ${error.details.path}`;
        default:
            return error satisfies never;
    }
}

// The same in problem details, by their type.
export function problem(problem: Problem): string {
    switch (problem.type) {
        case "https://bank.example/problems/account-not-found":
            return problem.account;
        case "https://bank.example/problems/route-not-found":
            return problem.path;
        default:
            return problem satisfies never;
    }
}

// Of all errors, too.
export function missing({ error }: BankError): number | undefined {
    if (error.code === "INSUFFICIENT_BALANCE") {
        return error.details.required - error.details.available;
    }
    // @ts-expect-error: a code that no error has
    if (error.code === "NO_SUCH_CODE") {
        return 0;
    }
    if (error.code === "METHOD_NOT_ALLOWED") {
        // @ts-expect-error: a detail that can be missing
        return error.details.allow.length;
    }
    const [cause] = error.causes ?? [];
    return cause?.code === "INSUFFICIENT_BALANCE" ? 1 : undefined;
}
