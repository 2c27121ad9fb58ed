import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { countOf, formatFull, formatMoment, formatMonth } from "@/lib/format.ts";
import { fieldValues } from "@/lib/json.ts";
import { type ShownKind, shownKind, useCatalogue } from "./catalogue.ts";
import { valueText } from "./field-value.tsx";
import { ChangeLine, UndoButton } from "./history-change.tsx";
import { EntryAbout, EntryRequest, EntrySource, iconOf } from "./history-entry.tsx";
import { folded } from "./history-fold.ts";
import { type Change, type HistoryEntry, historyQuery } from "./history-queries.ts";
import { useReadOnlyReason } from "./overview.tsx";
import { isMachineForm } from "./named-value.tsx";
import { toRaw } from "./raw-value.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { TimelineFilters } from "./timeline-filters.tsx";
import { EVERYTHING, isEverything, type TimelineWanted } from "./timeline-wanted.ts";
import { UndoDialog, type UndoPlan } from "./undo-dialog.tsx";
import { useRecordActions } from "./use-record-actions.ts";

/** Everything that happened to the record, by month: what changed, why, by whom, and the way back. */
export function History({ kind, record }: { kind: RecordKind; record: RecordBase }) {
  const [wanted, setWanted] = useState(EVERYTHING);
  return (
    <div className="flex flex-col gap-4">
      <TimelineFilters kind={kind} id={record.id} wanted={wanted} onChange={setWanted} />
      <Entries kind={kind} record={record} wanted={wanted} />
    </div>
  );
}

function Entries({ kind, record, wanted }: { kind: RecordKind; record: RecordBase; wanted: TimelineWanted }) {
  const query = useInfiniteQuery(historyQuery(kind, record.id, wanted));
  const kinds = new Map((useCatalogue(kind.entity) ?? []).map((field) => [field.key, shownKind(field)]));
  if (query.isPending) {
    return (
      <div className="delayed flex flex-col gap-5">
        {[50, 70, 40].map((width) => (
          <Skeleton key={width} width={`${width}%`} />
        ))}
      </div>
    );
  }
  if (query.isError) return <LoadError what="The history" error={query.error} retry={() => void query.refetch()} />;
  const entries = folded(query.data.pages.flatMap((page) => page.edges.map((edge) => edge.node)));
  if (entries.length === 0) {
    return (
      <p className="t-3">
        {isEverything(wanted)
          ? `Nothing has happened to this ${kind.noun} yet.`
          : "Nothing of this kind happened then."}
      </p>
    );
  }
  const months = Map.groupBy(entries, (entry) => formatMonth(entry.at));
  return (
    <div>
      {[...months].map(([month, list]) => (
        <section key={month} className="mb-2">
          <h2 className="t-13 semi mb-3">{month}</h2>
          <Timeline label={month}>
            {list.map((entry) => (
              <Entry key={entry.position} kind={kind} record={record} entry={forPeople(entry)} kinds={kinds} />
            ))}
          </Timeline>
        </section>
      ))}
      {query.hasNextPage ? (
        <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier
        </Button>
      ) : null}
    </div>
  );
}

function forPeople(entry: HistoryEntry): HistoryEntry {
  return { ...entry, changes: entry.changes.filter((change) => !isMachineForm(change.field)) };
}

/** More fields than this start folded. */
const FOLD_FROM = 4;

function Entry({
  kind,
  record,
  entry,
  kinds,
}: {
  kind: RecordKind;
  record: RecordBase;
  entry: HistoryEntry;
  kinds: Map<string, ShownKind>;
}) {
  const creation = /created/i.test(entry.eventType);
  const [open, setOpen] = useState(!creation && entry.changes.length < FOLD_FROM);
  const [plan, setPlan] = useState<UndoPlan | null>(null);
  const { undo } = useRecordActions(kind);
  const blocked = useReadOnlyReason(kind, record) !== undefined;
  const single = entry.changes.length === 1;
  const archives = archivesOrRestores(entry);
  const values = fieldValues(record.fields);
  // Accounts stand in the history by name, in the fields by id.
  const now = ({ field }: Change) => (field === "account" ? (record.accountName ?? null) : (values[field] ?? null));
  // Kept values changed nothing, and those worked out follow by themselves.
  const given = entry.changes.filter((change) => !change.kept && !change.derived);
  const back = given.length > 0 && !archives && given.every((change) => toRaw(now(change)) === toRaw(change.old));
  const undoable = entry.undoable && !blocked && !back && (!archives || record.mayArchive);
  const undoEntry = (): UndoPlan => ({
    lines: archives
      ? []
      : given.map((change) => {
          const shown = kinds.get(change.field) ?? "text";
          return {
            label: change.label,
            now: valueText(shown, now(change)),
            back: valueText(shown, change.old ?? null),
          };
        }),
    words: archives ? `The ${kind.noun} goes to the archive. It keeps its history and can be restored.` : "",
    run: () => undo(record.id, entry.position, entry.title),
  });
  return (
    <TimelineItem icon={iconOf(entry)}>
      {single && !creation ? null : (
        <div className="row">
          <span className="med">{entry.title}</span>
          {entry.changes.length === 0 || (open && !creation && entry.changes.length < FOLD_FROM) ? null : (
            <button
              type="button"
              className="link t-12 whitespace-nowrap"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open ? "Hide fields" : countOf(entry.changes.length, "field", "fields")}
            </button>
          )}
          {undoable && !single ? <UndoButton onClick={() => setPlan(undoEntry())} /> : null}
        </div>
      )}
      {(open && entry.changes.length > 0) || (single && !creation) ? (
        <ul className={`flex flex-col gap-2 ${single && !creation ? "" : "mt-2"}`}>
          {entry.changes.map((change) => (
            <ChangeLine
              key={change.field}
              kind={kind}
              record={record}
              change={change}
              valueKind={kinds.get(change.field) ?? "text"}
              blocked={blocked || !kinds.has(change.field)}
              onUndo={setPlan}
              undoEntry={single && undoable ? undoEntry : null}
            />
          ))}
        </ul>
      ) : null}
      <EntryAbout entry={entry} />
      <p className="t-12 t-3 mt-1">
        <EntrySource entry={entry} />
        <EntryRequest entry={entry} />
        {entry.actorName ? ` · ${entry.actorName}` : ""} ·{" "}
        <time dateTime={entry.at} title={formatFull(entry.at)}>
          {formatMoment(entry.at)}
        </time>
        {entry.restoredFrom ? (
          <>
            {" "}
            · restored the value of{" "}
            <time dateTime={entry.restoredFrom} title={formatFull(entry.restoredFrom)}>
              {formatMoment(entry.restoredFrom)}
            </time>
          </>
        ) : null}
      </p>
      {plan === null ? null : <UndoDialog plan={plan} onClose={() => setPlan(null)} />}
    </TimelineItem>
  );
}

/** Then undoing it is the opposite, which takes the right to archive. */
function archivesOrRestores({ eventType }: HistoryEntry): boolean {
  return /created|archived|restored/i.test(eventType);
}
