import { type RunSource, useRun } from "@/records/contact-runs/use-run.ts";
import { refreshAfterVerification } from "./mutations.ts";
import { type EmailVerification, fetchVerification, watchVerification } from "./queries.ts";

export const verificationSource: RunSource<EmailVerification> = {
  keyOf: (id) => ["email-verifications", "one", id],
  fetch: fetchVerification,
  watch: watchVerification,
  refresh: refreshAfterVerification,
};

/** One run, live while it works. `id`: null while there is none to follow. */
export const useVerification = (id: string | null) => useRun(verificationSource, id);
