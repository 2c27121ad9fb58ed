import { Globe } from "lucide-react";
import { useNavigate, useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import type { DomainSetItemFilter, DomainSetItemStatus, DomainSetVia } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { ListCount } from "@/records/list-count.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { accountWords, itemColumns, ItemMenu } from "./item-columns.tsx";
import { DOMAIN_SET_ITEMS, type DomainSet, itemCount, itemPage } from "./queries.ts";
import type { Judging } from "./use-judging.tsx";
import { isAtWork, STATUSES, WAYS } from "./words.ts";

const NOUNS = ["domain", "domains"] as const;

function keyIn<T extends object>(of: T, text: string | null): keyof T | null {
  const key = text?.toUpperCase();
  return key !== undefined && key in of ? (key as keyof T) : null;
}

/** Which filter the address asks for. */
export function itemFilter(params: URLSearchParams): DomainSetItemFilter {
  const status: DomainSetItemStatus | null = keyIn(STATUSES, params.get("status"));
  const via: DomainSetVia | null = keyIn(WAYS, params.get("via"));
  const q = (params.get("q") ?? "").trim();
  return {
    statuses: status === null ? [] : [status],
    via,
    lookalikes: params.get("lookalikes") === "1",
    q: q === "" ? null : q,
  };
}

/** The domains of a set in the order of its file: which account each one is, how it was found, how many contacts it brings. */
export function Items({ set, judging }: { set: DomainSet; judging: Judging | null }) {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const filter = itemFilter(params);
  const list = useRecordList({
    entity: DOMAIN_SET_ITEMS,
    filter: { id: set.id, filter },
    sort: null,
    fetchPage: itemPage,
    fetchCount: itemCount,
    refetchInterval: () => (isAtWork(set) ? 3000 : false),
  });
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const narrowed =
    filter.statuses?.length !== 0 || filter.via !== null || filter.lookalikes === true || filter.q !== null;
  return (
    <>
      <div className="toolbar" role="search" aria-label="Domains to show">
        <QuickFind
          q={params.get("q") ?? ""}
          setQ={(words) => narrow("q", words)}
          placeholder="Start of the domain, or part of the name"
          keys="f"
        />
        <SelectField
          label="Status"
          value={params.get("status") ?? ""}
          options={options("Every status", STATUSES)}
          onChange={(value) => narrow("status", value)}
        />
        <SelectField
          label="How it was matched"
          value={params.get("via") ?? ""}
          options={options("However matched", WAYS)}
          onChange={(value) => narrow("via", value)}
        />
        <SelectField
          label="Spelling"
          value={filter.lookalikes ? "1" : ""}
          options={[
            { value: "", label: "Any spelling" },
            { value: "1", label: "Look-alikes only" },
          ]}
          onChange={(value) => narrow("lookalikes", value)}
        />
        <span className="push max-md:hidden">
          <ListCount total={list.total} nouns={NOUNS} />
        </span>
      </div>
      <DataTable
        id="domain-set-items"
        label="Domains"
        nouns={["domain", "domains"]}
        columns={itemColumns(judging)}
        list={list}
        rowId={(row) => String(row.number)}
        rowName={(row) => row.domain}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => {
          if (row.accountId) void navigate(`/accounts/${row.accountId}`);
          else if (row.status !== "PENDING") judging?.choose(row);
        }}
        phoneRow={(row) => ({
          lead: <Status tone={STATUSES[row.status].tone}>{null}</Status>,
          title: row.domain,
          detail: [STATUSES[row.status].label, accountWords(row)].filter(Boolean).join(", "),
          aside: countOf(row.contacts, "contact", "contacts"),
          acts: judging === null ? null : <ItemMenu item={row} acts={judging} />,
        })}
        empty={
          <Empty
            icon={Globe}
            title={narrowed ? "No domains like this" : "No domains yet"}
            actions={
              narrowed ? (
                <Button onClick={() => setParams({ tab: "domains" }, { replace: true })}>Show all domains</Button>
              ) : undefined
            }
          >
            {narrowed
              ? "Nothing in this set is as you look for it."
              : isAtWork(set)
                ? "They stand here as soon as they are read."
                : "No line of what was taken in names a domain."}
          </Empty>
        }
      />
    </>
  );
}

function options(all: string, of: Record<string, { label: string }>) {
  return [
    { value: "", label: all },
    ...Object.entries(of).map(([value, { label }]) => ({ value: value.toLowerCase(), label })),
  ];
}
