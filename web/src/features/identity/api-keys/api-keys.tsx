import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Empty } from "@/components/empty.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useListState } from "@/lib/use-list-state.ts";
import { usePageActions } from "@/shell/actions.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { KeyTable } from "./key-table.tsx";
import { revokeApiKey } from "./mutations.ts";
import { type ApiKeyRow, apiKeysQuery } from "./queries.ts";
import { SecretDialog } from "./secret-dialog.tsx";

/** Programs that work with Pivotal: the keys they come in with. */
export function ApiKeys() {
  const state = useListState();
  const query = useQuery(apiKeysQuery);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<ApiKeyRow | null>(null);
  const add = () => state.setCreating(true);
  usePageActions([
    { id: "api-key-new", label: "New API key", icon: Plus, group: "On this page", keys: "c", primary: true, run: add },
  ]);
  return (
    <>
      {query.isPending ? (
        <PageSkeleton />
      ) : query.isError ? (
        <LoadError what="API keys" error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Empty
          icon={KeyRound}
          title="No API keys yet"
          actions={
            <Button variant="primary" icon={Plus} onClick={add}>
              New API key
            </Button>
          }
        >
          With a key a program works with Pivotal in your name, and does no more than you choose.
        </Empty>
      ) : (
        <Card title="API keys" flush>
          <KeyTable rows={query.data} onRevoke={setRevoking} />
        </Card>
      )}
      {state.creating ? (
        <CreateKeyDialog
          onMade={(made) => {
            state.setCreating(false);
            setSecret(made);
          }}
          onClose={() => state.setCreating(false)}
        />
      ) : null}
      {secret === null ? null : <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      {revoking === null ? null : <RevokeDialog row={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

/** A key that was revoked does not come back: it is asked once more. */
function RevokeDialog({ row, onClose }: { row: ApiKeyRow; onClose: () => void }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeApiKey(row.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      toastDone(`${row.name} is revoked`);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Revoke ${row.name}?`}
      description="Whatever comes in with this key is shut out at once. A key cannot be given back; you would make a new one."
    >
      <FormShell
        onSubmit={() => revoke.mutate()}
        loading={revoke.isPending}
        submitError={revoke.error}
        submitLabel="Revoke key"
        onCancel={onClose}
      >
        {null}
      </FormShell>
    </Dialog>
  );
}
