import { ExternalLink, Users } from "lucide-react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Badge } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Checkbox } from "@/components/checkbox.tsx";
import { Combobox } from "@/components/combobox.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { Icon } from "@/components/icon.tsx";
import type { DomainSetContactFilter } from "@/gql/graphql.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { choiceLabel, useCatalogue } from "@/records/catalogue.ts";
import { ListCount } from "@/records/list-count.tsx";
import { DOMAIN_SET_CONTACTS, type DomainSet, type DomainSetPerson, personCount, personPage } from "./queries.ts";
import { useAsksForSets } from "./use-asks-for-sets.ts";
import { contactsHref, isAtWork } from "./words.ts";

const NOUNS = ["contact", "contacts"] as const;

/** Which people the address asks for. */
export function peopleFilter(params: URLSearchParams): Required<DomainSetContactFilter> {
  const title = (params.get("title") ?? "").trim();
  return {
    title: title === "" ? null : title,
    seniority: params.getAll("seniority"),
    department: params.getAll("department"),
    withEmail: params.get("email") === "1",
    fuzzy: params.get("fuzzy") === "1",
  };
}

/** The people of a set: contacts of its accounts, and those without an account whose email is at one of its domains. */
export function People({ set }: { set: DomainSet }) {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const filter = peopleFilter(params);
  const asksContacts = useAsksForSets("CONTACT");
  const list = useRecordList({
    entity: DOMAIN_SET_CONTACTS,
    filter: { id: set.id, filter },
    sort: null,
    fetchPage: personPage,
    fetchCount: personCount,
    refetchInterval: () => (isAtWork(set) ? 5000 : false),
  });
  const narrow = (name: string, values: readonly string[]) => {
    const next = new URLSearchParams(params);
    next.delete(name);
    for (const value of values) if (value !== "") next.append(name, value);
    setParams(next, { replace: true });
  };
  const narrowed =
    filter.title !== null || filter.seniority.length > 0 || filter.department.length > 0 || filter.withEmail;
  return (
    <>
      <div className="people-filters" role="search" aria-label="People to show">
        <QuickFind
          q={params.get("title") ?? ""}
          setQ={(words) => narrow("title", [words])}
          placeholder="Part of the job title"
          keys="f"
        />
        <ChoiceFilter
          label="Seniority"
          field="seniority_level"
          placeholder="Every level"
          value={filter.seniority}
          onChange={(values) => narrow("seniority", values)}
        />
        <ChoiceFilter
          label="Department"
          field="department"
          placeholder="Every department"
          value={filter.department}
          onChange={(values) => narrow("department", values)}
        />
        <Ticked
          label="With an email only"
          checked={filter.withEmail}
          onChange={(on) => narrow("email", on ? ["1"] : [])}
        />
        <Ticked
          label="Also of accounts that wait for review"
          checked={filter.fuzzy}
          onChange={(on) => narrow("fuzzy", on ? ["1"] : [])}
        />
        <span className="push row">
          <ListCount total={list.total} nouns={NOUNS} />
          {/* The list of contacts counts what is matched, and nothing that waits. */}
          {asksContacts && !filter.fuzzy ? (
            <Link className="btn" to={contactsHref(set.id, filter)}>
              <Icon as={ExternalLink} />
              Open in contacts
            </Link>
          ) : null}
        </span>
      </div>
      <DataTable
        id="domain-set-people"
        label="People"
        nouns={["contact", "contacts"]}
        columns={COLUMNS}
        list={list}
        rowId={(row) => row.id}
        rowName={nameOf}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/contacts/${row.id}`)}
        phoneRow={(row) => ({
          lead: null,
          title: nameOf(row),
          detail: [row.jobTitle, row.accountName].filter(Boolean).join(", "),
          aside: row.matchedVia === "email" ? "By email" : "",
        })}
        empty={
          <Empty
            icon={Users}
            title={narrowed ? "Nobody like this" : "No people yet"}
            actions={
              narrowed ? (
                <Button onClick={() => setParams({ tab: "people" }, { replace: true })}>Show everybody</Button>
              ) : undefined
            }
          >
            {narrowed
              ? "Nobody in this set is as you look for them."
              : "Contacts of the accounts that are matched stand here, and those without an account whose email is at one of the domains."}
          </Empty>
        }
      />
    </>
  );
}

const nameOf = (row: DomainSetPerson): string => row.fullName ?? row.email ?? "Unnamed contact";

const COLUMNS: Column<DomainSetPerson>[] = [
  {
    id: "name",
    header: "Name",
    width: 200,
    text: nameOf,
    cell: (row) => (
      <Link className="med clip hover:underline" to={`/contacts/${row.id}`} tabIndex={-1}>
        {nameOf(row)}
      </Link>
    ),
  },
  {
    id: "title",
    header: "Job title",
    width: 200,
    grows: true,
    text: (row) => row.jobTitle,
    cell: (row) => words(row.jobTitle),
  },
  { id: "seniority", header: "Seniority", width: 120, cell: (row) => words(row.seniority) },
  { id: "department", header: "Department", width: 140, lowPriority: true, cell: (row) => words(row.department) },
  {
    id: "email",
    header: "Email",
    width: 220,
    text: (row) => row.email,
    cell: (row) => <span className="mono t-2 clip">{row.email ?? "—"}</span>,
  },
  {
    id: "account",
    header: "Account",
    width: 180,
    text: (row) => row.accountName ?? "No account: the email is at one of the domains",
    cell: (row) => (row.matchedVia === "email" ? <Badge>By email</Badge> : words(row.accountName)),
  },
];

function words(text: string | null | undefined) {
  return <span className="t-2 clip">{text ?? "—"}</span>;
}

/** Several values of a field, as the catalogue names them. */
function ChoiceFilter({
  label,
  field,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  field: string;
  placeholder: string;
  value: string[];
  onChange: (values: string[]) => void;
}) {
  const catalogue = useCatalogue("CONTACT");
  const definition = catalogue?.find(({ key }) => key === field);
  return (
    <Combobox
      label={label}
      multiple
      placeholder={placeholder}
      options={(definition?.options ?? []).map((option) => ({
        value: option,
        label: choiceLabel(definition ?? {}, option),
      }))}
      value={value}
      onChange={onChange}
      loading={catalogue === undefined}
    />
  );
}

function Ticked({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <span className="row gap-2">
      <Checkbox label={label} checked={checked} onChange={onChange} />
      <span>{label}</span>
    </span>
  );
}
