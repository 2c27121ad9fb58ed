/**
 * Viewing as a client: while somebody of ours does, every request of this tab names the client, and the server answers as it would
 * its people, and changes nothing. Kept per tab, so that a reload stays in the view and another tab does not come into it.
 */
const KEY = "pivotal.view-as";

export function viewedClient(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function viewAsHeader(): Record<string, string> {
  const client = viewedClient();
  return client === null ? {} : { "x-pivotal-view-as": client };
}

/** The app begins anew: nothing that was read as oneself may stay on the screen. */
export function enterView(client: string): void {
  sessionStorage.setItem(KEY, client);
  window.location.assign("/");
}

export function forgetView(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Blocked storage holds nothing.
  }
}

/** Back to the client's page, as oneself. */
export function leaveView(client: string): void {
  forgetView();
  window.location.assign(`/clients/${client}`);
}

/** The server says that the time is over, or the client was archived: then the app begins anew as oneself. */
export async function endedBy(response: Response): Promise<boolean> {
  const client = viewedClient();
  if (client === null || response.status !== 403) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const over = typeof body === "object" && body !== null && "code" in body && body.code === "VIEW_OVER";
  if (over) leaveView(client);
  return over;
}
