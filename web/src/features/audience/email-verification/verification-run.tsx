import { RunAtWork } from "@/records/contact-runs/run-at-work.tsx";
import { HowFar } from "./how-far.tsx";
import { cancelVerification } from "./mutations.ts";
import type { EmailVerification } from "./queries.ts";
import { cameTo, partsOf, titleOf } from "./words.ts";

/** The run, live. */
export function VerificationRun({ one }: { one: EmailVerification }) {
  return (
    <RunAtWork
      one={one}
      title={titleOf(one)}
      label="Email verification, progress"
      cameTo={cameTo(one)}
      parts={partsOf(one.counts)}
      cancel={cancelVerification}
      aside={<HowFar one={one} />}
    >
      You can leave this page. Mail servers are asked gently, one conversation at a time with each, so a large list
      takes a while. No mail is sent.
    </RunAtWork>
  );
}
