/** Routes of the mock: the door, files as far as it has any, and GraphQL over the committed schema. */
import { buildSchema, graphql } from "graphql";
import { readFileSync } from "node:fs";
import { createWorld, type World } from "./world.ts";
import { attachProof } from "./consents.ts";
import { door, problem } from "./door.ts";
import { uploadDomains } from "./domain-sets.ts";
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

function userOf(request: MockRequest) {
  const userId = /^Bearer mock-(.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return world.users.find((other) => other.id === userId && other.active);
}

export async function handle(request: MockRequest): Promise<MockAnswer> {
  const atTheDoor = door(world, request);
  if (atTheDoor !== null) return atTheDoor;
  const uploaded = /^\/api\/v1\/imports\?fileName=([^&]+)/.exec(request.url)?.[1];
  if (uploaded !== undefined) return upload(decodeURIComponent(uploaded), request.body, userOf(request)?.name ?? "");
  if (/^\/api\/v1\/imports\/[^/]+\/(errors\.csv|file)$/.test(request.url))
    return { status: 200, body: "the mock keeps no files" };
  const proof = /^\/api\/v1\/contacts\/[^/]+\/consents\/([^/]+)\/proof(?:\?fileName=([^&]*))?$/.exec(request.url);
  if (proof?.[1] !== undefined && request.method === "PUT") {
    attachProof(proof[1], decodeURIComponent((proof[2] ?? "proof").replaceAll("+", " ")), request.body);
    return { status: 200, body: { statementIds: [proof[1]], suppressed: 0 } };
  }
  if (
    proof !== null ||
    /^\/api\/v1\/(domain-sets\/[^/]+\/file|exports\/[^/]+\/download|tasks\/file|consents\/file|legal-holds\/file|requests\/file|requests\/[^/]+\/(answer-file|proof))/.test(
      request.url,
    )
  )
    return {
      status: 200,
      headers: { "content-disposition": 'attachment; filename="mock.csv"' },
      body: "the mock keeps no files",
    };
  if (request.method === "POST" && /^\/api\/v1\/domain-sets\?/.test(request.url)) {
    const user = userOf(request);
    return user === undefined
      ? problem(401, "unauthenticated", "Sign in.")
      : uploadDomains(world, user, request.url, request.body);
  }
  if (!request.url.startsWith("/graphql")) return problem(404, "not_found", "The mock does not serve this route.");
  const user = userOf(request);
  if (user === undefined) return problem(401, "unauthenticated", "Sign in.");
  const { query, variables } = JSON.parse(request.body) as { query: string; variables: Record<string, unknown> };
  const result = await graphql({ schema, source: query, variableValues: variables, rootValue: resolvers(world, user) });
  return { status: 200, body: JSON.parse(JSON.stringify(result)) };
}
