import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Badge, Tag } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { countryName, formatAge, formatCount, formatFull, formatPhone } from "@/lib/format.ts";
import { CellEditor } from "@/records/cell-editor.tsx";
import { accountKind, accountName } from "@/records/kinds/account-kind.ts";
import { restrictionText } from "@/records/restriction.ts";
import type { AccountRow } from "./queries.ts";

type A = Column<AccountRow>;

const editable = (field: string, mayEdit: boolean): Partial<A> =>
  mayEdit
    ? { editor: (row, close) => <CellEditor kind={accountKind} record={row} field={field} onClose={close} /> }
    : {};

const quiet = (text: string | null | undefined) =>
  text ? <span className="t-2">{text}</span> : <span className="t-3">—</span>;

/** `mixed`: archived ones stand among the others, so each says that it is one. */
export function accountColumns(mayEdit: boolean, mixed: boolean): A[] {
  return [
    {
      id: "name",
      header: "Name",
      width: 230,
      grows: true,
      sortField: "name",
      text: accountName,
      cell: (row) => (
        <span className="who">
          <Avatar name={accountName(row)} square />
          <span className="clip">{accountName(row)}</span>
          {mixed && row.archived ? <Badge>Archived</Badge> : null}
        </span>
      ),
    },
    {
      id: "domain",
      header: "Domain",
      width: 210,
      sortField: "domain",
      text: (row) => row.domain,
      cell: (row) => (row.domain ? <span className="mono">{row.domain}</span> : <span className="t-3">—</span>),
      ...editable("domain", mayEdit),
    },
    {
      id: "industry",
      header: "Industry",
      width: 150,
      sortField: "industry",
      lowPriority: true,
      cell: (row) => quiet(row.industry),
      ...editable("industry", mayEdit),
    },
    {
      id: "size",
      header: "Company size",
      width: 130,
      sortField: "employees_size_range",
      lowPriority: true,
      cell: (row) => quiet(row.employeesSizeRange),
      ...editable("employees_size_range", mayEdit),
    },
    {
      id: "country",
      header: "Country",
      width: 140,
      sortField: "hq_country",
      cell: (row) => quiet(row.hqCountry ? countryName(row.hqCountry) : null),
      ...editable("hq_country", mayEdit),
    },
    {
      id: "contacts",
      field: "contact_count",
      header: "Contacts",
      width: 100,
      align: "right",
      cell: (row) => (
        <Link to={`/contacts?account=${row.id}`} className="hover:underline" tabIndex={-1}>
          {formatCount(row.contactCount)}
        </Link>
      ),
    },
    {
      id: "phone",
      field: "main_phone",
      header: "Main phone",
      width: 150,
      hidden: true,
      cell: (row) =>
        row.mainPhone ? <span className="mono">{formatPhone(row.mainPhone)}</span> : <span className="t-3">—</span>,
      ...editable("main_phone", mayEdit),
    },
    {
      id: "city",
      field: "hq_city",
      header: "City",
      width: 130,
      hidden: true,
      cell: (row) => quiet(row.hqCity),
      ...editable("hq_city", mayEdit),
    },
    {
      id: "tags",
      header: "Tags",
      width: 160,
      hidden: true,
      cell: (row) => (
        <span className="row gap-1">
          {row.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
      ),
    },
    {
      id: "owner",
      header: "Owner",
      width: 150,
      hidden: true,
      cell: (row) => quiet(row.ownerName),
      ...editable("owner", mayEdit),
    },
    {
      id: "client_restriction",
      header: "Only for client",
      width: 160,
      hidden: true,
      text: restrictionText,
      cell: (row) => quiet(restrictionText(row)),
    },
    {
      id: "updated",
      header: "Updated",
      width: 110,
      sortField: "updated_at",
      align: "right",
      lowPriority: true,
      text: (row) => formatFull(row.updatedAt),
      cell: (row) => <span className="t-2">{formatAge(row.updatedAt)}</span>,
    },
  ];
}
