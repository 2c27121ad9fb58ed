/** What the rules of consent say of themselves. Pure. */
import type { Tone } from "@/components/badge.tsx";
import type { ConsentPreset } from "@/gql/graphql.ts";
import type { ConsentRuleChange } from "./queries.ts";

/** Every country without a rule of its own. */
export const OTHERS = "*";

export const PRESETS: Record<ConsentPreset, { label: string; hint: string; tone: Tone }> = {
  LEGITIMATE_INTEREST: { label: "Legitimate interest", hint: "They may be contacted until they object", tone: "info" },
  CONSENT_NEEDED: { label: "Consent needed", hint: "Not without a basis of their own", tone: "warning" },
};

/** "Germany: email legitimate interest (consent needed before), calls consent needed" */
export function changeWords({ name, rule, previous }: ConsentRuleChange): string {
  if (rule === null) return `${name}: no rule of its own any more`;
  const part = (what: string, now: ConsentPreset, before: ConsentPreset | undefined) => {
    const words = `${what} ${PRESETS[now].label.toLowerCase()}`;
    return before === undefined || before === now ? words : `${words} (${PRESETS[before].label.toLowerCase()} before)`;
  };
  return `${name}: ${part("email", rule.email, previous?.email)}, ${part("calls", rule.phone, previous?.phone)}`;
}
