import { ChevronDown } from "lucide-react";
import { Icon } from "../icon.tsx";
import { useFilterSetup } from "./setup.ts";
import { type Condition, replace } from "./tree.ts";
import { ValueEditor } from "./value-editor.tsx";
import { operatorOf, withOperator } from "./values.ts";
import "../field.css";

/** What is asked of the field, and by which value; every change counts at once. */
export function ConditionEditor({ condition, onDone }: { condition: Condition; onDone: () => void }) {
  const { draft, fieldOf } = useFilterSetup();
  const field = fieldOf(condition.field);
  const mistakes = draft.mistakes.get(condition.id);
  if (field === undefined) {
    return (
      <p className="fb-note c-danger">{mistakes?.join(" ") ?? `There is no field ${condition.field} any more.`}</p>
    );
  }
  const takes = operatorOf(field, condition.op)?.takes;
  const change = (next: Condition, typing = false) =>
    draft.change((root) => replace(root, condition.id, () => next), typing);
  const listed = takes === "MANY" || (takes === "ONE" && isListed(field.type));
  return (
    <>
      <div className="fb-ask">
        <span className="med clip">{field.label}</span>
        <span className="input quiet">
          <select
            aria-label={`How ${field.label} is compared`}
            value={condition.op}
            autoFocus={takes === "NOTHING"}
            onChange={(event) => change(withOperator(condition, field, event.target.value))}
            onKeyDown={(event) => {
              if (event.key === "Enter" && takes === "NOTHING") onDone();
            }}
          >
            {field.operators.map((operator) => (
              <option key={operator.name} value={operator.name}>
                {operator.label}
              </option>
            ))}
          </select>
          <Icon as={ChevronDown} />
        </span>
      </div>
      {/* Another operator may want another kind of value: its editor begins anew. */}
      <div key={`${condition.field} ${takes} ${field.type}`} className={`fb-value ${listed ? "" : "p-2"}`}>
        <ValueEditor
          condition={condition}
          field={field}
          onChange={(value, typing) => change({ ...condition, value }, typing)}
          onDone={onDone}
        />
      </div>
      {mistakes === undefined ? null : (
        <p className="fb-note c-danger" role="alert">
          {mistakes.join(" ")}
        </p>
      )}
    </>
  );
}

/** As a popover opens: into the value, or whatever comes first. */
export function focusValue(event: Event): void {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement)) return;
  const target =
    content.querySelector<HTMLElement>(".fb-value :is(input, select)") ?? content.querySelector("input, select");
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.focus();
}

const isListed = (type: string) => !["NUMBER", "MONEY", "DATE", "DATE_TIME"].includes(type);
