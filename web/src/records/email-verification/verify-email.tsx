import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/button.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { refreshAfterVerification, startVerification } from "@/features/audience/email-verification/mutations.ts";
import { useVerification } from "@/features/audience/email-verification/use-verification.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import { isAtWork } from "@/records/contact-runs/run.ts";

/** The record is read again this often, in ms, and so many times, until it says what the run has found. */
const EVERY = 500;
const LOOKS = 10;

/** By the email of one contact. The record itself says what was found out when it has ended. */
export function VerifyEmail({ contactId, fields }: { contactId: string; fields: Json | undefined }) {
  const may = useMay("EMAILS_VERIFY");
  const client = useQueryClient();
  const [run, setRun] = useState<string | null>(null);
  const { query } = useVerification(run);
  const start = useMutation({
    mutationFn: () => startVerification({ ids: [contactId], again: true }),
    onSuccess: setRun,
    onError: (error) => toastFailed(`Not begun. ${messageOf(error)}`, () => start.mutate()),
  });
  const one = query.data;
  // A run can be over before it was ever seen at work, and the record follows a moment after it.
  const verified = fieldValues(fields)["email_verified_at"];
  const known = typeof verified === "string" ? Date.parse(verified) : 0;
  const behind = one?.finishedAt ? known < Date.parse(one.createdAt) : false;
  useEffect(() => {
    if (!behind) return;
    let looks = 0;
    const look = () => {
      looks += 1;
      if (looks >= LOOKS) clearInterval(timer);
      void refreshAfterVerification(client);
    };
    const timer = setInterval(look, EVERY);
    look();
    return () => clearInterval(timer);
  }, [behind, client]);
  if (!may) return null;
  const works = start.isPending || (run !== null && (one === null || one === undefined || isAtWork(one)));
  const failed = one?.state === "FAILED" ? (one.error ?? "It could not be verified.") : null;
  const said = one === null || one === undefined ? undefined : one.reasons[0]?.message;
  return (
    <>
      <Button small icon={MailCheck} busy={works} onClick={() => start.mutate()}>
        Verify email
      </Button>
      <span className="sr" role="status">
        {works || run === null ? "" : (failed ?? said ?? "")}
      </span>
    </>
  );
}
