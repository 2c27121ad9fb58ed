import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Filter } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { segmentPage, SEGMENTS } from "@/features/audience/segments/queries.ts";
import { countOf } from "@/lib/format.ts";
import { foundFor } from "./palette-option.ts";

/** Segments beside go, create and act. */
const SHOWN = 4;

/** Segments in use by name, of contacts and of accounts. */
export function FoundSegments({ words, onOpen }: { words: string; onOpen: (to: string) => void }) {
  const may = useMay("SEGMENTS_VIEW");
  const query = useQuery({
    queryKey: [SEGMENTS, "palette", words],
    queryFn: ({ signal }) => segmentPage({ first: SHOWN, filter: { q: words, archived: false }, sort: null, signal }),
    enabled: may && words !== "",
    placeholderData: keepPreviousData,
  });
  const segments = may && words !== "" ? (query.data?.edges ?? []) : [];
  if (segments.length === 0) return null;
  return (
    <Command.Group heading="Segments" className="palette-group">
      {segments.map(({ node: { id, name, entity, members } }) => {
        const noun = entity === "ACCOUNT" ? "account" : "contact";
        const to = `/${noun}s/segments/${id}`;
        return (
          <Command.Item
            key={id}
            // Found by the server, so it always counts.
            value={`record segment ${id}`}
            {...foundFor(words, query.isPlaceholderData)}
            className="menu-item palette-hit"
            data-to={to}
            onSelect={() => onOpen(to)}
          >
            <Icon as={Filter} />
            <span className="hit-words">
              <span className="med clip">{name}</span>
              <span className="t-12 t-2 clip">{countOf(members, noun, `${noun}s`)}</span>
            </span>
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}
