import { useMutation, useQuery } from "@tanstack/react-query";
import { Archive, History as Clock, PenLine, RefreshCw, RotateCcw, Star } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatMoment } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { About } from "./about.tsx";
import { Checks } from "./checks.tsx";
import { archiveSender, checkSender, restoreSender, setDefaultSender } from "./mutations.ts";
import { type Sender, type SenderAct, senderQuery, sendersQuery } from "./queries.ts";
import { SenderDialog } from "./sender-dialog.tsx";
import { useAct } from "./use-act.ts";
import { healthOf } from "./words.ts";

/** How often to look whether a check has come to an end, in milliseconds. */
const LOOK = 2_000;

/** A check is under way: the first one, or one that was asked for and has not answered. `asked`: what stood there then. */
function isChecking(sender: Sender | null | undefined, asked: string | null): boolean {
  if (!sender || sender.archived) return false;
  return !sender.checkedAt || sender.checkedAt === asked;
}

/** One sender: what its domains' records say, what to publish, and what happened. */
export default function SenderPage() {
  const { id = "" } = useParams();
  const [asked, setAsked] = useState<string | null>(null);
  const query = useQuery({
    ...senderQuery(id),
    refetchInterval: ({ state }) => (isChecking(state.data?.senderProfile, asked) ? LOOK : false),
  });
  const sender = query.data?.senderProfile ?? null;
  useCrumb(sender?.fromName);
  const brands = useQuery(sendersQuery);
  const change = useMay("SETTINGS_MANAGE");
  const act = useAct();
  const [editing, setEditing] = useState(false);
  const check = useMutation({
    mutationFn: () => checkSender(id),
    onSuccess: () => setAsked(sender?.checkedAt ?? null),
    onError: (error) => toastFailed(messageOf(error)),
  });
  const editable = change && sender !== null && !sender.archived && brands.isSuccess;
  const edit = () => setEditing(true);
  useShortcuts([{ keys: "e", label: "Edit this sender", group: "On this page", run: edit }], editable);
  usePageActions(
    editable
      ? [{ id: "sender-edit", label: "Edit this sender", icon: PenLine, group: "On this page", keys: "e", run: edit }]
      : [],
  );
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This sender" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (sender === null) return <NotFound what="sender" />;
  const { tone, label } = healthOf(sender.health);
  const checking = isChecking(sender, asked);
  const archiving = () =>
    void (sender.archived
      ? act(
          () => restoreSender(id),
          `${sender.fromName} restored`,
          () => archiveSender(id),
        )
      : act(
          () => archiveSender(id),
          `${sender.fromName} archived`,
          () => restoreSender(id),
        ));
  const before = brands.data?.emailBrands.find((brand) => brand.id === sender.brandId)?.defaultSenderId ?? null;
  const choosing = () =>
    void act(
      () => setDefaultSender(sender.brandId, sender.isDefault ? null : id),
      sender.isDefault
        ? `${sender.brandName} has no default sender`
        : `${sender.brandName} sends by ${sender.fromName}`,
      () => setDefaultSender(sender.brandId, before),
    );
  return (
    <section className="flex min-h-0 flex-1 flex-col overflow-auto" aria-label={sender.fromName}>
      <PageHead
        title={sender.fromName}
        note={sender.archived ? <Status tone="hollow">Archived</Status> : <Status tone={tone}>{label}</Status>}
        actions={
          change ? (
            <>
              {/* One button, so that it keeps the focus when it turns into the other. */}
              <Button icon={sender.archived ? RotateCcw : Archive} onClick={archiving}>
                {sender.archived ? "Restore" : "Archive"}
              </Button>
              {sender.archived ? null : (
                <>
                  <Button icon={Star} onClick={choosing}>
                    {sender.isDefault ? "No longer the default" : "Make the default"}
                  </Button>
                  <Button icon={RefreshCw} busy={check.isPending || checking} onClick={() => check.mutate()}>
                    Check now
                  </Button>
                  <Button
                    icon={PenLine}
                    keys="e"
                    disabledReason={editable ? undefined : "Brands are loading"}
                    onClick={edit}
                  >
                    Edit
                  </Button>
                </>
              )}
            </>
          ) : undefined
        }
      />
      <div className="flex max-w-200 flex-col gap-3 px-5 pb-5">
        {sender.archived ? (
          <Notice title="Archived">Nobody sends with it any more, and its records are not checked.</Notice>
        ) : null}
        {checking && !sender.checkedAt ? (
          <Notice tone="info" title="The name servers are being asked">
            What they say stands here in a moment.
          </Notice>
        ) : null}
        <About sender={sender} />
        <Checks checks={sender.checks} />
        <Happened acts={query.data.senderHistory} />
      </div>
      {editing && brands.isSuccess ? (
        <SenderDialog sender={sender} brands={brands.data.emailBrands} onClose={() => setEditing(false)} />
      ) : null}
    </section>
  );
}

function Happened({ acts }: { acts: readonly SenderAct[] }) {
  return (
    <Card title="What happened">
      <Timeline label="What happened">
        {acts.map((act) => (
          <TimelineItem key={act.position} icon={Clock}>
            <p className="med">{act.title}</p>
            {act.text ? <p className="whitespace-pre-wrap wrap-anywhere">{act.text}</p> : null}
            <p className="t-12 t-3">{[formatMoment(act.at), act.actorName ?? "Pivotal"].join(" · ")}</p>
          </TimelineItem>
        ))}
      </Timeline>
    </Card>
  );
}
