import { useQuery } from "@tanstack/react-query";
import { Megaphone, OctagonX, Plus, Scale } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { ColumnChooser } from "@/components/data-table/column-chooser.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { QuickFind } from "@/components/filter-bar/quick-find.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import type { CampaignsFilter } from "@/gql/graphql.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { campaignColumns } from "./columns.tsx";
import { CreateDialog } from "./create-dialog.tsx";
import { campaignCount, campaignPage, CAMPAIGNS, type CampaignState, isMoving } from "./queries.ts";
import { StopSendingDialog } from "./stop-sending-dialog.tsx";
import { switchQuery } from "./switch-queries.ts";
import { openPath, peopleWords, STATES, stepPath, whenWords } from "./words.ts";

const ARCHIVED = "archived";
const STANDINGS = [
  { value: "", label: "In use" },
  ...Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
  { value: ARCHIVED, label: "Archived" },
];
const OWNERS = [
  { value: "", label: "Of everybody" },
  { value: "me", label: "Mine" },
];

/** Every campaign there is, or those of one channel, from the draft to the end. */
export default function CampaignsPage({ channel }: { channel?: "EMAIL" }) {
  const me = useMe();
  const mayEdit = useMay("CAMPAIGNS_EDIT");
  const mayStop = useMay("CAMPAIGNS_LAUNCH");
  const mayCompare = useMay("REPORTS_VIEW");
  const navigate = useNavigate();
  const state = useListState();
  const [stopping, setStopping] = useState(false);
  const stopped = useQuery(switchQuery).data?.stopped === true;
  const q = state.q.trim();
  const [standing = ""] = state.filter("state");
  const [tag = ""] = state.filter("tag");
  const [owner = ""] = state.filter("owner");
  const filter: CampaignsFilter = {
    archived: standing === ARCHIVED,
    ...(channel === undefined ? {} : { channel }),
    ...(standing in STATES ? { states: [standing as CampaignState] } : {}),
    ...(tag === "" ? {} : { tag }),
    ...(owner === "me" ? { ownerId: me.id } : {}),
    ...(q === "" ? {} : { q }),
  };
  const list = useRecordList({
    entity: CAMPAIGNS,
    filter,
    sort: state.sort,
    fetchPage: campaignPage,
    fetchCount: campaignCount,
    refetchInterval: (rows) => (rows.some((row) => isMoving(row.state)) ? 5000 : false),
  });
  const add = () => state.setCreating(true);
  const compare = () => void navigate("/campaigns/compare");
  usePageActions([
    ...(mayCompare
      ? [{ id: "campaigns-compare", label: "Compare campaigns", icon: Scale, group: "On this page", run: compare }]
      : []),
    ...(mayEdit
      ? [
          {
            id: "campaign-new",
            label: "New campaign",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: add,
          },
        ]
      : []),
  ]);
  const title = channel === "EMAIL" ? "Email campaigns" : "Campaigns";
  const tags = [...new Set([...(tag === "" ? [] : [tag]), ...list.rows.flatMap((row) => row.tags)])].toSorted();
  const narrowed = q !== "" || standing !== "" || tag !== "" || owner !== "";
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={title} data-testid="campaigns-table">
      <DataTable
        id="campaigns"
        label={title}
        nouns={["campaign", "campaigns"]}
        columns={campaignColumns(mayEdit, channel === undefined)}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        sort={state.sort}
        onSort={state.setSort}
        onOpen={(row) => void navigate(openPath(row, mayEdit))}
        phoneRow={(row) => ({
          lead: <Status tone={STATES[row.state].tone}>{null}</Status>,
          title: row.name,
          detail: [
            row.archived ? "Archived" : STATES[row.state].label,
            ...(row.audienceCount === 0 ? [] : [peopleWords(row.audienceCount)]),
          ].join(". "),
          aside: whenWords(row),
        })}
        toolbar={(layout) => (
          <>
            <PageHead
              title={title}
              count={list.total}
              actions={
                <>
                  {mayCompare ? (
                    <Button icon={Scale} className="max-md:!hidden" onClick={compare}>
                      Compare
                    </Button>
                  ) : null}
                  {mayStop && !stopped ? (
                    <Button variant="danger" icon={OctagonX} onClick={() => setStopping(true)}>
                      Stop all sending
                    </Button>
                  ) : null}
                </>
              }
            />
            <div className="row flex-wrap px-5 py-2" role="group" aria-label="Show">
              <QuickFind q={state.q} setQ={state.setQ} placeholder="Find by name" keys="f" />
              <SelectField
                label="State"
                value={STANDINGS.some(({ value }) => value === standing) ? standing : ""}
                options={STANDINGS}
                onChange={(value) => state.setFilter("state", value === "" ? [] : [value])}
              />
              <SelectField
                label="Owner"
                value={owner === "me" ? "me" : ""}
                options={OWNERS}
                onChange={(value) => state.setFilter("owner", value === "" ? [] : [value])}
              />
              {tags.length === 0 ? null : (
                <SelectField
                  label="Tag"
                  value={tag}
                  options={[{ value: "", label: "Every tag" }, ...tags.map((one) => ({ value: one, label: one }))]}
                  onChange={(value) => state.setFilter("tag", value === "" ? [] : [value])}
                />
              )}
              <span className="push">
                <ColumnChooser layout={layout} />
              </span>
            </div>
          </>
        )}
        empty={
          <Empty
            icon={Megaphone}
            title={narrowed ? "No campaign like this" : "No campaigns yet"}
            actions={
              narrowed ? (
                <Button onClick={() => state.clearFilters(["state", "tag", "owner"])}>Show all in use</Button>
              ) : mayEdit ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  New campaign
                </Button>
              ) : undefined
            }
          >
            {narrowed
              ? "Look for fewer letters, or choose another state, owner or tag."
              : "A campaign takes an audience, says something to it at a moment, and keeps a ledger of what became of everybody."}
          </Empty>
        }
      />
      {stopping ? <StopSendingDialog onClose={() => setStopping(false)} /> : null}
      {state.creating && mayEdit ? (
        <CreateDialog
          onClose={() => state.setCreating(false)}
          onMade={(id) => void navigate(id === undefined ? "/campaigns" : stepPath({ id }, "audience"))}
        />
      ) : null}
    </section>
  );
}
