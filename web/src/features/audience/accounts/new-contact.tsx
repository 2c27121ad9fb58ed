import { useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/button.tsx";
import { toastLink } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { fieldValues } from "@/lib/json.ts";
import { accountName } from "@/records/kinds/account-kind.ts";
import { contactKind } from "@/records/kinds/contact-kind.ts";
import { usePageActions } from "@/shell/actions.ts";

const CreateRecordDialog = lazy(async () => ({
  default: (await import("@/records/create-record-dialog.tsx")).CreateRecordDialog,
}));

/** Somebody new at this company, made where one stands. `primary`: it is what the page creates, from the top bar. */
export function NewContact({
  account,
  primary = false,
}: {
  account: { id: string; name?: string | null; domain?: string | null; archived: boolean };
  primary?: boolean;
}) {
  const may = useMay(contactKind.permissions.edit) && !account.archived;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const name = accountName(account);
  usePageActions(
    may && primary
      ? [
          {
            id: "account-new-contact",
            label: "New contact here",
            icon: UserPlus,
            group: `On ${name}`,
            keys: "c",
            primary: true,
            run: () => setOpen(true),
          },
        ]
      : [],
  );
  if (!may) return null;
  return (
    <>
      {primary ? null : (
        <Button small icon={UserPlus} onClick={() => setOpen(true)}>
          New contact
        </Button>
      )}
      {open ? (
        <Suspense fallback={null}>
          <CreateRecordDialog
            kind={contactKind}
            open
            account={{ id: account.id, name }}
            onClose={() => setOpen(false)}
            onCreated={async (record) => {
              await client.invalidateQueries({ queryKey: ["accounts"] });
              toastLink(
                `${contactKind.nameOf(fieldValues(record.fields))} created at ${name}`,
                "Open",
                () => void navigate(`/contacts/${record.id}`),
              );
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
