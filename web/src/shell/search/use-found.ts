/** What the search box offers for the words typed so far, as one list that keys can walk. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { formatCount } from "@/lib/format.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { kindOfHit, pathOf, useSearchKinds } from "./kinds.ts";
import { AUDIENCES, audiencePath } from "./audiences.ts";
import {
  type AudienceHit,
  type Audiences,
  type OpenedRecord,
  openedQuery,
  type SearchGroup,
  type SearchHit,
  searchQuery,
} from "./queries.ts";
import { useRecent } from "./recent.ts";

/** Milliseconds of rest until what was typed is asked. */
const REST = 120;
/** Hits of each kind in the panel. */
const SHOWN = 5;

export type Offer =
  | { type: "hit"; key: string; to: string; hit: SearchHit }
  | { type: "audience"; key: string; to: string; hit: AudienceHit }
  | { type: "opened"; key: string; to: string; record: OpenedRecord }
  /** Typed before: fills the box. */
  | { type: "words"; key: string; words: string }
  | { type: "all"; key: string; to: string; label: string };

export interface OfferGroup {
  id: string;
  label: string;
  /** "12", or "1,000+" where it was not counted to the end. */
  count?: string;
  offers: Offer[];
}

export interface Found {
  groups: OfferGroup[];
  /** The same, one after the other. */
  offers: Offer[];
  /** The offers answer the words as they stand in the box. */
  current: boolean;
  asked: boolean;
  /** Words were asked for, and nothing has them. */
  nothing: boolean;
  looking: boolean;
  error: unknown;
  retry: () => void;
}

export const resultsPath = (words: string) => `/search?${new URLSearchParams({ q: words })}`;

export function totalOf(groups: readonly SearchGroup[], audiences = 0): { total: number; more: boolean } {
  return {
    total: groups.reduce((sum, group) => sum + group.total, audiences),
    more: groups.some((group) => group.more),
  };
}

export function countText({ total, more }: { total: number; more: boolean }): string {
  return `${formatCount(total)}${more ? "+" : ""}`;
}

export function useFound(text: string, open: boolean): Found {
  const typed = text.trim();
  const words = useDebounced(typed, REST);
  const asked = typed !== "";
  const kinds = useSearchKinds();
  const query = useQuery({
    ...searchQuery(words, { first: SHOWN, kinds: kinds.map(({ kind }) => kind), audiences: true }),
    enabled: open && asked && words !== "",
    placeholderData: keepPreviousData,
  });
  const recent = useRecent();
  const visible = recent.opened.filter(({ kind }) => kinds.some((one) => one.kind === kind));
  const opened = useQuery({
    ...openedQuery(visible),
    enabled: open && !asked && visible.length > 0,
    placeholderData: keepPreviousData,
  });
  const hits = asked ? (query.data?.groups ?? []) : [];
  const audiences = asked ? (query.data?.audiences ?? null) : null;
  const sum = totalOf(hits, audiences?.total ?? 0);
  const groups: OfferGroup[] = asked
    ? [
        ...hits.filter((group) => group.hits.length > 0).map(groupOf),
        ...(audiences === null || audiences.hits.length === 0 ? [] : [audienceGroup(audiences)]),
        ...(sum.total === 0 ? [] : [{ id: "all", label: "All results", offers: [everything(words, sum)] }]),
      ]
    : [
        { id: "searches", label: "Recent searches", offers: recent.searches.map(wordsOffer) },
        { id: "opened", label: "Opened lately", offers: (opened.data ?? []).map(openedOffer) },
      ].filter((group) => group.offers.length > 0);
  const current = asked && words === typed && query.data !== undefined && !query.isPlaceholderData;
  return {
    groups,
    offers: groups.flatMap((group) => group.offers),
    current,
    asked,
    nothing: current && sum.total === 0,
    looking: asked && !current && !query.isError,
    error: asked && query.isError ? query.error : null,
    retry: () => void query.refetch(),
  };
}

function groupOf(group: SearchGroup): OfferGroup {
  return {
    id: group.kind,
    label: kindOfHit(group.kind).label,
    count: countText(group),
    offers: group.hits.map((hit) => ({ type: "hit", key: `hit-${hit.id}`, to: pathOf(hit), hit })),
  };
}

function audienceGroup({ total, hits }: Audiences): OfferGroup {
  return {
    id: "audiences",
    label: AUDIENCES,
    count: formatCount(total),
    offers: hits.map((hit) => ({ type: "audience", key: `audience-${hit.id}`, to: audiencePath(hit), hit })),
  };
}

function everything(words: string, { total, more }: { total: number; more: boolean }): Offer {
  const label = more ? "See all results" : total === 1 ? "See the result" : `See all ${formatCount(total)} results`;
  return { type: "all", key: "all", to: resultsPath(words), label };
}

function wordsOffer(words: string): Offer {
  return { type: "words", key: `words-${words}`, words };
}

function openedOffer(record: OpenedRecord): Offer {
  return { type: "opened", key: `opened-${record.id}`, to: pathOf(record), record };
}
