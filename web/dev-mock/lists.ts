/** Lists of the mock: kept in memory with who came and went, everything at once. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import type { MockRecord, MockUser, World } from "./world.ts";

type Entity = "CONTACT" | "ACCOUNT";

interface Stay {
  recordId: string;
  enteredAt: string;
  leftAt: string | null;
  enteredBy: string;
  leftBy: string | null;
}

interface MockList {
  id: string;
  entity: Entity;
  name: string;
  tags: string[];
  visibility: string;
  teamId: string | null;
  ownerId: string;
  source: string;
  reference: Record<string, unknown>;
  snapshotAt: string | null;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  membersChangedAt: string | null;
  stays: Stay[];
}

interface InLists {
  any?: string[];
  all?: string[];
  none?: string[];
  asOf?: string | null;
}

type Selection = { ids?: string[]; except?: string[]; contacts?: object; accounts?: object };
type Said = { name?: string; tags?: string[]; visibility?: string; teamId?: string | null };
type Chosen = { selection?: Selection | null; pasted?: string[] | null };

const lists: MockList[] = [];

function isIn(id: string, recordId: string, asOf: string | null | undefined): boolean {
  const stays = lists.find((list) => list.id === id)?.stays.filter((stay) => stay.recordId === recordId) ?? [];
  return stays.some((stay) =>
    asOf ? stay.enteredAt <= asOf && (stay.leftAt === null || stay.leftAt > asOf) : stay.leftAt === null,
  );
}

/** Whether a record passes a filter's `inLists`. */
export function inLists(recordId: string, said: unknown): boolean {
  if (said === null || said === undefined) return true;
  const { any = [], all = [], none = [], asOf } = said as InLists;
  const member = (id: string) => isIn(id, recordId, asOf);
  return (any.length === 0 || any.some(member)) && all.every(member) && !none.some(member);
}

