/** Root resolvers over the mock's world: just enough behaviour to build and test screens against. */
import { randomUUID } from "node:crypto";
import { CONTACT_FIELDS, ACCOUNT_FIELDS, definitions } from "./catalogue.ts";
import { connection, type PageArgs } from "./connection.ts";
import { consentFields, consentResolvers } from "./consents.ts";
import { requestResolvers } from "./requests.ts";
import { retentionResolvers } from "./retention.ts";
import { domainSetResolvers } from "./domain-sets.ts";
import { verificationResolvers } from "./email-verification.ts";
import { phoneLookupResolvers } from "./phone-lookups.ts";
import { importResolvers, imports, view } from "./imports.ts";
import { exported, exportResolvers, viewExport } from "./exports.ts";
import { filterResolvers, passes } from "./filters.ts";
import { inLists, listResolvers } from "./lists.ts";
import { mailResolvers } from "./mail.ts";
import { notificationResolvers } from "./notifications.ts";
import { owesSecondStep, ownAccessResolvers } from "./own-access.ts";
import { clientOf, peopleResolvers, teamsOf } from "./people.ts";
import { grants } from "./policy.ts";
import { customFieldResolvers } from "./custom-fields.ts";
import { searchResolver } from "./search.ts";
import { savedViewResolvers } from "./saved-views.ts";
import { segmentResolvers } from "./segments.ts";
import { systemResolvers } from "./system.ts";
import { workResolvers } from "./work.ts";
import type { Fields, MockRecord, MockUser, World } from "./world.ts";

type Entity = "CONTACT" | "ACCOUNT";

