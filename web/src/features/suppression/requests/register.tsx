import { useQuery } from "@tanstack/react-query";
import { Plus, ShieldQuestion } from "lucide-react";
import { useNavigate, useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { PrivacyRequestFilter, PrivacyRequestStateWanted } from "@/gql/graphql.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { FileButton } from "@/records/file-button.tsx";
import { ListCount } from "@/records/list-count.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { requestColumns } from "./columns.tsx";
import { exportRequests } from "./mutations.ts";
import { requestCount, requestPage, requestsWaitingQuery } from "./queries.ts";
import { ReceiveDialog } from "./receive-dialog.tsx";
import { dueWords, KINDS, STATES, URGENCIES } from "./words.ts";

const WANTED: Record<PrivacyRequestStateWanted, string> = {
  UNSETTLED: "To be answered",
  OPEN: "Open",
  IN_PROGRESS: "In progress",
  ANSWERED: "Answered",
  REFUSED: "Refused",
};

/** The requests of people for access and erasure: what is due first comes first. */
export function Requests() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const state = useListState();
  const mayExport = useMay("CONTACTS_EXPORT");
  const waiting = useQuery(requestsWaitingQuery);
  const kind = keyIn(KINDS, params.get("kind"));
  const urgency = keyIn(URGENCIES, params.get("due"));
  const wanted = keyIn(WANTED, params.get("state") ?? "UNSETTLED");
  const q = state.q.trim();
  const filter: PrivacyRequestFilter = { kind, urgency, state: wanted, q: q === "" ? null : q };
  const list = useRecordList({
    entity: "privacy-requests",
    filter,
    sort: null,
    fetchPage: requestPage,
    fetchCount: requestCount,
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  usePageActions([
    {
      id: "new-privacy-request",
      label: "New request",
      icon: Plus,
      group: "Create",
      keys: "c",
      primary: true,
      run: () => state.setCreating(true),
    },
  ]);
  const narrowed = q !== "" || kind !== null || urgency !== null || wanted !== "UNSETTLED";
  const late = waiting.data?.overdue ?? 0;
  const soon = waiting.data?.soon ?? 0;
  return (
    <>
      <div className="row flex-wrap px-5 pt-3 pb-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Name, email or phone" keys="f" />
        <SelectField
          label="Request"
          value={kind ?? ""}
          options={[
            { value: "", label: "Access and erasure" },
            ...Object.entries(KINDS).map(([value, { label }]) => ({ value, label })),
          ]}
          onChange={(value) => set("kind", value)}
        />
        <SelectField
          label="Deadline"
          value={urgency ?? ""}
          options={[
            { value: "", label: "Every deadline" },
            ...Object.entries(URGENCIES)
              .filter(([value]) => value !== "SETTLED")
              .map(([value, { label }]) => ({ value, label })),
          ]}
          onChange={(value) => set("due", value)}
        />
        <SelectField
          label="State"
          value={wanted ?? "ALL"}
          options={[
            ...Object.entries(WANTED).map(([value, label]) => ({ value, label })),
            { value: "ALL", label: "All" },
          ]}
          onChange={(value) => set("state", value === "UNSETTLED" ? "" : value)}
        />
        <ListCount total={list.total} nouns={["request", "requests"]} />
        {late > 0 ? <Status tone="danger">{`${formatCount(late)} overdue`}</Status> : null}
        {soon > 0 ? <Status tone="warning">{`${countOf(soon, "is", "are")} due within 7 days`}</Status> : null}
        {mayExport ? (
          <FileButton
            small
            className="ml-auto"
            label="Export"
            failed="Not exported"
            save={() => exportRequests(filter)}
          />
        ) : null}
      </div>
      <DataTable
        id="privacy-requests"
        label="Requests"
        nouns={["request", "requests"]}
        columns={requestColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => `${KINDS[row.kind].label}, ${row.personLabel}`}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/compliance/requests/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Status tone={URGENCIES[row.urgency].tone}>{null}</Status>,
          title: row.personLabel,
          detail: `${KINDS[row.kind].label}, ${STATES[row.state].label.toLowerCase()}`,
          aside: dueWords(row),
        })}
        empty={
          <Empty
            icon={ShieldQuestion}
            title={narrowed ? "None like this" : "Nothing to be answered"}
            actions={
              narrowed ? undefined : (
                <Button variant="primary" icon={Plus} onClick={() => state.setCreating(true)}>
                  New request
                </Button>
              )
            }
          >
            When somebody asks what is held about them, or to be erased, take it down here: it must be answered within a
            month.
          </Empty>
        }
      />
      {state.creating ? <ReceiveDialog onClose={() => state.setCreating(false)} /> : null}
    </>
  );
}

function keyIn<T extends object>(of: T, text: string | null): keyof T | null {
  return text !== null && text in of ? (text as keyof T) : null;
}
