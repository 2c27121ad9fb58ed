import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import type { Sort } from "@/components/data-table/types.ts";
import { Dialog } from "@/components/dialog.tsx";
import { Notice } from "@/components/notice.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { startExport } from "@/features/audience/exports/mutations.ts";
import type { ExportFormat, ExportRestricted } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { preference, savePreference } from "@/lib/preferences.ts";
import { useCatalogue } from "./catalogue.ts";
import type { RecordKind } from "./record-kind.ts";
import { restrictedWords } from "./restriction.ts";
import { restrictedCountQuery } from "./restriction-queries.ts";

/** What a sheet of Excel holds beside its headings. */
const SHEET_MAX = 1_048_575;

const FORMATS: { value: ExportFormat; label: string; hint: string }[] = [
  { value: "CSV", label: "CSV", hint: "For every program, and to import again" },
  { value: "XLSX", label: "Excel", hint: "One sheet, up to 1,048,575 rows" },
  { value: "JSON", label: "JSON", hint: "One array, for programs" },
];

const RESTRICTED: { value: ExportRestricted; label: string; hint: string }[] = [
  { value: "LEAVE_OUT", label: "Leave out", hint: "The export says how many were left out" },
  { value: "INCLUDE", label: "Include", hint: "Only to be used for the client that supplied them" },
];

export function ExportDialog({
  kind,
  filter,
  sort,
  shown,
  count,
  selected,
  onClose,
}: {
  kind: RecordKind;
  filter: object;
  sort: Sort | null;
  /** Keys of the columns on the screen. */
  shown: string[];
  count: number | null;
  selected: boolean;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const all = (useCatalogue(kind.entity) ?? []).map((field) => field.key);
  const [format, setFormat] = useState(() => preference<ExportFormat>("export.format", "CSV"));
  const [which, setWhich] = useState<"shown" | "all">("shown");
  const [restricted, setRestricted] = useState<ExportRestricted>("LEAVE_OUT");
  const held = useQuery(restrictedCountQuery(kind.entity, filter)).data ?? 0;
  const start = useMutation({
    mutationFn: () =>
      startExport({
        entity: kind.entity,
        format,
        columns: which === "all" ? all : shown,
        sort,
        restricted,
        ...(kind.entity === "ACCOUNT" ? { accounts: filter } : { contacts: filter }),
      }),
    onSuccess: async () => {
      savePreference("export.format", format);
      onClose();
      // The notice at the foot of the page follows it from here.
      await client.invalidateQueries({ queryKey: ["exports"] });
    },
  });
  // What is left out takes no room.
  const rows = count === null || restricted !== "LEAVE_OUT" ? count : count - held;
  const tooMany = format === "XLSX" && rows !== null && rows > SHEET_MAX;
  return (
    <Dialog open onClose={onClose} title={`Export ${kind.nouns}`} description={whatWords(kind, count, selected)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!tooMany && !start.isPending) start.mutate();
        }}
      >
        <div className="dialog-body flex flex-col gap-5">
          {start.isError ? (
            <Notice tone="danger" title="Not exported">
              {messageOf(start.error)}
            </Notice>
          ) : null}
          <RadioField label="Format" name="format" options={FORMATS} value={format} onChange={setFormat} />
          <RadioField
            label="Columns"
            name="columns"
            value={which}
            onChange={setWhich}
            options={[
              { value: "shown", label: `Those shown in the list (${shown.length})` },
              {
                value: "all",
                label: `All fields (${all.length})`,
                hint: "Also those that are empty everywhere",
              },
            ]}
          />
          {held === 0 ? null : (
            <div className="flex flex-col gap-2" data-testid="restricted-records">
              <Notice tone="warning" title={restrictedWords(held, kind)} />
              <RadioField
                label="Records restricted to a client"
                name="restricted"
                options={RESTRICTED}
                value={restricted}
                onChange={setRestricted}
              />
            </div>
          )}
          <p className="t-12 t-3">
            The file holds the {kind.nouns} as they are at one moment, waits under Exports for seven days, and every
            download is on record.
          </p>
        </div>
        <div className="dialog-foot">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            busy={start.isPending}
            disabledReason={
              tooMany ? "An Excel sheet holds 1,048,575 rows. Choose CSV, or narrow the list." : undefined
            }
          >
            Export
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function whatWords(kind: { noun: string; nouns: string }, count: number | null, selected: boolean): string {
  if (selected) return `The ${countOf(count ?? 0, kind.noun, kind.nouns)} you selected.`;
  if (count === null) return `All ${kind.nouns} of the list as it stands, in its order.`;
  return count === 1
    ? `The one ${kind.noun} of the list as it stands.`
    : `All ${countOf(count, kind.noun, kind.nouns)} of the list as it stands, in its order.`;
}
