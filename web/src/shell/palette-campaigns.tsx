import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Megaphone } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { campaignPage, CAMPAIGNS } from "@/features/campaigns/campaigns/queries.ts";
import { useGrants } from "@/features/identity/me/queries.ts";
import { sentence } from "@/lib/format.ts";
import { mayAll } from "@/lib/permissions.ts";
import { foundFor } from "./palette-option.ts";

/** Campaigns beside go, create and act. */
const SHOWN = 4;

/** Campaigns in use by a part of their name. */
export function FoundCampaigns({ words, onOpen }: { words: string; onOpen: (to: string) => void }) {
  const asks = mayAll(useGrants(), "CAMPAIGNS_VIEW") && words !== "";
  const query = useQuery({
    queryKey: [CAMPAIGNS, "palette", words],
    queryFn: ({ signal }) => campaignPage({ first: SHOWN, filter: { q: words, archived: false }, sort: null, signal }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  const campaigns = asks ? (query.data?.edges ?? []) : [];
  if (campaigns.length === 0) return null;
  return (
    <Command.Group heading="Campaigns" className="palette-group">
      {campaigns.map(({ node: { id, name, state } }) => (
        <Command.Item
          key={id}
          // Found by the server, so it always counts.
          value={`record campaign ${id}`}
          {...foundFor(words, query.isPlaceholderData)}
          className="menu-item palette-hit"
          data-to={`/campaigns/${id}`}
          onSelect={() => onOpen(`/campaigns/${id}`)}
        >
          <Icon as={Megaphone} />
          <span className="hit-words">
            <span className="med clip">{name}</span>
            <span className="t-12 t-2 clip">{sentence(state)}</span>
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
