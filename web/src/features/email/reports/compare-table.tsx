import { Link } from "react-router";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { formatCount, formatDay } from "@/lib/format.ts";
import { recipientsPath } from "@/records/email-sending/ledger-words.ts";
import { respondedPath } from "@/records/email-sending/response-words.ts";
import { Count } from "./parts.tsx";
import type { Compared } from "./queries.ts";
import { linesOf, share } from "./words.ts";
import "@/components/data-table/table.css";

/** A row each for the same figure of all of them. */
export function CompareTable({ compared }: { compared: readonly Compared[] }) {
  const lines = compared.map(({ total }) => linesOf(total));
  return (
    <ScrollRegion label="Campaigns compared">
      <table className="dt flush min-w-200" aria-label="Campaigns compared" data-testid="campaigns-compared">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {compared.map(({ campaignId, name, launchedAt }) => (
              <th key={campaignId} scope="col" className="r" title={name}>
                <Link className="link" to={`/campaigns/${campaignId}?tab=results`}>
                  {name}
                </Link>
                {launchedAt ? <span className="t-12 t-3"> {formatDay(launchedAt)}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Audience</th>
            {compared.map(({ campaignId, ledger }) => (
              <td key={campaignId} className="r num">
                <Count value={ledger.audience} to={recipientsPath(campaignId)} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Excluded</th>
            {compared.map(({ campaignId, ledger }) => (
              <td key={campaignId} className="r num">
                <Count value={ledger.excluded} to={recipientsPath(campaignId, "EXCLUDED")} />{" "}
                <span className="t-12 t-3">{share(ledger.excluded, ledger.audience)} of audience</span>
              </td>
            ))}
          </tr>
          {(lines[0] ?? []).map(({ label }, at) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {compared.map(({ campaignId }, column) => {
                const line = lines[column]?.[at];
                if (line === undefined) return <td key={campaignId} />;
                const to =
                  line.response === undefined
                    ? recipientsPath(campaignId, "SENT")
                    : respondedPath(campaignId, line.response);
                return (
                  <td key={campaignId} className="r num">
                    <Count value={line.emails} to={to} />{" "}
                    <span className="t-12 t-3">
                      {line.share} {line.of}
                    </span>
                    {line.programs ? (
                      <span className="t-12 t-3"> + {formatCount(line.programs)} by programs</span>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">Clicked, of opened</th>
            {compared.map(({ campaignId, total }) => (
              <td key={campaignId} className="r num">
                {share(total.clicked, total.opened)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
