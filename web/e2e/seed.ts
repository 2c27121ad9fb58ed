/** Contacts for the specs that need some, brought in through the API as any other program would. */
import { randomUUID } from "node:crypto";
import { plainFile } from "./files.ts";

const ROWS = 400;

export async function graphql<T>(token: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${process.env.E2E_URL}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: T; errors?: unknown };
  if (body.data === undefined || body.errors !== undefined) throw new Error(JSON.stringify(body.errors ?? body));
  return body.data;
}

const bearers = new Map<string, { token: string; until: number }>();

/** What signs requests of this user, kept for a third of the quarter of an hour it holds: a sign-in for each takes longer than they do. */
export async function tokenOf(email: string, password: string): Promise<string> {
  const kept = bearers.get(email);
  if (kept !== undefined && Date.now() < kept.until) return kept.token;
  const response = await fetch(`${process.env.E2E_URL}/api/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-pivotal-csrf": "1" },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in of the specs: ${response.status} ${await response.text()}`);
  const { accessToken } = (await response.json()) as { accessToken: string };
  bearers.set(email, { token: accessToken, until: Date.now() + 5 * 60_000 });
  return accessToken;
}

/** The admin's. */
export const token = () => tokenOf("maren@example.com", "pivotal-dev");

/** One contact for a spec that changes it. Answers with its id. */
export async function makeContact(name: string, jobTitle: string): Promise<string> {
  // Once more against the same database, it is another one.
  const email = `${name}.${randomUUID().slice(0, 8)}@example.com`;
  return contactWith({ email, first_name: "Spec", last_name: name, job_title: jobTitle });
}

/** One contact with this very address. Answers with its id. */
export async function makeContactAt(name: string, email: string): Promise<string> {
  return contactWith({ full_name: name, email });
}

/** One that no domain of an email can link to an account. */
export async function makeContactWithoutEmail(name: string): Promise<string> {
  const linkedin_url = `https://www.linkedin.com/in/${name}-${randomUUID().slice(0, 8)}`;
  return contactWith({ linkedin_url, first_name: "Spec", last_name: name });
}

/** A new contact that the admin gives to somebody, named by the address they sign in with. */
export async function giveContact(name: string, owner: string): Promise<string> {
  return contactWith({ email: `${name.toLowerCase()}@example.com`, full_name: name, owner });
}

async function contactWith(fields: object): Promise<string> {
  const { contactCreate: made } = await graphql<{
    contactCreate: { contact: { id: string } | null; userErrors: object[] };
  }>(
    await token(),
    "mutation ($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { message } } }",
    { input: { fields } },
  );
  if (made.contact === null) throw new Error(`no contact: ${JSON.stringify(made.userErrors)}`);
  return made.contact.id;
}

/** An account of this domain. Its contacts are looked for by a job that runs by itself. */
export async function makeAccount(name: string, domain: string): Promise<string> {
  const { accountCreate: made } = await graphql<{
    accountCreate: { account: { id: string } | null; userErrors: object[] };
  }>(
    await token(),
    "mutation ($input: RecordInput!) { accountCreate(input: $input) { account { id } userErrors { message } } }",
    { input: { fields: { name, domain } } },
  );
  if (made.account === null) throw new Error(`no account: ${JSON.stringify(made.userErrors)}`);
  return made.account.id;
}

interface Contact {
  id: string;
  archived: boolean;
  fields: Record<string, unknown>;
}

/** The contact with this address, as the API has it. */
export async function contactByEmail(email: string) {
  const query =
    "query ($filter: ContactFilter!) { contacts(first: 1, filter: $filter) { edges { node { id archived fields } } } }";
  const filter = { q: email, archived: null };
  return (await graphql<{ contacts: { edges: { node: Contact }[] } }>(await token(), query, { filter })).contacts
    .edges[0]?.node;
}

/** The account with this id, as the API has it. */
export async function accountById(id: string) {
  const query = "query ($id: UUID!) { account(id: $id) { id archived fields } }";
  return (await graphql<{ account: Contact | null }>(await token(), query, { id })).account;
}

/** What somebody types into a contact. */
export async function changeContact(id: string, fields: Record<string, string>): Promise<void> {
  const { contactUpdate: done } = await graphql<{ contactUpdate: { userErrors: object[] } }>(
    await token(),
    "mutation ($input: RecordUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }",
    { input: { id, fields } },
  );
  if (done.userErrors.length > 0) throw new Error(`not changed: ${JSON.stringify(done.userErrors)}`);
}

