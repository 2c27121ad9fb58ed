import { runColumns } from "@/records/contact-runs/run-columns.tsx";
import type { PhoneLookup } from "./queries.ts";
import { partsOf, titleOf } from "./words.ts";

export const lookupColumns = runColumns<PhoneLookup>({
  path: "/contacts/phone-lookups",
  titleOf,
  partsOf: (row) => partsOf(row.counts),
  good: { id: "mobile", header: "Mobile", value: (row) => row.counts.mobile },
});
