import { Building2 } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { Button } from "@/components/button.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { fieldValues } from "@/lib/json.ts";
import { accountKind } from "@/records/kinds/account-kind.ts";
import { contactKind } from "@/records/kinds/contact-kind.ts";
import { accountFrom } from "@/records/quick-create.ts";
import { isErased, type RecordBase } from "@/records/record-kind.ts";
import { useRecordActions } from "@/records/use-record-actions.ts";

const CreateRecordDialog = lazy(async () => ({
  default: (await import("@/records/create-record-dialog.tsx")).CreateRecordDialog,
}));

/** The company of a contact that has none yet, from what the contact says of it; the contact is linked to it. */
export function NewAccount({ contact }: { contact: RecordBase }) {
  const mayLink = useMay(contactKind.permissions.edit);
  const mayMake = useMay(accountKind.permissions.edit);
  const { link } = useRecordActions(contactKind);
  const [open, setOpen] = useState(false);
  if (!mayLink || !mayMake || contact.archived || isErased(contact) || contact.accountId) return null;
  return (
    <>
      <Button small icon={Building2} onClick={() => setOpen(true)}>
        New account
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <CreateRecordDialog
            kind={accountKind}
            open
            start={accountFrom(fieldValues(contact.fields))}
            onClose={() => setOpen(false)}
            onCreated={(account) =>
              link(contact, { id: account.id, name: accountKind.nameOf(fieldValues(account.fields)) })
            }
          />
        </Suspense>
      ) : null}
    </>
  );
}
