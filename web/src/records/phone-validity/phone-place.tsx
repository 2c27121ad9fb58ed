import { queryOptions, useQuery } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import { execute } from "@/lib/graphql.ts";
import { fieldValues, type Json } from "@/lib/json.ts";
import { PhoneSays } from "./phone-says.tsx";
import { placeOf, saidOf } from "./phone-words.ts";

const ASSESSED = graphql(`
  query PhoneAssessed($number: String!) {
    phoneAssessment(number: $number) {
      validity
      line
      lineLabel
      countryName
      timeZone
    }
  }
`);

/** What a number says by itself. It says the same for as long as the app is open. */
const assessedQuery = (number: string) =>
  queryOptions({
    queryKey: ["phone-assessment", number],
    queryFn: async ({ signal }) => (await execute(ASSESSED, { number }, signal)).phoneAssessment,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: number !== "",
  });

/** The number as it is dialled from anywhere; empty where there is none. */
function dialled(fields: Json | undefined, key: string): string {
  const value = fieldValues(fields)[key];
  return typeof value === "string" ? value : "";
}

/** Beside a number: its country and time zone. Nothing while they are not known. */
export function PhonePlace({ fields, field }: { fields: Json | undefined; field: string }) {
  const place = placeOf(useQuery(assessedQuery(dialled(fields, field))).data);
  return place === "" ? null : (
    <span className="t-12 t-3" title="Country and time zone of the number" data-testid={`${field}-place`}>
      {place}
    </span>
  );
}

/** On an account: whether its main phone can be one, of what kind it is, and where it belongs. */
export function MainPhoneSays({ fields }: { fields: Json | undefined }) {
  if (saidOf(fieldValues(fields), "main_phone") === null) return null;
  return (
    <div className="row flex-wrap gap-2 px-4 pb-3">
      <span className="t-12 t-2">Main phone</span>
      <PhoneSays fields={fields} phone="main_phone" />
      <PhonePlace fields={fields} field="main_phone_e164" />
    </div>
  );
}
