import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, ScanSearch, X } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { DuplicateClass, DuplicateFilter, Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge, formatCount } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { useIsPhone } from "@/lib/use-media.ts";
import { SaveMenu } from "@/records/save-list.tsx";
import { merge, mergeInput } from "@/records/merge/mutations.ts";
import { SIDES } from "@/records/merge/queries.ts";
import type { Together } from "@/records/merge/use-together.ts";
import { nounsOf } from "../bulk/bulk-state.ts";
import { Compare } from "./compare.tsx";
import { MergeMany } from "./merge-many.tsx";
import { findDuplicates, judge } from "./mutations.ts";
import { NoPairs } from "./no-pairs.tsx";
import { CLASSES, PairList } from "./pair-list.tsx";
import { DUPLICATES, type Pair, queueQuery, standingQuery } from "./queries.ts";
import "@/components/data-table/table.css";
import "./duplicates.css";

const TABS: ("ALL" | DuplicateClass | "DISMISSED")[] = ["ALL", "EXACT", "DUPLICATE", "REVIEW", "DISMISSED"];

/** Records that are likely one: side by side, merged field by field or many at once, or said to be two. */
export default function DuplicatesPage({ entity }: { entity: Entity }) {
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((one) => one === params.get("show")) ?? "ALL";
  const dismissed = tab === "DISMISSED";
  const [q, recordId] = [params.get("q") ?? "", params.get("record")];
  const filter = { dismissed, class: tab === "ALL" || tab === "DISMISSED" ? null : tab, q: q || null, recordId };
  const narrow = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const client = useQueryClient();
  const standing = useQuery(standingQuery(entity)).data;
  const queue = useInfiniteQuery({
    ...queueQuery(entity, filter, standing && (standing.lookedAt ?? null)),
    // What was just merged or judged may not show yet.
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.stale) ? 700 : false),
  });
  const [opened, setOpened] = useState<{ id: string; at: number } | null>(null);
  // A phone has room for the list or for one pair; which of them stands in the address, so that going back is going back.
  const phone = useIsPhone();
  const alone = phone && params.has("pair");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const pairs = queue.data?.pages.flatMap((page) => page.pairs) ?? [];
  // Of what is picked, what this list shows: nothing is merged that is not seen.
  const chosen = pairs.filter((pair) => selected.has(pair.id));
  // Once a pair is merged or judged, the one in its place is next.
  const open =
    pairs.find((pair) => pair.id === (opened?.id ?? params.get("pair"))) ??
    pairs[Math.min(opened?.at ?? 0, Math.max(0, pairs.length - 1))];
  const at = open === undefined ? -1 : pairs.indexOf(open);
  const setOpen = (id: string) => {
    setOpened({ id, at: pairs.findIndex((pair) => pair.id === id) });
    if (!phone) return;
    const next = new URLSearchParams(params);
    next.set("pair", id);
    setParams(next, { replace: alone });
  };
  const select = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  const step = (by: number) => {
    const to = pairs[at + by];
    if (to !== undefined) setOpen(to.id);
  };
  useShortcuts(
    [
      { keys: "j", label: "Next pair", group: "On this page", run: () => step(1) },
      { keys: "k", label: "Previous pair", group: "On this page", run: () => step(-1) },
      {
        keys: "x",
        label: "Select the pair",
        group: "On this page",
        run: () => open !== undefined && select(open.id, !selected.has(open.id)),
      },
    ],
    open !== undefined,
  );
  const [noun, nouns] = nounsOf(entity);
  const mayExport = useMay(entity === "ACCOUNT" ? "ACCOUNTS_EXPORT" : "CONTACTS_EXPORT");
  const again = async () => {
    setSelected(new Set());
    const changed = [[DUPLICATES, entity], [SIDES, entity], [nouns], ["bulks"]];
    await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const failed = (error: unknown) => toastFailed(messageOf(error));
  const find = useMutation({
    mutationFn: () => findDuplicates(entity, true),
    onSuccess: async () => {
      // A first reading that is still under way knows nothing of the look, and would be taken for the newest.
      await client.cancelQueries({ queryKey: [DUPLICATES, entity] });
      await client.invalidateQueries({ queryKey: [DUPLICATES, entity] });
    },
    onError: failed,
  });
  const merging = useMutation({
    mutationFn: (together: Together) => merge(mergeInput(together)),
    // What it came to, with Undo, is told by the indicator that follows every bulk change.
    onSuccess: again,
    onError: failed,
  });
  const judging = useMutation({
    mutationFn: ({ pair, reopen }: { pair: Pair; reopen: boolean }) =>
      judge({ entity, pairs: [{ a: pair.a, b: pair.b }], reopen }),
    onSuccess: async (_, { pair, reopen }) => {
      const back = async () => (
        await judge({ entity, pairs: [{ a: pair.a, b: pair.b }], reopen: !reopen }),
        await again()
      );
      toastDone(reopen ? "Back in the queue" : "Not duplicates: this pair stays away", back);
      await again();
    },
    onError: failed,
  });
  const counts = {
    ALL: standing && standing.exact + standing.duplicate + standing.review,
    EXACT: standing?.exact,
    DUPLICATE: standing?.duplicate,
    REVIEW: standing?.review,
    DISMISSED: standing?.dismissed,
  };
  const nothing = (
    <NoPairs
      nouns={nouns}
      pending={queue.isPending}
      narrowed={Boolean(q || recordId)}
      all={tab === "ALL"}
      lookedAt={standing?.lookedAt ?? null}
      looking={find.isPending || Boolean(standing?.jobId)}
      onFind={() => find.mutate()}
      onClear={() => setParams(tab === "ALL" ? {} : { show: tab }, { replace: true })}
    />
  );
  const side = (
    <div className="dup-side">
      <PairList
        pairs={pairs}
        open={phone ? null : (open?.id ?? null)}
        selected={selected}
        onOpen={setOpen}
        onSelect={select}
      />
      {queue.hasNextPage ? (
        <Button
          small
          className="m-2 self-center"
          busy={queue.isFetchingNextPage}
          onClick={() => void queue.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
      <div className="dt-foot max-md:hidden">
        <span className="clip">{standing?.lookedAt ? `Looked at ${formatAge(standing.lookedAt)}` : ""}</span>
        <span className="ml-auto flex flex-none items-center gap-1.5" aria-hidden="true">
          <Kbd keys="j" />
          <Kbd keys="k" /> walk
          <Kbd keys="x" className="ml-2" /> select
        </span>
      </div>
    </div>
  );
  const compare =
    open === undefined ? null : (
      <Compare
        key={open.id}
        entity={entity}
        pair={open}
        busy={merging.isPending}
        beside={chosen.length > 0}
        dismissed={dismissed}
        onMerge={(together) => merging.mutate(together)}
        onDismiss={() => judging.mutate({ pair: open, reopen: dismissed })}
      />
    );
  if (alone) {
    return (
      <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Duplicates">
        <div className="dup-alone">
          <Button variant="quiet" small icon={ArrowLeft} onClick={() => narrow("pair", null)}>
            All pairs
          </Button>
          <h1 className="sr">Duplicate {nouns}</h1>
          {open === undefined ? null : (
            <span className="t-3 num ml-auto">
              {formatCount(at + 1)} of {formatCount(Math.max(pairs.length, counts[tab] ?? 0))}
            </span>
          )}
        </div>
        {compare ?? nothing}
      </section>
    );
  }
  const body =
    open === undefined ? (
      nothing
    ) : phone ? (
      side
    ) : (
      <div className="dup-split">
        {side}
        {compare}
      </div>
    );
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Duplicates">
      <PageHead
        title={`Duplicate ${nouns}`}
        count={counts.ALL ?? null}
        actions={
          <>
            {chosen.length > 0 ? <MergeMany entity={entity} pairs={chosen} onMerged={again} /> : null}
            {mayExport ? (
              <SaveMenu
                path={fileOf(entity, filter)}
                name={`duplicate-${nouns}`}
                label={`Export duplicate ${nouns}`}
                disabledReason={pairs.length === 0 ? "There is nothing to export in this list" : undefined}
              />
            ) : null}
            <Button icon={ScanSearch} busy={find.isPending || Boolean(standing?.jobId)} onClick={() => find.mutate()}>
              Find duplicates
            </Button>
          </>
        }
      />
      <div className="toolbar" role="search" aria-label="Pairs to show">
        <QuickFind q={q} setQ={(words) => narrow("q", words)} placeholder={`Find ${nouns} in the queue`} keys="f" />
        {recordId ? (
          <Button small icon={X} onClick={() => narrow("record", null)}>
            Pairs of one {noun}
          </Button>
        ) : null}
      </div>
      <Tabs
        label="Which pairs"
        value={tab}
        onChange={(show) => narrow("show", show === "ALL" ? null : show)}
        bodyClassName="flex min-h-0 flex-1 flex-col"
        items={TABS.map((id) => ({
          id,
          label: id === "ALL" ? "All" : id === "DISMISSED" ? "Not duplicates" : CLASSES[id].label,
          count: counts[id],
          content: body,
        }))}
      />
    </section>
  );
}

/** The queue as it is shown, as a file. */
function fileOf(entity: Entity, { dismissed, class: of, q, recordId }: DuplicateFilter): string {
  const params = new URLSearchParams({ entity: entity.toLowerCase() });
  if (dismissed) params.set("dismissed", "true");
  if (of) params.set("class", of.toLowerCase());
  if (q) params.set("q", q);
  if (recordId) params.set("recordId", recordId);
  return `/api/v1/duplicates/file?${params.toString()}`;
}
