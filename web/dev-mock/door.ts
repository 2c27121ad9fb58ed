/** The mock's routes for who is not signed in yet: signing in and out, an invitation's link, a forgotten password. */
import { invitationOf, sendPasswordLink } from "./mail.ts";
import { hasSecondStep, passesSecondStep } from "./own-access.ts";
import { addUser } from "./people.ts";
import type { MockAnswer, MockRequest } from "./server.ts";
import type { MockUser, World } from "./world.ts";

export const problem = (status: number, code: string, detail: string): MockAnswer => ({
  status,
  body: { code, detail },
});

function signedIn({ id, email, name, role }: MockUser): MockAnswer {
  return {
    status: 200,
    headers: { "set-cookie": `pivotal_refresh=${id}; Path=/api/v1/auth; HttpOnly; SameSite=Strict` },
    body: { accessToken: `mock-${id}`, expiresIn: 900, user: { id, email, name, role } },
  };
}

type Route = (world: World, request: MockRequest) => MockAnswer;
const bodyOf = (request: MockRequest) => JSON.parse(request.body) as Record<string, string>;

const login: Route = (world, request) => {
  const { email, password, code } = bodyOf(request);
  const user = world.users.find((other) => other.email === email);
  if (user === undefined || password !== user.password) {
    const words = "This email and password do not belong together. Check both and try again.";
    return problem(401, "BAD_CREDENTIALS", words);
  }
  if (!user.active) return problem(403, "USER_DISABLED", "This user is disabled. Ask an administrator to enable it.");
  if (hasSecondStep(user.id)) {
    if (!code) return problem(401, "SECOND_STEP_NEEDED", "Write the code that your app shows.");
    if (!passesSecondStep(user.id, code)) return problem(401, "SECOND_STEP_WRONG", "This code is not right.");
  }
  return signedIn(user);
};

const refresh: Route = (world, request) => {
  const id = /pivotal_refresh=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  const user = world.users.find((other) => other.id === id && other.active);
  return user === undefined ? problem(401, "NO_SESSION", "Sign in.") : signedIn(user);
};

const show: Route = (world, request) => {
  const found = invitationOf(bodyOf(request).token ?? "");
  if (typeof found === "string") return problem(422, "REJECTED", found);
  const { email, role, clientId } = found;
  return {
    status: 200,
    body: { email, role, client: world.clients.find(({ id }) => id === clientId)?.name ?? null },
  };
};

const accept: Route = (world, request) => {
  const { token = "", name = "", password = "" } = bodyOf(request);
  const found = invitationOf(token);
  if (typeof found === "string") return problem(422, "REJECTED", found);
  found.state = "ACCEPTED";
  const { email, role, clientId, teamIds } = found;
  return signedIn(addUser(world, { name, email, role, password, clientId, teamIds }));
};

const forgotten: Route = (world, request) => {
  const user = world.users.find((other) => other.email === bodyOf(request).email);
  if (user !== undefined) sendPasswordLink(user);
  return { status: 202 };
};

/** The mock's links are good for ever. */
const newPassword: Route = (world, request) => {
  const { token, password = "" } = bodyOf(request);
  const user = world.users.find((other) => other.id === token);
  if (user === undefined) return problem(422, "RESET_LINK_INVALID", "This link is not complete. Ask for a new one.");
  user.password = password;
  return { status: 204 };
};

/** Of the real rule only the length. */
const checkPassword: Route = (_, request) => {
  const { length } = bodyOf(request).password ?? "";
  const short = `Use at least 12 characters. This password has ${length}; a few words in a row are easy to remember.`;
  return { status: 200, body: { accepted: length >= 12, message: length >= 12 ? "Hard to guess." : short } };
};

const ROUTES: Record<string, Route> = {
  "development-logins": (world) => ({
    status: 200,
    body: world.users
      .filter((user) => user.login)
      .map(({ email, role, name, password }) => ({ email, role, name, password })),
  }),
  login,
  refresh,
  logout: () => ({ status: 204, headers: { "set-cookie": "pivotal_refresh=; Path=/api/v1/auth; Max-Age=0" } }),
  "invitations/show": show,
  "invitations/accept": accept,
  "password/check": checkPassword,
  "password/forgotten": forgotten,
  "password/new": newPassword,
  // Nothing is set up.
  oidc: () => ({ status: 200, body: {} }),
};

/** Null: nothing of the door is asked for. */
export function door(world: World, request: MockRequest): MockAnswer | null {
  const asked = /^\/api\/v1\/auth\/([a-z/-]+)/.exec(request.url)?.[1];
  if (asked === undefined) return null;
  return ROUTES[asked]?.(world, request) ?? problem(404, "NOT_FOUND", "The mock does not serve this route.");
}
