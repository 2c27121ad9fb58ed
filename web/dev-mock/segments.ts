/** Segments of the mock: members are found when a definition is saved, and stay until the next time. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import { passes, sentenceOf } from "./filters.ts";
import type { MockRecord, MockUser, World } from "./world.ts";

type Entity = "CONTACT" | "ACCOUNT";
type Filter = Parameters<typeof passes>[1];

interface Stay {
  recordId: string;
  enteredAt: string;
  leftAt: string | null;
}

interface Segment {
  id: string;
  entity: Entity;
  name: string;
  description: string;
  tags: string[];
  sharing: string;
  teamId: string | null;
  ownerId: string;
  filter: Filter;
  active: boolean;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  stays: Stay[];
}

type Input = Partial<Pick<Segment, "name" | "description" | "tags" | "sharing" | "teamId" | "filter" | "active">> & {
  id?: string;
  entity?: Entity;
};

const segments: Segment[] = [];
const DAY = 86_400_000;

const CHARTED: Record<Entity, string[]> = {
  CONTACT: ["seniority_level", "department", "country"],
  ACCOUNT: ["industry", "hq_country", "employees_size_range"],
};
const LARGEST = 8;

/** How records divide by one field. */
function chartOf(found: MockRecord[], field: string) {
  const counts = new Map<string, number>();
  for (const { fields } of found) {
    const value = fields[field];
    if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const groups = [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
  const others = groups.slice(LARGEST);
  const sum = (some: typeof groups) => some.reduce((total, { count }) => total + count, 0);
  return {
    field,
    groups: groups.slice(0, LARGEST),
    otherValues: others.length,
    others: sum(others),
    none: found.length - sum(groups),
  };
}

const CHANNELS = [
  { channel: "EMAIL", fields: ["email"] },
  { channel: "PHONE", fields: ["direct_phone", "mobile_phone"] },
];

/** Nobody is suppressed here, and all have said yes: only those without an address or number cannot be reached. */
function reachedBy(found: MockRecord[], { channel, fields }: (typeof CHANNELS)[number]) {
  const has = found.filter((row) => fields.some((field) => Boolean(row.fields[field]))).length;
  const asked = (op: string) => ({ all: fields.map((field) => ({ field, op })) });
  const reason = (name: string, count: number) => ({ reason: name, count, filter: asked("is_empty") });
  return {
    channel,
    reachable: has,
    reachableFilter: { all: [{ any: asked("has_value").all }] },
    excluded: [
      reason("SUPPRESSED", 0),
      reason("MISSING", found.length - has),
      reason("INVALID", 0),
      reason("NO_CONSENT", 0),
    ],
  };
}

/** `shown`: the record as the API shows it. */
export function segmentResolvers(
  world: World,
  user: MockUser,
  shown: (entity: Entity, row: MockRecord | undefined) => unknown,
) {
  const listOf = (entity: Entity) => (entity === "CONTACT" ? world.contacts : world.accounts);
  const find = (entity: Entity, filter: Filter) => listOf(entity).filter((row) => !row.archived && passes(row, filter));
  const inside = (segment: Segment, at?: string | null) =>
    segment.stays.filter((stay) =>
      at ? stay.enteredAt <= at && (stay.leftAt === null || stay.leftAt > at) : stay.leftAt === null,
    );
  const settle = (segment: Segment) => {
    const now = new Date().toISOString();
    const found = new Set(find(segment.entity, segment.filter).map((row) => row.id));
    for (const stay of inside(segment)) if (!found.delete(stay.recordId)) stay.leftAt = now;
    for (const recordId of found) segment.stays.push({ recordId, enteredAt: now, leftAt: null });
    segment.updatedAt = now;
  };
  const view = (segment: Segment) => ({
    ...segment,
    ownerName: world.users.find(({ id }) => id === segment.ownerId)?.name ?? null,
    members: inside(segment).length,
    changedAt: segment.updatedAt,
    refreshedAt: segment.updatedAt,
    settled: true,
    mayEdit: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"].includes(user.role),
    mayShare: segment.ownerId === user.id || user.role === "ADMIN",
    version: 1,
    usedBy: segments
      .filter((other) => !other.archived && JSON.stringify(other.filter).includes(segment.id))
      .map(({ id, name }) => ({ id, name })),
  });
  const refused = (code: string, field: string | null, message: string) => ({
    segment: null,
    position: null,
    userErrors: [{ code, field, message }],
  });
  const done = (segment: Segment) => ({ segment: view(segment), position: ++world.position, userErrors: [] });
  const taken = (input: Input, own?: Segment) =>
    segments.some(
      (other) => other !== own && !other.archived && other.name.toLowerCase() === input.name?.trim().toLowerCase(),
    )
      ? refused("SEGMENT_NAME_TAKEN", "name", `Another of your segments is called "${input.name?.trim()}".`)
      : null;
  const on = (id: string | undefined, act: (segment: Segment) => object | null | void) => {
    const segment = segments.find((other) => other.id === id);
    if (segment === undefined) return refused("SEGMENT_NOT_FOUND", null, "There is no such segment.");
    return act(segment) ?? done(segment);
  };
  const of = (id: string) => segments.find((other) => other.id === id)!;
  const member = (segment: Segment) => (stay: Stay) => {
    const row = shown(
      segment.entity,
      listOf(segment.entity).find(({ id }) => id === stay.recordId),
    );
    return {
      ...stay,
      contact: segment.entity === "CONTACT" ? row : null,
      account: segment.entity === "ACCOUNT" ? row : null,
    };
  };
  const moved = (segment: Segment, way: "enteredAt" | "leftAt", since: string) =>
    segment.stays.filter((stay) => (stay[way] ?? "") >= since).toReversed();
  return {
    segments: ({
      filter,
      ...args
    }: PageArgs & { filter?: { entity?: Entity; q?: string; tag?: string; archived?: boolean } }) =>
      connection(
        segments
          .filter((one) => one.archived === (filter?.archived ?? false))
          .filter((one) => !filter?.entity || one.entity === filter.entity)
          .filter((one) => !filter?.tag || one.tags.includes(filter.tag))
          .filter((one) => !filter?.q || one.name.toLowerCase().includes(filter.q.toLowerCase()))
          .toSorted((a, b) => a.name.localeCompare(b.name)),
        args,
        view,
      ),
    segment: ({ id }: { id: string }) => {
      const segment = segments.find((other) => other.id === id);
      return segment === undefined ? null : view(segment);
    },
    segmentPreview: ({ entity, filter, sample }: { entity: Entity; filter: Filter; sample: number }) => {
      const found = find(entity, filter);
      const rows = found.slice(0, sample).map((row) => shown(entity, row));
      return {
        count: found.length,
        sentence: sentenceOf(entity, filter),
        contacts: entity === "CONTACT" ? rows : [],
        accounts: entity === "ACCOUNT" ? rows : [],
      };
    },
    segmentBreakdown: ({ entity, filter }: { entity: Entity; filter: Filter }) => {
      const found = find(entity, filter);
      return { count: found.length, charts: CHARTED[entity].map((field) => chartOf(found, field)) };
    },
    segmentReach: ({ filter }: { filter: Filter }) => {
      const found = find("CONTACT", filter);
      return { count: found.length, channels: CHANNELS.map((channel) => reachedBy(found, channel)) };
    },
    segmentMembers: ({ id, at, ...args }: PageArgs & { id: string; at?: string }) =>
      connection(inside(of(id), at), args, member(of(id))),
    segmentMoved: ({ id, moved: way, since, ...args }: PageArgs & { id: string; moved: string; since: string }) =>
      connection(moved(of(id), way === "LEFT" ? "leftAt" : "enteredAt", since), args, member(of(id))),
    segmentMoves: ({ id, since }: { id: string; since: string }) => ({
      entered: moved(of(id), "enteredAt", since).length,
      left: moved(of(id), "leftAt", since).length,
    }),
    segmentDays: ({ id, from, to }: { id: string; from: string; to: string }) => {
      const days: object[] = [];
      for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
        const day = new Date(at).toISOString().slice(0, 10);
        const on = (way: "enteredAt" | "leftAt") => of(id).stays.filter((stay) => stay[way]?.startsWith(day)).length;
        const [entered, left] = [on("enteredAt"), on("leftAt")];
        if (entered + left > 0) {
          days.push({ day, members: inside(of(id), `${day}T23:59:59.999Z`).length, entered, left });
        }
      }
      return days;
    },
    segmentWhy: ({ id, recordId }: { id: string; recordId: string }) => {
      const segment = of(id);
      const row = listOf(segment.entity).find((other) => other.id === recordId);
      const conditions = conditionsIn(segment.filter).map((one) => ({
        sentence: sentenceOf(segment.entity, one),
        holds: row === undefined ? false : passes(row, one),
      }));
      const stays = segment.stays.filter((stay) => stay.recordId === recordId).toReversed();
      return {
        member: stays.some(({ leftAt }) => leftAt === null),
        fulfils: row !== undefined && passes(row, segment.filter),
        conditions,
        stays: stays.map((stay) => ({
          ...stay,
          enteredBecause: { cause: "defined", position: null, conditions: [] },
          leftBecause: stay.leftAt === null ? null : { cause: "defined", position: null, conditions: [] },
        })),
      };
    },
    segmentCreate: ({ input }: { input: Input }) => {
      const refusal = taken(input);
      if (refusal !== null) return refusal;
      const now = new Date().toISOString();
      const segment: Segment = {
        id: randomUUID(),
        entity: input.entity ?? "CONTACT",
        name: input.name?.trim() ?? "",
        description: input.description ?? "",
        tags: input.tags ?? [],
        sharing: input.sharing ?? "PRIVATE",
        teamId: input.teamId ?? null,
        ownerId: user.id,
        filter: input.filter ?? {},
        active: input.active ?? true,
        archived: false,
        createdAt: now,
        updatedAt: now,
        stays: [],
      };
      segments.push(segment);
      settle(segment);
      return done(segment);
    },
    segmentUpdate: ({ input: { id, ...input } }: { input: Input }) =>
      on(id, (segment) => {
        const refusal = input.name === undefined ? null : taken(input, segment);
        if (refusal === null) Object.assign(segment, input);
        return refusal;
      }),
    segmentDefine: ({ id, filter }: { id: string; filter: Filter }) =>
      on(id, (segment) => {
        segment.filter = filter;
        settle(segment);
      }),
    segmentSwitch: ({ id, active }: { id: string; active: boolean }) =>
      on(id, (segment) => {
        segment.active = active;
      }),
    segmentRefresh: ({ id }: { id: string }) => on(id, settle),
    segmentArchive: ({ id }: { id: string }) =>
      on(id, (segment) => {
        segment.archived = true;
      }),
    segmentRestore: ({ id }: { id: string }) =>
      on(id, (segment) => {
        segment.archived = false;
      }),
  };
}

function conditionsIn(node: Filter): NonNullable<Filter>[] {
  if (node === null || node === undefined || typeof node !== "object" || Array.isArray(node)) return [];
  for (const inner of [node.all, node.any]) if (Array.isArray(inner)) return inner.flatMap(conditionsIn);
  if (node.not !== undefined) return conditionsIn(node.not);
  return node.field === undefined ? [] : [node];
}
