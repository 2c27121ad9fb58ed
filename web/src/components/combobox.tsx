import { Command } from "cmdk";
import { Check, ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { wordMatch } from "@/lib/word-match.ts";
import type { Option } from "./field.tsx";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";
import "./menu.css";

/** Picks one or several of many options by typing. With `onSearch` the caller looks the options up. */
export function Combobox({
  label,
  hint,
  error,
  required,
  options,
  value,
  onChange,
  multiple,
  placeholder = "Choose",
  onSearch,
  loading,
  autoFocus,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  multiple?: boolean;
  placeholder?: string;
  onSearch?: (text: string) => void;
  loading?: boolean;
  autoFocus?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const chosen = value.map((id) => options.find((option) => option.value === id)?.label ?? id).join(", ");
  const turn = (to: boolean) => {
    setOpen(to);
    // The field opens empty, so the last search is over.
    if (to) onSearch?.("");
  };
  const pick = (id: string) => {
    if (!multiple) {
      onChange(value.includes(id) && !required ? [] : [id]);
      setOpen(false);
    } else onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  };
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(aria) => (
        <Popover.Root open={open} onOpenChange={turn}>
          <Popover.Trigger className={`input ${error === undefined ? "" : "bad"}`} autoFocus={autoFocus} {...aria}>
            <span className={`clip ${chosen === "" ? "t-3" : ""}`}>{chosen === "" ? placeholder : chosen}</span>
            <Icon as={ChevronDown} />
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              aria-label={label}
              className="menu z-[var(--z-palette)] w-(--radix-popover-trigger-width)"
              sideOffset={6}
              align="start"
            >
              <OptionList
                options={options}
                value={value}
                onPick={pick}
                loading={loading ?? false}
                {...(onSearch === undefined ? {} : { onSearch })}
              />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </Field>
  );
}

/** The searchable list by itself, for filter chips and cells. */
export function OptionList({
  options,
  value,
  onPick,
  onSearch,
  loading,
}: {
  options: readonly Option[];
  value: readonly string[];
  onPick: (id: string) => void;
  onSearch?: (text: string) => void;
  loading?: boolean;
}) {
  return (
    <Command shouldFilter={onSearch === undefined} filter={wordMatch} label="Options">
      <Command.Input
        className="menu-find"
        placeholder="Type to find"
        {...(onSearch === undefined ? {} : { onValueChange: onSearch })}
      />
      <Command.List className="max-h-60 overflow-auto">
        <Command.Empty className="t-3 px-2 py-3">
          {loading ? "Looking" : "Nothing found. Try fewer letters."}
        </Command.Empty>
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={`${option.label} ${option.value}`}
            className="menu-item"
            onSelect={() => onPick(option.value)}
          >
            <span className="flex w-4">{value.includes(option.value) ? <Icon as={Check} /> : null}</span>
            <span className="clip">{option.label}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
