import { ChoiceEditor } from "./value-choice.tsx";
import { DayEditor, DaysEditor } from "./value-days.tsx";
import { ManyEditor } from "./value-many.tsx";
import { MoneyEditor, NumberEditor } from "./value-number.tsx";
import { TextEditor } from "./value-text.tsx";
import { useFilterSetup } from "./setup.ts";
import type { Condition } from "./tree.ts";
import type { FilterField, FilterValue } from "./types.ts";
import { isNumeric, isObject, operatorOf } from "./values.ts";

export interface EditorProps {
  field: FilterField;
  op: string;
  value: FilterValue;
  /** `typing`: more letters are likely to come. */
  onChange: (value: FilterValue, typing?: boolean) => void;
  /** The value is what the person wanted. */
  onDone: () => void;
  label: string;
  autoFocus?: boolean;
}

/** The editor that fits the field and what is asked of it. */
export function ValueEditor({
  condition,
  field,
  onChange,
  onDone,
}: {
  condition: Condition;
  field: FilterField;
  onChange: EditorProps["onChange"];
  onDone: () => void;
}) {
  const { optionsOf } = useFilterSetup();
  const { op, value } = condition;
  const props = { field, op, value, onChange, onDone, label: field.label, autoFocus: true };
  switch (operatorOf(field, op)?.takes) {
    case undefined:
    case "NOTHING":
      return null;
    case "DAYS":
      return <DaysEditor {...props} />;
    case "RANGE":
      return <RangeEditor {...props} />;
    case "MANY":
      return isPicked(field, optionsOf(field) !== null) ? (
        <ChoiceEditor {...props} multiple />
      ) : (
        <ManyEditor {...props} />
      );
    case "ONE":
      return <OneEditor {...props} />;
  }
}

/** Values that are chosen; nobody types an id. */
function isPicked(field: FilterField, hasOptions: boolean): boolean {
  return hasOptions || field.type === "USER" || field.type === "REFERENCE" || field.type === "REFERENCES";
}

function OneEditor(props: EditorProps) {
  const { field, op } = props;
  const { optionsOf } = useFilterSetup();
  if (isPicked(field, optionsOf(field) !== null)) return <ChoiceEditor {...props} multiple={false} />;
  if (field.type === "MONEY") return <MoneyEditor {...props} />;
  if (field.type === "DATE" || field.type === "DATE_TIME") return <DayEditor {...props} />;
  if (isNumeric(field, op)) return <NumberEditor {...props} />;
  return <TextEditor {...props} />;
}

function RangeEditor(props: EditorProps) {
  const { value, onChange } = props;
  const range = isObject(value) ? value : {};
  const end = (name: "from" | "to", label: string) => (
    <div className="field">
      <span className="hint">{label}</span>
      <OneEditor
        {...props}
        label={`${props.label}, ${label.toLowerCase()}`}
        autoFocus={name === "from"}
        value={range[name]}
        onChange={(part, typing) => {
          const { [name]: _, ...rest } = range;
          onChange(part === undefined ? rest : { ...rest, [name]: part }, typing);
        }}
      />
    </div>
  );
  return (
    <div className="flex flex-col gap-2">
      {end("from", "From")}
      {end("to", "To")}
      <span className="hint">Both ends belong to it.</span>
    </div>
  );
}
