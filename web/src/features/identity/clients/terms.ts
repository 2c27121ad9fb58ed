/** Default terms between the form, the API and the words of the page. */
import type { ClientTermsInput, DuplicatesWithin, OverDelivery, PacingPer } from "@/gql/graphql.ts";
import { countOf, formatCount, formatMoney } from "@/lib/format.ts";
import type { ClientTerms } from "./queries.ts";

export const PER: Record<PacingPer, string> = { DAY: "day", WEEK: "week", MONTH: "month", QUARTER: "quarter" };
export const OVER_DELIVERY: Record<OverDelivery, string> = {
  REFUSE: "Refuse",
  HOLD: "Hold until somebody decides",
  ALLOW: "Allow",
};
export const DUPLICATES: Record<DuplicatesWithin, string> = {
  ORDER: "Within the order",
  CLIENT: "Within all orders of the client",
};

/** As typed. */
export interface TermsForm {
  pacingLeads: string;
  pacingPer: PacingPer;
  price: string;
  currency: string;
  capPerCompany: string;
  overDelivery: OverDelivery;
  duplicatesWithin: DuplicatesWithin;
  lookBackDays: string;
  returnWindowDays: string;
}

export function formOf(terms: ClientTerms | null | undefined): TermsForm {
  const text = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));
  return {
    pacingLeads: text(terms?.pacingLeads),
    pacingPer: terms?.pacingPer ?? "MONTH",
    price: terms?.price ?? "",
    currency: terms?.currency ?? "EUR",
    capPerCompany: text(terms?.capPerCompany),
    overDelivery: terms?.overDelivery ?? "REFUSE",
    duplicatesWithin: terms?.duplicatesWithin ?? "ORDER",
    lookBackDays: text(terms?.lookBackDays),
    returnWindowDays: text(terms?.returnWindowDays ?? 14),
  };
}

export type TermsErrors = Partial<Record<keyof TermsForm, string>>;

/** What was typed as the API takes it, or what is wrong with it. The server decides; this only spares the way. */
export function inputOf(
  form: TermsForm,
  id: string,
  seen: number,
): { input: ClientTermsInput } | { errors: TermsErrors } {
  const errors: TermsErrors = {};
  const whole = (name: "pacingLeads" | "capPerCompany" | "lookBackDays" | "returnWindowDays", least: number) => {
    const text = form[name].trim();
    if (text === "") return null;
    if (!/^\d{1,7}$/.test(text) || Number(text) < least) {
      errors[name] = `Write a whole number from ${least}.`;
      return null;
    }
    return Number(text);
  };
  const pacingLeads = whole("pacingLeads", 1);
  const capPerCompany = whole("capPerCompany", 1);
  const lookBackDays = whole("lookBackDays", 1);
  const returnWindowDays = whole("returnWindowDays", 0);
  if (returnWindowDays === null && errors.returnWindowDays === undefined) {
    errors.returnWindowDays = "Write a number of days; 0 means that leads cannot be returned.";
  }
  const price = form.price.trim().replace(",", ".");
  if (price !== "" && !/^\d{1,9}(\.\d{1,4})?$/.test(price)) errors.price = "Write a price like 45 or 37.50.";
  const currency = form.currency.trim().toUpperCase();
  if (price !== "" && !/^[A-Z]{3}$/.test(currency)) errors.currency = "Write three letters, like EUR.";
  if (Object.keys(errors).length > 0) return { errors };
  return {
    input: {
      id,
      seen,
      pacingLeads,
      pacingPer: pacingLeads === null ? null : form.pacingPer,
      price: price === "" ? null : price,
      currency: price === "" ? null : currency,
      capPerCompany,
      overDelivery: form.overDelivery,
      duplicatesWithin: form.duplicatesWithin,
      lookBackDays,
      returnWindowDays: returnWindowDays ?? 0,
    },
  };
}

/** Terms as lines of label and value. */
export function termsLines(terms: ClientTerms): [label: string, value: string][] {
  const { pacingLeads, pacingPer, price, currency, capPerCompany, lookBackDays } = terms;
  return [
    ["Pacing", pacingLeads && pacingPer ? `${countOf(pacingLeads, "lead", "leads")} a ${PER[pacingPer]}` : "None"],
    ["Price per lead", price && currency ? formatMoney(price, currency) : "None"],
    ["Cap per company", capPerCompany ? countOf(capPerCompany, "lead", "leads") : "None"],
    ["Over-delivery", OVER_DELIVERY[terms.overDelivery]],
    [
      "Duplicates",
      `${DUPLICATES[terms.duplicatesWithin]}, ${lookBackDays ? `${formatCount(lookBackDays)} days back` : "however far back"}`,
    ],
    [
      "Returns",
      terms.returnWindowDays === 0
        ? "Leads cannot be returned"
        : `Within ${countOf(terms.returnWindowDays, "day", "days")} of the delivery`,
    ],
  ];
}
