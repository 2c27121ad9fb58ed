import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Globe } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { DOMAIN_SETS, domainSetPage } from "@/features/audience/domain-sets/queries.ts";
import { useGrants } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { mayAll } from "@/lib/permissions.ts";
import { foundFor } from "./palette-option.ts";

/** Domain sets beside go, create and act. */
const SHOWN = 4;

/** Domain sets in use by a part of their name. */
export function FoundDomainSets({ words, onOpen }: { words: string; onOpen: (to: string) => void }) {
  const may = mayAll(useGrants(), "DOMAIN_SETS_VIEW");
  const query = useQuery({
    queryKey: [DOMAIN_SETS, "palette", words],
    queryFn: ({ signal }) => domainSetPage({ first: SHOWN, filter: { q: words, archived: false }, sort: null, signal }),
    enabled: may && words !== "",
    placeholderData: keepPreviousData,
  });
  const sets = may && words !== "" ? (query.data?.edges ?? []) : [];
  if (sets.length === 0) return null;
  return (
    <Command.Group heading="Domain sets" className="palette-group">
      {sets.map(({ node: { id, name, items } }) => (
        <Command.Item
          key={id}
          // Found by the server, so it always counts.
          value={`record domain set ${id}`}
          {...foundFor(words, query.isPlaceholderData)}
          className="menu-item palette-hit"
          data-to={`/domain-sets/${id}`}
          onSelect={() => onOpen(`/domain-sets/${id}`)}
        >
          <Icon as={Globe} />
          <span className="hit-words">
            <span className="med clip">{name}</span>
            <span className="t-12 t-2 clip">{countOf(items, "domain", "domains")}</span>
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
