import type { ReactNode } from "react";
import { Link } from "react-router";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { formatCount, formatDay } from "@/lib/format.ts";
import { recipientsPath } from "@/records/email-sending/ledger-words.ts";
import { respondedPath } from "@/records/email-sending/response-words.ts";
import { Count } from "./parts.tsx";
import type { Compared } from "./queries.ts";
import { type Line, linesOf, share } from "./words.ts";
import "@/components/data-table/table.css";

/** A row each for the same figure of all of them. */
export function CompareTable({ compared }: { compared: readonly Compared[] }) {
  const labels = compared.slice(0, 1).flatMap(({ total }) => linesOf(total).map(({ label }) => label));
  const lines = new Map(compared.map(({ campaignId, total }) => [campaignId, linesOf(total)]));
  return (
    <ScrollRegion label="Campaigns compared">
      <table className="dt flush min-w-200" aria-label="Campaigns compared" data-testid="campaigns-compared">
        <thead>
          <tr>
            <th scope="col" className="w-64">
              Figure
            </th>
            {compared.map(({ campaignId, name }) => (
              <th key={campaignId} scope="col" className="r" title={name}>
                <Link className="link clip block" to={`/campaigns/${campaignId}?tab=results`}>
                  {name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            label="Launched"
            compared={compared}
            cell={({ launchedAt }) => (launchedAt ? formatDay(launchedAt) : "—")}
          />
          <Row
            label="Audience"
            compared={compared}
            cell={({ campaignId, ledger }) => <Count value={ledger.audience} to={recipientsPath(campaignId)} />}
          />
          <Row
            label="Excluded"
            of="of the audience"
            compared={compared}
            cell={({ campaignId, ledger }) => (
              <Part
                value={ledger.excluded}
                part={share(ledger.excluded, ledger.audience)}
                to={recipientsPath(campaignId, "EXCLUDED")}
              />
            )}
          />
          {labels.map((label, at) => (
            <FigureRows
              key={label}
              label={label}
              compared={compared}
              line={({ campaignId }) => lines.get(campaignId)?.[at]}
            />
          ))}
          <Row
            label="Clicked"
            of="of opened"
            compared={compared}
            cell={({ total }) => share(total.clicked, total.opened)}
          />
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** What people did, and below it what programs did, which is never added. */
function FigureRows({
  label,
  compared,
  line,
}: {
  label: string;
  compared: readonly Compared[];
  line: (one: Compared) => Line | undefined;
}) {
  const wholes = new Set(compared.map((one) => line(one)?.of ?? ""));
  const programs = compared.some((one) => line(one)?.programs !== undefined);
  return (
    <>
      <Row
        label={label}
        // Where nobody tells of delivery, shares are of what was sent.
        of={[...wholes].join(" or ")}
        compared={compared}
        cell={(one) => {
          const figure = line(one);
          if (figure === undefined) return "—";
          const { emails, response } = figure;
          const to =
            response === undefined ? recipientsPath(one.campaignId, "SENT") : respondedPath(one.campaignId, response);
          return <Part value={emails} part={figure.share} of={figure.of} to={to} />;
        }}
      />
      {programs ? (
        <Row
          label={`${label} by programs`}
          compared={compared}
          cell={(one) => <span className="t-2">{formatCount(line(one)?.programs ?? 0)}</span>}
        />
      ) : null}
    </>
  );
}

function Row({
  label,
  of = "",
  compared,
  cell,
}: {
  label: string;
  /** Of what its shares are. */
  of?: string;
  compared: readonly Compared[];
  cell: (one: Compared) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">
        {label} <span className="t-12 t-3">{of}</span>
      </th>
      {compared.map((one) => (
        <td key={one.campaignId} className="r num">
          {cell(one)}
        </td>
      ))}
    </tr>
  );
}

function Part({ value, part, of, to }: { value: number; part: string; of?: string; to: string }) {
  return (
    <>
      <Count value={value} to={to} />{" "}
      <span className="t-12 t-3" title={of ? `${part} ${of}` : undefined}>
        {part}
      </span>
    </>
  );
}
