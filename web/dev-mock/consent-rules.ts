/** The rules of consent by country in the mock: a few of those that Pivotal comes with, changed as one likes. */
import { refusal } from "./people.ts";
import { scopeOf } from "./policy.ts";
import type { MockUser, World } from "./world.ts";

type Preset = "LEGITIMATE_INTEREST" | "CONSENT_NEEDED";

interface Rule {
  email: Preset;
  phone: Preset;
  changedAt: string | null;
  changedBy: string | null;
  note: string | null;
}

interface Change {
  position: number;
  country: string;
  name: string;
  rule: Pick<Rule, "email" | "phone"> | null;
  previous: Pick<Rule, "email" | "phone"> | null;
  note: string | null;
  at: string;
  actorName: string;
}

/** Every country without a rule of its own. */
const OTHERS = "*";
const OPEN = "LEGITIMATE_INTEREST";
const CLOSED = "CONSENT_NEEDED";

const builtIn = (email: Preset, phone: Preset): Rule => ({
  email,
  phone,
  changedAt: null,
  changedBy: null,
  note: null,
});

const rules = new Map<string, Rule>([
  [OTHERS, builtIn(CLOSED, CLOSED)],
  ["AT", builtIn(CLOSED, CLOSED)],
  ["CZ", builtIn(CLOSED, OPEN)],
  ["DE", builtIn(CLOSED, CLOSED)],
  ["DK", builtIn(CLOSED, OPEN)],
  ["GB", builtIn(OPEN, OPEN)],
  ["NL", builtIn(CLOSED, OPEN)],
  ["PT", builtIn(OPEN, OPEN)],
  ["US", builtIn(OPEN, OPEN)],
]);
const changes: Change[] = [];

const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

function nameOf(country: string): string | undefined {
  if (country === OTHERS) return "All other countries";
  return /^[A-Z]{2}$/.test(country) ? names.of(country) : undefined;
}

/** What holds in a country for whom nothing is known; without a country of its own it is the rule of all others. */
export function presetOf(country: unknown, channel: "EMAIL" | "PHONE") {
  const own = typeof country === "string" && country !== OTHERS ? rules.get(country) : undefined;
  const rule = own ?? rules.get(OTHERS) ?? builtIn(CLOSED, CLOSED);
  return {
    preset: channel === "EMAIL" ? rule.email : rule.phone,
    country: own === undefined ? null : String(country),
    name: own === undefined ? null : (nameOf(String(country)) ?? null),
  };
}

interface SetInput {
  country: string;
  email: Preset;
  phone: Preset;
  note?: string | null;
}

export function consentRuleResolvers(world: World, user: MockUser) {
  const sees = scopeOf(user.role, "CONSENTS_VIEW") !== "NONE";
  const unknown = () =>
    refusal("CONSENT_RULE_COUNTRY", "country", "There is no such country. Use its two letters (ISO 3166), as in DE.");
  const told = (country: string, rule: Rule | null, previous: Rule | null, note: string | null) => {
    world.position += 1;
    const at = new Date().toISOString();
    const name = nameOf(country) ?? country;
    changes.push({ position: world.position, country, name, rule, previous, note, at, actorName: user.name });
    return { position: world.position, userErrors: [] };
  };
  return {
    consentRules: () =>
      sees
        ? [...rules]
            .map(([country, rule]) => ({ country, name: nameOf(country) ?? country, ...rule }))
            .toSorted(
              (a, b) => Number(b.country === OTHERS) - Number(a.country === OTHERS) || a.name.localeCompare(b.name),
            )
        : [],
    consentRuleChanges: () => (sees ? changes.toReversed() : []),
    consentRuleSet: ({ input }: { input: SetInput }) => {
      const country = input.country.trim().toUpperCase();
      if (nameOf(country) === undefined) return unknown();
      const previous = rules.get(country) ?? null;
      const { email, phone } = input;
      if (previous?.email === email && previous.phone === phone) return { position: null, userErrors: [] };
      const note = input.note?.trim() || null;
      const rule = { email, phone, changedAt: new Date().toISOString(), changedBy: user.name, note };
      rules.set(country, rule);
      return told(country, rule, previous, note);
    },
    consentRuleRemove: ({ country }: { country: string }) => {
      const code = country.trim().toUpperCase();
      if (code === OTHERS) {
        const message = "Countries without a rule of their own need one. Change it instead of removing it.";
        return refusal("CONSENT_RULE_OTHERS_NEEDED", "country", message);
      }
      if (nameOf(code) === undefined) return unknown();
      const previous = rules.get(code);
      if (previous === undefined) return { position: null, userErrors: [] };
      rules.delete(code);
      return told(code, null, previous, null);
    },
  };
}
