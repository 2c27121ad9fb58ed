import { useQuery } from "@tanstack/react-query";
import { Ban, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { SuppressionFilter } from "@/gql/graphql.ts";
import { formatAge, formatDay } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { FileButton } from "@/records/file-button.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { AddDialog } from "./add-dialog.tsx";
import { suppressionColumns } from "./columns.tsx";
import { FileDialog } from "./file-dialog.tsx";
import { exportList } from "./files.ts";
import { registerFilesQuery, suppressionCheckQuery, suppressionCount, suppressionPage } from "./queries.ts";
import { useFileRead } from "./use-file-read.ts";
import { fileWords, KINDS, REASONS, reachWords, STANDINGS, staleRegisters } from "./words.ts";

const REACHES = { GLOBAL: "Everywhere", CLIENT: "For one client", CAMPAIGN: "In one campaign", BRAND: "For one brand" };

/** Who must not be contacted, why and since when: looked up, added, released. */
export default function SuppressionsPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const state = useListState();
  const mayAdd = useMay("SUPPRESSIONS_ADD");
  const kind = keyIn(KINDS, params.get("kind"));
  const reason = keyIn(REASONS, params.get("reason"));
  const standing = keyIn(STANDINGS, params.get("state") ?? "ACTIVE");
  const reach = keyIn(REACHES, params.get("where"));
  const q = state.q.trim();
  const check = useQuery({ ...suppressionCheckQuery(q), enabled: q !== "" });
  // What is a whole key is looked for by it, also of erased people; else, or where keys of another kind are asked for, it is
  // what a value begins with.
  const whole = check.data !== undefined && (kind === null || kind === check.data.kind);
  const clientId = params.get("client");
  const filter: SuppressionFilter = {
    clientId,
    kind,
    reason,
    standing,
    reach,
    value: whole ? q : null,
    begins: check.isError || (check.data !== undefined && !whole) ? q : null,
  };
  const list = useRecordList({
    entity: "suppressions",
    filter,
    sort: null,
    fetchPage: suppressionPage,
    fetchCount: suppressionCount,
    enabled: q === "" || !check.isPending,
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const add = () => state.setCreating(true);
  const [uploading, setUploading] = useState(false);
  const [read, setRead] = useState<string | null>(null);
  useFileRead(read);
  usePageActions(
    mayAdd
      ? [
          {
            id: "suppression-new",
            label: "Suppress",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: add,
          },
        ]
      : [],
  );
  const narrowed =
    clientId !== null || q !== "" || kind !== null || reason !== null || reach !== null || standing !== "ACTIVE";
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Suppression Management">
      <PageHead
        title="Suppression Management"
        count={list.total}
        actions={
          <>
            <FileButton label="Export" failed="Not exported" save={() => exportList(filter)} />
            {mayAdd ? (
              <Button icon={Upload} onClick={() => setUploading(true)}>
                Upload a file
              </Button>
            ) : null}
          </>
        }
      />
      <div className="row flex-wrap px-5 pb-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Email, number or domain" keys="f" />
        <SelectField
          label="Kind"
          value={kind ?? ""}
          options={options("Every kind", KINDS)}
          onChange={(value) => set("kind", value)}
        />
        <SelectField
          label="Reason"
          value={reason ?? ""}
          options={options("Every reason", REASONS)}
          onChange={(value) => set("reason", value)}
        />
        <SelectField
          label="Where"
          value={reach ?? ""}
          options={options("Everywhere and for clients", REACHES)}
          onChange={(value) => set("where", value)}
        />
        <SelectField
          label="State"
          value={standing ?? "ALL"}
          options={[
            ...Object.entries(STANDINGS).map(([value, { label }]) => ({ value, label })),
            { value: "ALL", label: "All" },
          ]}
          onChange={(value) => set("state", value === "ACTIVE" ? "" : value)}
        />
      </div>
      {clientId === null ? null : (
        <div className="px-5 pb-2">
          <Notice
            title="Only those in the work for one client"
            action={
              <Button small onClick={() => set("client", "")}>
                Show all
              </Button>
            }
          />
        </div>
      )}
      <StaleRegisters />
      {q === "" ? null : <CheckNotice check={check} />}
      <DataTable
        id="suppressions"
        label="Suppressions"
        nouns={["suppression", "suppressions"]}
        columns={suppressionColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.label}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/suppressions/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Status tone={STANDINGS[row.standing].tone}>{null}</Status>,
          title: row.label,
          detail: `${STANDINGS[row.standing].label}. ${row.reasonLabel}. ${reachWords(row)}`,
          aside: formatAge(row.since),
        })}
        empty={
          <Empty
            icon={Ban}
            title={narrowed ? "None like this" : "Nobody is suppressed"}
            actions={
              mayAdd ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  Suppress
                </Button>
              ) : undefined
            }
          >
            Whoever unsubscribes, complains or asks not to be called stands here, and is not contacted from that moment
            on.
          </Empty>
        }
      />
      {uploading ? <FileDialog onBegun={setRead} onClose={() => setUploading(false)} /> : null}
      {mayAdd && state.creating ? <AddDialog onClose={() => state.setCreating(false)} /> : null}
    </section>
  );
}

/** Nobody may call by an old register, so the page says which it is. */
function StaleRegisters() {
  const { data = [] } = useQuery(registerFilesQuery);
  return staleRegisters(data).map((file) => (
    <div key={file.id} className="px-5 pb-2">
      <Notice tone="warning" title={fileWords(file)}>
        Calling by a register older than 31 days is not allowed. Fetch it anew and upload it.{" "}
        <Link className="link" to="/compliance/registers">
          All do-not-call files
        </Link>
      </Notice>
    </div>
  ));
}

/** What a send would be told of a whole key at this moment. */
function CheckNotice({ check }: { check: ReturnType<typeof useQuery<CheckData>> }) {
  if (check.data === undefined) return null;
  const { value, suppressed, because } = check.data;
  const words = because.map(({ reasonLabel, since }) => `${reasonLabel}, since ${formatDay(since)}`).join("; ");
  return (
    <div className="px-5 pb-2">
      <Notice
        tone={suppressed ? "danger" : "success"}
        title={suppressed ? `${value} is suppressed` : `No suppression of ${value} holds everywhere`}
      >
        {suppressed ? words : undefined}
      </Notice>
    </div>
  );
}

interface CheckData {
  kind: keyof typeof KINDS;
  value: string;
  suppressed: boolean;
  because: { suppressionId: string; reasonLabel: string; since: string }[];
}

function keyIn<T extends object>(of: T, text: string | null): keyof T | null {
  return text !== null && text in of ? (text as keyof T) : null;
}

function options(all: string, of: Record<string, string>) {
  return [{ value: "", label: all }, ...Object.entries(of).map(([value, label]) => ({ value, label }))];
}
