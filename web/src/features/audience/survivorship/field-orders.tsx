import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/button.tsx";
import { Combobox } from "@/components/combobox.tsx";
import type { Entity, SurvivorshipSource } from "@/gql/graphql.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { type FieldOrder, type Order, orderWords } from "./order.ts";
import { OrderEditor } from "./order-editor.tsx";

/** Fields whose sources count in an order of their own. */
export function FieldOrders({
  entity,
  fields,
  everywhere,
  labels,
  onChange,
}: {
  entity: Entity;
  fields: readonly FieldOrder[];
  everywhere: Order;
  labels: ReadonlyMap<SurvivorshipSource, string>;
  onChange: (fields: FieldOrder[]) => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const catalogue = useCatalogue(entity) ?? [];
  const free = catalogue.filter((one) => one.writable && !fields.some((other) => other.field === one.key));
  const add = (key: string | undefined) => {
    const field = free.find((one) => one.key === key);
    if (field === undefined) return;
    onChange([...fields, { field: field.key, label: field.label, order: everywhere }]);
    setOpen(field.key);
  };
  return (
    <>
      {fields.length === 0 ? <p className="t-2 mb-3">Every field follows the order above.</p> : null}
      <ul className="field-orders">
        {fields.map((one) => (
          <li key={one.field}>
            <div className="row">
              <span className="grow">
                <span className="med">{one.label}</span> <span className="t-3">{orderWords(one.order, labels)}</span>
              </span>
              <IconButton
                label={open === one.field ? `Close ${one.label}` : `Change ${one.label}`}
                icon={Pencil}
                aria-expanded={open === one.field}
                onClick={() => setOpen(open === one.field ? null : one.field)}
              />
              <IconButton
                label={`Let ${one.label} follow the order above`}
                icon={Trash2}
                onClick={() => onChange(fields.filter((other) => other !== one))}
              />
            </div>
            {open === one.field ? (
              <OrderEditor
                order={one.order}
                labels={labels}
                name={one.label}
                onChange={(order) => onChange(fields.map((other) => (other === one ? { ...one, order } : other)))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <div className="field-orders-add">
        <Combobox
          label="Give a field an order of its own"
          placeholder="Choose a field"
          options={free.map((one) => ({ value: one.key, label: one.label }))}
          value={[]}
          onChange={([key]) => add(key)}
        />
      </div>
    </>
  );
}
