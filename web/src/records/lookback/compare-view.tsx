import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { formatMoment } from "@/lib/format.ts";
import { type FieldDefinition, useCatalogue } from "../catalogue.ts";
import { fieldText } from "../field-value.tsx";
import { isMachineForm } from "../named-value.tsx";
import type { RecordBase, RecordKind } from "../record-kind.ts";
import type { Moment } from "./moment.ts";
import { type ComparedField, comparedQuery } from "./queries.ts";

/** Two moments side by side: every field that differs with both values, and the rest when asked for. */
export function CompareView({
  kind,
  record,
  from,
  to,
}: {
  kind: RecordKind;
  record: RecordBase;
  from: Moment;
  to: Moment | null;
}) {
  const query = useQuery(comparedQuery(kind, record.id, from, to));
  const catalogue = useCatalogue(kind.entity) ?? [];
  const [all, setAll] = useState(false);
  if (query.isPending) return <Skeleton width="60%" />;
  if (query.isError) {
    return <LoadError what="The comparison" error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === null) return <p className="t-2">Nothing can be shown of this {kind.noun}.</p>;
  const compared = query.data;
  const order = new Map(catalogue.map((field, index) => [field.key, index]));
  const fields = compared.fields
    .filter((field) => !isMachineForm(field.field) && (all || field.changed))
    .toSorted((a, b) => (order.get(a.field) ?? order.size) - (order.get(b.field) ?? order.size));
  const definitions = new Map(catalogue.map((field) => [field.key, field]));
  return (
    <section className="card" aria-label="Comparison">
      <div className="card-head">
        <h2>What differs</h2>
        <Button small variant="quiet" className="ml-auto" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? "Hide what is the same" : "Show what is the same"}
        </Button>
      </div>
      {fields.length === 0 ? (
        <p className="t-2 card-body">Nothing differs between the two moments.</p>
      ) : (
        <div className="overflow-auto">
          <table className="compare">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">{heading(compared.from.at, from)}</th>
                <th scope="col">{to === null ? "Now" : heading(compared.to.at, to)}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field.field} className={field.changed ? "differs" : ""}>
                  <th scope="row">{field.label}</th>
                  <td>{side(field, definitions.get(field.field), "from")}</td>
                  <td>{side(field, definitions.get(field.field), "to")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function heading(at: string | null | undefined, moment: Moment): string {
  if ("at" in moment) return formatMoment(moment.at);
  return at ? formatMoment(at) : "Before it was there";
}

function side(field: ComparedField, definition: FieldDefinition | undefined, which: "from" | "to") {
  const [value, text] = which === "from" ? [field.from, field.fromText] : [field.to, field.toText];
  const shown = text ?? fieldText(definition ?? { kind: "text" }, value ?? null);
  return shown === "" ? <span className="t-3">empty</span> : shown;
}
