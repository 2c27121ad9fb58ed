import { LayoutTemplate, Plus } from "lucide-react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { Icon } from "@/components/icon.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { EmailTemplatesFilter } from "@/gql/graphql.ts";
import { formatAge } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { EmailTabs } from "@/records/email-tabs.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { TEMPLATE_COLUMNS } from "./columns.tsx";
import { CreateDialog } from "./create-dialog.tsx";
import { type Status, templateCount, templatePage, TEMPLATES } from "./queries.ts";
import { STATUS, templatePath, versionWords } from "./words.ts";

const ARCHIVED = "archived";
const STATES = [
  { value: "", label: "In use" },
  ...Object.entries(STATUS).map(([value, { label }]) => ({ value, label })),
  { value: ARCHIVED, label: "Archived" },
];

/** What emails say, from the first draft to the version that may be sent. */
export default function TemplatesPage() {
  const mayEdit = useMay("TEMPLATES_EDIT");
  const navigate = useNavigate();
  const state = useListState();
  const q = state.q.trim();
  const standing = state.filter("state")[0] ?? "";
  const filter: EmailTemplatesFilter = {
    archived: standing === ARCHIVED,
    ...(standing in STATUS ? { status: standing as Status } : {}),
    ...(q === "" ? {} : { q }),
  };
  const list = useRecordList({
    entity: TEMPLATES,
    filter,
    sort: state.sort,
    fetchPage: templatePage,
    fetchCount: templateCount,
  });
  const add = () => state.setCreating(true);
  usePageActions(
    mayEdit
      ? [
          {
            id: "template-new",
            label: "New email template",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: add,
          },
        ]
      : [],
  );
  const narrowed = q !== "" || standing !== "";
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Email templates">
      <PageHead title="Email templates" count={list.total} />
      <EmailTabs />
      <div className="row flex-wrap px-5 py-2" role="group" aria-label="Show">
        <QuickFind q={state.q} setQ={state.setQ} placeholder="Find by name or subject" keys="f" />
        <SelectField
          label="State"
          value={STATES.some(({ value }) => value === standing) ? standing : ""}
          options={STATES}
          onChange={(value) => state.setFilter("state", value === "" ? [] : [value])}
        />
      </div>
      <DataTable
        id="email-templates"
        label="Email templates"
        nouns={["template", "templates"]}
        columns={TEMPLATE_COLUMNS}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={state.sort}
        onSort={state.setSort}
        onOpen={(row) => void navigate(templatePath(row.id))}
        phoneRow={(row) => ({
          lead: <Icon as={LayoutTemplate} />,
          title: row.name,
          detail: `${row.archived ? "Archived" : STATUS[row.status].label}. Version: ${versionWords(row)}`,
          aside: formatAge(row.updatedAt),
        })}
        empty={
          <Empty
            icon={LayoutTemplate}
            title={narrowed ? "No template like this" : "No email templates yet"}
            actions={
              narrowed ? (
                <Button onClick={() => state.clearFilters(["state"])}>Show all in use</Button>
              ) : mayEdit ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  New email template
                </Button>
              ) : undefined
            }
          >
            {narrowed
              ? "Look for fewer letters, or choose another state."
              : "A template is what an email says. Somebody writes it, somebody else approves it, then campaigns send it."}
          </Empty>
        }
      />
      {state.creating && mayEdit ? (
        <CreateDialog
          onClose={() => state.setCreating(false)}
          onMade={(id) => {
            if (id === undefined) state.setCreating(false);
            else void navigate(templatePath(id));
          }}
        />
      ) : null}
    </section>
  );
}
