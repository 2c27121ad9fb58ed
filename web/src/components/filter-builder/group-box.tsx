import { Ellipsis, Layers, Plus, TriangleAlert, X } from "lucide-react";
import { useState } from "react";
import { useShortcuts } from "@/lib/keys.ts";
import { Button, IconButton } from "../button.tsx";
import { Icon } from "../icon.tsx";
import { Menu, type MenuEntry } from "../menu.tsx";
import { AddCondition } from "./add-condition.tsx";
import { ConditionParts } from "./condition-parts.tsx";
import { engagementWords } from "./engagement.ts";
import { EngagementPart } from "./engagement-part.tsx";
import { useFilterSetup } from "./setup.ts";
import {
  add,
  changeGroup,
  type Condition,
  type Contacts,
  emptyGroup,
  type Engagement,
  type Group,
  moveBy,
  moveOut,
  newId,
  parentOf,
  replace,
  wrap,
} from "./tree.ts";
import { contactsWords, fieldWords, groupWords } from "./words.ts";

/** The API takes ten levels; the builder stops offering groups there. */
const DEPTH_MAX = 10;
const JOINS = [
  { name: "All", join: "all", not: false, words: "of these are true" },
  { name: "Any", join: "any", not: false, words: "of these is true" },
  { name: "None", join: "any", not: true, words: "of these may be true" },
] as const;
const NOT_ALL = { name: "Not all", join: "all", not: true, words: "of these are true" } as const;

/** Conditions and groups that hold all, any or none. */
export function GroupBox({
  group,
  depth = 1,
  keys,
}: {
  group: Group;
  depth?: number;
  /** The key that adds a condition to it. */
  keys?: string;
}) {
  const { draft } = useFilterSetup();
  const [adding, setAdding] = useState(false);
  useShortcuts(
    [{ keys: keys ?? "f", label: "Add a condition", group: "Filter", run: () => setAdding(true) }],
    keys !== undefined,
  );
  const name = groupWords(group);
  const joins = name === "Not all" ? [...JOINS, NOT_ALL] : JOINS;
  const words = joins.find((one) => one.name === name)?.words;
  return (
    <div className="fb-group" role="group" aria-label={`${name} ${words}`}>
      <div className="fb-ghead">
        <span className="seg" role="group" aria-label="How many of these">
          {joins.map(({ name: label, join, not }) => (
            <button
              key={label}
              type="button"
              className={label === name ? "on" : ""}
              aria-pressed={label === name}
              onClick={() => draft.change((root) => changeGroup(root, group.id, (old) => ({ ...old, join, not })))}
            >
              {label}
            </button>
          ))}
        </span>
        <span className="t-2">{words}</span>
        {depth === 1 ? null : (
          <span className="push">
            <Menu
              trigger={
                <IconButton label={`More for this group of ${group.children.length}`} icon={Ellipsis} noTooltip />
              }
              entries={groupActs(group, draft.change)}
            />
          </span>
        )}
      </div>
      <div className="fb-gbody">
        {group.children.length === 0 && depth > 1 ? (
          <p className="t-3 px-3 py-1">Nothing in this group yet, so it leaves nothing out.</p>
        ) : null}
        {group.children.map((child) => {
          if (child.kind === "group") return <GroupBox key={child.id} group={child} depth={depth + 1} />;
          if (child.kind === "contacts") return <ContactsRow key={child.id} contacts={child} />;
          if (child.kind === "engagement") return <EngagementRow key={child.id} engagement={child} />;
          return <ConditionRow key={child.id} condition={child} />;
        })}
        <div className="fb-gadd">
          <AddCondition
            groupId={group.id}
            open={adding}
            onOpen={setAdding}
            trigger={
              <Button variant="quiet" small icon={Plus} {...(keys === undefined ? {} : { keys })}>
                Condition
              </Button>
            }
          />
          <Button
            variant="quiet"
            small
            icon={Layers}
            disabledReason={depth >= DEPTH_MAX ? `Groups go ${DEPTH_MAX} levels deep at most` : undefined}
            onClick={() =>
              draft.change((root) =>
                add(root, group.id, emptyGroup(group.join === "all" && !group.not ? "any" : "all")),
              )
            }
          >
            Group
          </Button>
        </div>
      </div>
      <Mistakes id={group.id} />
    </div>
  );
}

