import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { ShowMore } from "@/components/show-more.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import type { ImportUndoList } from "@/gql/graphql.ts";
import { formatCount } from "@/lib/format.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { SaveCsv } from "../save-list.tsx";
import { ChangeCell, type Fields } from "./change-cell.tsx";
import { conflictsOf, type UndoChoice, type UndoneRecord, type UndoRun } from "./undo.ts";
import { UndoConflicts } from "./undo-conflicts.tsx";
import { UndoName } from "./undo-name.tsx";
import { type Undoable, undoRowsQuery } from "./undo-rows.ts";

const NONE: [] = [];

interface ListsProps {
  work: Undoable;
  /** The look whose lists these are. */
  found: UndoRun;
  choice: UndoChoice;
  onChoice: (choice: UndoChoice) => void;
}

/** The records of an undo: what is left unless chosen first, then what is archived and what gets values back. */
export function UndoLists({ work, found, choice, onChoice }: ListsProps) {
  const [params, setParams] = useSearchParams();
  const { contacts, accounts } = found;
  const lists: { list: ImportUndoList; label: string; count: number }[] = [
    { list: "CONFLICTS", label: "Left unless chosen", count: conflictsOf(found) },
    { list: "ARCHIVED", label: "Archived", count: contacts.archived + accounts.archived },
    {
      list: "REVERTED",
      label: work.words.back.tab,
      count: contacts.reverted + contacts.partly + accounts.reverted + accounts.partly,
    },
  ];
  const some = lists.filter(({ count }) => count > 0);
  if (some.length === 0) return null;
  return (
    <section className="card" aria-label="Records">
      <Tabs
        label="What would be taken back, and what not"
        value={params.get("show") ?? ""}
        onChange={(show) => setParams({ show }, { replace: true })}
        bodyClassName="overflow-x-auto"
        items={some.map(({ list, label, count }) => ({
          id: list.toLowerCase(),
          label,
          count: formatCount(count),
          content: (
            <List work={work} made={found.startedAt} list={list} total={count} choice={choice} onChoice={onChoice} />
          ),
        }))}
      />
    </section>
  );
}

function List(props: {
  work: Undoable;
  made: string;
  list: ImportUndoList;
  total: number;
  choice: UndoChoice;
  onChoice: (choice: UndoChoice) => void;
}) {
  const { work, list, total } = props;
  const fields = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const query = useInfiniteQuery(undoRowsQuery(work, list, props.made));
  if (query.isPending)
    return (
      <div className="p-5">
        <Skeleton width="60%" />
      </div>
    );
  if (query.isError) {
    return <LoadError what="These records" error={query.error} retry={() => void query.refetch()} />;
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  return (
    <>
      {list === "CONFLICTS" ? (
        <>
          {work.files === undefined ? null : (
            <div className="px-4 pt-2">
              <SaveCsv path={work.files.conflicts} name="undo-conflicts" />
            </div>
          )}
          <UndoConflicts
            words={work.words}
            conflicts={rows}
            total={total}
            fields={fields}
            choice={props.choice}
            onChoice={props.onChoice}
          />
        </>
      ) : (
        <TakenBack label={list === "ARCHIVED" ? "Archived" : work.words.back.tab} rows={rows} fields={fields} />
      )}
      <ShowMore query={query} shown={rows.length} total={total} />
    </>
  );
}

function TakenBack({ label, rows, fields }: { label: string; rows: readonly UndoneRecord[]; fields: Fields }) {
  // What is archived or restored as a whole has no values to show.
  const values = rows.some((record) => record.changes.length > 0);
  return (
    <table className="dt flush undo-table" aria-label={label}>
      <colgroup>
        <col className="name" />
        {values ? <col /> : null}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Record</th>
          {values ? <th scope="col">From and to</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr key={record.id}>
            <td className="since">
              <UndoName record={record} />
            </td>
            {values ? (
              <td className="since">
                {record.changes.map((change) => (
                  <span key={change.field}>
                    <span className="t-3">{change.label}</span> <ChangeCell change={change} fields={fields} />
                  </span>
                ))}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
