import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { Suspense, lazy } from "react";
import { useSearchParams } from "react-router";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { Refused } from "../allowed.tsx";
import { useCrumb } from "../crumbs.tsx";
import { AudienceResults } from "./audience-results.tsx";
import { ClientResults } from "./client-results.tsx";
import { useSearchKinds, useSearchNames } from "./kinds.ts";
import { PhoneField } from "./phone-field.tsx";
import { type SearchGroup, type SearchKind, searchQuery } from "./queries.ts";
import { Results } from "./results.tsx";
import { useHitKeys } from "./use-hit-keys.ts";
import { type FoundClients, useFoundClients } from "./use-found-clients.ts";
import { countText } from "./use-found.ts";
import "@/components/field.css";
import "./search.css";

const ContactDrawer = lazy(async () => ({
  default: (await import("@/features/audience/contacts/contact-drawer.tsx")).ContactDrawer,
}));
const AccountDrawer = lazy(async () => ({
  default: (await import("@/features/audience/accounts/account-drawer.tsx")).AccountDrawer,
}));

/** The most that the API answers of each kind. */
const MOST = 50;
/** Of each kind among the others. */
const FEW = 8;

/** For who may see any kind of what is found. */
export default function SearchPage() {
  return useSearchKinds().length === 0 ? <Refused /> : <Everything />;
}

/** Everything that was found, by kind, with the record beside it. All of it in the URL: `q`, `kind`, `archived`, `open`. */
function Everything() {
  const [params, setParams] = useSearchParams();
  const kinds = useSearchKinds();
  const names = useSearchNames(true);
  const words = (params.get("q") ?? "").trim();
  const archived = params.get("archived") === "1";
  const only = kinds.find(({ kind }) => kind.toLowerCase() === params.get("kind"))?.kind ?? null;
  const query = useQuery({
    ...searchQuery(words, { first: MOST, kinds: kinds.map(({ kind }) => kind), archived, audiences: true }),
    placeholderData: keepPreviousData,
  });
  useCrumb(words === "" ? "Search" : `Search: ${words}`);
  const change = (name: string, value: string | null, push = false) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: !push },
    );

  const asked = words !== "";
  const groups = asked ? (query.data?.groups ?? []) : [];
  const shown = (only === null ? groups : groups.filter(({ kind }) => kind === only)).map((group) => ({
    ...group,
    hits: only === null && groups.length > 1 ? group.hits.slice(0, FEW) : group.hits,
  }));
  const clients = useFoundClients(only === null ? words : "", archived);
  const audiences = (asked && only === null ? query.data?.audiences : undefined) ?? { hits: [], total: 0 };
  const hits = shown.flatMap((group) => group.hits);
  const open = openIn(params.get("open"));
  const setOpen = (hit: { kind: SearchKind; id: string } | null) =>
    change("open", hit === null ? null : `${hit.kind.toLowerCase()}:${hit.id}`, open === null && hit !== null);
  const openId = (id: string | null) => setOpen(hits.find((hit) => hit.id === id) ?? null);
  // Only records have a drawer: beside an open one the records alone are walked.
  const walked = open === null ? [...hits, ...audiences.hits, ...clients.rows] : hits;
  const list = useHitKeys(
    walked.map(({ id }) => id),
    open?.id ?? null,
    openId,
  );
  const at = hits.findIndex(({ id }) => id === open?.id);
  const drawer = {
    row: undefined,
    index: at === -1 ? null : at,
    total: hits.length,
    previousId: hits[at - 1]?.id,
    nextId: at === -1 ? undefined : hits[at + 1]?.id,
    onMove: openId,
  };
  const body = (
    <Body
      asked={asked}
      words={words}
      archived={archived}
      names={names}
      query={query}
      found={hits.length > 0 || audiences.hits.length > 0 || clients.rows.length > 0 || clients.error !== null}
      looking={clients.waiting}
      onArchive={() => change("archived", "1")}
    >
      <Results
        groups={shown}
        single={only !== null || groups.length === 1}
        words={words}
        listRef={list}
        openId={open?.id ?? null}
        dimmed={query.isPlaceholderData}
        onOpen={setOpen}
        onKind={(kind) => change("kind", kind.toLowerCase(), true)}
      >
        <AudienceResults hits={audiences.hits} total={audiences.total} />
        <ClientResults found={clients} words={words} archived={archived} />
      </Results>
    </Body>
  );
  return (
    <div className="flex min-h-0 flex-1">
      <section className="relative flex min-w-0 flex-1 flex-col" aria-label="Results">
        <div className="page-head search-page-head">
          <h1 className="clip">{words === "" ? "Search" : `Results for “${words}”`}</h1>
          {asked ? (
            <span className="seg ml-auto flex-none" role="group" aria-label="Which records">
              {[false, true].map((both) => (
                <button
                  key={String(both)}
                  type="button"
                  className={both === archived ? "on" : ""}
                  aria-pressed={both === archived}
                  onClick={() => change("archived", both ? "1" : null)}
                >
                  {both ? "Archived too" : "Active"}
                </button>
              ))}
            </span>
          ) : null}
          <PhoneField words={words} names={names} onWords={(text) => change("q", text === "" ? null : text)} />
        </div>
        {asked && kinds.length > 1 ? (
          <Tabs
            label="Kind"
            value={only ?? "all"}
            onChange={(id) => change("kind", id === "all" ? null : id.toLowerCase())}
            items={[
              {
                id: "all",
                label: "All",
                count: sumText(groups, query.data?.audiences?.total ?? 0, clients),
                content: body,
              },
              ...kinds.map(({ kind, label }) => ({
                id: kind as string,
                label,
                count: groups.filter((group) => group.kind === kind).map(countText)[0],
                content: body,
              })),
            ]}
          />
        ) : (
          body
        )}
      </section>
      <Suspense fallback={null}>
        {open === null ? null : open.kind === "CONTACT" ? (
          <ContactDrawer key={open.id} id={open.id} {...drawer} />
        ) : (
          <AccountDrawer key={open.id} id={open.id} {...drawer} />
        )}
      </Suspense>
    </div>
  );
}

