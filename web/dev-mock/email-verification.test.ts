import { buildSchema, graphql } from "graphql";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { resolvers } from "./resolvers.ts";
import { createWorld } from "./world.ts";

const schema = buildSchema(readFileSync("../api/schema.graphql", "utf8"));
const world = createWorld(60);

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

async function ask<T>(source: string, variableValues: Record<string, unknown> = {}): Promise<T> {
  const [user] = world.users;
  if (user === undefined) throw new Error("nobody is there");
  const { data, errors } = await graphql({ schema, source, variableValues, rootValue: resolvers(world, user) });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

const START =
  "mutation ($input: EmailVerificationStartInput!) { emailVerificationStart(input: $input) { verification { id state } userErrors { code } } }";
interface Started {
  emailVerificationStart: { verification: { id: string; state: string } | null; userErrors: { code: string }[] };
}
const ONE =
  "query ($id: UUID!) { emailVerification(id: $id) { state counts { done known changed notRun } reasons { code message count } progress { done total } } }";
interface One {
  emailVerification: { state: string; counts: Record<string, number>; reasons: { count: number }[] };
}
const CANCEL =
  "mutation ($input: EmailVerificationCancelInput!) { emailVerificationCancel(input: $input) { userErrors { code } } }";

async function start(input: object): Promise<string> {
  const { verification } = (await ask<Started>(START, { input })).emailVerificationStart;
  expect(verification?.state).toBe("ASKED");
  return verification?.id ?? "";
}

it("works by the clock, writes verdicts to the contacts and knows them the next time", async () => {
  const id = await start({ filter: { archived: false } });
  vi.advanceTimersByTime(1_000);
  const half = (await ask<One>(ONE, { id })).emailVerification;
  expect(half).toMatchObject({ state: "RUNNING", counts: { done: 40 }, progress: { done: 40, total: 60 } });
  vi.advanceTimersByTime(1_000);
  const over = (await ask<One>(ONE, { id })).emailVerification;
  expect(over).toMatchObject({ state: "COMPLETED", counts: { done: 60, changed: 60, notRun: 0 }, progress: null });
  expect(over.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  const contacts =
    "query ($id: UUID!) { emailVerificationContacts(id: $id, outcome: VALID) { edges { node { outcome reason } } } }";
  const found = await ask<{ emailVerificationContacts: { edges: { node: object }[] } }>(contacts, { id });
  expect(found.emailVerificationContacts.edges[0]?.node).toEqual({ outcome: "VALID", reason: "accepted" });
  const again = await start({ ids: world.contacts.slice(0, 3).map((contact) => contact.id) });
  vi.advanceTimersByTime(1_000);
  expect((await ask<One>(ONE, { id: again })).emailVerification.counts).toMatchObject({ known: 3, changed: 0 });
});

it("stops where it is, and refuses nothing and what is over", async () => {
  const id = await start({ filter: {}, again: true });
  vi.advanceTimersByTime(500);
  await ask(CANCEL, { input: { id } });
  const { state, counts } = (await ask<One>(ONE, { id })).emailVerification;
  expect([state, counts.done, counts.notRun]).toEqual(["CANCELLED", 20, 40]);
  const nothing = (await ask<Started>(START, { input: { ids: [] } })).emailVerificationStart;
  expect(nothing.userErrors[0]?.code).toBe("EMAIL_VERIFICATION_NOTHING_SELECTED");
  const over = await start({ ids: world.contacts.slice(0, 1).map((contact) => contact.id) });
  vi.advanceTimersByTime(1_000);
  const refused = await ask<{ emailVerificationCancel: object }>(CANCEL, { input: { id: over } });
  expect(refused.emailVerificationCancel).toEqual({ userErrors: [{ code: "EMAIL_VERIFICATION_NOT_RUNNING" }] });
});
