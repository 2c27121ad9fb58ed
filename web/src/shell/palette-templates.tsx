import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { LayoutTemplate } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { templatePage, TEMPLATES } from "@/features/email/templates/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { sentence } from "@/lib/format.ts";
import { foundFor } from "./palette-option.ts";

/** Email templates beside go, create and act. */
const SHOWN = 4;

/** Email templates in use by a part of their name. */
export function FoundTemplates({ words, onOpen }: { words: string; onOpen: (to: string) => void }) {
  const may = useMay("TEMPLATES_VIEW");
  const query = useQuery({
    queryKey: [TEMPLATES, "palette", words],
    queryFn: ({ signal }) => templatePage({ first: SHOWN, filter: { q: words, archived: false }, sort: null, signal }),
    enabled: may && words !== "",
    placeholderData: keepPreviousData,
  });
  const templates = may && words !== "" ? (query.data?.edges ?? []) : [];
  if (templates.length === 0) return null;
  return (
    <Command.Group heading="Email templates" className="palette-group">
      {templates.map(({ node: { id, name, status } }) => (
        <Command.Item
          key={id}
          // Found by the server, so it always counts.
          value={`record email template ${id}`}
          {...foundFor(words, query.isPlaceholderData)}
          className="menu-item palette-hit"
          data-to={`/campaigns/templates/${id}`}
          onSelect={() => onOpen(`/campaigns/templates/${id}`)}
        >
          <Icon as={LayoutTemplate} />
          <span className="hit-words">
            <span className="med clip">{name}</span>
            <span className="t-12 t-2 clip">{sentence(status)}</span>
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
