import { ArrowLeftRight, Check, Ellipsis, X } from "lucide-react";
import { Link } from "react-router";
import { Badge, Status } from "@/components/badge.tsx";
import { IconButton } from "@/components/button.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import { formatCount } from "@/lib/format.ts";
import type { DomainSetItem } from "./queries.ts";
import { confidenceWords, resemblesWords, STATUSES, wayWords } from "./words.ts";

export interface ItemActs {
  confirm: (item: DomainSetItem) => void;
  reject: (item: DomainSetItem) => void;
  choose: (item: DomainSetItem) => void;
}

/** What was mended in a line, or looks like something else. */
export function ItemMarks({ item }: { item: DomainSetItem }) {
  const resembles = resemblesWords(item.resembles);
  return (
    <>
      {item.repaired ? (
        <span title={item.given ? `Read from ${item.given}` : undefined}>
          <Badge tone="info">Repaired</Badge>
        </span>
      ) : null}
      {resembles === null ? null : (
        <span title={resembles}>
          <Badge tone="warning">Look-alike</Badge>
        </span>
      )}
    </>
  );
}

export const accountWords = (item: DomainSetItem): string | null =>
  item.accountId ? (item.account ?? item.accountDomain ?? "An account") : null;

/** `acts`: null where nothing can be said. */
export function itemColumns(acts: ItemActs | null): Column<DomainSetItem>[] {
  const columns: Column<DomainSetItem>[] = [
    {
      id: "domain",
      header: "Domain",
      width: 240,
      text: (row) =>
        [row.domain, row.given ? `the file says ${row.given}` : null, resemblesWords(row.resembles)]
          .filter(Boolean)
          .join(": "),
      cell: (row) => (
        <span className="row">
          <span className="mono med clip">{row.domain}</span>
          <ItemMarks item={row} />
        </span>
      ),
    },
    {
      id: "given",
      header: "In the file",
      width: 180,
      lowPriority: true,
      text: (row) => [row.accountName, row.given].filter(Boolean).join(", "),
      cell: (row) => (
        <span className={`t-2 clip ${row.accountName ? "" : "mono"}`}>{row.accountName ?? row.given ?? "—"}</span>
      ),
    },
    {
      id: "status",
      header: "Status",
      width: 110,
      cell: (row) => <Status tone={STATUSES[row.status].tone}>{STATUSES[row.status].label}</Status>,
    },
    {
      id: "account",
      header: "Account",
      width: 200,
      grows: true,
      text: (row) => [accountWords(row), row.accountDomain].filter(Boolean).join(", "),
      cell: (row) => <AccountCell item={row} />,
    },
    {
      id: "way",
      header: "How",
      width: 180,
      text: wayWords,
      cell: (row) => <span className="t-2 clip">{wayWords(row) || "—"}</span>,
    },
    {
      id: "confidence",
      header: "Confidence",
      width: 96,
      align: "right",
      cell: (row) =>
        typeof row.confidence === "number" ? (
          <span className="num">{confidenceWords(row.confidence)}</span>
        ) : (
          <span className="t-3">—</span>
        ),
    },
    {
      id: "contacts",
      header: "Contacts",
      width: 90,
      align: "right",
      cell: (row) => <span className={row.contacts === 0 ? "t-3" : ""}>{formatCount(row.contacts)}</span>,
    },
    {
      id: "notes",
      header: "Notes",
      width: 180,
      hidden: true,
      text: (row) => row.notes,
      cell: (row) => <span className="t-2 clip">{row.notes ?? "—"}</span>,
    },
    {
      id: "number",
      header: "Row",
      width: 80,
      align: "right",
      hidden: true,
      cell: (row) => <span className="t-2">{formatCount(row.number)}</span>,
    },
  ];
  if (acts === null) return columns;
  return [
    ...columns,
    {
      id: "actions",
      header: "Actions",
      width: 72,
      align: "right",
      cell: (row) => <ItemMenu item={row} acts={acts} />,
    },
  ];
}

function AccountCell({ item }: { item: DomainSetItem }) {
  const words = accountWords(item);
  if (words === null) return <span className="t-3">—</span>;
  return (
    <span className="row">
      <Link className="clip hover:underline" to={`/accounts/${item.accountId ?? ""}`} tabIndex={-1}>
        {words}
      </Link>
      {item.accountStatus === "stub" ? <Badge>Stub</Badge> : null}
      {item.accountStatus === "archived" ? <Badge tone="warning">Archived</Badge> : null}
    </span>
  );
}

/** What can be said of an item, as it stands. */
export function ItemMenu({ item, acts }: { item: DomainSetItem; acts: ItemActs }) {
  if (item.status === "PENDING") return null;
  const name = accountWords(item);
  const entries: MenuEntry[] = [
    ...(item.status === "FUZZY"
      ? [{ label: `It is ${name}`, icon: Check, onSelect: () => acts.confirm(item) } satisfies MenuEntry]
      : []),
    ...(name === null
      ? []
      : [{ label: `It is not ${name}`, icon: X, onSelect: () => acts.reject(item) } satisfies MenuEntry]),
    {
      label: name === null ? "Choose the account" : "Choose another account",
      icon: ArrowLeftRight,
      onSelect: () => acts.choose(item),
    },
  ];
  return (
    <Menu trigger={<IconButton label={`Say what ${item.domain} is`} icon={Ellipsis} noTooltip />} entries={entries} />
  );
}
