import { RunDetails, RunResult } from "@/records/contact-runs/run-result.tsx";
import { HowFar } from "./how-far.tsx";
import { LookedUpContacts } from "./looked-up-contacts.tsx";
import type { PhoneLookup } from "./queries.ts";
import { cameTo, OUTCOMES, titleOf } from "./words.ts";

/** The lasting end of a run. */
export function LookupResult({ one }: { one: PhoneLookup }) {
  const lines = one.lines.map(({ code, label, count }) => ({ code, words: label, count }));
  return (
    <RunResult
      one={one}
      title={titleOf(one)}
      failed="The look-up ended early"
      cameTo={cameTo(one)}
      outcomes={OUTCOMES}
      always={["MOBILE", "NOT_FOUND"]}
    >
      <LookedUpContacts one={one} />
      <HowFar one={one} />
      <RunDetails title="Kinds of lines" label="Kinds of lines" rows={lines} />
    </RunResult>
  );
}
