/** In which work alone somebody is suppressed. Pure. */
import type { SuppressionsAddInput } from "@/gql/graphql.ts";

export type WhereKind = "EVERYWHERE" | "CLIENT" | "CAMPAIGN" | "BRAND";

export interface Where {
  kind: WhereKind;
  /** Empty: not chosen yet, or everywhere. */
  id: string;
  /** Of a campaign, as it was found. */
  name: string;
}

export const EVERYWHERE: Where = { kind: "EVERYWHERE", id: "", name: "" };

export const WHERES: readonly { value: WhereKind; label: string }[] = [
  { value: "EVERYWHERE", label: "Everywhere" },
  { value: "CLIENT", label: "In the work for one client" },
  { value: "CAMPAIGN", label: "In one campaign" },
  { value: "BRAND", label: "In the name of one brand" },
];

/** What is still to be chosen; none: nothing. */
export function lacks({ kind, id }: Where): string | undefined {
  if (kind === "EVERYWHERE" || id !== "") return undefined;
  return `Choose a ${kind.toLowerCase()}`;
}

/** As the server takes it. */
export function withinOf({ kind, id }: Where): Pick<SuppressionsAddInput, "clientId" | "campaignId" | "brandId"> {
  return {
    clientId: kind === "CLIENT" ? id : null,
    campaignId: kind === "CAMPAIGN" ? id : null,
    brandId: kind === "BRAND" ? id : null,
  };
}
