import { Link } from "react-router";
import type { Entity, ListUsesQuery } from "@/gql/graphql.ts";

export type ListUse = NonNullable<ListUsesQuery["list"]>["usedBy"][number];

const KINDS: Record<string, string> = {
  list: "List",
  saved_view: "Saved view",
  segment: "Segment",
  campaign: "Campaign",
};

/** Where it is looked at. */
function hrefOf({ kind, id }: ListUse, entity: Entity): string | null {
  const records = entity === "ACCOUNT" ? "/accounts" : "/contacts";
  if (kind === "list") return `/lists/${id}`;
  if (kind === "saved_view") return `${records}?view=${id}`;
  if (kind === "campaign") return `/campaigns/${id}`;
  return kind === "segment" ? `${records}/segments/${id}` : null;
}

/** What relies on a list, by name. */
export function Uses({ uses, entity }: { uses: readonly ListUse[]; entity: Entity }) {
  if (uses.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1" aria-label="Used by">
      {uses.map((use) => {
        const href = hrefOf(use, entity);
        return (
          <li key={`${use.kind} ${use.id}`}>
            <span className="t-3">{KINDS[use.kind] ?? use.kind.replaceAll("_", " ")}</span>{" "}
            {href === null ? (
              use.name
            ) : (
              <Link className="link" to={href}>
                {use.name}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
