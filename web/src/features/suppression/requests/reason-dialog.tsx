import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextAreaField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { toastDone } from "@/components/toast.tsx";
import { extendRequest, refreshRequests, refuseRequest } from "./mutations.ts";
import type { PrivacyRequest } from "./queries.ts";

const WORDS = {
  extend: {
    title: "Extend the time",
    description:
      "Once, to three months after the day it came in, where the request is complex. The person must be told within the first month. This cannot be undone.",
    submit: "Extend",
    done: "Time extended",
  },
  refuse: {
    title: "Refuse the request",
    description: "The person must be told why, and that they may complain to an authority. This cannot be undone.",
    submit: "Refuse",
    done: "Request refused",
  },
};

/** Both need a reason, which is kept. */
export function ReasonDialog({
  request,
  what,
  onClose,
}: {
  request: PrivacyRequest;
  what: keyof typeof WORDS;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [why, setWhy] = useState("");
  const words = WORDS[what];
  const save = useMutation({
    mutationFn: () =>
      what === "extend" ? extendRequest(request.id, why.trim()) : refuseRequest(request.id, why.trim()),
    onSuccess: async () => {
      await refreshRequests(client);
      toastDone(words.done);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.title} description={words.description}>
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={save.error}
        submitLabel={words.submit}
        submitDisabledReason={why.trim() === "" ? "Say why" : undefined}
        onCancel={onClose}
      >
        <TextAreaField
          label="Why"
          required
          autoFocus
          rows={3}
          maxLength={2000}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
      </FormShell>
    </Dialog>
  );
}
