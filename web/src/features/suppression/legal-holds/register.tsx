import { Scale } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { LegalHoldFilter, LegalHoldScope } from "@/gql/graphql.ts";
import { formatAge } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { FileButton } from "@/records/file-button.tsx";
import { ListCount } from "@/records/list-count.tsx";
import { OpenedById } from "@/records/opened-by-id.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { legalHoldColumns } from "./columns.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { exportLegalHolds } from "./mutations.ts";
import { PlaceDialog } from "./place-dialog.tsx";
import { legalHoldById, legalHoldCount, legalHoldPage } from "./queries.ts";
import { SCOPES } from "./words.ts";

/** Every legal hold, standing or lifted: looked up, placed, taken out as a file. */
export function LegalHolds() {
  const [params, setParams] = useSearchParams();
  const state = useListState();
  const mayExport = useMay("CONTACTS_EXPORT");
  const mayManage = useMay("RETENTION_MANAGE");
  const [placing, setPlacing] = useState(false);
  usePageActions(
    mayManage
      ? [
          {
            id: "legal-hold-place",
            label: "Place a hold",
            icon: Scale,
            group: "On this page",
            keys: "c",
            primary: true,
            run: () => setPlacing(true),
          },
        ]
      : [],
  );
  const asked = params.get("over");
  const scope = asked !== null && asked in SCOPES ? (asked as LegalHoldScope) : null;
  const shown = params.get("state") ?? "STANDS";
  const reference = state.q.trim();
  const filter: LegalHoldFilter = {
    standing: shown === "ALL" ? null : shown !== "LIFTED",
    scope,
    reference: reference === "" ? null : reference,
  };
  const list = useRecordList({
    entity: "legal-holds",
    filter,
    sort: null,
    fetchPage: legalHoldPage,
    fetchCount: legalHoldCount,
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const narrowed = reference !== "" || scope !== null || shown !== "STANDS";
  return (
    <>
      <div className="row flex-wrap px-5 pt-3 pb-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Reference" keys="f" />
        <SelectField
          label="Over"
          value={scope ?? ""}
          options={[
            { value: "", label: "Whatever it stands over" },
            ...Object.entries(SCOPES).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(value) => set("over", value)}
        />
        <SelectField
          label="State"
          value={shown}
          options={[
            { value: "STANDS", label: "Standing" },
            { value: "LIFTED", label: "Lifted" },
            { value: "ALL", label: "All" },
          ]}
          onChange={(value) => set("state", value === "STANDS" ? "" : value)}
        />
        <ListCount total={list.total} nouns={["hold", "holds"]} />
        {mayExport ? (
          <FileButton
            small
            className="ml-auto"
            label="Export"
            failed="Not exported"
            save={() => exportLegalHolds(filter)}
          />
        ) : null}
      </div>
      <DataTable
        id="legal-holds"
        label="Legal holds"
        nouns={["hold", "holds"]}
        columns={legalHoldColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.label}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => state.setOpenId(row.id)}
        phoneRow={(row) => ({
          lead: <Status tone={row.standing ? "warning" : "neutral"}>{null}</Status>,
          title: row.label,
          detail: [row.reference, row.reason].filter(Boolean).join(". "),
          aside: formatAge(row.since),
        })}
        empty={
          <Empty
            icon={Scale}
            title={narrowed ? "None like this" : "No legal hold stands"}
            actions={
              mayManage && !narrowed ? (
                <Button variant="primary" icon={Scale} onClick={() => setPlacing(true)}>
                  Place a hold
                </Button>
              ) : undefined
            }
          >
            While a hold stands, nothing of what it stands over is deleted. An account or everything of a kind is held
            from here, a person on their own page.
          </Empty>
        }
      />
      <OpenedById
        id={state.openId}
        rows={list.rows}
        what="hold"
        entity="legal-holds"
        fetchOne={legalHoldById}
        onClose={() => state.setOpenId(null)}
      >
        {(hold) => <HoldDialog hold={hold} onClose={() => state.setOpenId(null)} />}
      </OpenedById>
      {placing ? <PlaceDialog onClose={() => setPlacing(false)} /> : null}
    </>
  );
}
