import { FileCheck } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { ConsentFilter, ConsentStanding } from "@/gql/graphql.ts";
import { formatAge } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { FileButton } from "@/records/file-button.tsx";
import { ListCount } from "@/records/list-count.tsx";
import { OpenedById } from "@/records/opened-by-id.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { consentColumns } from "./columns.tsx";
import { exportConsents } from "./mutations.ts";
import { consentById, consentCount, consentPage } from "./queries.ts";
import { StatementDialog } from "./statement-dialog.tsx";
import { CHANNELS, STANDINGS, STATES } from "@/records/consent-words.ts";

/** What can be recorded; nobody records that there is no basis. */
const RECORDED = (Object.keys(STANDINGS) as ConsentStanding[]).filter((standing) => standing !== "NONE");
const PROVEN = { yes: "With a proof", no: "Without a proof" };

/** Everything that was recorded of consent: looked up, narrowed, taken out as a file. */
export function Register() {
  const [params, setParams] = useSearchParams();
  const state = useListState();
  const mayExport = useMay("CONTACTS_EXPORT");
  const channel = keyIn(CHANNELS, params.get("channel"));
  const standing = keyIn(STANDINGS, params.get("basis"));
  const counts = keyIn(STATES, params.get("state") ?? "COUNTS");
  const proven = keyIn(PROVEN, params.get("proof"));
  const q = state.q.trim();
  const filter: ConsentFilter = {
    channel,
    standing,
    state: counts,
    proven: proven === null ? null : proven === "yes",
    q: q === "" ? null : q,
  };
  const list = useRecordList({
    entity: "consents",
    filter,
    sort: null,
    fetchPage: consentPage,
    fetchCount: consentCount,
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const narrowed = q !== "" || channel !== null || standing !== null || proven !== null || counts !== "COUNTS";
  return (
    <>
      <div className="row flex-wrap px-5 pt-3 pb-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Name or email" keys="f" />
        <SelectField
          label="For"
          value={channel ?? ""}
          options={options("Email and calls", CHANNELS)}
          onChange={(value) => set("channel", value)}
        />
        <SelectField
          label="Basis"
          value={standing ?? ""}
          options={[
            { value: "", label: "Every basis" },
            ...RECORDED.map((value) => ({ value, label: STANDINGS[value].label })),
          ]}
          onChange={(value) => set("basis", value)}
        />
        <SelectField
          label="Proof"
          value={proven ?? ""}
          options={options("With and without proof", PROVEN)}
          onChange={(value) => set("proof", value)}
        />
        <SelectField
          label="State"
          value={counts ?? "ALL"}
          options={[
            ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
            { value: "ALL", label: "All" },
          ]}
          onChange={(value) => set("state", value === "COUNTS" ? "" : value)}
        />
        <ListCount total={list.total} nouns={["statement", "statements"]} />
        {mayExport ? (
          <FileButton
            small
            className="ml-auto"
            label="Export"
            failed="Not exported"
            save={() => exportConsents(filter)}
          />
        ) : null}
      </div>
      <DataTable
        id="consents"
        label="Consents"
        nouns={["statement", "statements"]}
        columns={consentColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.contactLabel}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => state.setOpenId(row.id)}
        phoneRow={(row) => ({
          lead: <Status tone={STANDINGS[row.standing].tone}>{null}</Status>,
          title: row.contactLabel,
          detail: `${row.standingLabel}, ${CHANNELS[row.channel].toLowerCase()}. ${row.origin ?? ""}`,
          aside: formatAge(row.givenAt),
        })}
        empty={
          <Empty
            icon={FileCheck}
            title={narrowed ? "None like this" : "Nothing recorded yet"}
            actions={
              narrowed ? undefined : (
                <Link className="btn" to="/contacts">
                  Go to contacts
                </Link>
              )
            }
          >
            What people said of being contacted stands here with its proof. Record it on the page of a contact; of
            everybody else the rule of their country holds.
          </Empty>
        }
      />
      <OpenedById
        id={state.openId}
        rows={list.rows}
        what="statement"
        entity="consents"
        fetchOne={consentById}
        onClose={() => state.setOpenId(null)}
      >
        {(consent) => <StatementDialog consent={consent} onClose={() => state.setOpenId(null)} />}
      </OpenedById>
    </>
  );
}

function keyIn<T extends object>(of: T, text: string | null): keyof T | null {
  return text !== null && text in of ? (text as keyof T) : null;
}

function options(all: string, of: Record<string, string>) {
  return [{ value: "", label: all }, ...Object.entries(of).map(([value, label]) => ({ value, label }))];
}
