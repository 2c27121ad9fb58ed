import { RunAtWork } from "@/records/contact-runs/run-at-work.tsx";
import { HowFar } from "./how-far.tsx";
import { cancelLookup } from "./mutations.ts";
import type { PhoneLookup } from "./queries.ts";
import { cameTo, partsOf, titleOf } from "./words.ts";

/** The run, live. */
export function LookupRun({ one }: { one: PhoneLookup }) {
  return (
    <RunAtWork
      one={one}
      title={titleOf(one)}
      label="Phone look-up, progress"
      cameTo={cameTo(one)}
      parts={partsOf(one.counts)}
      cancel={cancelLookup}
      aside={<HowFar one={one} />}
    >
      You can leave this page. Each number is asked about once, no faster than agreed, so a large list takes a while.
      Stopping keeps what was found.
    </RunAtWork>
  );
}