export function resolvers(world: World, user: MockUser) {
  const accountById = (id: string | null) => world.accounts.find((account) => account.id === id);
  const listOf = (entity: Entity) => (entity === "CONTACT" ? world.contacts : world.accounts);

  function contact(record: MockRecord): Record<string, unknown> {
    const account = accountById(record.accountId);
    const f = record.fields;
    const verified: Record<string, string> = { valid: "sendable", invalid: "invalid" };
    const shown = base(record);
    return {
      ...shown,
      fields: { ...shown.fields, ...consentFields(record) },
      fullName: f.full_name,
      firstName: f.first_name,
      lastName: f.last_name,
      jobTitle: f.job_title,
      seniorityLevel: f.seniority_level,
      department: f.department,
      email: f.email,
      emailStatus: f.email ? (verified[String(f.email_verification_status)] ?? "unverified") : "none",
      directPhone: f.direct_phone,
      mobilePhone: f.mobile_phone,
      phoneStatus: f.direct_phone ? "callable" : "none",
      accountId: record.accountId,
      accountName: account?.fields.name,
      accountDomain: account?.fields.domain,
      account: account === undefined ? null : accountOf(account),
      accountLink: "auto",
      city: f.city,
      country: f.country,
      linkedinUrl: f.linkedin_url,
      lifecycle: f.lifecycle,
      tags: f.tags ?? [],
    };
  }

  function accountOf(record: MockRecord): Record<string, unknown> {
    const f = record.fields;
    const members = () => world.contacts.filter((other) => other.accountId === record.id && !other.archived);
    return {
      ...base(record),
      name: f.name,
      domain: f.domain,
      alternateDomains: f.alternate_domains ?? [],
      industry: f.industry,
      employeesSizeRange: f.employees_size_range,
      staffCount: f.staff_count,
      annualRevenue: f.annual_revenue,
      hqCity: f.hq_city,
      hqCountry: f.hq_country,
      mainPhone: f.main_phone,
      linkedinUrl: f.linkedin_url,
      tags: f.tags ?? [],
      status: record.archived ? "archived" : "active",
      contactCount: () => members().length,
      contacts: (args: PageArgs) => connection(members(), args, contact),
    };
  }

  function base(record: MockRecord) {
    const { id, archived, erased, version, createdAt, updatedAt } = record;
    return {
      id,
      archived,
      erased,
      version,
      createdAt,
      updatedAt,
      source: "ui",
      sourceLabel: "Typed in",
      importId: null,
      teamName: null,
      clientRestrictionId: null,
      clientRestrictionName: null,
      mayArchive: ["ADMIN", "DATA_OPS"].includes(user.role),
      ownerName: null,
      fields: { ...record.fields, created_at: createdAt, updated_at: updatedAt },
    };
  }

  function matching(entity: Entity, filter: Record<string, unknown>): MockRecord[] {
    const has = (key: string) => Array.isArray(filter[key]) && (filter[key] as unknown[]).length > 0;
    const words = String(filter.q ?? "")
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean);
    return listOf(entity).filter((record) => {
      const archived = filter.archived === undefined ? false : filter.archived;
      if (archived !== null && record.archived !== archived) return false;
      if (filter.accountId && record.accountId !== filter.accountId) return false;
      if (has("ids") && !(filter.ids as string[]).includes(record.id)) return false;
      if (!inLists(record.id, filter.inLists)) return false;
      if (!passes(record, filter.where as Parameters<typeof passes>[1])) return false;
      if (words.length === 0) return true;
      const hay = [
        record.fields.full_name,
        record.fields.email,
        record.fields.name,
        record.fields.domain,
        accountById(record.accountId)?.fields.name,
      ]
        .join(" ")
        .toLowerCase();
      return words.every((word) => hay.includes(word));
    });
  }

  function page(entity: Entity, args: PageArgs) {
    const rows = matching(entity, args.filter ?? {});
    const { field, direction } = args.sort ?? { field: "created_at", direction: "DESC" };
    const value = (record: MockRecord) =>
      field === "created_at"
        ? record.createdAt
        : field === "updated_at"
          ? record.updatedAt
          : field === "account_name"
            ? accountById(record.accountId)?.fields.name
            : record.fields[field];
    const collator = new Intl.Collator(undefined, { numeric: true });
    rows.sort(
      (a, b) =>
        collator.compare(String(value(a) ?? "\uffff"), String(value(b) ?? "\uffff")) || a.id.localeCompare(b.id),
    );
    if (direction === "DESC") rows.reverse();
    return connection(rows, args, entity === "CONTACT" ? contact : accountOf);
  }

  function record(entity: Entity, row: MockRecord | undefined) {
    return row === undefined ? null : entity === "CONTACT" ? contact(row) : accountOf(row);
  }

  function payload(entity: Entity, row: MockRecord, position: number | null, userErrors: unknown[] = []) {
    return { [entity.toLowerCase()]: record(entity, row), position, userErrors };
  }

  function write(entity: Entity, row: MockRecord, title: string, changes: Fields, source = "ui"): number {
    const list = Object.entries(changes).filter(
      ([key, value]) => JSON.stringify(row.fields[key] ?? null) !== JSON.stringify(value ?? null),
    );
    world.position += 1;
    world.history.push({
      position: world.position,
      recordId: row.id,
      eventType: `${entity === "CONTACT" ? "Contact" : "Account"}${title.replace(/ /g, "")}`,
      title,
      at: new Date().toISOString(),
      source,
      actorName: user.name,
      changes: list.map(([field, value]) => ({ field, old: row.fields[field] ?? null, new: value })),
    });
    for (const [key, value] of list) {
      if (value === null || value === "") delete row.fields[key];
      else row.fields[key] = value;
    }
    row.version += 1;
    row.updatedAt = new Date().toISOString();
    return world.position;
  }

  function check(fields: Fields): unknown[] {
    const email = fields.email;
    if (typeof email === "string" && email !== "" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
      return [
        {
          code: "email_syntax",
          field: "email",
          message: `Email "${email}" is not an address. Write it like name@example.com.`,
        },
      ];
    }
    return [];
  }

  const create =
    (entity: Entity) =>
    ({ input }: { input: { fields: Fields; accountId?: string } }) => {
      const errors = check(input.fields);
      const now = new Date().toISOString();
      const row: MockRecord = {
        id: randomUUID(),
        fields: {},
        accountId: input.accountId ?? null,
        archived: false,
        erased: false,
        version: 0,
        createdAt: now,
        updatedAt: now,
      };
      if (errors.length > 0) return { [entity.toLowerCase()]: null, position: null, userErrors: errors };
      const fields = { ...input.fields };
      if (entity === "CONTACT") fields.full_name ??= [fields.first_name, fields.last_name].filter(Boolean).join(" ");
      const position = write(entity, row, entity === "CONTACT" ? "Contact created" : "Account created", fields);
      listOf(entity).unshift(row);
      return payload(entity, row, position);
    };
  const on =
    (entity: Entity, act: (row: MockRecord, input: Record<string, unknown>) => number) =>
    ({ input }: { input: Record<string, unknown> }) => {
      const row = listOf(entity).find((other) => other.id === input.id);
      if (row === undefined)
        return {
          [entity.toLowerCase()]: null,
          position: null,
          userErrors: [{ code: "not_found", field: null, message: "This record does not exist any more." }],
        };
      const errors = check((input.fields ?? {}) as Fields);
      if (errors.length > 0) return { [entity.toLowerCase()]: null, position: null, userErrors: errors };
      return payload(entity, row, act(row, input));
    };
  const update = (entity: Entity) =>
    on(entity, (row, input) => write(entity, row, "Fields changed", input.fields as Fields));
  const archive = (entity: Entity, archived: boolean) =>
    on(entity, (row) => {
      row.archived = archived;
      return write(entity, row, archived ? "Archived" : "Restored", {});
    });
  const undo = (entity: Entity) =>
    on(entity, (row, input) => {
      const entry = world.history.find((other) => other.position === input.position);
      const back = Object.fromEntries(
        (entry?.changes ?? []).filter((change) => !change.kept).map((change) => [change.field, change.old]),
      );
      return write(entity, row, "Change undone", back, `undo:${String(input.position)}`);
    });

  return {
    me: {
      ...user,
      teams: teamsOf(world, user),
      client: clientOf(world, user.clientId),
      permissions: grants(user.role),
      preferences: world.preferences,
      development: true,
      owesSecondStep: owesSecondStep(user),
    },
    fieldCatalogue: ({ entity }: { entity: Entity }) => definitions(entity),
    ...filterResolvers(listOf),
    contacts: (args: PageArgs) => page("CONTACT", args),
    accounts: (args: PageArgs) => page("ACCOUNT", args),
    contact: ({ id }: { id: string }) =>
      record(
        "CONTACT",
        world.contacts.find((row) => row.id === id),
      ),
    account: ({ id }: { id: string }) =>
      record(
        "ACCOUNT",
        world.accounts.find((row) => row.id === id),
      ),
    history: ({ entity, id, ...args }: PageArgs & { entity: Entity; id: string }) => {
      const labels = new Map(
        (entity === "CONTACT" ? CONTACT_FIELDS : ACCOUNT_FIELDS).map((def) => [def.key, def.label]),
      );
      const rows = world.history.filter((row) => row.recordId === id).toReversed();
      return connection(rows, args, (row) => ({
        ...row,
        id: String(row.position),
        sequence: 1,
        role: "ADMIN",
        actorId: user.id,
        sourceLabel: row.source.startsWith("import:")
          ? "Import Fleet EMEA Q4, row 2417"
          : row.source.startsWith("undo:")
            ? "Undo"
            : row.source.startsWith("verification:")
              ? "Verification"
              : "Typed in",
        importId: row.source.startsWith("import:") ? row.source.slice(7) : null,
        importRow: row.source.startsWith("import:") ? 2417 : null,
        undoable: row.changes.length > 0 && !/created/i.test(row.title),
        changes: row.changes.map((change) => ({
          kept: false,
          rule: null,
          derived: false,
          ...change,
          label: labels.get(change.field) ?? change.field,
        })),
      }));
    },
    ...peopleResolvers(world, user),
    ...mailResolvers(world, user),
    ...ownAccessResolvers(world, user),
    imports: (args: PageArgs) => connection(imports, args, view),
    ...importResolvers,
    ...savedViewResolvers(world, user),
    ...segmentResolvers(world, user, record),
    search: searchResolver(
      world,
      (kind) => grants(user.role).some(({ permission }) => permission === `${kind}S_VIEW`),
      (kind, key) => definitions(kind).find((one) => one.key === key)?.label ?? key,
    ),
    ...customFieldResolvers(world, user),
    exports: (args: PageArgs) => connection(exported, args, (row) => viewExport(row, user.name)),
    ...exportResolvers(user.name, (entity, filter) => page(entity, { filter: { ...filter } }).totalCount),
    ...notificationResolvers(),
    ...consentResolvers(world, user),
    ...requestResolvers(world, user),
    ...retentionResolvers(world, user, (id) => {
      const found = [...world.contacts, ...world.accounts].find((row) => row.id === id);
      const name = found?.fields.full_name ?? found?.fields.name;
      return typeof name === "string" ? name : undefined;
    }),
    ...verificationResolvers(
      world,
      user.name,
      (filter) => matching("CONTACT", filter),
      (row, changes, source) => write("CONTACT", row, "Fields changed", changes, source),
    ),
    ...phoneLookupResolvers(world, user.name, matching, (entity, row, changes, source) =>
      write(entity, row, "Phone looked up", changes, source),
    ),
    ...listResolvers(world, user, matching),
    ...domainSetResolvers(world, user),
    ...workResolvers(world, user),
    ...systemResolvers(connection),
    firstSteps: () => ({
      contact: true,
      account: false,
      import: imports.length > 0,
      colleague: false,
      client: false,
    }),
    sampleData: () => ({
      present: world.contacts.length > 0,
      accounts: world.accounts.length,
      contacts: world.contacts.length,
      users: world.users.length,
    }),
    contactCreate: create("CONTACT"),
    accountCreate: create("ACCOUNT"),
    contactUpdate: update("CONTACT"),
    accountUpdate: update("ACCOUNT"),
    contactArchive: archive("CONTACT", true),
    accountArchive: archive("ACCOUNT", true),
    contactRestore: archive("CONTACT", false),
    accountRestore: archive("ACCOUNT", false),
    contactUndo: undo("CONTACT"),
    accountUndo: undo("ACCOUNT"),
    contactErase: on("CONTACT", (row) => {
      row.erased = true;
      row.archived = true;
      row.fields = {};
      return write("CONTACT", row, "Erased", {});
    }),
    preferencesSave: ({ input }: { input: { preferences: unknown } }) => {
      world.preferences = input.preferences;
      return { me: null, userErrors: [] };
    },
    sampleDataRemove: () => {
      world.contacts.length = 0;
      world.accounts.length = 0;
      return { status: { present: false, accounts: 0, contacts: 0, users: 0 }, userErrors: [] };
    },
    sampleDataAdd: () => ({ status: { present: true, accounts: 0, contacts: 0, users: 0 }, userErrors: [] }),
  };
}
