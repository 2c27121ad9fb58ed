import { runColumns } from "@/records/contact-runs/run-columns.tsx";
import type { EmailVerification } from "./queries.ts";
import { partsOf, titleOf } from "./words.ts";

export const verificationColumns = runColumns<EmailVerification>({
  path: "/contacts/email-verifications",
  titleOf,
  partsOf: (row) => partsOf(row.counts),
  good: { id: "valid", header: "Valid", value: (row) => row.counts.valid },
});
