/** Who is meant: lists, segments, domain sets, filters and other campaigns, as the form holds them. */
import type { AudienceSourceInput, AudienceSourceKind, CampaignWho, Entity } from "@/gql/graphql.ts";
import { sortedKeys } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import type { AudienceSource } from "./queries.ts";
import { WHO } from "./words.ts";

export interface SourceDraft {
  kind: AudienceSourceKind;
  /** Null of a filter. */
  id: string | null;
  /** What a list or segment holds. */
  entity: Entity | null;
  /** Null: it may not be seen. */
  name: string | null;
  /** Of a filter; of a domain set, what is asked besides. */
  filter: Json;
  fuzzy: boolean;
  timeZone: string | null;
  who: CampaignWho | null;
  /** What it means, once the server has said it. */
  sentence: string;
  /** Archived, or not shared with the viewer. */
  gone: boolean;
}

export interface AudienceDraft {
  include: readonly SourceDraft[];
  exclude: readonly SourceDraft[];
}

/** Most sources on either side. */
export const SOURCES_MAX = 50;

const NOTHING: Omit<SourceDraft, "kind"> = {
  id: null,
  entity: null,
  name: null,
  filter: null,
  fuzzy: false,
  timeZone: null,
  who: null,
  sentence: "",
  gone: false,
};

export const newSource = (kind: AudienceSourceKind, parts: Partial<SourceDraft>): SourceDraft => ({
  ...NOTHING,
  ...parts,
  kind,
});

export function sourceOf(source: AudienceSource): SourceDraft {
  return {
    kind: source.kind,
    id: source.id ?? null,
    entity: source.entity ?? null,
    name: source.name ?? null,
    filter: source.filter ?? null,
    fuzzy: source.fuzzy,
    timeZone: source.timeZone ?? null,
    who: source.who ?? null,
    sentence: source.sentence,
    gone: source.gone,
  };
}

/** As the API takes it: exactly one of them. */
export function sourceInput({ kind, id, filter, fuzzy, timeZone, who }: SourceDraft): AudienceSourceInput {
  const asked = filter === null ? {} : { filter, ...(timeZone === null ? {} : { timeZone }) };
  if (kind === "LIST") return { list: id, fuzzy: false };
  if (kind === "SEGMENT") return { segment: id, fuzzy: false };
  if (kind === "DOMAIN_SET") return { domainSet: id, fuzzy, ...asked };
  if (kind === "CAMPAIGN") return { campaign: id, who: who ?? "EVERYBODY", fuzzy: false };
  return { fuzzy: false, ...asked };
}

/** The same for the same people, whoever chose them and when. */
export const sourceKey = (source: SourceDraft): string => JSON.stringify(sourceInput(source), sortedKeys);

/** With those that are not there yet. */
export function withSources(sources: readonly SourceDraft[], more: readonly SourceDraft[]): SourceDraft[] {
  const all = new Map([...more, ...sources].map((source) => [sourceKey(source), source]));
  const held = new Set(sources.map(sourceKey));
  return [...sources, ...[...all].filter(([key]) => !held.has(key)).map(([, source]) => source)];
}

const KINDS: Record<AudienceSourceKind, string> = {
  LIST: "List",
  SEGMENT: "Segment",
  DOMAIN_SET: "Domain set",
  FILTER: "Filter",
  CAMPAIGN: "Campaign",
};

/** "List of accounts", "Campaign: who opened". */
export function kindWords({ kind, entity, fuzzy, who, filter }: SourceDraft): string {
  const name = KINDS[kind];
  if (kind === "LIST" || kind === "SEGMENT") {
    return entity === "ACCOUNT" ? `${name} of accounts: their contacts` : `${name} of contacts`;
  }
  if (kind === "DOMAIN_SET") {
    return [name, ...(fuzzy ? ["also what waits for review"] : []), ...(filter === null ? [] : ["narrowed"])].join(
      ", ",
    );
  }
  return kind === "CAMPAIGN" ? `${name}: ${WHO[who ?? "EVERYBODY"].toLowerCase()}` : name;
}

/** By name; a filter by what it asks. */
export function sourceName(source: SourceDraft): string {
  if (source.kind === "FILTER") return source.sentence === "" ? "A filter" : source.sentence;
  return source.name ?? `A ${KINDS[source.kind].toLowerCase()} that you may not see`;
}

/** Its own page; null where there is none. */
export function sourcePath({ kind, id, entity, name }: SourceDraft): string | null {
  if (id === null || name === null) return null;
  if (kind === "LIST") return `/lists/${id}`;
  if (kind === "SEGMENT") return `/${entity === "ACCOUNT" ? "accounts" : "contacts"}/segments/${id}`;
  if (kind === "DOMAIN_SET") return `/domain-sets/${id}`;
  return kind === "CAMPAIGN" ? `/campaigns/${id}` : null;
}
