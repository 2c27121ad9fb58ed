import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Notice } from "@/components/notice.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatBytes, formatCount } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { forgetStored, readStored, writeStored } from "@/lib/stored.ts";
import { type FieldDefinition, useCatalogue } from "@/records/catalogue.ts";
import { STEPS } from "./import-state.ts";
import { MapOptions } from "./map-options.tsx";
import { MapRow } from "./map-row.tsx";
import { blockedReason, type Choice, formatWords, initialChoices, takenBy, toInput } from "./mapping.ts";
import { mapAndStart } from "./mutations.ts";
import type { Import } from "./queries.ts";
import "@/components/data-table/table.css";

interface Draft {
  choices: Choice[];
  name: string;
  country: string;
}

/** Second step: where each column goes. What was chosen is kept in the browser until the import starts. */
export function MapStep({ one, mayRun }: { one: Import; mayRun: boolean }) {
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const fields = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const stored = `import-draft.${one.id}`;
  const [draft, setDraft] = useState<Draft>(() => ({
    choices: initialChoices(one),
    name: one.name,
    country: one.defaultCountry ?? "",
    ...readStored<Partial<Draft>>(stored, {}),
  }));
  const change = (patch: Partial<Draft>) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    writeStored(stored, next);
  };
  const { choices } = draft;
  const start = useMutation({
    mutationFn: () =>
      mapAndStart({
        id: one.id,
        name: draft.name.trim() === "" ? one.name : draft.name.trim(),
        defaultCountry: draft.country === "" ? null : draft.country,
        mapping: toInput(choices),
      }),
    onSuccess: () => {
      forgetStored(stored);
      return client.invalidateQueries({ queryKey: ["imports"] });
    },
  });
  const headerOf = (column: number) => one.columns.find((other) => other.index === column)?.header ?? "";
  const mapped = choices.filter((choice) => choice.target !== null).length;
  const rows = one.rowCount;
  return (
    <Wizard
      title="Map columns"
      sub={
        <>
          <span className="mono">{one.fileName}</span>,{" "}
          {rows === null || rows === undefined ? formatBytes(one.fileSize) : countOf(rows, "row", "rows")},{" "}
          {formatWords(one)}
        </>
      }
      steps={STEPS}
      current={1}
      onBack={() => void navigate("/contacts/imports")}
      onNext={() => start.mutate()}
      nextLabel={rows === null || rows === undefined ? "Start import" : `Import ${countOf(rows, "row", "rows")}`}
      nextBusy={start.isPending || start.isSuccess}
      nextDisabledReason={mayRun ? blockedReason(choices) : refusal(me.role, "import files")}
      footNote={`${formatCount(mapped)} of ${countOf(one.columns.length, "column", "columns")} mapped`}
      notice={
        start.isError ? (
          <Notice tone="danger" title="Not started. What you chose is kept.">
            {messageOf(start.error)}
          </Notice>
        ) : null
      }
    >
      <div className="map-columns">
        <section className="scroll" aria-label="Columns of the file">
          <table className="dt map-table">
            <colgroup>
              <col className="c1" />
              <col className="c2" />
              <col className="c3" />
              <col className="c4" />
              <col className="c5" />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Column in file</th>
                <th scope="col">First values</th>
                <th scope="col">
                  <span className="sr">goes to</span>
                </th>
                <th scope="col">Field in Pivotal</th>
                <th scope="col">Confidence</th>
                <th scope="col">Write rule</th>
              </tr>
            </thead>
            <tbody>
              {one.columns.map((column) => {
                const choice = choices.find((other) => other.column === column.index);
                return choice === undefined ? null : (
                  <MapRow
                    key={column.index}
                    column={column}
                    choice={choice}
                    choices={choices}
                    fields={fields}
                    takenBy={(target) => {
                      const other = takenBy(choices, target, column.index);
                      return other === null ? null : headerOf(other);
                    }}
                    onChange={(next) =>
                      change({ choices: choices.map((other) => (other.column === next.column ? next : other)) })
                    }
                  />
                );
              })}
            </tbody>
          </table>
        </section>
        <MapOptions
          one={one}
          choices={choices}
          name={draft.name}
          country={draft.country}
          onName={(name) => change({ name })}
          onCountry={(country) => change({ country })}
        />
      </div>
    </Wizard>
  );
}

const NONE: FieldDefinition[] = [];
