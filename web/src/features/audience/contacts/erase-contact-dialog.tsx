import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { eraseContact } from "./mutations.ts";

/** The only confirmation in the app: what is erased cannot come back. */
export function EraseContactDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const client = useQueryClient();
  const [request, setRequest] = useState("");
  const [asked, setAsked] = useState(false);
  const erase = useMutation({
    mutationFn: () => eraseContact(id, request.trim()),
    onSuccess: async () => {
      onClose();
      toastDone("Contact erased");
      void client.invalidateQueries({ queryKey: ["search"] });
      await client.invalidateQueries({ queryKey: ["contacts"] });
    },
  });
  const missing = asked && request.trim() === "";
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Erase ${name} for good?`}
      description="Every personal value goes, here and in the history. A keyed hash stays, so that this person is not contacted again. This cannot be undone."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (request.trim() !== "") erase.mutate();
        }}
      >
        <div className="dialog-body flex flex-col gap-5">
          {erase.isError ? (
            <Notice tone="danger" title="Not erased. Nothing was changed.">
              {messageOf(erase.error)}
            </Notice>
          ) : null}
          <TextField
            label="Who asked, and when"
            required
            value={request}
            onChange={(event) => setRequest(event.target.value)}
            hint="Kept with the erasure as proof, like “Letter of 3 March, case 114”. Write no personal data here."
            error={missing ? "The erasure needs its reason. Write who asked for it." : undefined}
          />
        </div>
        <div className="dialog-foot">
          <Button onClick={onClose}>Keep</Button>
          <Button type="submit" variant="danger-solid" busy={erase.isPending}>
            Erase
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
