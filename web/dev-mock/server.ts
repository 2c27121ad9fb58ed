/** Routes of the mock: development logins, login, refresh, logout, and GraphQL over the committed schema. */
import { buildSchema, graphql } from "graphql";
import { readFileSync } from "node:fs";
import { createWorld, type World } from "./world.ts";
import { upload } from "./imports.ts";
import { resolvers } from "./resolvers.ts";

export interface MockRequest {
  method: string;
  url: string;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface MockAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

const schema = buildSchema(readFileSync(new URL("../../api/schema.graphql", import.meta.url), "utf8"));
const world: World = createWorld(Number(process.env.MOCK_ROWS ?? 20_000));

const problem = (status: number, code: string, detail: string): MockAnswer => ({ status, body: { code, detail } });

function signedIn(email: string, userId: string): MockAnswer {
  const user = world.users.find((other) => other.id === userId);
  return {
    status: 200,
    headers: { "set-cookie": `pivotal_refresh=${userId}; Path=/api/v1/auth; HttpOnly; SameSite=Strict` },
    body: {
      accessToken: `mock-${userId}`,
      expiresIn: 900,
      user: { id: userId, email, name: user?.name, role: user?.role },
    },
  };
}

function auth(request: MockRequest, action: string): MockAnswer {
  if (action === "development-logins") {
    return {
      status: 200,
      body: world.users
        .filter((user) => user.login)
        .map(({ email, role, name }) => ({ email, role, name, password: "pivotal-dev" })),
    };
  }
  if (action === "login") {
    const { email, password } = JSON.parse(request.body) as { email: string; password: string };
    const user = world.users.find((other) => other.email === email);
    if (user === undefined || password !== "pivotal-dev") {
      return problem(
        401,
        "bad_credentials",
        "This email and password do not belong together. Check both and try again.",
      );
    }
    return signedIn(user.email, user.id);
  }
  if (action === "refresh") {
    const id = /pivotal_refresh=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
    const user = world.users.find((other) => other.id === id);
    return user === undefined ? problem(401, "no_session", "Sign in.") : signedIn(user.email, user.id);
  }
  return { status: 204, headers: { "set-cookie": "pivotal_refresh=; Path=/api/v1/auth; Max-Age=0" } };
}

function userOf(request: MockRequest) {
  const userId = /^Bearer mock-(.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return world.users.find((other) => other.id === userId);
}

export async function handle(request: MockRequest): Promise<MockAnswer> {
  const action = /^\/api\/v1\/auth\/([a-z-]+)/.exec(request.url)?.[1];
  if (action !== undefined) return auth(request, action);
  const uploaded = /^\/api\/v1\/imports\?fileName=([^&]+)/.exec(request.url)?.[1];
  if (uploaded !== undefined) return upload(decodeURIComponent(uploaded), request.body, userOf(request)?.name ?? "");
  if (/^\/api\/v1\/imports\/[^/]+\/(errors\.csv|file)$/.test(request.url))
    return { status: 200, body: "the mock keeps no files" };
  if (/^\/api\/v1\/exports\/[^/]+\/download/.test(request.url))
    return {
      status: 200,
      headers: { "content-disposition": 'attachment; filename="mock.csv"' },
      body: "the mock keeps no files",
    };
  if (!request.url.startsWith("/graphql")) return problem(404, "not_found", "The mock does not serve this route.");
  const user = userOf(request);
  if (user === undefined) return problem(401, "unauthenticated", "Sign in.");
  const { query, variables } = JSON.parse(request.body) as { query: string; variables: Record<string, unknown> };
  const result = await graphql({ schema, source: query, variableValues: variables, rootValue: resolvers(world, user) });
  return { status: 200, body: JSON.parse(JSON.stringify(result)) };
}
