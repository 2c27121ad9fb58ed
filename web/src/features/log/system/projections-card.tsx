import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, RefreshCcw } from "lucide-react";
import { Status, type Tone } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Menu } from "@/components/menu.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import type { ProjectionState } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatAge, formatCount, formatDuration, formatFull } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { projectionCommands } from "./mutations.ts";
import { type Projection, projectionsQuery } from "./queries.ts";
import { partName } from "./words.ts";
import "@/components/data-table/table.css";

const STATES: Record<ProjectionState, { label: string; tone: Tone }> = {
  LIVE: { label: "Up to date", tone: "success" },
  CATCHING_UP: { label: "Catching up", tone: "info" },
  REBUILDING: { label: "Being made anew", tone: "primary" },
  STOPPED: { label: "Stopped", tone: "danger" },
};

/** Everything that people see made from the recorded changes: how far behind it is, and the ways out when it stopped. */
export function ProjectionsCard({ mayAct }: { mayAct: boolean }) {
  const client = useQueryClient();
  const query = useQuery(projectionsQuery);
  const act = async (what: keyof typeof projectionCommands, name: string, done: string) => {
    try {
      await projectionCommands[what](name);
      toastDone(done);
    } catch (error) {
      toastFailed(messageOf(error), () => void act(what, name, done));
    }
    await client.invalidateQueries({ queryKey: projectionsQuery.queryKey });
  };
  const projections = query.data ?? [];
  return (
    <Card title="What people see" sub={query.isSuccess ? summary(projections) : undefined} flush>
      {query.isError && query.data === undefined ? (
        <div className="card-body">
          <LoadError what="The state of the lists" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : null}
      {projections
        .filter((projection) => projection.state === "STOPPED")
        .map((projection) => (
          <Stopped key={projection.name} projection={projection} mayAct={mayAct} onAct={act} />
        ))}
      <div className="overflow-x-auto">
        <table className="dt flush system-table">
          <colgroup>
            <col style={{ width: 200 }} />
            <col style={{ width: 190 }} />
            <col style={{ width: 130 }} />
            <col style={{ width: 130 }} />
            <col style={{ width: 110 }} />
            <col style={{ width: 110 }} />
            <col style={{ width: 56 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">State</th>
              <th scope="col" className="r">
                Change no.
              </th>
              <th scope="col" className="r">
                Behind
              </th>
              <th scope="col" className="r">
                Set aside
              </th>
              <th scope="col" className="r">
                Last change
              </th>
              <th scope="col">
                <span className="sr">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {query.isPending
              ? [70, 55, 62, 48].map((width) => (
                  <tr key={width} className="delayed">
                    <td colSpan={7}>
                      <Skeleton width={`${width}%`} />
                    </td>
                  </tr>
                ))
              : projections.map((projection) => (
                  <Line key={projection.name} projection={projection} mayAct={mayAct} onAct={act} />
                ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

type Act = (what: keyof typeof projectionCommands, name: string, done: string) => Promise<void>;

function summary(projections: readonly Projection[]): string {
  const behind = Math.max(0, ...projections.map((projection) => projection.lagEvents));
  const stopped = projections.filter((projection) => projection.state === "STOPPED").length;
  if (stopped > 0) return `${stopped} of ${projections.length} stopped`;
  return behind === 0 ? "all up to date" : `at most ${countOf(behind, "change", "changes")} behind`;
}

function Line({ projection, mayAct, onAct }: { projection: Projection; mayAct: boolean; onAct: Act }) {
  const me = useMe();
  const { name, state, rebuild } = projection;
  return (
    <tr data-projection={name}>
      <td>
        <span className="med">{partName(name)}</span> <span className="t-12 t-3">v{projection.version}</span>
      </td>
      <td>
        {state === "REBUILDING" && rebuild ? (
          <span className="flex items-center gap-2">
            <Status tone="primary">Being made anew</Status>
            <span className="grow">
              <ProgressBar done={rebuild.done} total={rebuild.total ?? null} label={`${name}, rebuild`} />
            </span>
          </span>
        ) : (
          <Status tone={STATES[state].tone}>{STATES[state].label}</Status>
        )}
      </td>
      <td className="r mono t-2">{formatCount(projection.position)}</td>
      <td className="r" title={`${projection.lagSeconds.toFixed(1)} s`}>
        {projection.lagEvents === 0 ? (
          <span className="t-3">0</span>
        ) : (
          <>
            {formatCount(projection.lagEvents)}
            {projection.lagSeconds >= 1 ? <span className="t-3">, {formatDuration(projection.lagSeconds)}</span> : null}
          </>
        )}
      </td>
      <td className="r">
        {projection.parkedEvents === 0 ? <span className="t-3">0</span> : formatCount(projection.parkedEvents)}
      </td>
      <td className="r t-2" title={projection.updatedAt ? formatFull(projection.updatedAt) : undefined}>
        {projection.updatedAt ? formatAge(projection.updatedAt) : "—"}
      </td>
      <td className="r">
        <Menu
          trigger={<IconButton label={`Actions on ${name}`} icon={Ellipsis} noTooltip />}
          entries={[
            {
              label: "Make anew from the recorded changes",
              icon: RefreshCcw,
              disabledReason: mayAct
                ? state === "REBUILDING"
                  ? "It is being made anew already"
                  : undefined
                : refusal(me.role, "make lists anew"),
              onSelect: () => void onAct("rebuild", name, `${partName(name)}: being made anew`),
            },
          ]}
        />
      </td>
    </tr>
  );
}

function Stopped({ projection, mayAct, onAct }: { projection: Projection; mayAct: boolean; onAct: Act }) {
  const me = useMe();
  const { name } = projection;
  const reason = mayAct ? undefined : refusal(me.role, "act on lists");
  const at =
    projection.failedPosition === null || projection.failedPosition === undefined
      ? ""
      : ` at position ${formatCount(projection.failedPosition)}${projection.failedEventType ? ` (${projection.failedEventType})` : ""}`;
  return (
    <div className="px-4 pb-3">
      <Notice
        tone="danger"
        title={`${partName(name)} stopped updating`}
        action={
          <span className="row flex-wrap">
            <Button
              small
              disabledReason={reason}
              onClick={() => void onAct("retry", name, `${partName(name)}: going on`)}
            >
              Try again
            </Button>
            <Button
              small
              disabledReason={reason}
              onClick={() => void onAct("park", name, "The change is set aside, and the rest goes on")}
            >
              Set the change aside
            </Button>
            <Button
              small
              disabledReason={reason}
              onClick={() => void onAct("rebuild", name, `${partName(name)}: being made anew`)}
            >
              Make anew
            </Button>
          </span>
        }
      >
        <p>What is shown stays as it was, and nothing is lost. Try again first; make it anew if that does not help.</p>
        <details className="mt-1">
          <summary>Technical details</summary>
          <p className="mono break-words">
            {projection.error ?? "No reason was recorded."}
            {at}
          </p>
        </details>
      </Notice>
    </div>
  );
}
