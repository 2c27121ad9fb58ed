import { useQuery } from "@tanstack/react-query";
import { Ban, Eraser, RotateCcw, ShieldOff } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatDay, formatMoment } from "@/lib/format.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { suppressionQuery } from "./queries.ts";
import { ReleaseDialog } from "./release-dialog.tsx";
import { KINDS, reachWords, sourceWords, STANDINGS } from "./words.ts";

const ICONS: Record<string, typeof Ban> = { SuppressionReleased: ShieldOff, SuppressionErased: Eraser };

/** One suppression: what it says, and all that happened to it, as the log has it. */
export default function SuppressionPage() {
  const { id = "" } = useParams();
  const query = useQuery(suppressionQuery(id));
  useCrumb(query.data?.suppression?.label);
  const mayRelease = useMay("SUPPRESSIONS_RELEASE");
  const mayAdd = useMay("SUPPRESSIONS_ADD");
  const [open, setOpen] = useState<"release" | "again" | null>(null);
  const shown = query.data?.suppression ?? null;
  const releasable = shown?.standing === "ACTIVE" && mayRelease;
  const addable = shown !== null && shown.standing !== "ACTIVE" && mayAdd && Boolean(shown.value);
  usePageActions(
    releasable
      ? [
          {
            id: "suppression-release",
            label: "Release",
            icon: ShieldOff,
            group: "On this page",
            run: () => setOpen("release"),
          },
        ]
      : addable
        ? [
            {
              id: "suppression-again",
              label: "Suppress again",
              icon: RotateCcw,
              group: "On this page",
              run: () => setOpen("again"),
            },
          ]
        : [],
  );
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This suppression" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const { suppression, suppressionEvents } = query.data;
  if (!suppression) return <NotFound what="suppression" />;
  return (
    <section className="flex min-h-0 flex-1 flex-col overflow-auto" aria-label={suppression.label}>
      <PageHead
        title={suppression.label}
        actions={
          releasable ? (
            <Button icon={ShieldOff} onClick={() => setOpen("release")}>
              Release
            </Button>
          ) : addable ? (
            <Button icon={RotateCcw} onClick={() => setOpen("again")}>
              Suppress again
            </Button>
          ) : undefined
        }
      />
      <div className="flex flex-col gap-3 px-5 pb-5">
        <Card title="Suppression">
          <dl className="kv">
            <dt>State</dt>
            <dd>
              <Status tone={STANDINGS[suppression.standing].tone}>{STANDINGS[suppression.standing].label}</Status>
            </dd>
            <dt>Kind</dt>
            <dd>{KINDS[suppression.kind]}</dd>
            <dt>Reason</dt>
            <dd>{suppression.reasonLabel}</dd>
            <dt>Where</dt>
            <dd>{reachWords(suppression)}</dd>
            <dt>Since</dt>
            <dd>{[formatMoment(suppression.since), suppression.addedBy].filter(Boolean).join(", by ")}</dd>
            <dt>Until</dt>
            <dd>{suppression.until ? formatDay(suppression.until) : "For good"}</dd>
            {suppression.value && suppression.kind !== "ACCOUNT" ? (
              <>
                <dt>Records</dt>
                <dd>
                  <Link className="link" to={`/search?q=${encodeURIComponent(suppression.value)}`}>
                    Search for {suppression.value}
                  </Link>
                </dd>
              </>
            ) : null}
            {suppression.note ? (
              <>
                <dt>Note</dt>
                <dd>{suppression.note}</dd>
              </>
            ) : null}
          </dl>
        </Card>
        <Card title="What happened">
          <Timeline label="What happened">
            {suppressionEvents.toReversed().map((event) => (
              <TimelineItem key={event.position} icon={ICONS[event.eventType] ?? Ban}>
                <p className="med">{event.title}</p>
                {event.text ? <p>{event.text}</p> : null}
                <p className="t-12 t-3">
                  {[formatMoment(event.at), event.actorName, sourceWords(event.source), event.ip]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </TimelineItem>
            ))}
          </Timeline>
        </Card>
      </div>
      {open === "release" ? <ReleaseDialog suppression={suppression} onClose={() => setOpen(null)} /> : null}
      {open === "again" ? <AddDialog start={suppression.value ?? ""} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
