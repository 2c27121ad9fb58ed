import type { ReactNode } from "react";
import { Link } from "react-router";
import { Card } from "@/components/card.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, countryName, formatDay } from "@/lib/format.ts";
import type { Client, ClientRecord } from "./queries.ts";

/** What is known of a client at a glance. */
export function Overview({ client, record }: { client: Client; record: ClientRecord }) {
  const seesSuppressions = useMay("SUPPRESSIONS_VIEW");
  const rows: [string, ReactNode][] = [
    ["Legal name", record.legalName],
    ["Website", record.website ? <span className="mono">{record.website}</span> : null],
    ["Country", record.country ? countryName(record.country) : null],
    ["Billing reference", record.billingReference],
    ["Account manager", client.ownerName ?? "Nobody"],
    ["Since", formatDay(client.createdAt)],
  ];
  return (
    <>
      <Card title="Organisation">
        <dl className="kv">
          {rows.map(([label, value]) => (
            <Row key={label} label={label}>
              {value}
            </Row>
          ))}
          {seesSuppressions ? (
            <Row label="Its suppressions">
              <Link className="link" to={`/suppressions?client=${client.id}`}>
                {countOf(record.suppressionCount, "suppression", "suppressions")}
              </Link>
            </Row>
          ) : null}
        </dl>
      </Card>
      {record.note ? (
        <Card title="Note for operations">
          <p className="whitespace-pre-wrap">{record.note}</p>
        </Card>
      ) : null}
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {children === null || children === undefined || children === "" ? <span className="t-3">—</span> : children}
      </dd>
    </>
  );
}