/** What somebody types into an account. */
export async function changeAccount(id: string, fields: Record<string, string>): Promise<void> {
  const { accountUpdate: done } = await graphql<{ accountUpdate: { userErrors: object[] } }>(
    await token(),
    "mutation ($input: RecordUpdateInput!) { accountUpdate(input: $input) { userErrors { message } } }",
    { input: { id, fields } },
  );
  if (done.userErrors.length > 0) throw new Error(`not changed: ${JSON.stringify(done.userErrors)}`);
}

/** How many contacts a filter finds, asked of the API. */
export async function countContacts(where: object): Promise<number> {
  const query = "query ($where: JSON!) { contacts(first: 1, filter: { where: $where }) { totalCount } }";
  return (await graphql<{ contacts: { totalCount: number } }>(await token(), query, { where })).contacts.totalCount;
}

interface Column {
  index: number;
  suggestedField: string | null;
  suggestedEntity: string | null;
}

/** Imports a small file unless its people are there already: specs look for them by name, whatever else was imported. */
export async function ensureContacts(): Promise<void> {
  const bearer = await token();
  const counted = await graphql<{ contacts: { totalCount: number } }>(
    bearer,
    '{ contacts(first: 1, filter: { q: "vester" }) { totalCount } }',
    {},
  );
  if (counted.contacts.totalCount > 0) return;
  await importThroughApi("people.csv", plainFile(ROWS));
}

/** People of this run, found by its id: more than one page of the list holds. */
export async function makePeople(id: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => `b${n}.${id}@example.com,Bulk,Person ${n} ${id},Planner,Odense`);
  await importThroughApi(`people-${id}.csv`, ["Email,First name,Last name,Job title,City", ...rows, ""].join("\n"));
  // The import has ended; the list of contacts is another read model, and has them a moment later.
  const last = `b${count - 1}.${id}@example.com`;
  while ((await contactByEmail(last)) === undefined) await new Promise((done) => setTimeout(done, 100));
}

/** As suggested, to its end. */
async function importThroughApi(name: string, text: string): Promise<void> {
  const bearer = await token();
  const uploaded = await fetch(`${process.env.E2E_URL}/api/v1/imports?fileName=${name}`, {
    method: "POST",
    headers: { "content-type": "text/csv", authorization: `Bearer ${bearer}` },
    body: text,
  });
  const { id } = (await uploaded.json()) as { id: string };
  const { import: looked } = await graphql<{ import: { columns: Column[] } }>(
    bearer,
    "query ($id: UUID!) { import(id: $id) { columns { index suggestedField suggestedEntity } } }",
    { id },
  );
  const mapping = looked.columns.flatMap(({ index, suggestedField: field, suggestedEntity: entity }) =>
    field === null ? [] : [{ column: index, field, entity }],
  );
  await graphql(bearer, "mutation ($input: ImportMapInput!) { importMap(input: $input) { userErrors { message } } }", {
    input: { id, mapping },
  });
  await graphql(bearer, "mutation ($id: UUID!) { importStart(input: { id: $id }) { userErrors { message } } }", { id });
  for (;;) {
    const now = await graphql<{ import: { state: string } }>(
      bearer,
      "query ($id: UUID!) { import(id: $id) { state } }",
      {
        id,
      },
    );
    if (now.import.state === "COMPLETED") return;
    if (now.import.state !== "RUNNING") throw new Error(`the specs' import ended as ${now.import.state}`);
    // Between two looks; the import says itself when it has ended.
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** The survivorship rules as they are by themselves, for the specs after one that changes them. */
export async function resetRules(): Promise<void> {
  const everywhere = [["PERSON"], ["AUTOMATION"], ["IMPORT"], ["SAMPLE"], ["SYSTEM"]];
  await graphql(
    await token(),
    "mutation ($input: SurvivorshipInput!) { survivorshipChange(input: $input) { userErrors { message } } }",
    { input: { entity: "CONTACT", everywhere } },
  );
}

/** A contact of a company of this domain. Answers with its id. */
export async function makeTwin(name: string, email: string, domain: string, jobTitle: string): Promise<string> {
  const [firstName, lastName] = name.split(" ");
  const { contactCreate: made } = await graphql<{
    contactCreate: { contact: { id: string } | null; userErrors: object[] };
  }>(
    await token(),
    "mutation ($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { message } } }",
    { input: { fields: { email, first_name: firstName, last_name: lastName, job_title: jobTitle, city: "Ribe" } } },
  );
  if (made.contact === null) throw new Error(`no contact of ${domain}: ${JSON.stringify(made.userErrors)}`);
  return made.contact.id;
}
