import { ArrowRight, ChevronDown, Link2 } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { Tooltip } from "@/components/tooltip.tsx";
import type { Entity } from "@/gql/graphql.ts";
import type { FieldDefinition } from "@/records/catalogue.ts";
import { FieldPicker } from "./field-picker.tsx";
import { type Choice, isMatchKey, RULES, type Target, targetId } from "./mapping.ts";
import type { NewFieldPlan } from "./new-field-dialog.tsx";
import type { Import } from "./queries.ts";
import "@/components/badge.css";
import "@/components/field.css";
import "@/components/progress.css";

type ImportColumn = Import["columns"][number];

/** Below this a suggestion deserves a look. */
export const UNSURE = 0.7;

export function MapRow({
  column,
  choice,
  choices,
  fields,
  takenBy,
  isUsual,
  isMade,
  mayOverwrite,
  onNewField,
  onChange,
}: {
  column: ImportColumn;
  choice: Choice;
  choices: readonly Choice[];
  fields: Record<Entity, readonly FieldDefinition[]>;
  /** Header of the column that fills this field already. */
  takenBy: (target: Target) => string | null;
  /** Where this column went in the import whose settings are taken. */
  isUsual: (target: Target) => boolean;
  /** A field made on this page. */
  isMade: (target: Target) => boolean;
  /** Overwriting what people typed is a change in bulk. */
  mayOverwrite: boolean;
  /** Null where one may not be made. */
  onNewField: ((plan: NewFieldPlan) => void) | null;
  onChange: (choice: Choice) => void;
}) {
  const { target } = choice;
  return (
    <tr data-column={column.header}>
      <th scope="row" className="med" title={column.header}>
        {column.header}
      </th>
      <Samples values={column.samples} />
      <td className="arrow">
        <Icon as={ArrowRight} size="sm" />
      </td>
      <td className="open">
        <FieldPicker
          column={column}
          target={target}
          fields={fields}
          takenBy={takenBy}
          isMade={isMade}
          onNewField={onNewField}
          onPick={(next) => onChange({ ...choice, target: next })}
        />
      </td>
      <td>
        <Confidence
          column={column}
          target={target}
          made={target !== null && isMade(target)}
          usual={target !== null && isUsual(target)}
        />
      </td>
      <td className="open">
        {target === null ? null : isMatchKey(choices, target) ? (
          <Tooltip label="Contacts and accounts are found again by this value, so it is never overwritten.">
            <span className="badge primary ml-2.5" tabIndex={-1}>
              <Icon as={Link2} />
              Match key
            </span>
          </Tooltip>
        ) : (
          <span className="input quiet">
            <select
              aria-label={`Write rule of ${column.header}`}
              title={RULES.find((rule) => rule.value === choice.rule)?.meaning}
              value={choice.rule}
              onChange={(event) => {
                const rule = RULES.find((other) => other.value === event.target.value);
                if (rule !== undefined) onChange({ ...choice, rule: rule.value });
              }}
            >
              {RULES.map((rule) => (
                <option
                  key={rule.value}
                  value={rule.value}
                  disabled={rule.value === "OVERWRITE" && !mayOverwrite && choice.rule !== "OVERWRITE"}
                >
                  {rule.label}
                  {rule.value === "OVERWRITE" && !mayOverwrite ? " (not your role)" : ""}
                </option>
              ))}
            </select>
            <Icon as={ChevronDown} />
          </span>
        )}
      </td>
    </tr>
  );
}

/** The first value, and under it what else stands in the first rows: one value alone misleads. */
function Samples({ values }: { values: readonly string[] }) {
  const [first, ...rest] = [...new Set(values)];
  return (
    <td className="mono t-2 samples" title={values.join("\n")}>
      {first ?? <span className="t-3">empty</span>}
      {rest.length === 0 ? null : <span className="t-3 clip">{rest.slice(0, 3).join(", ")}</span>}
    </td>
  );
}

/** How sure the suggestion is; once a person has chosen, that is said instead. */
function Confidence({
  column,
  target,
  made,
  usual,
}: {
  column: ImportColumn;
  target: Target | null;
  made: boolean;
  usual: boolean;
}) {
  if (target === null) return <span className="t-3">Skipped</span>;
  if (made) return <span className="t-3">Created here</span>;
  if (usual) return <span className="t-2">Used before</span>;
  const { suggestedEntity: entity, suggestedField: field } = column;
  const suggested = entity && field ? targetId({ entity, field }) : null;
  if (suggested !== targetId(target)) {
    return <span className="t-3">Your choice</span>;
  }
  const percent = Math.round(column.confidence * 100);
  return (
    <span
      className="row"
      title={column.confidence < UNSURE ? "Look at this one: the header or its values fit less well." : undefined}
    >
      <span className="bar w-11" aria-hidden="true">
        <span
          className={`part ${column.confidence < UNSURE ? "warning" : "neutral"}`}
          style={{ width: `${percent}%` }}
        />
      </span>
      <span className={`num ${column.confidence < UNSURE ? "c-warning" : "t-2"}`}>{percent}%</span>
    </span>
  );
}
