/** Contacts for the specs that need some, brought in through the API as any other program would. */
import { randomUUID } from "node:crypto";
import { plainFile } from "./files.ts";

const ROWS = 400;

async function graphql<T>(token: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${process.env.E2E_URL}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: T; errors?: unknown };
  if (body.data === undefined || body.errors !== undefined) throw new Error(JSON.stringify(body.errors ?? body));
  return body.data;
}

async function token(): Promise<string> {
  const response = await fetch(`${process.env.E2E_URL}/api/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-pivotal-csrf": "1" },
    body: JSON.stringify({ email: "maren@example.com", password: "pivotal-dev" }),
  });
  if (!response.ok) throw new Error(`sign-in of the specs: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { accessToken: string }).accessToken;
}

/** One contact for a spec that changes it. Answers with its id. */
export async function makeContact(name: string, jobTitle: string): Promise<string> {
  // Once more against the same database, it is another one.
  const email = `${name}.${randomUUID().slice(0, 8)}@example.com`;
  const { contactCreate: made } = await graphql<{
    contactCreate: { contact: { id: string } | null; userErrors: object[] };
  }>(
    await token(),
    "mutation ($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { message } } }",
    { input: { fields: { email, first_name: "Spec", last_name: name, job_title: jobTitle } } },
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
  const uploaded = await fetch(`${process.env.E2E_URL}/api/v1/imports?fileName=people.csv`, {
    method: "POST",
    headers: { "content-type": "text/csv", authorization: `Bearer ${bearer}` },
    body: plainFile(ROWS),
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
