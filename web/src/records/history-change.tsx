import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { Badge } from "@/components/badge.tsx";
import { Icon } from "@/components/icon.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { Tooltip } from "@/components/tooltip.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import type { ShownKind } from "./catalogue.ts";
import { valueText } from "./field-value.tsx";
import { valueNameQuery } from "./filter-queries.ts";
import type { Change } from "./history-queries.ts";
import { isReference } from "./named-value.tsx";
import { ruleWords } from "./provenance/words.ts";
import { fromRaw, toRaw } from "./raw-value.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import type { UndoPlan } from "./undo-dialog.tsx";
import { useRecordActions } from "./use-record-actions.ts";

export function UndoButton({ onClick }: { onClick: () => void }) {
  return (
    <Tooltip label="Brings the earlier value back. You see both before anything happens." side="top">
      <button type="button" className="link t-12 ml-auto whitespace-nowrap" onClick={onClick}>
        Undo this change
      </button>
    </Tooltip>
  );
}

/** One field of a change: what it was, what it became, and the way back. */
export function ChangeLine(props: {
  kind: RecordKind;
  record: RecordBase;
  change: Change;
  valueKind: ShownKind;
  blocked: boolean;
  onUndo: (plan: UndoPlan) => void;
  /** Takes the whole event back, when this is all it changed. */
  undoEntry: (() => UndoPlan) | null;
}) {
  const { kind, record, change, valueKind, blocked, onUndo, undoEntry } = props;
  const { save } = useRecordActions(kind);
  const oldText = useValueText(kind, change.field, valueKind, change.old);
  const newText = useValueText(kind, change.field, valueKind, change.new);
  const current = fieldValues(record.fields)[change.field];
  const same = (value: Json | undefined) => toRaw(value) === toRaw(current);
  const write = (value: Json | undefined) =>
    save(record, { [change.field]: fromRaw(toRaw(value)) }, change.label).catch((error: unknown) =>
      toastFailed(`${change.label} not changed. ${messageOf(error)}`),
    );
  // An account is linked, not typed, and a phone comes with its extension: only the event as a whole can be undone.
  const typed = valueKind !== "ref" && valueKind !== "phone";
  const undoField = (): UndoPlan => ({
    lines: [
      { label: change.label, now: same(change.new) ? newText : valueText(valueKind, current ?? null), back: oldText },
    ],
    run: () => write(change.old),
  });
  const mono = valueKind === "email" || valueKind === "phone" || valueKind === "domain" ? "mono" : "";
  if (change.kept) {
    return (
      <li>
        <div className="row">
          <span className="med">{change.label}</span>
          <Badge>Kept</Badge>
          {blocked || same(change.new) ? null : (
            <button type="button" className="link t-12 ml-auto" onClick={() => void write(change.new)}>
              Use instead
            </button>
          )}
        </div>
        <div className="diff">
          <span className={mono}>{oldText}</span>
          <span className="t-3">·</span>
          <del className={mono}>{newText}</del>
        </div>
        {change.rule ? <p className="t-12 t-3 mt-0.5">{ruleWords(change.rule)}</p> : null}
      </li>
    );
  }
  return (
    <li>
      <div className="row">
        <span className="med">{change.label}</span>
        {change.derived ? <Badge>Worked out</Badge> : null}
        {blocked || change.derived || oldText === newText ? null : typed ? (
          same(change.old) ? null : (
            <UndoButton onClick={() => onUndo(undoField())} />
          )
        ) : undoEntry === null ? null : (
          <UndoButton onClick={() => onUndo(undoEntry())} />
        )}
      </div>
      <div className="diff">
        {oldText === "" ? <span className="t-3">empty</span> : <del className={mono}>{oldText}</del>}
        <Icon as={ArrowRight} />
        {newText === "" ? <span className="t-3">empty</span> : <span className={mono}>{newText}</span>}
      </div>
    </li>
  );
}

/** A value in words; of a user or a team that it only holds by id, the name. */
function useValueText(kind: RecordKind, field: string, valueKind: ShownKind, value: Json | undefined): string {
  const text = valueText(valueKind, value ?? null);
  const id = (valueKind === "user" || valueKind === "ref") && isReference(value) ? text : null;
  const name = useQuery({ ...valueNameQuery(kind.entity, field, id ?? ""), enabled: id !== null }).data;
  return id === null ? text : (name ?? "…");
}
