import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone } from "@/components/toast.tsx";
import { meQuery } from "@/features/identity/me/queries.ts";
import type { SecondStepFor } from "@/gql/graphql.ts";
import { requireSecondStep } from "@/features/identity/access-rules/mutations.ts";
import { accessRulesQuery } from "@/features/identity/access-rules/queries.ts";

const OPTIONS: readonly { value: SecondStepFor; label: string; done: string }[] = [
  {
    value: "NOBODY",
    label: "Nobody: everybody decides for themselves",
    done: "A second step is everybody's own choice",
  },
  { value: "ADMINS", label: "Administrators", done: "Administrators need a second step" },
  { value: "EVERYBODY", label: "Everybody", done: "Everybody needs a second step" },
];

const doneOf = (value: SecondStepFor) => OPTIONS.find((option) => option.value === value)?.done ?? value;

/** What everybody must bring to sign in. */
export function AccessRulesDialog({ onClose }: { onClose: () => void }) {
  const rules = useQuery(accessRulesQuery);
  return (
    <Dialog open onClose={onClose} title="Sign-in rules">
      {rules.isPending ? (
        <div className="dialog-body" role="status" aria-label="Loading the sign-in rules">
          <Skeleton width="80%" />
        </div>
      ) : rules.isError ? (
        <div className="dialog-body">
          <LoadError what="The sign-in rules" error={rules.error} retry={() => void rules.refetch()} />
        </div>
      ) : (
        <Rules before={rules.data.secondStepFor} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Rules({ before, onClose }: { before: SecondStepFor; onClose: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(before);
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: accessRulesQuery.queryKey });
    // Whoever set the rule may be the first to owe what it asks for.
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const save = useMutation({
    mutationFn: requireSecondStep,
    onSuccess: async (_, value) => {
      if (value !== before) {
        toastDone(doneOf(value), async () => {
          await requireSecondStep(before);
          await refresh();
        });
      }
      onClose();
      await refresh();
    },
  });
  return (
    <FormShell
      onSubmit={() => save.mutate(chosen)}
      loading={save.isPending}
      submitError={save.error}
      submitLabel="Save"
      onCancel={onClose}
    >
      <SelectField
        label="A second step is required of"
        options={OPTIONS}
        value={chosen}
        onChange={(event) => {
          const option = OPTIONS.find(({ value }) => value === event.target.value);
          if (option !== undefined) setChosen(option.value);
        }}
        hint="Who has none is led to set it up, at once and also where they are signed in already; nothing else is open until then. Who signs in with an identity provider proves it there."
      />
    </FormShell>
  );
}
