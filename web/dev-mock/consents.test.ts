import { buildSchema, graphql } from "graphql";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { resolvers } from "./resolvers.ts";
import { createWorld } from "./world.ts";

const schema = buildSchema(readFileSync("../api/schema.graphql", "utf8"));
const world = createWorld(20);
const [first, second] = world.contacts.map(({ id }) => id);

/** What somebody of a role is answered, by the API's own schema. */
async function as<T>(role: string, source: string, variableValues: Record<string, unknown> = {}): Promise<T> {
  const user = world.users.find((one) => one.role === role);
  if (user === undefined) throw new Error(`nobody is ${role}`);
  const { data, errors } = await graphql({ schema, source, variableValues, rootValue: resolvers(world, user) });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

const OF =
  "query ($id: UUID!) { contactConsent(contactId: $id) { channels { channel standing permits why countryName } statements { id standing state } } }";
interface Of {
  contactConsent: {
    channels: { channel: string; standing: string; why: string; permits: boolean }[];
    statements: { id: string; standing: string; state: string }[];
  } | null;
}
const RECORD =
  "mutation ($input: ConsentRecordInput!) { consentRecord(input: $input) { statementIds position userErrors { code } } }";
const TAKE_BACK =
  "mutation ($input: ConsentTakeBackInput!) { consentTakeBack(input: $input) { position userErrors { code } } }";

it("says how it stands and what says so, and what counts when a mistake is taken back", async () => {
  const { contactConsent: before } = await as<Of>("ADMIN", OF, { id: first });
  expect(before?.channels[0]).toMatchObject({ standing: "WITHDRAWN", why: "STATEMENT", permits: false });
  expect(before?.channels[1]).toMatchObject({ standing: "LEGITIMATE_INTEREST", why: "RECORD" });
  const input = { contactId: first, channels: ["EMAIL"], basis: "LEGITIMATE_INTEREST", origin: "A call" };
  const refused = await as<{ consentRecord: object }>("ADMIN", RECORD, { input });
  expect(refused.consentRecord).toMatchObject({ userErrors: [{ code: "CONSENT_WITHDRAWN" }] });
  const statementId = before?.statements[0]?.id;
  await as("ADMIN", TAKE_BACK, { input: { contactId: first, statementId, why: "the wrong person" } });
  const { contactConsent: after } = await as<Of>("ADMIN", OF, { id: first });
  expect(after?.channels[0]).toMatchObject({ standing: "CONSENT", permits: true });
  expect(after?.statements.map(({ state }) => state)).toEqual(["TAKEN_BACK", "COUNTS"]);
});

it("suppresses what somebody could be reached by, and lists what matches", async () => {
  const withdraw =
    "mutation ($input: ConsentWithdrawInput!) { consentWithdraw(input: $input) { suppressed userErrors { code } } }";
  const input = { contactId: second, channels: ["EMAIL", "PHONE"], origin: "A reply" };
  expect(await as("DATA_OPS", withdraw, { input })).toEqual({ consentWithdraw: { suppressed: 2, userErrors: [] } });
  const list = "query ($filter: ConsentFilter) { consents(filter: $filter) { totalCount } }";
  const filter = { contactId: second, state: "COUNTS" };
  expect(await as("ADMIN", list, { filter })).toEqual({ consents: { totalCount: 2 } });
  expect(await as("AGENT", list)).toEqual({ consents: { totalCount: 0 } });
});

it("changes rules from now on, and says what they were", async () => {
  const set = "mutation ($input: ConsentRuleSetInput!) { consentRuleSet(input: $input) { userErrors { code } } }";
  const rule = { email: "LEGITIMATE_INTEREST", phone: "CONSENT_NEEDED" };
  await as("ADMIN", set, { input: { country: "DE", ...rule, note: "counsel said so" } });
  const refused = { consentRuleSet: { userErrors: [{ code: "CONSENT_RULE_COUNTRY" }] } };
  expect(await as("ADMIN", set, { input: { country: "XX1", ...rule } })).toEqual(refused);
  const read = "{ consentRules { country name } consentRuleChanges { name previous { email } } }";
  const told = await as<{ consentRules: { name: string }[]; consentRuleChanges: object[] }>("QA_ANALYST", read);
  expect(told.consentRules[0]?.name).toBe("All other countries");
  expect(told.consentRuleChanges).toEqual([{ name: "Germany", previous: { email: "CONSENT_NEEDED" } }]);
});
