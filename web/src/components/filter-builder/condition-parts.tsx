import { Popover } from "radix-ui";
import { formatCount } from "@/lib/format.ts";
import { useState } from "react";
import { ConditionEditor } from "./condition-editor.tsx";
import { FilterPopover } from "./filter-popover.tsx";
import { FieldPicker } from "./field-picker.tsx";
import { OperatorList } from "./operator-list.tsx";
import { useFilterSetup } from "./setup.ts";
import { type Condition, replace } from "./tree.ts";
import { isComplete, operatorOf, withField, withOperator } from "./values.ts";
import { conditionWords, fieldWords, operatorWords, shortened, shortest, valueWords } from "./words.ts";

type Part = "field" | "op" | "value";

/** Field, operator, value: each a button, each edited where it stands. `look`: a chip, or a row of the builder. */
export function ConditionParts({ condition, look }: { condition: Condition; look: "chip" | "row" }) {
  const setup = useFilterSetup();
  const { draft, fieldOf } = setup;
  const [part, setPart] = useState<Part | null>(null);
  const field = fieldOf(condition.field);
  const name = fieldWords(condition, setup);
  const values = valueWords(condition, setup);
  const takes = operatorOf(field, condition.op)?.takes;
  const put = (next: Condition) => draft.change((root) => replace(root, condition.id, () => next));
  const bad = draft.mistakes.has(condition.id);
  const button = (which: Part, className: string, label: string, words: React.ReactNode) => (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-expanded={part === which}
      aria-haspopup="dialog"
      onClick={() => setPart(which)}
    >
      {words}
    </button>
  );
  return (
    <Popover.Root open={part !== null} onOpenChange={(open) => (open ? undefined : setPart(null))}>
      <Popover.Anchor asChild>
        <span className={`fb-parts in-${look} ${part === null ? "" : "editing"} ${bad ? "bad" : ""}`}>
          {button("field", "f", `Field: ${name}`, <span className="clip">{name}</span>)}
          {button(
            "op",
            "o",
            `Operator of ${name}: ${operatorWords(condition, setup)}`,
            <span className="clip">{operatorWords(condition, setup)}</span>,
          )}
          {takes === "NOTHING" ? (
            look === "row" ? (
              <span className="v" />
            ) : null
          ) : (
            button(
              "value",
              "v",
              `${name}: ${values.length === 0 ? "choose a value" : shortened(values)}`,
              <Values words={values} tags={look === "row" && takes === "MANY"} />,
            )
          )}
        </span>
      </Popover.Anchor>
      <FilterPopover label={conditionWords(condition, setup)}>
        {part === "field" ? (
          <FieldPicker
            chosen={field}
            onPick={(next) => {
              const changed = withField(condition, field, next);
              put(changed);
              setPart(isComplete(changed, next) ? null : "value");
            }}
          />
        ) : part === "op" && field !== undefined ? (
          <OperatorList
            condition={condition}
            field={field}
            onPick={(op) => {
              const changed = withOperator(condition, field, op);
              put(changed);
              setPart(isComplete(changed, field) ? null : "value");
            }}
            onNegate={() => {
              put({ ...condition, not: !condition.not });
              setPart(null);
            }}
          />
        ) : part === null ? null : (
          <ConditionEditor condition={condition} onDone={() => setPart(null)} />
        )}
      </FilterPopover>
    </Popover.Root>
  );
}

function Values({ words, tags }: { words: readonly string[]; tags: boolean }) {
  if (words.length === 0) return <span className="t-3">choose</span>;
  if (!tags) {
    // How many more there are stays in sight however long the first are.
    const [shown, more] = shortest(words);
    return (
      <>
        <span className="clip">{shown}</span>
        {more === 0 ? null : <span className="flex-none">+{formatCount(more)}</span>}
      </>
    );
  }
  return (
    <>
      {words.slice(0, 8).map((word) => (
        <span key={word} className="tag clip">
          {word}
        </span>
      ))}
      {words.length > 8 ? <span className="t-12 t-3">+{formatCount(words.length - 8)}</span> : null}
    </>
  );
}
