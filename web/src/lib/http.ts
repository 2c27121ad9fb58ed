/** fetch with the access token, read-your-writes and one retry after a silent refresh. */
import { fromProblem, unreachable } from "./api-error.ts";
import { connectionFound, connectionLost } from "./connection.ts";
import { positionHeader, rememberPosition } from "./position.ts";
import { bearer, refresh } from "./session.ts";
import { endedBy, viewAsHeader } from "./viewing.ts";

export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const attempt = async (): Promise<Response> => {
    try {
      const response = await fetch(path, {
        credentials: "same-origin",
        ...init,
        headers: {
          ...positionHeader(),
          ...(init.headers as Record<string, string> | undefined),
          ...bearer(),
          ...viewAsHeader(),
        },
      });
      // What stands before the server says so when it has gone.
      if (response.status === 502 || response.status === 504) connectionLost();
      else connectionFound();
      return response;
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
      connectionLost();
      throw unreachable(cause);
    }
  };
  let response = await attempt();
  if (response.status === 401 && (await refresh())) response = await attempt();
  await endedBy(response);
  const position = response.headers.get("x-pivotal-position");
  if (position !== null) rememberPosition(Number(position));
  return response;
}

/** REST with a JSON answer; anything but 2xx throws the ApiError of its problem body. */
export async function rest<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await send(path, init);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw fromProblem(response.status, body);
  return body as T;
}
