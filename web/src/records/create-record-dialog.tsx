import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Dialog } from "@/components/dialog.tsx";
import { Field } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone } from "@/components/toast.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import type { FieldValues } from "@/lib/json.ts";
import { AccountPicker } from "./account-picker.tsx";
import { type FieldDefinition, kindOf, useCatalogue } from "./catalogue.ts";
import { FieldInput } from "./field-input.tsx";
import { fromRaw } from "./raw-value.ts";
import type { RecordBase, RecordKind } from "./record-kind.ts";
import { UserPicker } from "./user-picker.tsx";

interface CreateProps {
  kind: RecordKind;
  onClose: () => void;
  /** Known from where it was asked for: raw values by field. */
  start?: Record<string, string>;
  /** The company a new contact is of, when that is settled. */
  account?: { id: string; name: string };
  /** Instead of opening the new record in its list: what it was made for goes on. */
  onCreated?: (record: RecordBase) => Promise<unknown>;
}

/** Makes a contact or an account from the fields that matter at first; all others are a click away. */
export function CreateRecordDialog({ open, ...props }: CreateProps & { open: boolean }) {
  const { kind, account } = props;
  return (
    <Dialog
      open={open}
      onClose={props.onClose}
      title={account === undefined ? `New ${kind.noun}` : `New ${kind.noun} at ${account.name}`}
      width={520}
    >
      <CreateForm {...props} />
    </Dialog>
  );
}

/** Once the fields are known: the first one takes the focus when it appears. */
function CreateForm(props: CreateProps) {
  const catalogue = useCatalogue(props.kind.entity);
  if (catalogue !== undefined) return <KnownForm {...props} catalogue={catalogue} />;
  return (
    <div className="dialog-body delayed flex flex-col gap-12 pb-8" role="status" aria-label="Loading">
      {props.kind.createFields.map((field) => (
        <Skeleton key={field} width="100%" />
      ))}
    </div>
  );
}

function KnownForm({
  kind,
  onClose,
  start = {},
  account: settled,
  onCreated,
  catalogue,
}: CreateProps & { catalogue: FieldDefinition[] }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [values, setValues] = useState<Record<string, string>>(start);
  const [account, setAccount] = useState<string | null>(settled?.id ?? null);
  const [all, setAll] = useState(false);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [idempotencyKey] = useState(() => crypto.randomUUID());

  const writable = catalogue.filter((field) => field.writable && field.kind.toLowerCase() !== "ref");
  const chosen = all
    ? writable
    : writable.filter((field) => kind.createFields.includes(field.key) || (field.custom && field.required));
  const create = useMutation({
    mutationFn: async () => {
      const fields: FieldValues = {};
      for (const [key, raw] of Object.entries(values)) {
        const value = fromRaw(raw);
        if (value !== null) fields[key] = value;
      }
      return kind.commands.create(fields, { accountId: account, idempotencyKey });
    },
    onSuccess: async ({ record }) => {
      const again = () => client.invalidateQueries({ queryKey: [kind.key] });
      if (record !== null && onCreated === undefined) {
        toastDone(`${capitalised(kind.noun)} created`, async () => {
          await kind.commands.archive(record.id);
          await again();
        });
      }
      void client.invalidateQueries({ queryKey: ["search"] });
      await again();
      onClose();
      if (record === null) return;
      if (onCreated !== undefined) {
        await onCreated(record);
        return;
      }
      void navigate(`${kind.path}?open=${record.id}`);
    },
  });

  const refused = create.error instanceof RefusedError ? create.error.userErrors : [];
  const errorOf = (key: string) => missing[key] ?? refused.find((error) => error.field === key)?.message;
  const shownKeys = new Set(chosen.map((field) => field.key));
  const inFields = refused.length > 0 && refused.every((error) => error.field && shownKeys.has(error.field));
  const submit = () => {
    const empty = writable.filter((field) => field.required && !values[field.key]?.trim());
    setMissing(
      Object.fromEntries(
        empty.map((field) => [
          field.key,
          `${field.label} is needed. ${field.custom ? "Enter a value." : "Write at least one letter."}`,
        ]),
      ),
    );
    const nothing = Object.values(values).every((value) => value.trim() === "");
    if (nothing && kind.createFields[0] !== undefined && empty.length === 0) {
      setMissing({ [kind.createFields[0]]: `Fill at least one field, so that this ${kind.noun} can be found again.` });
      return;
    }
    if (empty.length === 0) create.mutate();
  };
  return (
    <FormShell
      onSubmit={submit}
      loading={create.isPending}
      submitError={inFields ? null : create.error}
      submitLabel={`Create ${kind.noun}`}
      onCancel={onClose}
      footNote={
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? "Fewer fields" : "All fields"}
        </button>
      }
    >
      {chosen.map((field, index) => {
        const error = errorOf(field.key);
        const change = (value: string) => {
          setValues({ ...values, [field.key]: value });
          if (missing[field.key] !== undefined) setMissing({});
        };
        const value = values[field.key] ?? "";
        if (kindOf(field) === "user") {
          return (
            <UserPicker key={field.key} kind={kind} definition={field} value={value} error={error} onChange={change} />
          );
        }
        return (
          <Field key={field.key} label={field.label} required={field.required} error={error}>
            {(aria) => (
              <FieldInput
                definition={field}
                value={value}
                bad={error !== undefined}
                autoFocus={index === 0}
                aria={aria}
                onChange={change}
              />
            )}
          </Field>
        );
      })}
      {kind.entity === "CONTACT" && settled === undefined ? (
        <AccountPicker value={account} onChange={setAccount} />
      ) : null}
    </FormShell>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
