import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { TextQuote } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { snippetsQuery } from "@/features/email/templates/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { foundFor } from "./palette-option.ts";

/** Snippets beside go, create and act. */
const SHOWN = 4;

/** Snippets in use by a part of their name or of their brand's. They are few, so all are asked for once. */
export function FoundSnippets({ words, onOpen }: { words: string; onOpen: (to: string) => void }) {
  const asked = useMay("TEMPLATES_VIEW") && words !== "";
  const query = useQuery({ ...snippetsQuery, enabled: asked });
  const wanted = words.toLowerCase().split(/\s+/);
  const found = (asked ? (query.data ?? []) : []).filter(({ archived, name, brandName }) => {
    const said = `${name} ${brandName}`.toLowerCase();
    return !archived && wanted.every((word) => said.includes(word));
  });
  if (found.length === 0) return null;
  return (
    <Command.Group heading="Snippets" className="palette-group">
      {found.slice(0, SHOWN).map(({ id, name, brandName }) => (
        <Command.Item
          key={id}
          // Found already, so it always counts.
          value={`record snippet ${id}`}
          {...foundFor(words, false)}
          className="menu-item palette-hit"
          data-to={`/campaigns/snippets/${id}`}
          onSelect={() => onOpen(`/campaigns/snippets/${id}`)}
        >
          <Icon as={TextQuote} />
          <span className="hit-words">
            <span className="med clip">{name}</span>
            <span className="t-12 t-2 clip">{brandName}</span>
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
