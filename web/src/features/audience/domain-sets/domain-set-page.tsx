import { useQuery } from "@tanstack/react-query";
import { Archive, Ellipsis, ListPlus, PenLine, Plus, RefreshCw, RotateCcw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Menu } from "@/components/menu.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { type TabItem, Tabs } from "@/components/tabs.tsx";
import { useGrants, useMay } from "@/features/identity/me/queries.ts";
import { formatCount } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { mayAll } from "@/lib/permissions.ts";
import { AudienceHistory } from "@/records/audience-history/audience-history.tsx";
import { AssignButton } from "@/records/campaigns/assign-button.tsx";
import { SaveMenu } from "@/records/save-list.tsx";
import { type Action, usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { InvalidLines } from "./invalid-lines.tsx";
import { Items } from "./items.tsx";
import { ListDialog } from "./list-dialog.tsx";
import { MatchDialog } from "./match-dialog.tsx";
import { People } from "./people.tsx";
import { type DomainSet, figuresQuery } from "./queries.ts";
import { ReportTab } from "./report.tsx";
import { Review } from "./review.tsx";
import { useDomainSet } from "./use-domain-set.ts";
import { useJudging } from "./use-judging.tsx";
import { useSetActs } from "./use-set-acts.ts";
import { isAtWork, standingOf } from "./words.ts";
import "./domain-sets.css";

const GROUP = "On this page";

/** One set: what its matching came to, its domains, those to look at, what could not be read, and its people. */
export default function DomainSetPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const location = useLocation();
  const [params, setParams] = useSearchParams();
  const fresh = (location.state as { fresh?: boolean } | null)?.fresh === true;
  const { query, waiting } = useDomainSet(id, fresh);
  const set = query.data ?? null;
  const grants = useGrants();
  const mayEdit = mayAll(grants, "DOMAIN_SETS_EDIT");
  const mayBulk = useMay("RECORDS_BULK");
  const seesPeople = useMay("CONTACTS_VIEW");
  const mayExport = useMay("ACCOUNTS_EXPORT");
  const figures = useQuery({
    ...figuresQuery(id),
    enabled: set !== null,
    refetchInterval: set !== null && isAtWork(set) ? 1500 : false,
  });
  const acts = useSetActs(set);
  const judging = useJudging(id);
  const [open, setOpen] = useState<"details" | "match" | "list" | null>(null);
  useCrumb(set?.name);
  const change = mayEdit && set !== null && !set.archived;
  // It is filled by a bulk change. Also of one that is archived: what was found is kept.
  const mayList = mayAll(grants, "SEGMENTS_EDIT") && mayBulk && set !== null;
  const rematch = change && !isAtWork(set) && set.items > 0;
  const to = (tab: string) => setParams(tab === "report" ? {} : { tab }, { replace: true });
  usePageActions([
    ...(mayEdit ? [newSet(() => void navigate("/domain-sets/new"))] : []),
    ...(change ? [act("details", "Rename or share this set", PenLine, () => setOpen("details"), "e")] : []),
    ...(rematch ? [act("match", "Match again", RefreshCw, () => setOpen("match"), "m")] : []),
    ...(mayList && !isAtWork(set) ? [act("list", "Make a list of it", ListPlus, () => setOpen("list"))] : []),
    ...(change ? [act("archive", "Archive this set", Archive, acts.archive)] : []),
    ...(mayEdit && set?.archived ? [act("restore", "Restore this set", RotateCcw, acts.restore)] : []),
  ]);
  useShortcuts([{ keys: "e", label: "Rename or share this set", group: GROUP, run: () => setOpen("details") }], change);
  useShortcuts([{ keys: "m", label: "Match again", group: GROUP, run: () => setOpen("match") }], rematch);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what="This domain set" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  // Right after it was taken in, the read side may need a moment to know it.
  if (set === null) return waiting ? <PageSkeleton /> : <NotFound what="domain set" />;
  const report = figures.data?.report;
  const tab = (at: string, label: string, content: ReactNode, count?: number): TabItem => ({
    id: at,
    label,
    ...(count === undefined ? {} : { count: formatCount(count) }),
    content,
  });
  const items = [
    tab(
      "report",
      "Report",
      <ReportTab
        set={set}
        figures={figures}
        mayCancel={change}
        stop={{ run: acts.cancel, busy: acts.cancelling, done: acts.cancelled }}
        onAgain={() => setOpen("match")}
        onOpen={(filter) => setParams({ tab: "domains", ...filter }, { replace: true })}
      />,
    ),
    tab("domains", "Domains", <Items set={set} judging={change ? judging : null} />, set.items),
    tab(
      "review",
      "Review",
      <Review set={set} judging={judging} mayEdit={change} onOthers={() => to("domains")} />,
      report?.fuzzy,
    ),
    ...(set.invalid > 0 ? [tab("invalid", "Not read", <InvalidLines set={set} />, set.invalid)] : []),
    ...(seesPeople ? [tab("people", "People", <People set={set} />, figures.data?.contactCount)] : []),
    tab(
      "history",
      "History",
      <div className="scroll bg-well px-5 py-4">
        <AudienceHistory of="domain set" id={set.id} />
      </div>,
    ),
  ];
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label={set.name}>
      <PageHead
        title={set.name}
        note={<Status tone={standingOf(set).tone}>{standingOf(set).label}</Status>}
        actions={
          <>
            {mayExport ? (
              <SaveMenu
                path={`/api/v1/domain-sets/${set.id}/file`}
                name="domain-set"
                label="Export the domains"
                disabledReason={set.items === 0 ? "There are no domains in it" : undefined}
              />
            ) : null}
            {set.archived ? null : (
              <AssignButton
                source={{ domainSet: set.id, fuzzy: false }}
                what={`The domain set ${set.name}`}
                blocked={isAtWork(set) ? "It is still being matched" : undefined}
              />
            )}
            {mayList ? (
              <Button
                icon={ListPlus}
                disabledReason={isAtWork(set) ? "It is still being matched" : undefined}
                onClick={() => setOpen("list")}
              >
                Make list
              </Button>
            ) : null}
            {rematch ? (
              <Button icon={RefreshCw} keys="m" onClick={() => setOpen("match")}>
                Match again
              </Button>
            ) : null}
            {change ? (
              <Menu
                trigger={<IconButton label="More for this set" icon={Ellipsis} noTooltip />}
                entries={[
                  { label: "Rename or share", icon: PenLine, keys: "e", onSelect: () => setOpen("details") },
                  { label: "Archive", icon: Archive, onSelect: acts.archive },
                ]}
              />
            ) : null}
            {mayEdit && set.archived ? (
              <Button icon={RotateCcw} busy={acts.restoring} onClick={acts.restore}>
                Restore
              </Button>
            ) : null}
          </>
        }
      />
      <Notices set={set} stale={query.isError ? query.error : null} retry={() => void query.refetch()} />
      <Tabs
        label="Domain set"
        value={params.get("tab") ?? "report"}
        onChange={to}
        bodyClassName="flex min-h-0 flex-1 flex-col"
        items={items}
      />
      {judging.dialog}
      {open === "details" ? <DetailsDialog set={set} onClose={() => setOpen(null)} /> : null}
      {open === "list" ? <ListDialog set={set} onClose={() => setOpen(null)} /> : null}
      {open === "match" ? <MatchDialog set={set} onClose={() => setOpen(null)} onBegun={() => to("report")} /> : null}
    </section>
  );
}

function Notices({ set, stale, retry }: { set: DomainSet; stale: unknown; retry: () => void }) {
  return (
    <>
      {stale === null ? null : (
        <div className="px-5 pb-2">
          <LoadError what="The newest state" error={stale} retry={retry} />
        </div>
      )}
      {set.archived ? (
        <div className="px-5 pb-2">
          <Notice title="Archived">
            Nothing is lost. It takes no part in anything, and accounts that arrive are not matched with it until it is
            restored.
          </Notice>
        </div>
      ) : null}
      {set.state === "FAILED" ? (
        <div className="px-5 pb-2">
          <Notice tone="danger" title="It did not get to its end">
            {set.error ?? "Something went wrong."} What was read and matched until then is kept.
          </Notice>
        </div>
      ) : null}
    </>
  );
}

const newSet = (run: () => void): Action => ({
  id: "domain-set-new",
  label: "New domain set",
  icon: Plus,
  group: GROUP,
  keys: "c",
  primary: true,
  secondary: true,
  run,
});

const act = (id: string, label: string, icon: Action["icon"], run: () => void, keys?: string): Action => ({
  id: `domain-set-${id}`,
  label,
  icon,
  group: GROUP,
  ...(keys === undefined ? {} : { keys }),
  run,
});
