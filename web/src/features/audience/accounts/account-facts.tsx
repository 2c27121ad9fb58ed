import { countryName, formatCount, formatPhone } from "@/lib/format.ts";
import type { AccountRow } from "./queries.ts";
import "@/components/card.css";

type Facts = Pick<
  AccountRow,
  "industry" | "staffCount" | "employeesSizeRange" | "hqCity" | "hqCountry" | "mainPhone" | "ownerName"
>;

const none = <span className="t-3">—</span>;

/** The handful of facts one looks for first. */
export function AccountFacts({ account }: { account: Facts }) {
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
      <dd>{account.mainPhone ? <span className="mono">{formatPhone(account.mainPhone)}</span> : none}</dd>
      <dt>Owner</dt>
      <dd>{account.ownerName ?? <span className="t-3">Nobody</span>}</dd>
    </dl>
  );
}
