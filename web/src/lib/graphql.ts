/** GraphQL over HTTP: typed documents in, data or an ApiError out. */
import type { TypedDocumentString } from "@/gql/graphql.ts";
import { ApiError, fromProblem, RefusedError, type UserError } from "./api-error.ts";
import { send } from "./http.ts";
import { rememberPositionsIn } from "./position.ts";
import { refresh } from "./session.ts";

interface GraphQlError {
  message: string;
  extensions?: { code?: string };
}

interface GraphQlBody<T> {
  data?: T | null;
  errors?: GraphQlError[];
}

export async function execute<TData, TVariables>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
  init: Pick<RequestInit, "keepalive"> = {},
): Promise<TData> {
  const text = document.toString();
  let body = await post<TData>(text, variables, { signal: signal ?? null, ...init });
  if (isSignedOut(body.errors) && (await refresh())) {
    body = await post<TData>(text, variables, { signal: signal ?? null, ...init });
  }
  const [error] = body.errors ?? [];
  if (error !== undefined || body.data === null || body.data === undefined) {
    throw new ApiError(error?.message ?? "Pivotal sent an empty answer. Try again.", {
      code: error?.extensions?.code ?? "graphql",
      status: 200,
      retryable: error === undefined,
    });
  }
  if (/^\s*mutation\b/.test(text)) rememberPositionsIn(body.data);
  return body.data;
}

/** The payload of a mutation, or a RefusedError that carries its `userErrors`. */
export function accepted<T extends { userErrors: UserError[] }>(payload: T): T {
  if (payload.userErrors.length > 0) throw new RefusedError(payload.userErrors);
  return payload;
}

async function post<T>(query: string, variables: unknown, init: RequestInit): Promise<GraphQlBody<T>> {
  const response = await send("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables }),
    ...init,
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok && (body === null || typeof body !== "object" || !("errors" in body))) {
    throw fromProblem(response.status, body);
  }
  return body as GraphQlBody<T>;
}

function isSignedOut(errors: GraphQlError[] | undefined): boolean {
  return (errors ?? []).some((error) => /unauthenticated/i.test(error.extensions?.code ?? ""));
}
