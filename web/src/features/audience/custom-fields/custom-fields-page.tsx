import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ListPlus, Plus } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { usePageActions } from "@/shell/actions.ts";
import { customFieldColumns } from "./columns.tsx";
import { FieldDialog } from "./field-dialog.tsx";
import { archiveCustomField, refreshFields, restoreCustomField } from "./mutations.ts";
import { type CustomField, customFieldsQuery } from "./queries.ts";
import { optionWords, typeLabel } from "./words.ts";

/** The fields this organisation added to contacts and accounts. */
export default function CustomFieldsPage() {
  const [params, setParams] = useSearchParams();
  const entity: Entity = params.get("of") === "accounts" ? "ACCOUNT" : "CONTACT";
  const [editing, setEditing] = useState<CustomField | "new" | null>(null);
  const add = () => setEditing("new");
  usePageActions([
    {
      id: "custom-field-new",
      label: "New custom field",
      icon: Plus,
      group: "On this page",
      keys: "c",
      primary: true,
      run: add,
    },
  ]);
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Custom fields">
      <PageHead title="Custom fields" />
      <Tabs
        label="Whose fields"
        value={entity}
        onChange={(id) => setParams(id === "ACCOUNT" ? { of: "accounts" } : {}, { replace: true })}
        bodyClassName="flex min-h-0 flex-1 flex-col"
        items={[
          { id: "CONTACT", label: "Contacts", content: <FieldList entity="CONTACT" onAdd={add} onEdit={setEditing} /> },
          { id: "ACCOUNT", label: "Accounts", content: <FieldList entity="ACCOUNT" onAdd={add} onEdit={setEditing} /> },
        ]}
      />
      {editing === null ? null : (
        <FieldDialog entity={entity} field={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </section>
  );
}

function FieldList({
  entity,
  onAdd,
  onEdit,
}: {
  entity: Entity;
  onAdd: () => void;
  onEdit: (field: CustomField) => void;
}) {
  const client = useQueryClient();
  const { queryKey, queryFn } = customFieldsQuery(entity);
  const read = () => client.fetchQuery({ queryKey, queryFn, staleTime: 0 });
  const list = useRecordList({
    entity: "custom-fields",
    filter: { entity },
    sort: null,
    // There are two hundred in use at most, which is one page.
    fetchPage: async () => ({
      edges: shown(await read()).map((node) => ({ cursor: node.key, node })),
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
      stale: false,
    }),
    fetchCount: async () => (await read()).filter((field) => !field.archived).length,
  });
  const move = useMutation({
    mutationFn: async ({ field, away }: { field: CustomField; away: boolean }) => {
      const [there, back] = away ? [archiveCustomField, restoreCustomField] : [restoreCustomField, archiveCustomField];
      await there(field);
      return () => back(field);
    },
    onSuccess: async (back, { field, away }) => {
      toastDone(away ? `${field.label} archived. The values stay.` : `${field.label} restored`, async () => {
        await back();
        await refreshFields(client);
      });
      await refreshFields(client);
    },
    onError: (error, { away }) => toastFailed(`Not ${away ? "archived" : "restored"}. ${messageOf(error)}`),
  });
  const nouns: [string, string] = ["custom field", "custom fields"];
  return (
    <DataTable
      id={`custom-fields-${entity.toLowerCase()}`}
      label={`Custom fields of ${entity === "CONTACT" ? "contacts" : "accounts"}`}
      nouns={nouns}
      columns={customFieldColumns({
        onEdit,
        onArchive: (field) => move.mutate({ field, away: true }),
        onRestore: (field) => move.mutate({ field, away: false }),
      })}
      list={list}
      rowId={(row) => row.key}
      rowName={(row) => row.label}
      sort={null}
      onSort={() => {}}
      onOpen={(row) => (row.archived ? undefined : onEdit(row))}
      phoneRow={(row) => ({
        lead: null,
        title: row.label,
        detail: [typeLabel(row.type), optionWords(row.options)].filter(Boolean).join(": "),
        aside: row.archived ? "Archived" : row.required ? "Required" : "",
      })}
      empty={
        <Empty
          icon={ListPlus}
          title={entity === "CONTACT" ? "No custom fields for contacts yet" : "No custom fields for accounts yet"}
          actions={
            <Button variant="primary" icon={Plus} onClick={onAdd}>
              New custom field
            </Button>
          }
        >
          Add what your team keeps and Pivotal does not know: a tier, a renewal date, the size of a fleet. It joins
          forms, lists, filters, imports and exports at once.
        </Empty>
      }
    />
  );
}

/** Those in use first, by name; then the archived ones. */
function shown(fields: readonly CustomField[]): CustomField[] {
  return [...fields.filter((field) => !field.archived), ...fields.filter((field) => field.archived)];
}
