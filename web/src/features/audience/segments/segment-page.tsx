import { useQuery } from "@tanstack/react-query";
import { Archive, Ellipsis, Filter, ListPlus, PenLine, Power, RefreshCw, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Link, Navigate, useNavigate, useParams, useSearchParams } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Icon } from "@/components/icon.tsx";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { formatCount, formatMoment } from "@/lib/format.ts";
import { isId } from "@/lib/ids.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { AudienceHistory } from "@/records/audience-history/audience-history.tsx";
import { AssignButton } from "@/records/campaigns/assign-button.tsx";
import { type Action, usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { ChangesTab } from "./changes-tab.tsx";
import { Standing } from "./columns.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { ListDialog } from "./list-dialog.tsx";
import { MembersTab } from "./members-tab.tsx";
import { OverviewTab, UsedBy } from "./overview-tab.tsx";
import { type SegmentDetail, segmentQuery } from "./queries.ts";
import { useSegmentActs } from "./use-segment.ts";
import { WhyDialog } from "./why-dialog.tsx";
import { builderPath, pathOf } from "./words.ts";

/** One segment: what it means, who is in it, who came and went, and why. */
export default function SegmentPage({ entity }: { entity: Entity }) {
  const { id = "" } = useParams();
  const query = useQuery(segmentQuery(id));
  const segment = query.data ?? null;
  useCrumb(segment?.name);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This segment" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (segment === null) return <NotFound what="segment" />;
  // Whoever names a segment need not know of which records it is.
  if (segment.entity !== entity) return <Navigate to={pathOf(segment)} replace />;
  return <Loaded key={segment.id} segment={segment} />;
}

function Loaded({ segment }: { segment: SegmentDetail }) {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<"details" | "used" | "list" | null>(null);
  const acts = useSegmentActs();
  const why = params.get("why");
  const set = (name: string, value: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const explain = (recordId: string) => set("why", recordId);
  const { mayEdit, archived, active } = segment;
  const change = mayEdit && !archived;
  // It is filled by a bulk change. Also of one that is archived: its members stand still.
  const mayList = useMay("RECORDS_BULK") && mayEdit;
  const define = () => void navigate(builderPath(segment.entity, { segment: segment.id }));
  const archive = () => (segment.usedBy.length > 0 ? setOpen("used") : acts.archive(segment));
  const action = (one: Omit<Action, "group">): Action => ({ ...one, group: "On this segment" });
  usePageActions([
    ...(change
      ? [
          action({
            id: "segment-define",
            label: "Edit the definition",
            icon: Filter,
            keys: "e",
            run: define,
          }),
          action({
            id: "segment-details",
            label: "Edit name, tags and who sees it",
            icon: PenLine,
            run: () => setOpen("details"),
          }),
          action({
            id: "segment-switch",
            label: active ? "Switch this segment off" : "Switch this segment on",
            icon: Power,
            run: () => acts.switch(segment, !active),
          }),
          action({ id: "segment-archive", label: "Archive this segment", icon: Archive, run: archive }),
        ]
      : []),
    ...(change && active
      ? [
          action({
            id: "segment-refresh",
            label: "Look at every record again",
            icon: RefreshCw,
            run: () => acts.refresh(segment),
          }),
        ]
      : []),
    ...(mayList
      ? [
          action({
            id: "segment-list",
            label: "Make a list of its members",
            icon: ListPlus,
            run: () => setOpen("list"),
          }),
        ]
      : []),
    ...(mayEdit && archived
      ? [
          action({
            id: "segment-restore",
            label: "Restore this segment",
            icon: RotateCcw,
            run: () => acts.restore(segment),
          }),
        ]
      : []),
  ]);
  useShortcuts([{ keys: "e", label: "Edit the definition", group: "Segment", run: define }], change);
  const more: MenuEntry[] = [
    { label: "Edit details", icon: PenLine, onSelect: () => setOpen("details") },
    { label: active ? "Switch off" : "Switch on", icon: Power, onSelect: () => acts.switch(segment, !active) },
    {
      label: "Refresh",
      icon: RefreshCw,
      disabledReason: active ? undefined : "Switch it on first",
      onSelect: () => acts.refresh(segment),
    },
    { kind: "separator" },
    { label: "Archive", icon: Archive, onSelect: archive },
  ];
  const body = "min-h-0 flex-1 overflow-auto bg-well";
  const inTab = "flex flex-col gap-3 px-5 py-4";
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={segment.name}>
      <PageHead
        title={segment.name}
        note={<Standing segment={segment} />}
        actions={
          <>
            {archived ? null : (
              <AssignButton source={{ segment: segment.id, fuzzy: false }} what={`The segment ${segment.name}`} />
            )}
            {mayList ? (
              <Button icon={ListPlus} onClick={() => setOpen("list")}>
                Make list
              </Button>
            ) : null}
            {change ? (
              <>
                <Button
                  icon={Power}
                  busy={acts.busy}
                  className="max-md:!hidden"
                  onClick={() => acts.switch(segment, !active)}
                >
                  {active ? "Switch off" : "Switch on"}
                </Button>
                <Link className="btn btn-primary" to={builderPath(segment.entity, { segment: segment.id })}>
                  <Icon as={Filter} />
                  Edit definition
                </Link>
                <Menu trigger={<IconButton label="More" icon={Ellipsis} noTooltip />} entries={more} />
              </>
            ) : null}
            {mayEdit && archived ? (
              <Button icon={RotateCcw} busy={acts.busy} onClick={() => acts.restore(segment)}>
                Restore
              </Button>
            ) : null}
          </>
        }
      />
      {archived ? (
        <div className="px-5 pb-3">
          <Notice title="Archived">
            Nothing is lost: its members and their history stay. It follows the data again once it is restored.
          </Notice>
        </div>
      ) : null}
      {segment.behindSince && active && !archived ? (
        <div className="px-5 pb-3">
          <Notice tone="warning" title={`Behind since ${formatMoment(segment.behindSince)}`}>
            Something that its definition asks for is not up to date, so its members stay as they were. It catches up by
            itself once that goes on.
          </Notice>
        </div>
      ) : null}
      <Tabs
        label="Segment"
        value={params.get("tab") ?? "overview"}
        onChange={(tab) => set("tab", tab === "overview" ? null : tab)}
        bodyClassName={body}
        items={[
          { id: "overview", label: "Overview", content: <OverviewTab segment={segment} onWhy={explain} /> },
          {
            id: "members",
            label: "Members",
            count: formatCount(segment.members),
            content: (
              <div className={inTab}>
                <MembersTab segment={segment} onWhy={explain} />
              </div>
            ),
          },
          {
            id: "changes",
            label: "Entered and left",
            content: (
              <div className={inTab}>
                <ChangesTab segment={segment} onWhy={explain} />
              </div>
            ),
          },
          {
            id: "history",
            label: "History",
            content: (
              <div className={inTab}>
                <AudienceHistory of="segment" id={segment.id} />
              </div>
            ),
          },
        ]}
      />
      {why !== null && isId(why) ? <WhyDialog segment={segment} id={why} onClose={() => set("why", null)} /> : null}
      {open === "details" ? <DetailsDialog segment={segment} onClose={() => setOpen(null)} /> : null}
      {open === "list" ? <ListDialog segment={segment} onClose={() => setOpen(null)} /> : null}
      {open === "used" ? <UsedDialog segment={segment} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

/** It cannot be archived before these are changed. */
function UsedDialog({ segment, onClose }: { segment: SegmentDetail; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${segment.name} is in use`}
      description="Other segments are defined by it. Change their definitions first; nothing was archived."
    >
      <div className="dialog-body">
        <UsedBy segment={segment} />
      </div>
      <div className="dialog-foot">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