function Body(props: {
  asked: boolean;
  words: string;
  archived: boolean;
  names: string;
  query: { isPending: boolean; isError: boolean; data: unknown; error: unknown; refetch: () => unknown };
  found: boolean;
  /** More may be found yet. */
  looking: boolean;
  onArchive: () => void;
  children: React.ReactNode;
}) {
  const { asked, words, query } = props;
  if (!asked) {
    return (
      <Empty icon={Search} title={`Find ${props.names}`}>
        Type a name, a company, an email, a domain or a phone number.
      </Empty>
    );
  }
  if (query.isError && query.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what="What was found" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.isPending || (props.looking && !props.found)) {
    return (
      <div className="delayed flex flex-col gap-8 p-6" role="status" aria-label="Searching">
        {[44, 38, 52, 41, 47].map((width) => (
          <Skeleton key={width} width={`${width}%`} />
        ))}
      </div>
    );
  }
  if (!props.found) {
    return (
      <Empty
        icon={Search}
        title={`Nothing has all of “${words}”`}
        actions={
          props.archived ? undefined : (
            <button type="button" className="btn" onClick={props.onArchive}>
              Look in the archive too
            </button>
          )
        }
      >
        Fewer words find more. Names, companies, emails, domains, titles, cities and phone numbers are looked at.
      </Empty>
    );
  }
  return props.children;
}

function sumText(groups: readonly SearchGroup[], audiences: number, clients: FoundClients): string | undefined {
  if (groups.length === 0) return undefined;
  return countText({
    total: groups.reduce((sum, { total }) => sum + total, clients.rows.length + audiences),
    more: clients.more || groups.some(({ more }) => more),
  });
}

/** "contact:<id>" */
function openIn(text: string | null): { kind: SearchKind; id: string } | null {
  const [, kind, id] = /^(contact|account):([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind.toUpperCase() as SearchKind, id };
}
