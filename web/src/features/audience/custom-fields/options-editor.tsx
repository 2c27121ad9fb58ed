import { ArchiveRestore, ChevronDown, ChevronUp, CircleOff, Plus, TriangleAlert, X } from "lucide-react";
import { useRef } from "react";
import { Button, IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { type DraftOption, pastedLabels } from "./words.ts";
import "./custom-fields.css";

/**
 * Options in the order forms offer them. Enter goes to the next one, a pasted column becomes several. One that records may
 * hold is retired instead of removed.
 */
export function OptionsEditor({
  options,
  onChange,
  error,
}: {
  options: readonly DraftOption[];
  onChange: (options: DraftOption[]) => void;
  error?: string | undefined;
}) {
  const list = useRef<HTMLOListElement>(null);
  const next = useRef(Math.max(0, ...options.map((option) => option.id)) + 1);
  const fresh = (label = ""): DraftOption => ({ id: next.current++, value: null, label, retired: false });
  const focus = (index: number) => {
    // After the row is drawn.
    setTimeout(() => list.current?.querySelectorAll("input")[index]?.focus());
  };
  const replace = (index: number, change: Partial<DraftOption>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...change } : option)));
  const addAfter = (index: number) => {
    onChange(options.toSpliced(index + 1, 0, fresh()));
    focus(index + 1);
  };
  const move = (index: number, by: number) => {
    const option = options[index];
    if (option !== undefined) onChange(options.toSpliced(index, 1).toSpliced(index + by, 0, option));
  };
  return (
    <fieldset className="field" aria-describedby={error === undefined ? undefined : "options-error"}>
      <legend className="legend">Options</legend>
      <ol className="cf-options" ref={list}>
        {options.map((option, index) => {
          const name = option.label.trim() === "" ? `option ${index + 1}` : option.label.trim();
          return (
            <li key={option.id} className={option.retired ? "retired" : ""}>
              <span className="input">
                <input
                  aria-label={`Option ${index + 1}`}
                  value={option.label}
                  autoComplete="off"
                  placeholder="Name of the option"
                  onChange={(event) => replace(index, { label: event.target.value })}
                  onPaste={(event) => {
                    const text = event.clipboardData.getData("text");
                    if (!/[\r\n\t;]/.test(text)) return;
                    event.preventDefault();
                    const others = options.filter((_, at) => at !== index || option.label.trim() !== "");
                    const labels = pastedLabels(
                      text,
                      others.map((other) => other.label),
                    );
                    const at = option.label.trim() === "" && option.value === null ? index : index + 1;
                    onChange(others.toSpliced(at, 0, ...labels.map((label) => fresh(label))));
                  }}
                  onKeyDown={(event) => {
                    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
                      event.preventDefault();
                      addAfter(index);
                    }
                    if (event.key === "Backspace" && option.label === "" && option.value === null && index > 0) {
                      event.preventDefault();
                      onChange(options.toSpliced(index, 1));
                      focus(index - 1);
                    }
                  }}
                />
                {option.retired ? <span className="t-12 t-3 flex-none">Retired</span> : null}
              </span>
              <IconButton
                label={`Move ${name} up`}
                icon={ChevronUp}
                noTooltip
                disabledReason={index === 0 ? "It is first already" : undefined}
                onClick={() => move(index, -1)}
              />
              <IconButton
                label={`Move ${name} down`}
                icon={ChevronDown}
                noTooltip
                disabledReason={index === options.length - 1 ? "It is last already" : undefined}
                onClick={() => move(index, 1)}
              />
              {option.value === null ? (
                <IconButton
                  label={`Remove ${name}`}
                  icon={X}
                  disabledReason={options.length === 1 ? "A choice needs an option" : undefined}
                  onClick={() => onChange(options.toSpliced(index, 1))}
                />
              ) : (
                <IconButton
                  label={option.retired ? `Offer ${name} again` : `Retire ${name}: records that hold it keep it`}
                  icon={option.retired ? ArchiveRestore : CircleOff}
                  onClick={() => replace(index, { retired: !option.retired })}
                />
              )}
            </li>
          );
        })}
      </ol>
      <Button small variant="quiet" icon={Plus} className="self-start" onClick={() => addAfter(options.length - 1)}>
        Add option
      </Button>
      {error === undefined ? null : (
        <span className="error" id="options-error" role="alert">
          <Icon as={TriangleAlert} size="sm" />
          {error}
        </span>
      )}
    </fieldset>
  );
}
