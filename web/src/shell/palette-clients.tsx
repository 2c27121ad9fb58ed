import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Avatar } from "@/components/avatar.tsx";
import { clientPage } from "@/features/identity/clients/queries.ts";
import { useGrants } from "@/features/identity/me/queries.ts";
import { mayAll } from "@/lib/permissions.ts";
import { foundFor } from "./palette-option.ts";

/** Clients beside go, create and act. */
const SHOWN = 4;

/** Client organisations in use by name or website, for those of ours who may see all of them. */
export function FoundClients({ words, onOpen }: { words: string; onOpen: (to: string) => void }) {
  const may = mayAll(useGrants(), "CLIENTS_VIEW");
  const wanted = { search: words, archived: false };
  const query = useQuery({
    queryKey: ["clients", "palette", words],
    queryFn: ({ signal }) => clientPage({ first: SHOWN, filter: wanted, sort: null, signal }),
    enabled: may && words !== "",
    placeholderData: keepPreviousData,
  });
  const clients = may && words !== "" ? (query.data?.edges ?? []) : [];
  if (clients.length === 0) return null;
  return (
    <Command.Group heading="Clients" className="palette-group">
      {clients.map(({ node: { id, name, website } }) => (
        <Command.Item
          key={id}
          // Found by the server, so it always counts.
          value={`record client ${id}`}
          {...foundFor(words, query.isPlaceholderData)}
          className="menu-item palette-hit"
          data-to={`/clients/${id}`}
          onSelect={() => onOpen(`/clients/${id}`)}
        >
          <Avatar name={name} square />
          <span className="hit-words">
            <span className="med clip">{name}</span>
            {website ? <span className="t-12 t-2 clip">{website}</span> : null}
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
