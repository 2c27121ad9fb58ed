import type { SenderInput } from "@/gql/graphql.ts";
import type { Sender } from "./queries.ts";

/** The fields of the form, each as it is typed. */
export const FIELDS = [
  "fromName",
  "fromAddress",
  "replyTo",
  "brandId",
  "physicalAddress",
  "trackingDomain",
  "account",
  "dkimSelector",
  "dkimRecord",
  "warmUp",
  "firstDay",
  "startPerDay",
  "growthPercent",
  "limitPerDay",
] as const;
export type Values = Record<(typeof FIELDS)[number], string>;

const LARGEST = 2_147_483_647;

/** Of a sender, or of a new one for a brand. `today`: the first day of a ramp that begins now. */
export function valuesOf(sender: Sender | null, brandId: string, today: string): Values {
  const ramp = sender?.ramp;
  return {
    fromName: sender?.fromName ?? "",
    fromAddress: sender?.fromAddress ?? "",
    replyTo: sender?.replyTo ?? "",
    brandId: sender?.brandId ?? brandId,
    physicalAddress: sender?.physicalAddress ?? "",
    trackingDomain: sender?.trackingDomain ?? "",
    account: sender?.account ?? "test",
    dkimSelector: sender?.dkimSelector ?? "",
    dkimRecord: sender?.dkimRecord ?? "",
    warmUp: ramp ? "ramp" : "",
    firstDay: ramp?.firstDay ?? today,
    startPerDay: String(ramp?.startPerDay ?? 50),
    growthPercent: String(ramp?.growthPercent ?? 30),
    limitPerDay: String(ramp?.limitPerDay ?? 50_000),
  };
}

/** What is no number is sent as one that is refused, so that the field says why. */
function number(text: string): number {
  const value = Number(text.trim() === "" ? Number.NaN : text);
  return Number.isInteger(value) && value >= 0 && value <= LARGEST ? value : -1;
}

export function inputOf(values: Values): SenderInput {
  const { fromName, fromAddress, replyTo, brandId, physicalAddress, trackingDomain, account } = values;
  const { dkimSelector, dkimRecord } = values;
  const ramp =
    values.warmUp === ""
      ? null
      : {
          firstDay: values.firstDay,
          startPerDay: number(values.startPerDay),
          growthPercent: number(values.growthPercent),
          limitPerDay: number(values.limitPerDay),
        };
  return {
    fromName,
    fromAddress,
    replyTo,
    brandId,
    physicalAddress,
    trackingDomain,
    account,
    dkimSelector,
    dkimRecord,
    ramp,
  };
}

/** Why it cannot be saved yet. */
export function missing(values: Values): string | undefined {
  if (values.fromName.trim() === "") return "A sender needs a name";
  if (values.fromAddress.trim() === "") return "A sender needs an address";
  if (values.physicalAddress.trim() === "") return "The law wants a physical address";
  if (values.warmUp !== "" && values.firstDay === "") return "A warm-up needs its first day";
  return undefined;
}
