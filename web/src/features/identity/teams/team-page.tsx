import { useQuery } from "@tanstack/react-query";
import { Archive, History as Clock, PenLine, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { formatMoment } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { Members } from "./members.tsx";
import { type TeamAct, teamQuery } from "./queries.ts";
import { TeamDialog } from "./team-dialog.tsx";
import { useTeam } from "./use-team.ts";

/** One team: who is in it, and what happened to it. */
export default function TeamPage() {
  const { id = "" } = useParams();
  const query = useQuery(teamQuery(id));
  const team = query.data?.team ?? null;
  useCrumb(team?.name);
  const [renaming, setRenaming] = useState(false);
  const { archive, restore } = useTeam({ id, name: team?.name ?? "" });
  const renamable = team !== null && !team.archived;
  useShortcuts(
    [{ keys: "e", label: "Rename this team", group: "On this page", run: () => setRenaming(true) }],
    renamable,
  );
  usePageActions(
    renamable
      ? [
          {
            id: "team-rename",
            label: "Rename this team",
            icon: PenLine,
            group: "On this page",
            keys: "e",
            run: () => setRenaming(true),
          },
        ]
      : [],
  );
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This team" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (team === null) return <NotFound what="team" />;
  return (
    <section className="flex min-h-0 flex-1 flex-col overflow-auto" aria-label={team.name}>
      <PageHead
        title={team.name}
        note={team.archived ? <Status tone="hollow">Archived</Status> : undefined}
        actions={
          <>
            {/* One button, so that it keeps the focus when it turns into the other. */}
            <Button
              icon={team.archived ? RotateCcw : Archive}
              onClick={() => void (team.archived ? restore() : archive())}
            >
              {team.archived ? "Restore" : "Archive"}
            </Button>
            {team.archived ? null : (
              <Button icon={PenLine} onClick={() => setRenaming(true)}>
                Rename
              </Button>
            )}
          </>
        }
      />
      <div className="flex max-w-200 flex-col gap-3 px-5 pb-5">
        {team.archived ? (
          <Notice title="Archived">
            It is not offered any more, and nobody joins it. Who is in it stays in it, and its records stay its own.
            Restore it to change its members.
          </Notice>
        ) : null}
        <Members team={team} members={query.data.teamMembers} />
        <Happened acts={query.data.teamHistory} />
      </div>
      {renaming ? <TeamDialog team={team} onClose={() => setRenaming(false)} /> : null}
    </section>
  );
}

function Happened({ acts }: { acts: readonly TeamAct[] }) {
  return (
    <Card title="What happened">
      <Timeline label="What happened">
        {acts.map((act) => (
          <TimelineItem key={act.position} icon={Clock}>
            <p className="med">{act.title}</p>
            {act.text ? <p>{act.text}</p> : null}
            <p className="t-12 t-3">{[formatMoment(act.at), act.actorName ?? "Pivotal"].join(" · ")}</p>
          </TimelineItem>
        ))}
      </Timeline>
    </Card>
  );
}
