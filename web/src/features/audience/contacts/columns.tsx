import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Badge, Tag } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { countryName, formatAge, formatFull, formatPhone, sentence } from "@/lib/format.ts";
import { fieldValues } from "@/lib/json.ts";
import { choiceLabel } from "@/records/catalogue.ts";
import { CellEditor } from "@/records/cell-editor.tsx";
import { EmailCell } from "@/records/email-cell.tsx";
import { contactKind, contactName } from "@/records/kinds/contact-kind.ts";
import { toRaw } from "@/records/raw-value.ts";
import { restrictionText } from "@/records/restriction.ts";
import type { ContactRow } from "./queries.ts";

type C = Column<ContactRow>;

/** Editable in the row; the editor itself checks the permission. */
const editable = (field: string, mayEdit: boolean): Partial<C> =>
  mayEdit
    ? { editor: (row, close) => <CellEditor kind={contactKind} record={row} field={field} onClose={close} /> }
    : {};

const quiet = (text: string | null | undefined) =>
  text ? <span className="t-2">{text}</span> : <span className="t-3">—</span>;

/** Several words as one: "Hard bounce, Unsubscribed". */
function told(row: ContactRow, key: string): string {
  const value = fieldValues(row.fields)[key];
  return Array.isArray(value) ? value.map((one) => choiceLabel({}, toRaw(one))).join(", ") : "";
}

/** How it stands with the consent for a channel, in words. */
function stands(row: ContactRow, key: string): string {
  const value = fieldValues(row.fields)[key];
  return typeof value === "string" ? sentence(value) : "";
}

/** `mixed`: archived ones stand among the others, so each says that it is one. */
export function contactColumns(mayEdit: boolean, mixed: boolean): C[] {
  return [
    {
      id: "name",
      header: "Name",
      width: 210,
      sortField: "full_name",
      text: contactName,
      cell: (row) => (
        <span className="who">
          <Avatar name={contactName(row)} />
          <span className="clip">{contactName(row)}</span>
          {mixed && row.archived ? <Badge>Archived</Badge> : null}
        </span>
      ),
    },
    {
      id: "title",
      header: "Title",
      width: 180,
      sortField: "job_title",
      lowPriority: true,
      text: (row) => row.jobTitle,
      cell: (row) => quiet(row.jobTitle),
      ...editable("job_title", mayEdit),
    },
    {
      id: "account",
      header: "Account",
      width: 190,
      sortField: "account_name",
      text: (row) => row.accountName,
      cell: (row) =>
        row.accountId && row.accountName ? (
          <span className="row">
            <Avatar name={row.accountName} square />
            <Link to={`/accounts/${row.accountId}`} className="clip hover:underline" tabIndex={-1}>
              {row.accountName}
            </Link>
          </span>
        ) : (
          <span className="t-3">—</span>
        ),
    },
    {
      id: "email",
      header: "Email",
      width: 280,
      grows: true,
      sortField: "email",
      text: (row) => row.email,
      cell: (row) => <EmailCell email={row.email} status={row.emailStatus} aligned />,
      ...editable("email", mayEdit),
    },
    {
      id: "phone",
      field: "direct_phone",
      header: "Direct phone",
      width: 150,
      hidden: true,
      cell: (row) =>
        row.directPhone ? <span className="mono">{formatPhone(row.directPhone)}</span> : <span className="t-3">—</span>,
      ...editable("direct_phone", mayEdit),
    },
    {
      id: "seniority",
      header: "Seniority",
      width: 110,
      sortField: "seniority_level",
      hidden: true,
      cell: (row) => quiet(row.seniorityLevel),
      ...editable("seniority_level", mayEdit),
    },
    {
      id: "department",
      header: "Department",
      width: 130,
      sortField: "department",
      hidden: true,
      cell: (row) => quiet(row.department),
      ...editable("department", mayEdit),
    },
    {
      id: "country",
      header: "Country",
      width: 130,
      sortField: "country",
      lowPriority: true,
      cell: (row) => quiet(row.country ? countryName(row.country) : null),
      ...editable("country", mayEdit),
    },
    {
      id: "city",
      header: "City",
      width: 130,
      hidden: true,
      cell: (row) => quiet(row.city),
      ...editable("city", mayEdit),
    },
    {
      id: "tags",
      header: "Tags",
      width: 160,
      hidden: true,
      text: (row) => row.tags.join(", "),
      cell: (row) => (
        <span className="row gap-1">
          {row.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
      ),
    },
    {
      id: "suppressed",
      header: "Suppressed for",
      width: 150,
      hidden: true,
      text: (row) => told(row, "suppressed"),
      cell: (row) => quiet(told(row, "suppressed")),
    },
    {
      id: "suppression_reasons",
      header: "Suppression reasons",
      width: 200,
      hidden: true,
      text: (row) => told(row, "suppression_reasons"),
      cell: (row) => quiet(told(row, "suppression_reasons")),
    },
    {
      id: "email_consent",
      header: "Email consent",
      width: 150,
      hidden: true,
      text: (row) => stands(row, "email_consent"),
      cell: (row) => quiet(stands(row, "email_consent")),
    },
    {
      id: "phone_consent",
      header: "Phone consent",
      width: 150,
      hidden: true,
      text: (row) => stands(row, "phone_consent"),
      cell: (row) => quiet(stands(row, "phone_consent")),
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
    {
      id: "created",
      header: "Created",
      width: 110,
      sortField: "created_at",
      align: "right",
      hidden: true,
      text: (row) => formatFull(row.createdAt),
      cell: (row) => <span className="t-2">{formatAge(row.createdAt)}</span>,
    },
  ];
}
