import { RunDetails, RunResult } from "@/records/contact-runs/run-result.tsx";
import { HowFar } from "./how-far.tsx";
import type { EmailVerification } from "./queries.ts";
import { VerifiedContacts } from "./verified-contacts.tsx";
import { cameTo, OUTCOMES, titleOf } from "./words.ts";

/** The lasting end of a run. */
export function VerificationResult({ one }: { one: EmailVerification }) {
  const reasons = one.reasons.map(({ code, message, count }) => ({ code, words: message || code, count }));
  return (
    <RunResult
      one={one}
      title={titleOf(one)}
      failed="The verification ended early"
      cameTo={cameTo(one)}
      outcomes={OUTCOMES}
      always={["VALID", "INVALID"]}
    >
      <VerifiedContacts one={one} />
      <HowFar one={one} />
      <RunDetails title="Why" label="Reasons" rows={reasons} />
    </RunResult>
  );
}
