/** Where what the pre-flight found is mended. */
import { fieldValues } from "@/lib/json.ts";
import type { PreflightItem } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";
import { isStep, STEP_LABELS, stepPath } from "./words.ts";

export interface Mending {
  label: string;
  to: string;
}

const OF_SENDER = /^(SENDER_(FAILING|UNCHECKED)|ACCOUNT_UNKNOWN|TRACKING_DOMAIN)$/;
const OF_TEMPLATE =
  /^(TEMPLATE_(NOT_APPROVED|ARCHIVED)|TAG_(UNRESOLVED|OFTEN_EMPTY)|UNSUBSCRIBE_MISSING|ADDRESS_MISSING|LINK_INVALID)$/;

/**
 * The step of the wizard where it is mended; beside it the sender or the template, where the mending is done there. Null: on this very
 * page, which is the review.
 */
export function mendings(campaign: Campaign, { code, step, detail }: PreflightItem): Mending[] {
  const { content } = campaign;
  const own: Mending[] =
    isStep(step) && step !== "review" ? [{ label: STEP_LABELS[step], to: stepPath(campaign, step) }] : [];
  if (!content) return own;
  if (OF_SENDER.test(code)) return [{ label: "Open the sender", to: `/campaigns/senders/${content.senderId}` }, ...own];
  if (OF_TEMPLATE.test(code)) {
    const { variant } = fieldValues(detail ?? null);
    const found = content.variants.find(({ key }) => key === variant) ?? content.variants[0];
    if (found !== undefined) {
      return [{ label: "Open the template", to: `/campaigns/templates/${found.templateId}` }, ...own];
    }
  }
  return own;
}

/** Those that keep it from being launched. */
export const faultsOf = (items: readonly PreflightItem[]): PreflightItem[] =>
  items.filter(({ level }) => level === "FAULT");
