import { useQuery } from "@tanstack/react-query";
import { PenLine, Plus, UsersRound } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { formatCount } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { type TeamRow, teamsQuery } from "./queries.ts";
import { TeamDialog } from "./team-dialog.tsx";
import "@/components/data-table/table.css";
import "@/features/log/system/system.css";

/** Who works together: records and saved views can belong to a team. Each leads to who is in it. */
export default function TeamsPage() {
  useCrumb("Teams");
  const state = useListState();
  const query = useQuery(teamsQuery);
  const [renaming, setRenaming] = useState<TeamRow | null>(null);
  const add = () => state.setCreating(true);
  usePageActions([
    { id: "team-new", label: "New team", icon: Plus, group: "On this page", keys: "c", primary: true, run: add },
  ]);
  const close = () => {
    setRenaming(null);
    state.setCreating(false);
  };
  return (
    <div className="scroll bg-well">
      <PageHead title="Teams" count={query.data?.filter((team) => !team.archived).length ?? null} />
      <div className="system max-w-180">
        {query.isPending ? (
          <PageSkeleton />
        ) : query.isError ? (
          <LoadError what="Teams" error={query.error} retry={() => void query.refetch()} />
        ) : query.data.length === 0 ? (
          <Empty
            icon={UsersRound}
            title="No teams yet"
            actions={
              <Button variant="primary" icon={Plus} onClick={add}>
                New team
              </Button>
            }
          >
            Records, tasks and saved views can belong to a team.
          </Empty>
        ) : (
          <>
            <Card flush>
              <table className="dt flush">
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col" className="r w-20">
                      Members
                    </th>
                    <th scope="col" className="r w-28">
                      Actions
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {inOrder(query.data).map((team) => (
                    <tr key={team.id}>
                      <td className="med">
                        <Link className="link" to={`/users/teams/${team.id}`}>
                          {team.name}
                        </Link>{" "}
                        {team.archived ? <Status tone="hollow">Archived</Status> : null}
                      </td>
                      <td className="r">{formatCount(team.memberCount)}</td>
                      <td className="r">
                        <Button
                          small
                          icon={PenLine}
                          aria-label={`Rename ${team.name}`}
                          disabledReason={team.archived ? "Restore it first" : undefined}
                          onClick={() => setRenaming(team)}
                        >
                          Rename
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Card>
          </>
        )}
      </div>
      {state.creating || renaming !== null ? <TeamDialog team={renaming} onClose={close} /> : null}
    </div>
  );
}

/** Those in use first; both by name, as they come. */
function inOrder(teams: readonly TeamRow[]): TeamRow[] {
  return teams.toSorted((a, b) => Number(a.archived) - Number(b.archived));
}
