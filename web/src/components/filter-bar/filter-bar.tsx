import { Plus, X } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { ListState } from "@/lib/use-list-state.ts";
import { Button } from "../button.tsx";
import { OptionList } from "../combobox.tsx";
import type { Option } from "../field.tsx";
import { Icon } from "../icon.tsx";
import { Menu } from "../menu.tsx";
import "../page.css";
import { QuickFind } from "./quick-find.tsx";
import "./chip.css";

/** One thing a list can be narrowed by; its values live in the URL under `name`. */
export interface FilterSpec {
  name: string;
  label: string;
  /** Without options the value is typed and the operator is "contains". */
  options?: readonly Option[];
  /** Takes one value; choosing another replaces it. */
  single?: boolean;
}

/** The filter builder in a bar: its chips, its way to add (with what else can be added), its panel below. */
export interface BarBuilder {
  chips: ReactNode;
  add: (extra: readonly { label: string; onSelect: () => void }[]) => ReactNode;
  panel: ReactNode;
  /** On a phone, where chips are out of sight: the way into the panel. */
  phone: ReactNode;
}

/** Words, chips that are edited in place, and what the page adds on the right (columns). */
export function FilterBar({
  state,
  specs,
  placeholder,
  leading,
  trailing,
  builder,
}: {
  state: ListState;
  specs: readonly FilterSpec[];
  placeholder: string;
  /** Between the words and the chips. */
  leading?: ReactNode;
  trailing?: ReactNode;
  builder?: BarBuilder;
}) {
  const [adding, setAdding] = useState<string | null>(null);
  const active = specs.filter((spec) => state.filter(spec.name).length > 0 || spec.name === adding);
  const free = specs.filter((spec) => !active.includes(spec));
  // The chip opens its own popover; it must wait until the menu has given the focus back.
  const entries = free.map((spec) => ({
    label: spec.label,
    onSelect: () => setTimeout(() => setAdding(spec.name), 0),
  }));
  return (
    <>
      <div className="toolbar" role="search" aria-label="Filters">
        <QuickFind q={state.q} setQ={state.setQ} placeholder={placeholder} keys={builder === undefined ? "f" : "w"} />
        {builder?.phone}
        {leading}
        <div className="chips">
          {active.map((spec) => (
            <Chip
              key={spec.name}
              spec={spec}
              values={state.filter(spec.name)}
              startOpen={spec.name === adding}
              onChange={(values) => state.setFilter(spec.name, values)}
              onClose={() => setAdding(null)}
            />
          ))}
          {builder?.chips}
          {builder === undefined && free.length > 0 ? (
            <Menu
              align="start"
              trigger={
                <button type="button" className="chip chip-add">
                  <span>
                    <Icon as={Plus} />
                    Filter
                  </span>
                </button>
              }
              entries={entries}
            />
          ) : null}
          {builder?.add(entries)}
          {active.length > 0 || state.q !== "" || state.where !== null ? (
            <Button variant="quiet" small onClick={() => state.clearFilters(specs.map((spec) => spec.name))}>
              Clear all
            </Button>
          ) : null}
        </div>
        <span className="toolbar-tools row ml-auto gap-0.5 max-md:hidden">{trailing}</span>
      </div>
      {builder?.panel}
    </>
  );
}

function Chip(props: {
  spec: FilterSpec;
  values: string[];
  startOpen: boolean;
  onChange: (values: string[]) => void;
  onClose: () => void;
}) {
  const { spec, values, onChange } = props;
  const [open, setOpen] = useState(props.startOpen);
  const close = (next: boolean) => {
    setOpen(next);
    if (!next) props.onClose();
  };
  const named = values.map((value) => spec.options?.find((option) => option.value === value)?.label ?? value);
  const summary = named.length > 2 ? `${named.slice(0, 2).join(", ")}, +${named.length - 2}` : named.join(", ");
  return (
    <Popover.Root open={open} onOpenChange={close}>
      <Popover.Anchor asChild>
        <span className={`chip ${open ? "editing" : ""}`}>
          <button type="button" className="f" onClick={() => setOpen(true)}>
            {spec.label}
          </button>
          <span className="o">{spec.options === undefined ? "contains" : spec.single ? "is" : "any of"}</span>
          <button
            type="button"
            className="v"
            aria-label={`${spec.label}: ${summary || "choose"}`}
            onClick={() => setOpen(true)}
          >
            {summary === "" ? <span className="t-3">choose</span> : summary}
          </button>
          <button
            type="button"
            className="x"
            aria-label={`Remove ${spec.label} filter`}
            onClick={() => {
              onChange([]);
              close(false);
            }}
          >
            <Icon as={X} />
          </button>
        </span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content aria-label={spec.label} className="menu w-60" align="start" sideOffset={6}>
          {spec.options === undefined ? (
            <form
              className="p-1"
              onSubmit={(event) => {
                event.preventDefault();
                const text = new FormData(event.currentTarget).get("value");
                onChange(typeof text === "string" && text.trim() !== "" ? [text.trim()] : []);
                close(false);
              }}
            >
              <span className="input">
                <input
                  name="value"
                  aria-label={spec.label}
                  defaultValue={values[0] ?? ""}
                  placeholder="Type and press Enter"
                />
              </span>
            </form>
          ) : (
            <OptionList
              options={spec.options}
              value={values}
              onPick={(id) => {
                const rest = spec.single ? [] : values.filter((value) => value !== id);
                onChange(values.includes(id) ? rest : [...rest, id]);
              }}
            />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
