import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { countryName, formatCount } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { accountName } from "@/records/kinds/account-kind.ts";
import { contactName } from "@/records/kinds/contact-kind.ts";
import { Breakdown } from "./breakdown.tsx";
import type { SegmentPreview } from "./queries.ts";
import { Reach } from "./reach.tsx";
import { listPath, nounsOf } from "./words.ts";

/** Exactly how many the filter finds, how they can be reached, how they divide, and the newest of them. */
export function Found({
  entity,
  filter,
  query,
}: {
  entity: Entity;
  filter: Json;
  query: UseQueryResult<SegmentPreview>;
}) {
  const { noun, nouns } = nounsOf(entity);
  const found = query.data;
  // Whoever fulfils nothing, or cannot be counted, divides into nothing.
  const asks = !query.isError && found?.count !== 0;
  const settled = query.isSuccess && !query.isPlaceholderData;
  return (
    <aside className="audience-found" aria-label="What it finds">
      {query.isError ? (
        <LoadError what="The count" error={query.error} retry={() => void query.refetch()} />
      ) : (
        <div role="status" aria-busy={query.isFetching}>
          <p className="row items-baseline gap-2">
            <b className={`audience-count num ${query.isFetching ? "t-3" : ""}`} data-testid="audience-count">
              {found === undefined ? "–" : formatCount(found.count)}
            </b>
            <span className="t-2">{found?.count === 1 ? `${noun} matches` : `${nouns} match`}</span>
            {query.isFetching ? <span className="spin t-3" /> : null}
          </p>
          <Link className="link" to={listPath(entity, filter)}>
            Open as a list
          </Link>
        </div>
      )}
      {asks && entity === "CONTACT" ? <Reach filter={filter} enabled={settled} /> : null}
      {asks ? <Breakdown entity={entity} filter={filter} enabled={settled} /> : null}
      <section aria-label="Sample" className={query.isPlaceholderData ? "opacity-60" : ""}>
        <h2 className="semi mb-2">Sample</h2>
        {query.isError ? null : found === undefined ? (
          <div className="delayed flex flex-col gap-4">
            {[70, 50, 60, 45].map((width) => (
              <Skeleton key={width} width={`${width}%`} />
            ))}
          </div>
        ) : found.count === 0 ? (
          <p className="t-2">Nobody fulfils all of this. Take a condition out, or widen one.</p>
        ) : (
          <>
            <ul className="flex flex-col">
              {rowsOf(found).map(({ id, name, detail, country, square }) => (
                <li key={id} className="row gap-3 py-1.5">
                  <Avatar name={name} square={square} />
                  <span className="grow min-w-0">
                    <Link className="link med block clip" to={`/${nouns}/${id}`}>
                      {name}
                    </Link>
                    <span className="t-12 t-2 block clip">{detail}</span>
                  </span>
                  {country ? (
                    <span className="t-12 t-3" title={countryName(country)}>
                      {country}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
            <p className="t-12 t-3 mt-2">The newest of them.</p>
          </>
        )}
      </section>
    </aside>
  );
}

function rowsOf({ contacts, accounts }: SegmentPreview) {
  return [
    ...contacts.map((contact) => ({
      id: contact.id,
      name: contactName(contact),
      detail: [contact.jobTitle, contact.accountName].filter(Boolean).join(", "),
      country: contact.country,
      square: false,
    })),
    ...accounts.map((account) => ({
      id: account.id,
      name: accountName(account),
      detail: [account.domain, account.industry].filter(Boolean).join(", "),
      country: account.hqCountry,
      square: true,
    })),
  ];
}
