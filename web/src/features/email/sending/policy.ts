/** The policy of all sending, as the form holds it: each value as it is typed. */
import type { EmailPolicyInput } from "@/gql/graphql.ts";
import type { Policy } from "./queries.ts";

export interface DomainPace {
  domain: string;
  perSecond: string;
}

export interface PolicyDraft {
  /** Empty: as fast as accounts take it. */
  perSecond: string;
  domains: readonly DomainPace[];
  /** Null: nobody is left out for having been written to. */
  cap: { count: string; days: string } | null;
  warnComplaintsPercent: string;
  pauseComplaintsPercent: string;
  pauseHardBouncesPercent: string;
  pauseBouncesPercent: string;
  bounces: string;
  withinDays: string;
  overDays: string;
  restDays: string;
}

export function policyOf(policy: Policy): PolicyDraft {
  const { softBounces } = policy;
  return {
    perSecond: typeof policy.perSecond === "number" ? String(policy.perSecond) : "",
    domains: policy.domains.map(({ domain, perSecond }) => ({ domain, perSecond: String(perSecond) })),
    cap: policy.cap ? { count: String(policy.cap.count), days: String(policy.cap.days) } : null,
    warnComplaintsPercent: String(policy.warnComplaintsPercent),
    pauseComplaintsPercent: String(policy.pauseComplaintsPercent),
    pauseHardBouncesPercent: String(policy.pauseHardBouncesPercent),
    pauseBouncesPercent: String(policy.pauseBouncesPercent),
    bounces: String(softBounces.bounces),
    withinDays: String(softBounces.withinDays),
    overDays: String(softBounces.overDays),
    restDays: String(softBounces.restDays),
  };
}

/** What is no number is sent as one that is refused, so that the field says why. */
export function policyInput(draft: PolicyDraft): EmailPolicyInput {
  return {
    perSecond: draft.perSecond.trim() === "" ? null : whole(draft.perSecond),
    domains: draft.domains
      .filter(({ domain, perSecond }) => domain.trim() !== "" || perSecond.trim() !== "")
      .map(({ domain, perSecond }) => ({ domain: domain.trim(), perSecond: number(perSecond) })),
    cap: draft.cap === null ? null : { count: whole(draft.cap.count), days: whole(draft.cap.days) },
    warnComplaintsPercent: number(draft.warnComplaintsPercent),
    pauseComplaintsPercent: number(draft.pauseComplaintsPercent),
    pauseHardBouncesPercent: number(draft.pauseHardBouncesPercent),
    pauseBouncesPercent: number(draft.pauseBouncesPercent),
    softBounces: {
      bounces: whole(draft.bounces),
      withinDays: whole(draft.withinDays),
      overDays: whole(draft.overDays),
      restDays: whole(draft.restDays),
    },
  };
}

export const samePolicy = (one: PolicyDraft, other: PolicyDraft): boolean =>
  JSON.stringify(policyInput(one)) === JSON.stringify(policyInput(other));

/** Refused wherever it is sent. */
const NONE = -1;
const LARGEST = 1_000_000;

function number(text: string): number {
  const value = Number(text.trim() === "" ? Number.NaN : text.trim().replace(",", "."));
  return Number.isFinite(value) && value <= LARGEST ? value : NONE;
}

function whole(text: string): number {
  const value = number(text);
  return Number.isInteger(value) ? value : NONE;
}
