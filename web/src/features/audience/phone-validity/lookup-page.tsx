import { RunPage } from "@/records/contact-runs/run-page.tsx";
import { LookupResult } from "./lookup-result.tsx";
import { LookupRun } from "./lookup-run.tsx";
import { lookupSource } from "./use-lookup.ts";
import { titleOf } from "./words.ts";

/** A run while it works, and its lasting result. */
export default function LookupPage() {
  return (
    <RunPage
      source={lookupSource}
      what="phone look-up"
      short="This look-up"
      titleOf={titleOf}
      atWork={(one) => <LookupRun one={one} />}
      ended={(one) => <LookupResult one={one} />}
    />
  );
}
