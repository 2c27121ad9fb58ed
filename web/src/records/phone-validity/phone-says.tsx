import { Badge } from "@/components/badge.tsx";
import { formatAge, formatFull } from "@/lib/format.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import { lineWords, type Numbered, saidOf, validityLook } from "./phone-words.ts";

/** Beside a number: whether it can be one, of what kind, and what a carrier said when it was asked. */
export function PhoneSays({ fields, phone }: { fields: Json | undefined; phone: Numbered }) {
  const said = saidOf(fieldValues(fields), phone);
  if (said === null) return null;
  const look = validityLook(said.validity);
  const { carrierLine, carrier, line, lookedUpAt } = said;
  return (
    <span className="row flex-wrap gap-1.5" data-testid={`${phone}-says`}>
      <span title={look.meaning}>
        <Badge tone={look.tone}>{look.label}</Badge>
      </span>
      {carrierLine === "not_found" ? <Badge tone="danger">Not found by the carriers</Badge> : null}
      {carrierLine === null && line !== null ? <Badge>{lineWords(line)}</Badge> : null}
      {carrierLine !== null && carrierLine !== "not_found" ? <Badge tone="info">{lineWords(carrierLine)}</Badge> : null}
      {carrier === null ? null : <span className="t-12 t-2">{carrier}</span>}
      {lookedUpAt === null ? null : (
        <span className="t-12 t-3" title={`Looked up ${formatFull(lookedUpAt)}`}>
          {formatAge(lookedUpAt)}
        </span>
      )}
    </span>
  );
}
