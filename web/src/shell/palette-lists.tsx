import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { ListPlus } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { listsFoundQuery } from "@/features/audience/lists/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf } from "@/lib/format.ts";
import { foundFor } from "./palette-option.ts";

/** Lists beside go, create and act. */
const SHOWN = 4;

const PLACES = [
  { label: "Lists of contacts", to: "/contacts/lists" },
  { label: "Lists of accounts", to: "/accounts/lists" },
];

/** Lists by name, and the two places where all of them are; the sidebar leads to those through the segments. */
export function FoundLists({ words, onOpen }: { words: string; onOpen: (to: string) => void }) {
  const may = useMay("SEGMENTS_VIEW");
  const query = useQuery({ ...listsFoundQuery({ q: words }), enabled: may && words !== "" });
  if (!may || words === "") return null;
  return (
    <Command.Group heading="Lists" className="palette-group">
      {(query.data ?? []).slice(0, SHOWN).map(({ id, name, entity, members }) => (
        <Command.Item
          key={id}
          // Found by the server, so it always counts.
          value={`record list ${id}`}
          {...foundFor(words, query.isPlaceholderData)}
          className="menu-item palette-hit"
          data-to={`/lists/${id}`}
          onSelect={() => onOpen(`/lists/${id}`)}
        >
          <Icon as={ListPlus} />
          <span className="hit-words">
            <span className="med clip">{name}</span>
            <span className="t-12 t-2 clip">
              {entity === "ACCOUNT" ? countOf(members, "account", "accounts") : countOf(members, "contact", "contacts")}
            </span>
          </span>
        </Command.Item>
      ))}
      {PLACES.map(({ label, to }) => (
        <Command.Item key={to} value={`go ${label}`} className="menu-item" data-to={to} onSelect={() => onOpen(to)}>
          <Icon as={ListPlus} />
          {label}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
