import { countryName, formatCount, formatPhone } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { PhoneSays } from "@/records/phone-validity/phone-says.tsx";
import type { AccountRow } from "./queries.ts";
import "@/components/card.css";

type Facts = Pick<
  AccountRow,
  "industry" | "staffCount" | "employeesSizeRange" | "hqCity" | "hqCountry" | "mainPhone" | "ownerName"
>;

const none = <span className="t-3">—</span>;

/** The handful of facts one looks for first. `fields`: all of the record, once they are there. */
export function AccountFacts({ account, fields }: { account: Facts; fields: Json | undefined }) {
  const place = [account.hqCity, account.hqCountry ? countryName(account.hqCountry) : null].filter(Boolean).join(", ");
  return (
    <dl className="kv">
      <dt>Industry</dt>
      <dd>{account.industry ?? none}</dd>
      <dt>Employees</dt>
      <dd className="num">
        {account.staffCount ? formatCount(account.staffCount) : (account.employeesSizeRange ?? none)}
      </dd>
      <dt>Headquarters</dt>
      <dd>{place === "" ? none : place}</dd>
      <dt>Main phone</dt>
      <dd>
        {account.mainPhone ? (
          <span className="row flex-wrap gap-1.5">
            <span className="mono">{formatPhone(account.mainPhone)}</span>
            <PhoneSays fields={fields} phone="main_phone" />
          </span>
        ) : (
          none
        )}
      </dd>
      <dt>Owner</dt>
      <dd>{account.ownerName ?? <span className="t-3">Nobody</span>}</dd>
    </dl>
  );
}
