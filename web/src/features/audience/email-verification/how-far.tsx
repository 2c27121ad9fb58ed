import { RunAbout } from "@/records/contact-runs/run-about.tsx";
import type { EmailVerification } from "./queries.ts";

/** What the run looked at, and how much of it was known from before. */
export function HowFar({ one }: { one: EmailVerification }) {
  return (
    <RunAbout one={one} title="About this verification">
      <dt>Who was asked</dt>
      <dd>
        {one.mailboxes
          ? "Name servers and mail servers"
          : "Name servers only: mail servers are not asked in this installation"}
      </dd>
    </RunAbout>
  );
}
