import { Link } from "react-router";
import { Status, Tag } from "@/components/badge.tsx";
import type { Column } from "@/components/data-table/types.ts";
import { formatAge, formatCount, formatFull } from "@/lib/format.ts";
import type { CampaignRow } from "./queries.ts";
import { openPath, STATES, whenWords } from "./words.ts";

/** How it stands, in a word. */
export function Standing({ campaign }: { campaign: Pick<CampaignRow, "state" | "archived"> }) {
  if (campaign.archived) return <Status tone="hollow">Archived</Status>;
  const { label, tone } = STATES[campaign.state];
  return <Status tone={tone}>{label}</Status>;
}

/** `channel`: of all campaigns, so that it is said. */
export const campaignColumns = (mayEdit: boolean, channel: boolean): Column<CampaignRow>[] => [
  {
    id: "name",
    header: "Name",
    sortField: "name",
    width: 280,
    grows: true,
    text: (row) => row.name,
    cell: (row) => (
      <Link to={openPath(row, mayEdit)} className="clip med hover:underline" tabIndex={-1}>
        {row.name}
      </Link>
    ),
  },
  {
    id: "state",
    header: "State",
    width: 120,
    text: (row) => row.pausedBecause?.words ?? STATES[row.state].label,
    cell: (row) => <Standing campaign={row} />,
  },
  ...(channel
    ? [
        {
          id: "channel",
          header: "By",
          width: 80,
          cell: (row: CampaignRow) => <span className="t-2">{row.channel === "EMAIL" ? "Email" : "Phone"}</span>,
        },
      ]
    : []),
  {
    id: "audience",
    header: "Audience",
    width: 110,
    align: "right",
    cell: (row) =>
      row.audienceCount === 0 ? (
        <span className="t-3">—</span>
      ) : (
        <span className="num">{formatCount(row.audienceCount)}</span>
      ),
  },
  {
    id: "start",
    header: "When",
    sortField: "start_at",
    width: 200,
    text: whenWords,
    cell: (row) => <span className="t-2 clip">{whenWords(row)}</span>,
  },
  {
    id: "tags",
    header: "Tags",
    width: 160,
    lowPriority: true,
    text: (row) => row.tags.join(", "),
    cell: (row) =>
      row.tags.length === 0 ? (
        <span className="t-3">—</span>
      ) : (
        <span className="row gap-1">
          {row.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </span>
      ),
  },
  {
    id: "client",
    header: "Client",
    width: 140,
    lowPriority: true,
    text: (row) => row.clientName,
    cell: (row) => <span className={row.clientName ? "clip" : "t-3"}>{row.clientName ?? "—"}</span>,
  },
  {
    id: "brand",
    header: "Brand",
    width: 130,
    hidden: true,
    text: (row) => row.brandName,
    cell: (row) => <span className="t-2 clip">{row.brandName ?? "—"}</span>,
  },
  {
    id: "owner",
    header: "Owner",
    width: 140,
    lowPriority: true,
    text: (row) => row.ownerName,
    cell: (row) => <span className="t-2 clip">{row.ownerName ?? "—"}</span>,
  },
  {
    id: "updated",
    header: "Updated",
    sortField: "updated_at",
    width: 120,
    align: "right",
    text: (row) => formatFull(row.updatedAt),
    cell: (row) => <span className="t-2">{formatAge(row.updatedAt)}</span>,
  },
];
