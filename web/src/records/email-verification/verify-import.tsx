import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { startVerification } from "@/features/audience/email-verification/mutations.ts";
import { verificationOfImportQuery } from "@/features/audience/email-verification/queries.ts";
import { useVerification } from "@/features/audience/email-verification/use-verification.ts";
import { cameTo, partsOf } from "@/features/audience/email-verification/words.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { isAtWork } from "@/records/contact-runs/run.ts";
import { RunOfImport } from "@/records/contact-runs/run-of-import.tsx";

/** On an import's result: whether mail reaches the contacts it brought, or the way to find out. */
export function VerifyImport({ importId }: { importId: string }) {
  return useMay("EMAILS_VERIFY") ? <Shown importId={importId} /> : null;
}

function Shown({ importId }: { importId: string }) {
  const client = useQueryClient();
  const last = useQuery(verificationOfImportQuery(importId));
  const { query } = useVerification(last.data?.id ?? null);
  const start = useMutation({
    mutationFn: () => startVerification({ filter: { importId, archived: false } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["email-verifications", "import", importId] }),
    onError: (error) => toastFailed(`Not begun. ${messageOf(error)}`, () => start.mutate()),
  });
  const one = query.data ?? last.data;
  return (
    <Card title="Emails">
      {one === null || one === undefined ? (
        <p className="t-2 mb-3">Find out whether mail can reach the contacts of this import. No mail is sent.</p>
      ) : (
        <RunOfImport
          one={one}
          path="/contacts/email-verifications"
          atWork="Being verified"
          cameTo={cameTo(one)}
          ended="Verified"
          parts={partsOf(one.counts)}
        />
      )}
      {one !== null && one !== undefined && isAtWork(one) ? null : (
        <Button small icon={MailCheck} busy={start.isPending || last.isPending} onClick={() => start.mutate()}>
          {one ? "Verify again" : "Verify these emails"}
        </Button>
      )}
    </Card>
  );
}