export function listResolvers(
  world: World,
  user: MockUser,
  matching: (entity: Entity, filter: Record<string, unknown>) => MockRecord[],
) {
  const mayEdit = ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"].includes(user.role);
  const seen = (list: MockList) => list.ownerId === user.id || list.visibility !== "PRIVATE";
  const now = () => new Date().toISOString();
  const membersOf = (list: MockList) => list.stays.filter((stay) => stay.leftAt === null);
  const view = (list: MockList) => ({
    ...list,
    ownerName: world.users.find((other) => other.id === list.ownerId)?.name ?? null,
    fill: null,
    members: membersOf(list).length,
    mayEdit,
    mayShare: mayEdit && list.ownerId === user.id,
    usedBy: () =>
      lists
        .filter(({ archived, reference }) => !archived && JSON.stringify(reference).includes(list.id))
        .map(({ id, name }) => ({ kind: "list", id, name })),
  });
  const one = (id: string) => lists.find((list) => list.id === id && seen(list));
  const refused = (code: string, field: string | null, message: string) => ({
    list: null,
    change: null,
    position: null,
    userErrors: [{ code, field, message }],
  });
  const gone = () => refused("LIST_NOT_FOUND", null, "There is no such list.");

  function nameProblem(name: string, own: MockList | null) {
    const taken = lists.some(
      (list) =>
        list !== own && !list.archived && list.ownerId === user.id && list.name.toLowerCase() === name.toLowerCase(),
    );
    return taken
      ? refused(
          "LIST_NAME_TAKEN",
          "name",
          `Another of your lists is called "${name}". Choose a name that tells them apart.`,
        )
      : null;
  }

  function read(entity: Entity, { selection, pasted }: Chosen) {
    const records = entity === "CONTACT" ? world.contacts : world.accounts;
    if (selection) {
      const filter = (entity === "CONTACT" ? selection.contacts : selection.accounts) ?? {};
      const ids = selection.ids ?? matching(entity, filter as Record<string, unknown>).map((record) => record.id);
      return { ids: ids.filter((id) => !selection.except?.includes(id)), refused: [] };
    }
    const by = new Map(
      records.flatMap((record) => {
        const key = entity === "CONTACT" ? record.fields.email : record.fields.domain;
        return [[record.id, record.id] as const, ...(key ? [[String(key).toLowerCase(), record.id] as const] : [])];
      }),
    );
    const ids: string[] = [];
    const none: { entry: string; code: string; message: string }[] = [];
    for (const entry of new Set(pasted ?? [])) {
      const id = by.get(entry.toLowerCase());
      if (id !== undefined) ids.push(id);
      else if (/[@.]/.test(entry)) none.push({ entry, code: "NOT_FOUND", message: "There is no such record." });
      else {
        const message = "It cannot be read. Give an id, or the email of a contact or the domain of an account.";
        none.push({ entry, code: "UNREADABLE", message });
      }
    }
    return { ids, refused: none };
  }

  function change(list: MockList, verb: "ADD" | "REMOVE", { ids, refused: none }: ReturnType<typeof read>) {
    const id = randomUUID();
    const at = now();
    let changed = 0;
    for (const recordId of ids) {
      const stay = list.stays.find((other) => other.recordId === recordId && other.leftAt === null);
      if ((stay === undefined) !== (verb === "ADD")) continue;
      changed += 1;
      if (stay === undefined) list.stays.push({ recordId, enteredAt: at, leftAt: null, enteredBy: id, leftBy: null });
      else Object.assign(stay, { leftAt: at, leftBy: id });
    }
    if (changed > 0) list.membersChangedAt = at;
    world.position += 1;
    return {
      list: view(list),
      position: world.position,
      userErrors: [],
      change: {
        id,
        asked: ids.length + none.length,
        changed,
        unchanged: ids.length - changed,
        refused: none.slice(0, 1000),
        refusedCount: none.length,
        bulkId: null,
      },
    };
  }

  function make(entity: Entity, said: Said, parts: Partial<MockList>, chosen: ReturnType<typeof read>) {
    const name = said.name?.trim() ?? "";
    const problem = nameProblem(name, null);
    if (problem !== null) return problem;
    const list: MockList = {
      id: randomUUID(),
      entity,
      name,
      tags: said.tags ?? [],
      visibility: said.visibility ?? "PRIVATE",
      teamId: said.teamId ?? null,
      ownerId: user.id,
      source: "SELECTION",
      reference: {},
      snapshotAt: null,
      archived: false,
      createdAt: now(),
      updatedAt: now(),
      membersChangedAt: null,
      stays: [],
      ...parts,
    };
    lists.push(list);
    return change(list, "ADD", chosen);
  }

  const set = (id: string, parts: Partial<MockList>) => {
    const list = one(id);
    if (list === undefined) return gone();
    Object.assign(list, parts, { updatedAt: now() });
    world.position += 1;
    return { list: view(list), position: world.position, userErrors: [] };
  };
  const members =
    (verb: "ADD" | "REMOVE") =>
    ({ input }: { input: Chosen & { id: string } }) => {
      const list = one(input.id);
      return list === undefined ? gone() : change(list, verb, read(list.entity, input));
    };
  const of = (entity: Entity, filter: InLists) => ({
    ids: matching(entity, { inLists: filter, archived: null }).map((record) => record.id),
    refused: [],
  });

  return {
    lists: (args: PageArgs) => {
      const { entity, q, source, tag, mine, archived = false } = args.filter ?? {};
      const words = String(q ?? "").toLowerCase();
      const rows = lists.filter(
        (list) =>
          seen(list) &&
          (!entity || list.entity === entity) &&
          (archived === null || list.archived === archived) &&
          (!source || list.source === source) &&
          (!tag || list.tags.includes(String(tag))) &&
          (!mine || list.ownerId === user.id) &&
          list.name.toLowerCase().includes(words),
      );
      const { field, direction } = args.sort ?? { field: "created_at", direction: "DESC" };
      const value = (list: MockList) =>
        field === "name"
          ? list.name.toLowerCase()
          : field === "members"
            ? String(membersOf(list).length).padStart(9, "0")
            : field === "updated_at"
              ? list.updatedAt
              : list.createdAt;
      rows.sort((a, b) => value(a).localeCompare(value(b)));
      if (direction === "DESC") rows.reverse();
      return connection(rows, args, view);
    },
    list: ({ id }: { id: string }) => {
      const list = one(id);
      return list === undefined ? null : view(list);
    },
    listCreate: ({ input }: { input: Said & Chosen & { entity: Entity } }) =>
      make(
        input.entity,
        input,
        { source: input.pasted ? "MANUAL_UPLOAD" : input.selection && !input.selection.ids ? "FILTER" : "SELECTION" },
        read(input.entity, input),
      ),
    listUpdate: ({ input }: { input: Said & { id: string } }) => {
      const list = one(input.id);
      const problem = list && input.name ? nameProblem(input.name.trim(), list) : null;
      const { id, ...said } = input;
      return problem ?? set(id, said as Partial<MockList>);
    },
    listArchive: ({ id }: { id: string }) => set(id, { archived: true }),
    listRestore: ({ id }: { id: string }) => set(id, { archived: false }),
    listAdd: members("ADD"),
    listRemove: members("REMOVE"),
    listUndo: ({ input }: { input: { id: string; change: string } }) => {
      const list = one(input.id);
      if (list === undefined) return gone();
      list.stays = list.stays.filter((stay) => stay.enteredBy !== input.change || stay.leftAt !== null);
      for (const stay of list.stays) {
        if (stay.leftBy === input.change) Object.assign(stay, { leftAt: null, leftBy: null });
      }
      return set(input.id, { membersChangedAt: now() });
    },
    listCombine: ({ input }: { input: Said & { operation: string; lists: string[] } }) => {
      const [first = "", ...others] = input.lists;
      const entity = one(first)?.entity ?? "CONTACT";
      const filter: InLists =
        input.operation === "UNION"
          ? { any: input.lists }
          : input.operation === "INTERSECT"
            ? { all: input.lists }
            : { any: [first], none: others };
      const reference = { operation: input.operation.toLowerCase(), lists: input.lists };
      return make(entity, input, { source: "COMBINATION", reference }, of(entity, filter));
    },
    listSnapshot: ({ input }: { input: { id: string; name?: string; asOf?: string | null } }) => {
      const list = one(input.id);
      if (list === undefined) return gone();
      const at = input.asOf ?? now();
      const name = input.name ?? `${list.name}, ${at.slice(0, 16).replace("T", " ")}`;
      const parts = { source: "SNAPSHOT", reference: { list: list.id }, snapshotAt: at };
      return make(list.entity, { name, tags: list.tags }, parts, of(list.entity, { any: [list.id], asOf: at }));
    },
  };
}
