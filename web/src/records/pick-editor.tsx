import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Check, ChevronDown, CircleOff, TriangleAlert } from "lucide-react";
import { Popover } from "radix-ui";
import { useRef, useState } from "react";
import { Avatar } from "@/components/avatar.tsx";
import { Icon } from "@/components/icon.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import type { Choice, ChoicesQuery } from "./choices.ts";
import "@/components/field.css";
import "@/components/menu.css";

/** Chooses what a field points to by typing its name. Saves when something is chosen, gives up on Esc. */
export function PickEditor({
  label,
  shown,
  none,
  note,
  square = false,
  find,
  onPick,
  onClose,
}: {
  label: string;
  /** What it points to now, in words; empty: nothing. */
  shown: string;
  /** What pointing to nothing is called. */
  none: string;
  note?: string;
  /** Of organisations, not of people. */
  square?: boolean;
  find: (words: string) => ChoicesQuery;
  /** Rejects when the choice is not accepted; the list then stays with the reason. */
  onPick: (choice: Choice | null) => Promise<void>;
  onClose: () => void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [words, setWords] = useState("");
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const found = useQuery({ ...find(useDebounced(words.trim(), 150)), placeholderData: keepPreviousData });
  const leave = () => {
    // From here the focus finds its way back to where the edit began.
    anchor.current?.focus({ preventScroll: true });
    onClose();
  };
  const pick = async (choice: Choice | null) => {
    if (saving) return;
    if ((choice?.label ?? "") === shown) return leave();
    setSaving(true);
    try {
      await onPick(choice);
      leave();
    } catch (cause) {
      setRefusal(cause);
      setSaving(false);
    }
  };
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Anchor asChild>
        <span className="input" ref={anchor} tabIndex={-1} aria-busy={saving}>
          <span className={`clip ${shown === "" ? "t-3" : ""}`}>{shown === "" ? none : shown}</span>
          <Icon as={ChevronDown} />
        </span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          aria-label={`Choose: ${label}`}
          className="menu w-72"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onEscapeKeyDown={(event) => {
            event.preventDefault();
            leave();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Command shouldFilter={false} label={label} loop>
            <Command.Input
              className="menu-find"
              value={words}
              onValueChange={setWords}
              placeholder="Type a name"
              aria-label={`Find: ${label}`}
            />
            <Command.List className="max-h-64 overflow-auto" aria-busy={found.isFetching}>
              {found.isError ? (
                <p className="t-2 px-2 py-3" role="alert">
                  {messageOf(found.error)}{" "}
                  <button type="button" className="link" onClick={() => void found.refetch()}>
                    Try again
                  </button>
                </p>
              ) : (
                <Command.Empty className="t-3 px-2 py-3">
                  {found.isFetching ? "Looking" : `Nothing is called “${words.trim()}”. Try fewer letters.`}
                </Command.Empty>
              )}
              {(found.data ?? []).map((choice) => (
                <Command.Item
                  key={choice.value}
                  value={choice.value}
                  className="menu-item"
                  onSelect={() => void pick(choice)}
                >
                  <Avatar name={choice.label} square={square} size="sm" />
                  <span className="clip">{choice.label}</span>
                  <span className="t-12 t-3 clip ml-auto max-w-1/2 shrink-0">{choice.detail}</span>
                  {choice.label === shown ? <Icon as={Check} /> : null}
                </Command.Item>
              ))}
              {shown === "" || words !== "" ? null : (
                <Command.Item value="none" className="menu-item" onSelect={() => void pick(null)}>
                  <Icon as={CircleOff} />
                  {none}
                </Command.Item>
              )}
            </Command.List>
          </Command>
          {refusal === null ? null : (
            <p className="error px-2 py-2" role="alert">
              <Icon as={TriangleAlert} size="sm" />
              {messageOf(refusal)}
            </p>
          )}
          {note === undefined ? null : <p className="t-12 t-3 border-t border-line-faint px-2 pt-2 pb-1">{note}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
