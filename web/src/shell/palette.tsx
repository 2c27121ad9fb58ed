import { Command } from "cmdk";
import { Plus, Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useGoBack } from "@/components/go-back.ts";
import { Icon } from "@/components/icon.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { useGrants, useMe } from "@/features/identity/me/queries.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { type Action, useActions } from "./actions.ts";
import { useGlobalCreate } from "./create.ts";
import { visibleNav } from "./nav.ts";
import { FoundCampaigns } from "./palette-campaigns.tsx";
import { FoundClients } from "./palette-clients.tsx";
import { FoundLists } from "./palette-lists.tsx";
import { FoundDomainSets } from "./palette-domain-sets.tsx";
import { optionToRun, score } from "./palette-option.ts";
import { FoundRecords } from "./palette-records.tsx";
import { FoundSegments } from "./palette-segments.tsx";
import { FoundSnippets } from "./palette-snippets.tsx";
import { FoundTemplates } from "./palette-templates.tsx";
import { PaletteViews } from "./palette-views.tsx";
import { useShell } from "./ui-state.ts";
import "@/components/menu.css";
import "./palette.css";

/** Go, create, act on what is open, find records. ">" keeps to actions, "contact:" and "account:" to records of a kind. */
export default function Palette() {
  const set = useShell((state) => state.set);
  const navigate = useNavigate();
  const me = useMe();
  const groups = visibleNav(useGrants(), me.role);
  const creatable = useGlobalCreate();
  const actions = useActions();
  const [text, setText] = useState(useShell((state) => state.paletteText));
  const actionsOnly = text.startsWith(">");
  const narrowed = /^(contact|account):\s*/i.exec(text);
  const typed = text.replace(/^(>|contact:|account:)\s*/i, "").trim();
  const words = useDebounced(typed, 120);

  const goBack = useGoBack();
  const close = () => set({ paletteOpen: false, paletteText: "" });
  const run = (act: () => void) => {
    close();
    act();
  };
  const places = groups.flatMap((group) =>
    group.to === undefined
      ? (group.children ?? []).map((item) => ({ ...item, icon: group.icon, where: group.label }))
      : [{ ...group, to: group.to, where: "" }],
  );
  const bare = text.replace(/^>\s*/, "").trim() === "";
  // What is open leads; what works everywhere comes after the places.
  const listed = actions.filter((action) => !bare || !action.onlyFound);
  const here = Map.groupBy(
    listed.filter((action) => !action.everywhere),
    (action) => action.group,
  );
  const everywhere = Map.groupBy(
    listed.filter((action) => action.everywhere),
    (action) => action.group,
  );
  const groupsOf = (grouped: Map<string, Action[]>) =>
    narrowed !== null
      ? null
      : [...grouped].map(([heading, list]) => (
          <Command.Group key={heading} heading={heading} className="palette-group">
            {list.map((action) => (
              <Command.Item
                key={action.id}
                value={`action ${action.label}`}
                className="menu-item"
                onSelect={() => run(action.run)}
              >
                <Icon as={action.icon ?? Plus} />
                {action.label}
                {action.keys === undefined ? null : <Kbd keys={action.keys} className="keys" />}
              </Command.Item>
            ))}
          </Command.Group>
        ));
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <Radix.Portal>
        <Radix.Overlay className="scrim fixed z-[var(--z-palette)]" />
        <Radix.Content className="palette-at" aria-describedby={undefined} onCloseAutoFocus={goBack}>
          <Radix.Title className="sr">Command palette</Radix.Title>
          <Command
            className="palette"
            label="Command palette"
            loop
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              const option = optionToRun(event.currentTarget, typed);
              if (event.ctrlKey || event.metaKey) {
                // Only what has an address can stand in a tab of its own.
                const to = option?.dataset.to;
                if (to !== undefined) window.open(to, "_blank", "noopener");
              } else {
                option?.click();
              }
            }}
            filter={(value, search) => score(value, search.replace(/^(>|contact:|account:)\s*/i, ""))}
          >
            <div className="palette-in">
              <Icon as={Search} className="t-3" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Search records, go to a page, run an action"
                className="w-full bg-transparent"
              />
              <Kbd keys="escape" />
            </div>
            <Command.List className="max-h-[min(420px,60dvh)] overflow-auto">
              <Command.Empty className="t-3 p-4">Nothing found. Try fewer letters.</Command.Empty>
              {groupsOf(here)}
              {narrowed !== null || actionsOnly ? null : (
                <Command.Group heading="Go to" className="palette-group">
                  {places.map((place) => (
                    <Command.Item
                      key={place.id}
                      value={`go ${place.label} ${place.where}`}
                      className="menu-item"
                      data-to={place.to}
                      onSelect={() => run(() => void navigate(place.to))}
                    >
                      <Icon as={place.icon} />
                      {place.label}
                      <span className="t-3 clip">{place.where}</span>
                      {place.goKey === undefined ? null : <Kbd keys={`g ${place.goKey}`} className="keys" />}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              <PaletteViews
                shown={narrowed === null && !actionsOnly && text.trim() !== ""}
                onOpen={(to) => run(() => void navigate(to))}
              />
              <FoundLists
                words={narrowed === null && !actionsOnly ? words : ""}
                onOpen={(to) => run(() => void navigate(to))}
              />
              {narrowed !== null ? null : (
                <Command.Group heading="Create" className="palette-group">
                  {creatable.map((item) => (
                    <Command.Item
                      key={item.noun}
                      value={`create new ${item.noun}`}
                      className="menu-item"
                      onSelect={() => run(item.run)}
                    >
                      <Icon as={Plus} />
                      New {item.noun.toLowerCase()}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {groupsOf(everywhere)}
              {actionsOnly || words === "" ? null : (
                <FoundRecords
                  words={words}
                  only={narrowed?.[1]?.toLowerCase() ?? null}
                  onOpen={(to) => run(() => void navigate(to))}
                />
              )}
              {narrowed !== null || actionsOnly || words === "" ? null : (
                <>
                  <FoundSegments words={words} onOpen={(to) => run(() => void navigate(to))} />
                  <FoundDomainSets words={words} onOpen={(to) => run(() => void navigate(to))} />
                  <FoundCampaigns words={words} onOpen={(to) => run(() => void navigate(to))} />
                  <FoundTemplates words={words} onOpen={(to) => run(() => void navigate(to))} />
                  <FoundSnippets words={words} onOpen={(to) => run(() => void navigate(to))} />
                  <FoundClients words={words} onOpen={(to) => run(() => void navigate(to))} />
                </>
              )}
            </Command.List>
            <div className="palette-foot max-md:!hidden">
              <span>
                <Kbd keys="arrowup" />
                <Kbd keys="arrowdown" /> move
              </span>
              <span>
                <Kbd keys="enter" /> run
              </span>
              <span>
                <Kbd keys="mod+enter" /> in a new tab
              </span>
              <span>
                <Kbd keys=">" /> actions only
              </span>
              <span>
                <span className="mono">contact:</span> narrow
              </span>
            </div>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
