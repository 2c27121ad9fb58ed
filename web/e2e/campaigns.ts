/** What a campaign by mail needs before it can be one: a sender, words that somebody approved, and people. Made through the API. */
import { randomUUID } from "node:crypto";
import { graphql, token, tokenOf } from "./seed.ts";

interface Payload {
  userErrors: { message: string }[];
}

/** Refusals fail the spec that asked. */
async function ask<T extends Payload>(bearer: string, mutation: string, variables: object): Promise<T> {
  const name = /\{\s*(\w+)/.exec(mutation)?.[1] ?? "";
  const answer = (await graphql<Record<string, T>>(bearer, mutation, variables))[name];
  if (answer === undefined || answer.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Of the campaign manager among the development logins. */
export async function managerToken(): Promise<string> {
  const known = await fetch(`${process.env.E2E_URL}/api/v1/auth/development-logins`);
  const logins = (await known.json()) as { email: string; password: string; role: string }[];
  const login = logins.find(({ role }) => role === "CAMPAIGN_MANAGER");
  if (login === undefined) throw new Error("Nobody among the development logins is a campaign manager.");
  return tokenOf(login.email, login.password);
}

export interface Setup {
  brandId: string;
  senderId: string;
  templateId: string;
  /** Stands first among the brands, so that a new campaign has it by itself. */
  brand: string;
  template: string;
}

/** A brand, its usual sender by the test account, and a template whose first version is approved. */
export async function makeSetup(mark: string): Promise<Setup> {
  const [admin, manager] = [await token(), await managerToken()];
  // The newest comes first by the alphabet.
  const [brand, template] = [`Aaa ${9_999_999_999_999 - Date.now()} ${mark}`, `Words ${mark}`];
  const { brand: made } = await ask<Payload & { brand: { id: string } }>(
    admin,
    "mutation ($input: EmailBrandInput!) { emailBrandCreate(input: $input) { brand { id } userErrors { message } } }",
    { input: { name: brand } },
  );
  const { sender } = await ask<Payload & { sender: { id: string } }>(
    admin,
    "mutation ($input: SenderInput!) { senderCreate(input: $input) { sender { id } userErrors { message } } }",
    {
      input: {
        fromName: `News of ${mark}`,
        fromAddress: `news-${mark}@norhavn.example`,
        brandId: made.id,
        physicalAddress: "Norhavn AS, 0150 Oslo",
        account: "test",
      },
    },
  );
  await ask(
    admin,
    "mutation ($id: UUID!, $senderId: UUID) { emailBrandSetDefault(id: $id, senderId: $senderId) { userErrors { message } } }",
    { id: made.id, senderId: sender.id },
  );
  const { emailTemplate } = await ask<Payload & { emailTemplate: { id: string } }>(
    manager,
    "mutation ($input: EmailTemplateCreateInput!) { emailTemplateCreate(input: $input) { emailTemplate { id } userErrors { message } } }",
    { input: { name: template } },
  );
  await ask(manager, "mutation ($id: UUID!) { emailTemplateSubmit(id: $id) { userErrors { message } } }", {
    id: emailTemplate.id,
  });
  await ask(admin, "mutation ($id: UUID!) { emailTemplateApprove(id: $id, version: 1) { userErrors { message } } }", {
    id: emailTemplate.id,
  });
  return { brandId: made.id, senderId: sender.id, templateId: emailTemplate.id, brand, template };
}

/** A contact with these values. Answers with its id. */
export async function makeWith(fields: object): Promise<string> {
  const { contact } = await ask<Payload & { contact: { id: string } }>(
    await token(),
    "mutation ($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { message } } }",
    { input: { fields } },
  );
  return contact.id;
}

/** So many people to whom one may write, of a domain of their own. Answers with their ids and addresses. */
export async function makeReaders(mark: string, count: number): Promise<{ ids: string[]; addresses: string[] }> {
  const addresses = Array.from({ length: count }, (_, n) => `reader${n}.${mark}@campaign-${mark}.example`);
  const ids: string[] = [];
  for (const [n, email] of addresses.entries()) {
    // In the United States one may write to them without having asked.
    ids.push(await makeWith({ email, full_name: `Reader ${n} ${mark}`, country: "US" }));
  }
  return { ids, addresses };
}

/** Told by another system: the last mail to them came back. */
export async function bounceBefore(contact: string): Promise<void> {
  const response = await fetch(`${process.env.E2E_URL}/api/v1/engagement`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await token()}` },
    body: JSON.stringify({
      system: "Old Mailer",
      entries: [{ key: contact, contact, did: "bounced", at: new Date().toISOString() }],
    }),
  });
  const told = (await response.json()) as { recorded?: number };
  if (told.recorded !== 1) throw new Error(`the bounce was not let in: ${JSON.stringify(told)}`);
}

/** People in a list that everybody sees. */
export async function makeList(name: string, contacts: readonly string[]): Promise<string> {
  const { list } = await ask<Payload & { list: { id: string } }>(
    await managerToken(),
    "mutation ($input: ListCreateInput!) { listCreate(input: $input) { list { id } userErrors { message } } }",
    { input: { entity: "CONTACT", name, visibility: "GLOBAL", pasted: contacts } },
  );
  return list.id;
}

export async function suppress(address: string): Promise<void> {
  await ask(
    await token(),
    "mutation ($input: SuppressionsAddInput!) { suppressionsAdd(input: $input) { userErrors { message } } }",
    { input: { entries: [{ value: address, kind: "EMAIL" }], reason: "UNSUBSCRIBED" } },
  );
}

/** Whether the guard of all sending keeps mail from this address, at this very moment. */
export async function isSuppressed(address: string): Promise<boolean> {
  const asked = new URLSearchParams({ value: address, kind: "email" });
  const response = await fetch(`${process.env.E2E_URL}/api/v1/suppressions/check?${asked}`, {
    headers: { authorization: `Bearer ${await token()}` },
  });
  const told = (await response.json()) as { suppressed?: boolean };
  if (told.suppressed === undefined) throw new Error(`whether ${address} is suppressed: ${JSON.stringify(told)}`);
  return told.suppressed;
}

/** A draft with everything but a launch: tested and vouched for, unless said. */
export async function makeDraft(
  name: string,
  setup: Setup,
  include: object[],
  {
    exclude = [],
    windows = null,
    tested = true,
  }: {
    exclude?: object[];
    windows?: object | null;
    /** Without, the review says what is missing. */
    tested?: boolean;
  } = {},
): Promise<string> {
  const manager = await managerToken();
  const { campaign } = await ask<Payload & { campaign: { id: string } }>(
    manager,
    "mutation ($input: CampaignCreateInput!) { campaignCreate(input: $input) { campaign { id } userErrors { message } } }",
    { input: { name, brandId: setup.brandId, channel: "EMAIL", idempotencyKey: randomUUID() } },
  );
  const { id } = campaign;
  await ask(
    manager,
    "mutation ($id: UUID!, $include: [AudienceSourceInput!]!, $exclude: [AudienceSourceInput!]) { campaignAudienceDefine(id: $id, include: $include, exclude: $exclude) { userErrors { message } } }",
    { id, include, exclude },
  );
  await ask(
    manager,
    "mutation ($id: UUID!, $input: EmailContentInput!) { campaignContentDefine(id: $id, input: $input) { userErrors { message } } }",
    {
      id,
      input: {
        senderId: setup.senderId,
        variants: [{ key: "A", templateId: setup.templateId, version: 1, weight: 1 }],
      },
    },
  );
  await ask(
    manager,
    "mutation ($id: UUID!, $input: CampaignScheduleInput!) { campaignScheduleDefine(id: $id, input: $input) { userErrors { message } } }",
    { id, input: { zone: "UTC", windows } },
  );
  if (tested) await testAndConfirm(id);
  return id;
}

/** A test to oneself of what a draft says, and a word for all that is asked. */
export async function testAndConfirm(id: string): Promise<void> {
  const manager = await managerToken();
  const { me } = await graphql<{ me: { id: string } }>(manager, "{ me { id } }", {});
  await ask(
    manager,
    "mutation ($id: UUID!, $to: [UUID!]!) { campaignSeedTest(id: $id, to: $to) { userErrors { message } } }",
    { id, to: [me.id] },
  );
  await ask(
    manager,
    "mutation ($id: UUID!) { campaignConfirm(id: $id, codes: [LAWFUL_BASIS, CONTENT_CHECKED]) { userErrors { message } } }",
    { id },
  );
}

/** Whatever a spec did to the switch. */
export async function allowSending(): Promise<void> {
  await ask(await token(), "mutation { sendingAllow { userErrors { message } } }", {});
}
