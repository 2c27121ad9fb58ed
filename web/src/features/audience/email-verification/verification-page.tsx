import { RunPage } from "@/records/contact-runs/run-page.tsx";
import { verificationSource } from "./use-verification.ts";
import { VerificationResult } from "./verification-result.tsx";
import { VerificationRun } from "./verification-run.tsx";
import { titleOf } from "./words.ts";

/** A run while it works, and its lasting result. */
export default function VerificationPage() {
  return (
    <RunPage
      source={verificationSource}
      what="email verification"
      short="This verification"
      titleOf={titleOf}
      atWork={(one) => <VerificationRun one={one} />}
      ended={(one) => <VerificationResult one={one} />}
    />
  );
}
