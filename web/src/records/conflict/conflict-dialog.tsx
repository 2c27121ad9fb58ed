import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { countOf } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { useCatalogue } from "../catalogue.ts";
import { fieldText } from "../field-value.tsx";
import { isReference } from "../named-value.tsx";
import { OriginLine } from "../provenance/origin-line.tsx";
import { provenanceQuery } from "../provenance/queries.ts";
import { isEmpty } from "../raw-value.ts";
import { type Collision, type NamedSides, type Side, useConflict } from "./conflicts.ts";
import "@/components/field.css";
import "./conflict.css";

const SIDES: { id: Side; label: string }[] = [
  { id: "mine", label: "Yours" },
  { id: "current", label: "Theirs, as it is now" },
  { id: "original", label: "As it was before both" },
];

/** Shown over whatever page the edit was made on, when somebody else saved the same field first. */
export default function ConflictDialog() {
  const asked = useConflict((state) => state.asked);
  return asked === null ? null : <Asked key={asked.record.id} {...asked} />;
}

function Asked({
  kind,
  record,
  collisions,
  names,
  answer,
}: NonNullable<ReturnType<typeof useConflict.getState>["asked"]>) {
  const catalogue = useCatalogue(kind.entity) ?? [];
  const origins = useQuery(provenanceQuery(kind, record.id)).data?.fields;
  // Theirs is in the history whatever is chosen; what was typed here would be gone.
  const [choice, setChoice] = useState<Record<string, Side>>(() =>
    Object.fromEntries(collisions.map(({ field }) => [field, "mine"])),
  );
  const many = collisions.length > 1;
  return (
    <Dialog
      open
      onClose={() => answer(null)}
      title={
        many
          ? `Somebody else changed ${countOf(collisions.length, "field", "fields")} too`
          : "Somebody else changed this too"
      }
      description="Nothing of yours is saved yet. Choose which value stands; the history keeps every value that was saved."
      width={560}
    >
      <FormShell
        onSubmit={() => answer(choice)}
        loading={false}
        submitError={null}
        submitLabel={
          many
            ? "Save these choices"
            : choice[collisions[0]?.field ?? ""] === "current"
              ? "Keep theirs"
              : "Save this value"
        }
        onCancel={() => answer(null)}
      >
        {collisions.map((collision) => {
          const definition = catalogue.find((field) => field.key === collision.field);
          return (
            <OneField
              key={collision.field}
              label={definition?.label ?? collision.field}
              collision={collision}
              names={names[collision.field] ?? {}}
              text={(value) => fieldText(definition ?? { kind: "text" }, value)}
              origin={origins?.find(({ field }) => field === collision.field)?.current?.origin}
              value={choice[collision.field] ?? "mine"}
              onChange={(side) => setChoice({ ...choice, [collision.field]: side })}
            />
          );
        })}
      </FormShell>
    </Dialog>
  );
}

function OneField({
  label,
  collision,
  names,
  text,
  origin,
  value,
  onChange,
}: {
  label: string;
  collision: Collision;
  names: NamedSides;
  text: (value: Json) => string;
  origin: Parameters<typeof OriginLine>[0]["origin"] | undefined;
  value: Side;
  onChange: (side: Side) => void;
}) {
  const group = useId();
  const said = (side: Side) => {
    const plain = collision[side];
    // An id says nothing.
    return names[side] ?? (isReference(plain) ? "another" : text(plain));
  };
  return (
    <fieldset className="field">
      <legend className="legend">{label}</legend>
      <div className="conflict-sides">
        {SIDES.map(({ id, label: side }) => (
          <label key={id} className={`conflict-side ${value === id ? "on" : ""}`}>
            <input
              type="radio"
              className="sr"
              name={group}
              value={id}
              checked={value === id}
              onChange={() => onChange(id)}
              autoFocus={value === id}
            />
            <span className={`radio ${value === id ? "on" : ""}`} aria-hidden="true" />
            <span className="min-w-0">
              <span className="t-12 t-3 block">{side}</span>
              <span className="med conflict-value">
                {isEmpty(collision[id]) ? <span className="t-3">empty</span> : said(id)}
              </span>
              {id === "current" && origin !== undefined ? <OriginLine origin={origin} /> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
