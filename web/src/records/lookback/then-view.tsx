import { useState } from "react";
import { Badge } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { useCatalogue } from "../catalogue.ts";
import { FieldValue, fieldText } from "../field-value.tsx";
import { useReadOnlyReason } from "../overview.tsx";
import { Refusal } from "../provenance/field-origins.tsx";
import type { RecordBase, RecordKind } from "../record-kind.ts";
import { useRecordActions } from "../use-record-actions.ts";
import type { Moment } from "./moment.ts";
import type { NowField, ThenField } from "./queries.ts";
import { type ThenLine, thenLines } from "./then-fields.ts";

/** Every field as it was. What holds another value now is marked, says which, and can come back. */
export function ThenView({
  kind,
  record,
  moment,
  then,
  now,
}: {
  kind: RecordKind;
  record: RecordBase;
  moment: Moment;
  then: readonly ThenField[];
  now: readonly NowField[];
}) {
  const catalogue = useCatalogue(kind.entity) ?? [];
  const blocked = useReadOnlyReason(kind, record);
  const { restoreValues } = useRecordActions(kind);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const groups = thenLines(catalogue, then, now);
  const restorable = groups
    .flatMap(([, fields]) => fields)
    .filter((field) => field.line.now !== undefined && comesBack(field.line))
    .map((field) => field.key);
  const bringBack = async (fields: string[], what: string) => {
    setBusy(true);
    setRefused(null);
    try {
      await restoreValues(record, fields, moment, what);
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      {restorable.length > 1 && blocked === undefined ? (
        <Button
          small
          className="self-start"
          busy={busy}
          onClick={() => void bringBack(restorable, `${restorable.length} fields`)}
        >
          Bring all {restorable.length} marked values back
        </Button>
      ) : null}
      {refused === null ? null : <Refusal error={refused} path={kind.path} />}
      {groups.map(([group, fields]) => (
        <section key={group} className="card p-4" aria-label={group}>
          <h2 className="t-13 semi mb-2">{group}</h2>
          <dl className="fields then-fields">
            {fields.map((field) => (
              <Line
                key={field.key}
                line={field.line}
                onBringBack={
                  blocked === undefined && comesBack(field.line)
                    ? () => void bringBack([field.key], field.label)
                    : undefined
                }
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** What is worked out follows from what it is worked out of. */
function comesBack({ definition }: ThenLine): boolean {
  return definition.writable || definition.key === "account";
}

function Line({ line, onBringBack }: { line: ThenLine; onBringBack: (() => void) | undefined }) {
  const { definition, then, now } = line;
  return (
    <>
      <dt>{definition.label}</dt>
      <dd className={now === undefined ? "" : "differs"}>
        <span className="then-value">
          {then === undefined ? (
            <span className="t-3">empty</span>
          ) : (
            (then.text ?? <FieldValue definition={definition} value={then.value} />)
          )}
        </span>
        {now === undefined ? null : (
          <span className="then-now">
            <Badge tone="warning">Now</Badge>
            <span className="min-w-0">{now.toText ?? (fieldText(definition, now.to ?? null) || "empty")}</span>
            {onBringBack === undefined ? null : (
              <button
                type="button"
                className="link t-12 whitespace-nowrap"
                aria-label={`Bring ${definition.label} back`}
                onClick={onBringBack}
              >
                Bring back
              </button>
            )}
          </span>
        )}
      </dd>
    </>
  );
}
