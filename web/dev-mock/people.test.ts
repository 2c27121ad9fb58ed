import { buildSchema, graphql } from "graphql";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as documents from "@/gql/graphql.ts";
import { door } from "./door.ts";
import { resolvers } from "./resolvers.ts";
import { createWorld } from "./world.ts";

const schema = buildSchema(readFileSync("../api/schema.graphql", "utf8"));
const world = createWorld(20);

/** What the admin of the mock is answered to what the pages ask. */
async function asked<T>(source: object, variableValues: Record<string, unknown> = {}): Promise<T> {
  const [admin] = world.users;
  if (admin === undefined) throw new Error("nobody is there");
  const rootValue = resolvers(world, admin);
  const { data, errors } = await graphql({ schema, source: String(source), variableValues, rootValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

function knock(path: string, body: object) {
  return door(world, { method: "POST", url: `/api/v1/auth/${path}`, headers: {}, body: JSON.stringify(body) });
}

/** The part of the newest mail's link behind `#`. */
async function newestToken(): Promise<string> {
  const { mailbox } = await asked<{ mailbox: { mails: { id: string }[] } }>(documents.MailboxDocument);
  const { keptMail } = await asked<{ keptMail: { text: string } }>(documents.KeptMailDocument, mailbox.mails[0]);
  return /#(\S+)/.exec(keptMail.text)?.[1] ?? "";
}

it("answers what the pages of people and of one's own access ask, before anything was done", async () => {
  for (const document of [
    documents.MeDocument,
    documents.TeamListDocument,
    documents.InvitationListDocument,
    documents.MySessionsDocument,
    documents.SecondFactorDocument,
    documents.ApiKeyListDocument,
    documents.ApiKeyScopesDocument,
    documents.MailboxDocument,
    documents.ProviderListDocument,
  ]) {
    expect(await asked(document)).toBeTypeOf("object");
  }
  expect(await asked(documents.UserListDocument, { first: 10, after: null })).toHaveProperty("users.edges");
});

it("puts somebody into a team and takes them out, and archives it", async () => {
  const [id, userId] = [world.teams[1]?.id, world.users[1]?.id];
  const input = { teamId: id, userId };
  const members = async () =>
    (await asked<{ teamMembers: { id: string }[] }>(documents.TeamPageDocument, { id })).teamMembers.map(
      (one) => one.id,
    );
  await asked(documents.TeamMemberAddDocument, { input });
  expect(await members()).toContain(userId);
  await asked(documents.TeamMemberRemoveDocument, { input });
  expect(await members()).not.toContain(userId);
  await asked(documents.TeamArchiveDocument, { id });
  expect(world.teams[1]?.archived).toBe(true);
  await asked(documents.TeamRestoreDocument, { id });
  expect(await asked(documents.UserOneDocument, { id: userId })).toMatchObject({ user: { id: userId } });
});

it("lets somebody in by the link of an invitation, once", async () => {
  const input = { email: "ada@example.com", role: "AGENT", teamIds: [world.teams[0]?.id] };
  const answer = await asked<{ invitationSend: { userErrors: object[] } }>(documents.InvitationSendDocument, { input });
  expect(answer.invitationSend.userErrors).toEqual([]);
  const token = await newestToken();
  expect(knock("invitations/show", { token })?.body).toMatchObject({ email: "ada@example.com", role: "AGENT" });
  expect(knock("invitations/accept", { token, name: "Ada", password: "correct horse" })?.status).toBe(200);
  expect(knock("invitations/accept", { token, name: "Ada", password: "correct horse" })?.status).toBe(422);
  expect(knock("login", { email: "ada@example.com", password: "correct horse" })?.status).toBe(200);
});

it("sets a new password by a link, and keeps disabled people out", async () => {
  const [, somebody] = world.users;
  if (somebody === undefined) throw new Error("nobody is there");
  const { email, id } = somebody;
  expect(knock("password/forgotten", { email })?.status).toBe(202);
  expect(knock("password/new", { token: await newestToken(), password: "another fine staple" })?.status).toBe(204);
  expect(knock("login", { email, password: "pivotal-dev" })?.status).toBe(401);
  expect(knock("login", { email, password: "another fine staple" })?.status).toBe(200);
  await asked(documents.UserDisableDocument, { input: { id } });
  expect(knock("login", { email, password: "another fine staple" })?.status).toBe(403);
  await asked(documents.UserEnableDocument, { input: { id } });
  expect(knock("login", { email, password: "another fine staple" })?.status).toBe(200);
});

it("asks for a second step once it is on", async () => {
  const { email, password } = world.users[0] ?? {};
  await asked(documents.SecondFactorBeginDocument, { input: { password } });
  await asked(documents.SecondFactorConfirmDocument, { input: { code: "123456" } });
  expect(knock("login", { email, password })?.body).toMatchObject({ code: "SECOND_STEP_NEEDED" });
  expect(knock("login", { email, password, code: "123456" })?.status).toBe(200);
  await asked(documents.SecondFactorDisableDocument, { input: { password } });
  expect(knock("login", { email, password })?.status).toBe(200);
});

it("has no identity provider, and signs nobody out for asking", () => {
  expect(door(world, { method: "GET", url: "/api/v1/auth/oidc", headers: {}, body: "" })).toEqual({
    status: 200,
    body: {},
  });
});
