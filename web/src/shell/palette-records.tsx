import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { formatCount } from "@/lib/format.ts";
import { foundFor } from "./palette-option.ts";
import { HitBody } from "./search/hit.tsx";
import { kindOfHit, pathOf, useSearchKinds } from "./search/kinds.ts";
import { searchQuery } from "./search/queries.ts";
import { noteSearch } from "./search/recent.ts";
import { resultsPath, totalOf } from "./search/use-found.ts";
import "./search/search.css";

/** Hits of each kind beside go, create and act. */
const SHOWN = 4;

/** Records that match the words, found by universal search. */
export function FoundRecords({
  words,
  only,
  onOpen,
}: {
  words: string;
  /** "contact" or "account" to keep to one kind. */
  only: string | null;
  onOpen: (to: string) => void;
}) {
  const kinds = useSearchKinds().map(({ kind }) => kind);
  const wanted = only === null ? kinds : kinds.filter((kind) => kind.toLowerCase() === only);
  const query = useQuery({
    ...searchQuery(words, { first: only === null ? SHOWN : 2 * SHOWN, kinds: wanted }),
    enabled: wanted.length > 0 && words !== "",
    placeholderData: keepPreviousData,
  });
  const groups = query.data?.groups ?? [];
  const { total, more } = totalOf(groups);
  const marked = foundFor(words, query.isPlaceholderData);
  const open = (to: string) => {
    noteSearch(words);
    onOpen(to);
  };
  return (
    <>
      {groups
        .filter((group) => group.hits.length > 0)
        .map((group) => (
          <Command.Group key={group.kind} heading={kindOfHit(group.kind).label} className="palette-group">
            {group.hits.map((hit) => (
              <Command.Item
                key={hit.id}
                value={`record ${hit.id}`}
                {...marked}
                className="menu-item palette-hit"
                data-to={pathOf(hit)}
                onSelect={() => open(pathOf(hit))}
              >
                <HitBody hit={hit} />
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      {total === 0 ? null : (
        <Command.Group heading="Search" className="palette-group">
          <Command.Item
            value="record all"
            {...marked}
            className="menu-item"
            data-to={resultsPath(words)}
            onSelect={() => open(resultsPath(words))}
          >
            <Icon as={Search} />
            {more || total === 1 ? "See all results" : `See all ${formatCount(total)} results`}
          </Command.Item>
        </Command.Group>
      )}
    </>
  );
}
