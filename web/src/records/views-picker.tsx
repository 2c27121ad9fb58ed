import { Command } from "cmdk";
import { Bookmark, Check, ChevronDown, Columns3, Plus } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import type { SavedView } from "@/features/audience/saved-views/queries.ts";
import { useMe } from "@/features/identity/me/queries.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { wordMatch } from "@/lib/word-match.ts";
import { sharingName } from "./sharing.ts";
import type { OpenView } from "./use-open-view.ts";
import "@/components/menu.css";
import "./views.css";

/** Which view of the list is open, and the others to choose from by typing or with the arrows. */
export function ViewsPicker({ list, onSaveAs }: { list: OpenView; onSaveAs: (name: string) => void }) {
  const [open, setOpen] = useState(false);
  const name = list.view?.name ?? `All ${list.kind.nouns}`;
  useShortcuts([{ keys: "v", label: "Choose a view", group: "Rows", run: () => setOpen(true) }]);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button
          small
          icon={list.view?.isPreset ? Columns3 : Bookmark}
          className="view-button"
          aria-label={`View: ${name}${list.changed ? ", changed" : ""}`}
          title={name}
        >
          <span className="clip">{name}</span>
          {list.changed ? <span className="dot primary" aria-hidden="true" /> : null}
          <Icon as={ChevronDown} />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={`Views of ${list.kind.nouns}`}
          className="menu views-menu"
          align="start"
          sideOffset={6}
          collisionPadding={8}
        >
          <Choices
            list={list}
            onPick={(view) => {
              setOpen(false);
              list.open(view);
            }}
            onSaveAs={(typed) => {
              setOpen(false);
              // The dialog takes the focus once the popover has given it back.
              setTimeout(() => onSaveAs(typed), 0);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({
  list,
  onPick,
  onSaveAs,
}: {
  list: OpenView;
  onPick: (view: SavedView | null) => void;
  onSaveAs: (name: string) => void;
}) {
  const me = useMe();
  const [text, setText] = useState("");
  const whole = list.views.filter((view) => !view.isPreset);
  const groups: [string, SavedView[]][] = [
    ["My views", whole.filter((view) => view.ownerId === me.id)],
    ["Team views", whole.filter((view) => view.ownerId !== me.id && view.sharing !== "EVERYONE")],
    ["For everyone", whole.filter((view) => view.ownerId !== me.id && view.sharing === "EVERYONE")],
    ["Column presets", list.views.filter((view) => view.isPreset)],
  ];
  const all = `All ${list.kind.nouns}`;
  const mine = (view: SavedView) => view.ownerId === me.id;
  const aside = (view: SavedView) =>
    [
      list.defaultId === view.id ? "opens first" : null,
      mine(view) ? (view.sharing === "PRIVATE" ? null : sharingName(view, me)) : (view.ownerName ?? null),
    ]
      .filter((part) => part !== null)
      .join(", ");
  return (
    <Command label={`Views of ${list.kind.nouns}`} filter={score} loop>
      <Command.Input className="menu-find" placeholder="Find a view" value={text} onValueChange={setText} />
      {whole.length === 0 && list.failed === null ? (
        <p className="t-12 t-2 views-none">
          A view keeps the filters, columns and order of this list under a name, for you, your team or everyone.
        </p>
      ) : null}
      <Command.List className="views-list">
        {/* In a group like the others: cmdk puts what stands outside of groups last when it sorts. */}
        <Command.Group>
          <Choice value={all} checked={list.view === null} onSelect={() => onPick(null)}>
            {all}
          </Choice>
        </Command.Group>
        {groups.map(([heading, views]) =>
          views.length === 0 ? null : (
            <Command.Group key={heading} heading={heading}>
              {views.map((view) => (
                <Choice
                  key={view.id}
                  value={`${view.name} ${view.id.replaceAll("-", "")}`}
                  checked={view.id === list.view?.id}
                  aside={aside(view)}
                  onSelect={() => onPick(view)}
                >
                  {view.name}
                </Choice>
              ))}
            </Command.Group>
          ),
        )}
        <Command.Group className="views-foot">
          <Command.Item value={SAVE} className="menu-item" onSelect={() => onSaveAs(text.trim())}>
            <Icon as={Plus} />
            <span className="clip">{text.trim() === "" ? "Save as new view" : `Save as “${text.trim()}”`}</span>
          </Command.Item>
        </Command.Group>
      </Command.List>
      {list.failed === null ? null : (
        <div className="p-1">
          <LoadError what="Views" {...list.failed} />
        </div>
      )}
    </Command>
  );
}

const SAVE = "save as new view";

/** Whatever is typed can be saved under that name, but comes after every view found. */
function score(value: string, typed: string): number {
  return value === SAVE ? 0.01 : wordMatch(value, typed);
}

function Choice(props: { value: string; checked: boolean; aside?: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item value={props.value} className="menu-item" onSelect={props.onSelect}>
      <span className="flex w-4 flex-none">{props.checked ? <Icon as={Check} /> : null}</span>
      <span className="clip">{props.children}</span>
      {props.checked ? <span className="sr">, open now</span> : null}
      {props.aside ? <span className="t-12 t-3 clip ml-auto flex-none pl-3">{props.aside}</span> : null}
    </Command.Item>
  );
}
