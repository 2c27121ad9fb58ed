import { sentence } from "@/lib/format.ts";
import { RunAbout } from "@/records/contact-runs/run-about.tsx";
import type { PhoneLookup } from "./queries.ts";
import { PROVIDERS, WHICH } from "./words.ts";

/** What the run looked at, and how much of it was known from before. */
export function HowFar({ one }: { one: PhoneLookup }) {
  return (
    <RunAbout one={one} title="About this look-up">
      <dt>Which number</dt>
      <dd>{sentence(WHICH[one.which])}</dd>
      <dt>Who was asked</dt>
      <dd>{PROVIDERS[one.provider]}</dd>
    </RunAbout>
  );
}
