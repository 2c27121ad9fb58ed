import { Command, useCommandState } from "cmdk";
import { Building2, Check, ChevronDown, Plus, User } from "lucide-react";
import { Popover } from "radix-ui";
import { useRef, useState } from "react";
import { Icon } from "@/components/icon.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { wordMatch } from "@/lib/word-match.ts";
import { byGroup, type FieldDefinition, type Kind, kindOf } from "@/records/catalogue.ts";
import { importable, type Target, targetId, targetLabel } from "./mapping.ts";
import type { NewFieldPlan } from "./new-field-dialog.tsx";
import type { Import } from "./queries.ts";
import "@/components/badge.css";
import "@/components/menu.css";

const ICONS = { CONTACT: User, ACCOUNT: Building2 };
const ENTITIES: readonly Entity[] = ["CONTACT", "ACCOUNT"];

/** Where one column goes: a field of the contact or its account, a new custom field, or nowhere. */
export function FieldPicker(props: {
  column: Import["columns"][number];
  target: Target | null;
  fields: Record<Entity, readonly FieldDefinition[]>;
  takenBy: (target: Target) => string | null;
  /** A field made on this page. */
  isMade: (target: Target) => boolean;
  /** Null where one may not be made. */
  onNewField: ((plan: NewFieldPlan) => void) | null;
  onPick: (target: Target | null) => void;
}) {
  const { column, target, fields } = props;
  const [open, setOpen] = useState(false);
  const leaving = useRef(false);
  const label = target === null ? "Do not import" : targetLabel(target, fields[target.entity]);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="input quiet" aria-label={`${column.header} goes to ${label}`}>
        {target === null ? null : props.isMade(target) ? (
          <span className="badge violet">New</span>
        ) : (
          <Icon as={ICONS[target.entity]} />
        )}
        <span className={`clip ${target === null ? "t-3" : ""}`}>{label}</span>
        <Icon as={ChevronDown} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu field-menu"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={`Field for ${column.header}`}
          onCloseAutoFocus={(event) => {
            // The dialog of a new field has the focus by now.
            if (leaving.current) event.preventDefault();
            leaving.current = false;
          }}
        >
          <Choices
            {...props}
            onPick={(next) => {
              props.onPick(next);
              setOpen(false);
            }}
            onNewField={
              props.onNewField === null
                ? null
                : (plan) => {
                    leaving.current = true;
                    setOpen(false);
                    props.onNewField?.(plan);
                  }
            }
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({ column, target, fields, takenBy, onNewField, onPick }: Parameters<typeof FieldPicker>[0]) {
  return (
    <Command label={`Fields for ${column.header}`} filter={wordMatch} loop>
      <Command.Input className="menu-find" placeholder="Find a field, or name a new one" />
      {column.samples.length === 0 ? null : (
        <p className="about">
          <span className="whitespace-nowrap">Values</span>
          <span className="mono clip">{[...new Set(column.samples)].slice(0, 4).join(", ")}</span>
        </p>
      )}
      <Command.List className="max-h-72 overflow-auto">
        <Command.Item value="do not import skip nothing" className="menu-item" onSelect={() => onPick(null)}>
          <span className="flex w-4">{target === null ? <Icon as={Check} /> : null}</span>
          Do not import
        </Command.Item>
        {ENTITIES.map((entity) =>
          byGroup(importable(fields[entity])).map(([group, list]) => (
            <Command.Group
              key={`${entity} ${group}`}
              heading={`${entity === "CONTACT" ? "Contact" : "Account"}, ${group.toLowerCase()}`}
              className="menu-group"
            >
              {list.map((field) => (
                <FieldItem
                  key={field.key}
                  choice={{ entity, field: field.key }}
                  label={targetLabel({ entity, field: field.key }, fields[entity])}
                  kind={kindWords(field)}
                  chosen={target}
                  takenBy={takenBy}
                  onPick={onPick}
                />
              ))}
            </Command.Group>
          )),
        )}
        {onNewField === null ? null : <NewFields column={column} fields={fields} onNewField={onNewField} />}
      </Command.List>
    </Command>
  );
}

function FieldItem({
  choice,
  label,
  kind,
  chosen,
  takenBy,
  onPick,
}: {
  choice: Target;
  label: string;
  /** What its values are, for those that look alike by name. */
  kind: string;
  chosen: Target | null;
  takenBy: (target: Target) => string | null;
  onPick: (target: Target) => void;
}) {
  const other = takenBy(choice);
  const own = chosen !== null && targetId(chosen) === targetId(choice);
  return (
    <Command.Item
      value={`${choice.entity === "CONTACT" ? "contact" : "account"} ${label} ${choice.field}`}
      className="menu-item"
      disabled={other !== null}
      onSelect={() => onPick(choice)}
    >
      <span className="flex w-4">{own ? <Icon as={Check} /> : <Icon as={ICONS[choice.entity]} />}</span>
      <span className="min-w-0">
        {label}
        {other === null ? null : <span className="t-12 t-3 block">Filled by column “{other}” already</span>}
      </span>
      <span className="kind">{kind}</span>
    </Command.Item>
  );
}

const KINDS: Partial<Record<Kind, string>> = {
  choice: "choices",
  multi: "list",
  bool: "yes or no",
  datetime: "date",
  url: "web address",
  tz: "time zone",
  user: "person",
  ref: "record",
};

function kindWords(field: FieldDefinition): string {
  const kind = kindOf(field);
  return KINDS[kind] ?? kind;
}

/** A field of one's own, named by what was typed, or by the column's header. */
function NewFields({
  column,
  fields,
  onNewField,
}: {
  column: Import["columns"][number];
  fields: Record<Entity, readonly FieldDefinition[]>;
  onNewField: (plan: NewFieldPlan) => void;
}) {
  const typed = useCommandState((state) => state.search).trim();
  const label = typed === "" ? column.header : typed;
  return (
    <Command.Group heading="None of these" className="menu-group" forceMount>
      <Command.Item
        value={`new custom field ${label}`}
        forceMount
        className="menu-item"
        onSelect={() => onNewField({ column, label, entity: fields.CONTACT.length > 0 ? "CONTACT" : "ACCOUNT" })}
      >
        <Icon as={Plus} />
        <span className="min-w-0 clip">New custom field “{label}”</span>
      </Command.Item>
    </Command.Group>
  );
}
