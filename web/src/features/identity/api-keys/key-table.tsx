import { useQuery } from "@tanstack/react-query";
import { Status, type Tone } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import type { ApiKeyState } from "@/gql/graphql.ts";
import { formatAge, formatDay, formatFull, sentence } from "@/lib/format.ts";
import { type ApiKeyRow, apiKeyScopesQuery } from "./queries.ts";
import "@/components/data-table/table.css";

const STATES: Record<ApiKeyState, { label: string; tone: Tone | "hollow" }> = {
  ACTIVE: { label: "Active", tone: "success" },
  EXPIRED: { label: "Expired", tone: "warning" },
  REVOKED: { label: "Revoked", tone: "hollow" },
};

export function KeyTable({ rows, onRevoke }: { rows: ApiKeyRow[]; onRevoke: (row: ApiKeyRow) => void }) {
  return (
    <ScrollRegion label="List of API keys">
      <table className="dt flush min-w-260">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="w-40">
              Key
            </th>
            <th scope="col" className="w-56">
              May
            </th>
            <th scope="col" className="w-32">
              State
            </th>
            <th scope="col">Made by</th>
            <th scope="col" className="w-32">
              Ends
            </th>
            <th scope="col" className="w-28">
              Last used
            </th>
            <th scope="col" className="r w-28">
              Actions
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="med" title={row.name}>
                {row.name}
              </td>
              <td className="mono">{row.prefix}…</td>
              <td>
                <Scopes scopes={row.scopes} />
              </td>
              <td>
                <Status tone={STATES[row.state].tone}>{STATES[row.state].label}</Status>
              </td>
              <td className="t-2">{row.madeBy ?? "—"}</td>
              <td className="t-2" title={row.expiresAt ? formatFull(row.expiresAt) : undefined}>
                {row.expiresAt ? formatDay(row.expiresAt) : "Never"}
              </td>
              <td className="t-2" title={row.lastUsedIp ?? undefined}>
                {row.lastUsedAt ? formatAge(row.lastUsedAt) : "Never"}
              </td>
              <td className="r">
                {row.state === "ACTIVE" ? (
                  <Button small aria-label={`Revoke ${row.name}`} onClick={() => onRevoke(row)}>
                    Revoke
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** One in words; several behind their number. What the viewer's own role has no words for stands by its name. */
function Scopes({ scopes }: { scopes: readonly string[] }) {
  const known = useQuery(apiKeyScopesQuery).data ?? [];
  const words = scopes.map((scope) => known.find(({ permission }) => permission === scope)?.act ?? sentence(scope));
  if (words.length === 1) return <span title={words[0]}>{words[0]}</span>;
  return (
    <details>
      <summary className="cursor-pointer">{words.length} things</summary>
      <ul className="t-2 py-1">
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </details>
  );
}
