import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { Notice } from "@/components/notice.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { forgetStored, readStored, writeStored } from "@/lib/stored.ts";
import { type FieldDefinition, useCatalogue } from "@/records/catalogue.ts";
import { FileWords } from "./file-words.tsx";
import { STEPS } from "./import-state.ts";
import { MapOptions } from "./map-options.tsx";
import { MapRow } from "./map-row.tsx";
import {
  blockedReason,
  type Choice,
  choicesLike,
  draftKey,
  guessed,
  initialChoices,
  type Kind,
  ofKind,
  takenBy,
  takes,
  targetId,
  toInput,
} from "./mapping.ts";
import { MappingUsed, useUsed } from "./mapping-used.tsx";
import { mapAndPreview } from "./mutations.ts";
import { NewFieldDialog, type NewFieldPlan } from "./new-field-dialog.tsx";
import type { Import } from "./queries.ts";
import { type Supplier, supplierOf } from "./supplier.ts";
import "@/components/data-table/table.css";

interface Draft {
  choices: Choice[];
  kind: Kind;
  name: string;
  country: string;
  /** The client whose file it is. */
  supplier: Supplier | null;
  /** Fields made here, by target: they stand out until the import starts. */
  made: string[];
  /** The mapping of the earlier import is not used. */
  anew: boolean;
}

/** Second step: where each column goes. What was chosen is kept in the browser until the import starts. */
export function MapStep({
  one,
  mayRun,
  like,
}: {
  one: Import;
  mayRun: boolean;
  /** An import whose settings are taken. */
  like?: Import;
}) {
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const all = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const mayOverwrite = useMay("RECORDS_BULK");
  const mayDefine = useMay("CUSTOM_FIELDS_DEFINE");
  const [, setParams] = useSearchParams();
  const [making, setMaking] = useState<NewFieldPlan | null>(null);
  const stored = draftKey(one.id);
  const used = useUsed(one, like);
  const asBefore = () => {
    const settings = like ?? (one.state === "UPLOADED" ? one.usedBefore : null) ?? one;
    const choices = like === undefined ? initialChoices(one) : choicesLike(one, like);
    return { choices, kind: settings.kind, country: settings.defaultCountry ?? "", anew: false };
  };
  const asNew = () => ({
    choices: initialChoices({ columns: one.columns.map(guessed), mapping: [] }),
    kind: one.kind,
    country: one.defaultCountry ?? "",
    anew: true,
  });
  const [draft, setDraft] = useState<Draft>(() => ({
    ...asBefore(),
    made: [],
    // Said of each file anew: the next one may be somebody else's.
    supplier: supplierOf(one),
    name: one.name,
    ...readStored<Partial<Draft>>(stored, {}),
  }));
  const change = (patch: Partial<Draft>) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    writeStored(stored, next);
  };
  const { kind } = draft;
  const columns = draft.anew ? one.columns.map(guessed) : one.columns;
  const choices = ofKind(kind, draft.choices);
  const fields = {
    CONTACT: all.CONTACT.filter((field) => takes(kind, { entity: "CONTACT", field: field.key })),
    ACCOUNT: all.ACCOUNT.filter((field) => takes(kind, { entity: "ACCOUNT", field: field.key })),
  };
  const choose = (next: Choice) => draft.choices.map((other) => (other.column === next.column ? next : other));
  const start = useMutation({
    mutationFn: () =>
      mapAndPreview({
        id: one.id,
        kind,
        name: draft.name.trim() === "" ? one.name : draft.name.trim(),
        defaultCountry: draft.country === "" ? null : draft.country,
        suppliedBy: draft.supplier?.id ?? null,
        mapping: toInput(choices),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["imports"] });
      forgetStored(stored);
      setParams({}, { replace: true });
    },
  });
  const usual = new Set(
    (draft.anew
      ? []
      : like === undefined
        ? initialChoices({ ...one, mapping: [] }).filter(({ column }) => usedBefore(one, column))
        : choicesLike(one, like)
    ).flatMap(({ column, target }) => (target === null ? [] : [`${column} ${targetId(target)}`])),
  );
  const headerOf = (column: number) => one.columns.find((other) => other.index === column)?.header ?? "";
  const mapped = choices.filter((choice) => choice.target !== null).length;
  return (
    <Wizard
      title="Map columns"
      sub={<FileWords one={one} />}
      steps={STEPS}
      current={1}
      onBack={() => void navigate("/contacts/imports")}
      onNext={() => start.mutate()}
      nextLabel="Preview all rows"
      nextBusy={start.isPending || start.isSuccess}
      nextDisabledReason={mayRun ? blockedReason(choices, kind) : refusal(me.role, "import files")}
      footNote={`${formatCount(mapped)} of ${countOf(one.columns.length, "column", "columns")} mapped`}
      notice={
        start.isError ? (
          <Notice tone="danger" title="No preview yet. What you chose is kept.">
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
              {columns.map((column) => {
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
                    mayOverwrite={mayOverwrite}
                    isUsual={(target) => usual.has(`${column.index} ${targetId(target)}`)}
                    isMade={(target) => draft.made.includes(targetId(target))}
                    onNewField={mayDefine ? setMaking : null}
                    onChange={(next) => change({ choices: choose(next) })}
                  />
                );
              })}
            </tbody>
          </table>
        </section>
        <MapOptions
          one={one}
          choices={choices}
          kind={kind}
          onKind={(next) => change({ kind: next })}
          used={
            used === null ? null : (
              <MappingUsed
                used={used}
                undone={draft.anew}
                onUndo={() => change(asNew())}
                onUse={() => change(asBefore())}
              />
            )
          }
          name={draft.name}
          country={draft.country}
          supplier={draft.supplier}
          onSupplier={(supplier) => change({ supplier })}
          onName={(name) => change({ name })}
          onCountry={(country) => change({ country })}
        />
      </div>
      {making === null ? null : (
        <NewFieldDialog
          plan={making}
          entities={kind === "BOTH" ? ["CONTACT", "ACCOUNT"] : [kind === "ACCOUNTS" ? "ACCOUNT" : "CONTACT"]}
          onClose={() => setMaking(null)}
          onDone={(target) => {
            const before = choices.find((choice) => choice.column === making.column.index);
            setMaking(null);
            change({
              choices: choose({ column: making.column.index, rule: before?.rule ?? "BY_SOURCE", target }),
              made: [...draft.made, targetId(target)],
            });
          }}
        />
      )}
    </Wizard>
  );
}

const NONE: FieldDefinition[] = [];

const usedBefore = (one: Import, column: number) =>
  one.columns.some((other) => other.index === column && other.usedBefore);
