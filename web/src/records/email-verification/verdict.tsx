import { Badge } from "@/components/badge.tsx";
import { formatAge, formatFull } from "@/lib/format.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import { reasonWords, statusLook } from "./verdict-words.ts";

/** What was found out about a contact's email: the verdict, why, and when. */
export function Verdict({ fields }: { fields: Json | undefined }) {
  const values = fieldValues(fields);
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : null);
  const status = text("email_verification_status");
  if (status === null) return <span className="t-3">Not verified</span>;
  const look = statusLook(status);
  const [reason, at, kind] = [text("email_verification_reason"), text("email_verified_at"), text("email_kind")];
  return (
    <span className="flex flex-col gap-0.5" data-testid="email-verdict">
      <span className="row flex-wrap gap-1.5">
        <Badge tone={look.tone}>{look.label}</Badge>
        {kind === "role" ? <Badge>Role address</Badge> : null}
        {kind === "free_mail" ? <Badge>Free mail</Badge> : null}
        {at === null ? null : (
          <span className="t-12 t-3" title={formatFull(at)}>
            {formatAge(at)}
          </span>
        )}
      </span>
      {reason === null ? null : <span className="t-12 t-2">{reasonWords(reason)}</span>}
    </span>
  );
}
