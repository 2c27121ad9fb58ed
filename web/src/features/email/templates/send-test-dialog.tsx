import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { ContactPicker } from "@/records/email-preview/contact-picker.tsx";
import { sendTest } from "./mutations.ts";
import type { Template } from "./queries.ts";

/** The draft as it is saved, to the viewer's own address, with the values of a contact. */
export function SendTestDialog({
  template,
  contactId,
  onClose,
}: {
  template: Template;
  /** Whom the preview shows. */
  contactId: string | null;
  onClose: () => void;
}) {
  const me = useMe();
  const [contact, setContact] = useState(contactId);
  const send = useMutation({
    mutationFn: () => sendTest({ id: template.id, contactId: contact }),
    onSuccess: (address) => {
      toastDone(`A test of ${template.name} is on its way to ${address === "" ? me.email : address}`);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Send a test"
      description={`The draft goes to you, ${me.email}, and to nobody else.`}
    >
      <FormShell
        onSubmit={() => send.mutate()}
        loading={send.isPending}
        submitError={send.error}
        submitLabel="Send test"
        onCancel={onClose}
      >
        <ContactPicker
          label="With the values of"
          hint="They are only read; the contact gets no email."
          value={contact}
          onChange={setContact}
        />
      </FormShell>
    </Dialog>
  );
}
