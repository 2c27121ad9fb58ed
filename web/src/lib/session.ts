/**
 * Who is signed in, as far as the browser knows: an access token held in memory only. The refresh token is an
 * HttpOnly cookie we never see; `refresh` trades it for a new access token.
 */
import { useSyncExternalStore } from "react";
import { fromProblem, unreachable } from "./api-error.ts";
import { connectionLost } from "./connection.ts";
import { forgetPosition } from "./position.ts";
import { forgetView } from "./viewing.ts";

export type SessionState = "unknown" | "signed-in" | "signed-out";

let accessToken: string | null = null;
let personId: string | null = null;
let state: SessionState = "unknown";
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState, token: string | null): void {
  accessToken = token;
  if (next === "signed-out") personId = null;
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

export function bearer(): Record<string, string> {
  return accessToken === null ? {} : { authorization: `Bearer ${accessToken}` };
}

async function post(path: string, body?: unknown): Promise<Response> {
  try {
    return await fetch(`/api/v1/auth/${path}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", "x-pivotal-csrf": "1", ...bearer() },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch (cause) {
    connectionLost();
    throw unreachable(cause);
  }
}

async function takeToken(response: Response): Promise<void> {
  const body = (await response.json()) as { accessToken: string; user?: { id: string } };
  const before = personId;
  personId = body.user?.id ?? null;
  become("signed-in", body.accessToken);
  // Somebody else came in in another tab, by the link of a mail for one, and the cookie is theirs: nothing of the person
  // before may stay on the screen, and nothing may be saved in the wrong name.
  if (before !== null && personId !== null && before !== personId) window.location.reload();
}

/** Throws an ApiError whose message says why the sign-in failed; with SECOND_STEP_NEEDED a code is asked for. */
export async function signIn(email: string, password: string, code?: string): Promise<void> {
  const response = await post("login", code === undefined ? { email, password } : { email, password, code });
  if (!response.ok) throw fromProblem(response.status, await response.json().catch(() => null));
  await takeToken(response);
}

/** Accepts an invitation and is signed in by that. */
export async function join(acceptance: { token: string; name: string; password: string }): Promise<void> {
  const response = await post("invitations/accept", acceptance);
  if (!response.ok) throw fromProblem(response.status, await response.json().catch(() => null));
  await takeToken(response);
}

async function refreshOnce(): Promise<boolean> {
  const response = await post("refresh");
  if (response.ok) {
    await takeToken(response);
    return true;
  }
  if (response.status === 401 || response.status === 403) become("signed-out", null);
  else if (state === "unknown") throw fromProblem(response.status, null);
  return false;
}

/**
 * One refresh at a time, in this tab and across tabs: the server revokes the whole family of tokens when an old one is
 * used twice, so two tabs must not race with the same cookie.
 */
export function refresh(): Promise<boolean> {
  refreshing ??= (async () => {
    try {
      if ("locks" in navigator) return await navigator.locks.request("pivotal.refresh", refreshOnce);
      return await refreshOnce();
    } finally {
      refreshing = null;
    }
  })();
  return refreshing;
}

export async function signOut(): Promise<void> {
  try {
    await post("logout");
  } finally {
    forgetPosition();
    forgetView();
    become("signed-out", null);
  }
}
