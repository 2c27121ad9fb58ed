/** The editor of one field of a record: what is typed is typed, who or what it points to is chosen by name. */
import { accountChoices, chosenUsers, type Choice, clientChoices, teamChoices } from "./choices.ts";
import { useMe } from "@/features/identity/me/queries.ts";
import type { Json } from "@/lib/json.ts";
import { type FieldDefinition, kindOf } from "./catalogue.ts";
import { InlineEditor } from "./inline-field.tsx";
import { isEmpty, toRaw } from "./raw-value.ts";
import { PickEditor } from "./pick-editor.tsx";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { CLIENT_RESTRICTION, restrictedTo } from "./restriction.ts";
import { useRecordActions } from "./use-record-actions.ts";

interface FieldEditorProps {
  kind: RecordKind;
  record: RecordBase;
  definition: FieldDefinition;
  /** As it is shown; of a reference its name, where that is known. */
  value: Json | undefined;
  onClose: () => void;
}

export function FieldEditor({ kind, record, definition, value, onClose }: FieldEditorProps) {
  const { save, link } = useRecordActions(kind);
  const me = useMe();
  const { key, label } = definition;
  const field = kindOf(definition);
  const write = (id: string | null, named: Parameters<typeof save>[3]) => save(record, { [key]: id }, label, named);
  const shared = { label, shown: isEmpty(value) ? "" : toRaw(value), onClose };
  if (key === "account" && kind.commands.link !== undefined) {
    return (
      <PickEditor
        {...shared}
        shown={record.accountName ?? ""}
        none="No account"
        note="Chosen by hand, it stays when the email changes."
        square
        find={accountChoices}
        onPick={(choice) => link(record, choice === null ? null : { id: choice.value, name: choice.label })}
      />
    );
  }
  if (field === "user") {
    return (
      <PickEditor
        {...shared}
        none="Nobody"
        find={(words) => chosenUsers(kind.entity, key, words, me)}
        onPick={(choice) => write(choice?.value ?? null, { ownerName: choice?.label ?? null })}
      />
    );
  }
  if (field === "ref" && key === "team") {
    return (
      <PickEditor
        {...shared}
        none="No team"
        square
        find={(words) => teamChoices(kind.entity, words)}
        onPick={(choice) => write(choice?.value ?? null, { teamName: choice?.label ?? null })}
      />
    );
  }
  if (field === "ref" && key === CLIENT_RESTRICTION) {
    return (
      <PickEditor
        {...shared}
        none="For everybody"
        note="What a client supplied may be used for that client only."
        square
        find={(words) => clientChoices(kind.entity, words)}
        onPick={(choice) => write(choice?.value ?? null, restrictedTo(choice))}
      />
    );
  }
  if (field === "ref" && key === "parent") {
    return (
      <PickEditor
        {...shared}
        shown={record.parent?.name ?? ""}
        none="No parent account"
        square
        find={(words) => accountChoices(words, record.id)}
        onPick={(choice) => write(choice?.value ?? null, { parent: parentOf(choice) })}
      />
    );
  }
  return (
    <InlineEditor
      definition={definition}
      value={value}
      onSave={(next) => save(record, { [key]: next }, label)}
      onClose={onClose}
    />
  );
}

function parentOf(choice: Choice | null): RecordBase["parent"] {
  return choice === null ? null : { id: choice.value, name: choice.label };
}
