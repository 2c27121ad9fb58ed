import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { useGrants, useMe } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { mayAll, refusal } from "@/lib/permissions.ts";
import { matchDomainSet, refreshDomainSets } from "./mutations.ts";
import type { DomainSet } from "./queries.ts";
import { StubsChoice } from "./stubs-choice.tsx";

/** Compares a set with the accounts as they are now. */
export function MatchDialog({ set, onClose, onBegun }: { set: DomainSet; onClose: () => void; onBegun: () => void }) {
  const client = useQueryClient();
  const me = useMe();
  const makesAccounts = mayAll(useGrants(), "ACCOUNTS_EDIT");
  const [stubs, setStubs] = useState(set.stubs && makesAccounts);
  const start = useMutation({
    mutationFn: () => matchDomainSet(set.id, stubs),
    onSuccess: async () => {
      onClose();
      onBegun();
      await refreshDomainSets(client);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      width={480}
      title="Match again"
      description={`Compares ${countOf(set.items, "domain", "domains")} with the accounts there are now. What people said of them stays: what was confirmed or chosen is let be, what was rejected is not found again.`}
    >
      <FormShell
        onSubmit={() => start.mutate()}
        loading={start.isPending}
        submitError={start.error}
        submitLabel="Match again"
        onCancel={onClose}
      >
        <StubsChoice
          checked={stubs}
          onChange={setStubs}
          refused={makesAccounts ? null : refusal(me.role, "make accounts")}
        />
      </FormShell>
    </Dialog>
  );
}