type Change = (edit: (root: Group) => Group) => void;

function groupActs(group: Group, change: Change): MenuEntry[] {
  const unwrap = (root: Group) => {
    const parent = parentOf(root, group.id);
    if (parent === undefined) return root;
    return changeGroup(root, parent.id, (old) => ({
      ...old,
      children: old.children.flatMap((child) => (child.id === group.id ? group.children : [child])),
    }));
  };
  return [
    {
      kind: "choice",
      label: "The opposite of it",
      checked: group.not,
      onSelect: () => change((root) => changeGroup(root, group.id, (old) => ({ ...old, not: !old.not }))),
    },
    { label: "Move up", onSelect: () => change((root) => moveBy(root, group.id, -1)) },
    { label: "Move down", onSelect: () => change((root) => moveBy(root, group.id, 1)) },
    { label: "Dissolve the group", onSelect: () => change(unwrap) },
    { kind: "separator" },
    { label: "Remove the group", icon: X, onSelect: () => change((root) => replace(root, group.id, () => null)) },
  ];
}

function ConditionRow({ condition }: { condition: Condition }) {
  const setup = useFilterSetup();
  const { draft } = setup;
  const name = fieldWords(condition, setup);
  const parent = parentOf(draft.root, condition.id);
  const inGroup = parent !== undefined && parent.id !== draft.root.id;
  return (
    <>
      <div className="fb-row">
        <ConditionParts condition={condition} look="row" />
        <Menu
          trigger={<IconButton label={`More for ${name}`} icon={Ellipsis} noTooltip />}
          entries={[
            {
              kind: "choice",
              label: "Not: the records it does not find",
              checked: condition.not,
              onSelect: () =>
                draft.change((root) => replace(root, condition.id, () => ({ ...condition, not: !condition.not }))),
            },
            {
              label: "Repeat",
              onSelect: () => draft.change((root) => add(root, parent?.id ?? root.id, { ...condition, id: newId() })),
            },
            { label: "Put into a group", onSelect: () => draft.change((root) => wrap(root, condition.id)) },
            ...(inGroup
              ? [
                  {
                    label: "Take out of the group",
                    onSelect: () => draft.change((root) => moveOut(root, condition.id)),
                  },
                ]
              : []),
            { label: "Move up", onSelect: () => draft.change((root) => moveBy(root, condition.id, -1)) },
            { label: "Move down", onSelect: () => draft.change((root) => moveBy(root, condition.id, 1)) },
          ]}
        />
        <IconButton
          label={`Remove ${name}`}
          icon={X}
          noTooltip
          onClick={() => draft.change((root) => replace(root, condition.id, () => null))}
        />
      </div>
      <Mistakes id={condition.id} />
    </>
  );
}

function EngagementRow({ engagement }: { engagement: Engagement }) {
  const { draft } = useFilterSetup();
  return (
    <>
      <div className="fb-row">
        <EngagementPart engagement={engagement} look="row" />
        <IconButton
          label={`Remove ${engagementWords(engagement)}`}
          icon={X}
          noTooltip
          onClick={() => draft.change((root) => replace(root, engagement.id, () => null))}
        />
      </div>
      <Mistakes id={engagement.id} />
    </>
  );
}

function ContactsRow({ contacts }: { contacts: Contacts }) {
  const { draft } = useFilterSetup();
  return (
    <>
      <div className="fb-row">
        <span className="clip">{contactsWords(contacts)}</span>
        <span className="push">
          <IconButton
            label="Remove contacts"
            icon={X}
            noTooltip
            onClick={() => draft.change((root) => replace(root, contacts.id, () => null))}
          />
        </span>
      </div>
      <Mistakes id={contacts.id} />
    </>
  );
}

function Mistakes({ id }: { id: string }) {
  const { draft } = useFilterSetup();
  const messages = draft.mistakes.get(id);
  if (messages === undefined) return null;
  return (
    <p className="error fb-error" role="alert">
      <Icon as={TriangleAlert} size="sm" />
      {messages.join(" ")}
    </p>
  );
}
