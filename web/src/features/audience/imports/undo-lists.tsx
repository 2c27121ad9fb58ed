import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import type { ImportUndoList } from "@/gql/graphql.ts";
import { formatCount } from "@/lib/format.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { ChangeCell, type Fields } from "./change-cell.tsx";
import type { Import, UndoRun } from "./queries.ts";
import { conflictsOf, type UndoChoice, type UndoneRecord } from "./undo.ts";
import { UndoConflicts } from "./undo-conflicts.tsx";
import { UndoName } from "./undo-name.tsx";
import { undoRowsQuery } from "./undo-queries.ts";

const NONE: [] = [];

interface ListsProps {
  one: Import;
  /** The look whose lists these are. */
  found: UndoRun;
  choice: UndoChoice;
  onChoice: (choice: UndoChoice) => void;
}

/** The records of an undo: what is left unless chosen first, then what is archived and what gets values back. */
export function UndoLists({ one, found, choice, onChoice }: ListsProps) {
  const [params, setParams] = useSearchParams();
  const { contacts, accounts } = found;
  const lists: { list: ImportUndoList; label: string; count: number }[] = [
    { list: "CONFLICTS", label: "Left unless chosen", count: conflictsOf(found) },
    { list: "ARCHIVED", label: "Archived", count: contacts.archived + accounts.archived },
    {
      list: "REVERTED",
      label: "Get earlier values back",
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
            <List one={one} made={found.startedAt} list={list} total={count} choice={choice} onChoice={onChoice} />
          ),
        }))}
      />
    </section>
  );
}

function List(props: {
  one: Import;
  made: string;
  list: ImportUndoList;
  total: number;
  choice: UndoChoice;
  onChoice: (choice: UndoChoice) => void;
}) {
  const { one, list, total } = props;
  const fields = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const query = useInfiniteQuery(undoRowsQuery(one.id, list, props.made));
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
        <UndoConflicts conflicts={rows} total={total} fields={fields} choice={props.choice} onChoice={props.onChoice} />
      ) : (
        <TakenBack rows={rows} fields={fields} archived={list === "ARCHIVED"} />
      )}
      {query.hasNextPage ? (
        <div className="row p-4">
          <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
          <span className="t-3 t-12">
            {formatCount(rows.length)} of {formatCount(total)}
          </span>
        </div>
      ) : null}
    </>
  );
}

function TakenBack({ rows, fields, archived }: { rows: readonly UndoneRecord[]; fields: Fields; archived: boolean }) {
  return (
    <table className="dt flush undo-table" aria-label={archived ? "Archived" : "Get earlier values back"}>
      <colgroup>
        <col className="name" />
        {archived ? null : <col />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Record</th>
          {archived ? null : <th scope="col">From and to</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr key={record.id}>
            <td className="since">
              <UndoName record={record} />
            </td>
            {archived ? null : (
              <td className="since">
                {record.changes.map((change) => (
                  <span key={change.field}>
                    <span className="t-3">{change.label}</span> <ChangeCell change={change} fields={fields} />
                  </span>
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
