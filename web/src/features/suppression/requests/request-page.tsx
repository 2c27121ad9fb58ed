import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ban, CalendarPlus, Check, Eraser, FileDown, type LucideIcon, Play } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { formatDay, formatMoment } from "@/lib/format.ts";
import { FileButton } from "@/records/file-button.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { EraseDialog } from "./answer-dialog.tsx";
import { Assignee } from "./assignee.tsx";
import { answerRequest, beginRequest, downloadAnswer, downloadProof, refreshRequests } from "./mutations.ts";
import { PersonCard } from "./person-card.tsx";
import {
  isUnderWay,
  type PrivacyRequest,
  requestFoundQuery,
  requestQuery,
  requestStepsQuery,
  requestWaitsQuery,
} from "./queries.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { CAME_BY, dueWords, holdingWords, KINDS, STATES, URGENCIES, waitWords } from "./words.ts";

const REQUESTS = { label: "Requests", to: "/compliance/requests" };

/** One request: who asks for what until when, where they are held, the steps to the answer. */
export default function RequestPage() {
  const { id = "" } = useParams();
  const query = useQuery(requestQuery(id));
  useCrumb(query.data ? query.data.personLabel : undefined, REQUESTS);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This request" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <NotFound what="request" />;
  return <Shown request={query.data} />;
}

function Shown({ request }: { request: PrivacyRequest }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<"extend" | "refuse" | "erase" | null>(null);
  const found = useQuery({ ...requestFoundQuery(request.id), enabled: false });
  const steps = useQuery(
    requestStepsQuery(request.id, `${request.state} ${request.dueAt} ${request.assigneeId} ${request.forgotten}`),
  );
  const waits = useQuery(requestWaitsQuery(request.id, isUnderWay(request)));
  const act = useMutation({
    mutationFn: (what: () => Promise<void>) => what(),
    onSuccess: () => refreshRequests(client),
    onError: (error) => toastFailed(messageOf(error)),
  });
  const close = () => setOpen(null);
  const settled = Boolean(request.settledAt);
  const busy = request.answering || act.isPending;
  const begin = () => act.mutate(() => beginRequest(request.id));
  const prepare = () => act.mutate(() => answerRequest(request.id, false));
  const offer = (id: string, label: string, icon: LucideIcon, run: () => void) => [
    { id: `request-${id}`, label, icon, group: "On this page", run },
  ];
  usePageActions(
    settled || busy
      ? []
      : [
          ...(request.state === "OPEN" ? offer("begin", "Begin", Play, begin) : []),
          ...(request.extended ? [] : offer("extend", "Extend the time", CalendarPlus, () => setOpen("extend"))),
          ...offer("refuse", "Refuse the request", Ban, () => setOpen("refuse")),
          ...(request.forgotten
            ? []
            : request.kind === "ERASURE"
              ? offer("erase", "Erase", Eraser, () => setOpen("erase"))
              : offer("answer", "Prepare the answer", Check, prepare)),
        ],
  );
  return (
    <section className="flex min-h-0 flex-1 flex-col overflow-auto" aria-label={request.personLabel}>
      <PageHead
        title={`${KINDS[request.kind].label}: ${request.personLabel}`}
        actions={
          settled ? (
            <>
              {typeof request.fileSize === "number" ? (
                <FileButton icon={FileDown} label="Download the answer" save={() => downloadAnswer(request.id)} />
              ) : null}
              {request.hasProof ? (
                <>
                  <FileButton icon={FileDown} label="Proof as PDF" save={() => downloadProof(request.id, "pdf")} />
                  <FileButton label="Proof as JSON" save={() => downloadProof(request.id, "json")} />
                </>
              ) : null}
            </>
          ) : (
            <>
              {request.state === "OPEN" ? (
                <Button icon={Play} busy={act.isPending} onClick={begin}>
                  Begin
                </Button>
              ) : null}
              {request.extended ? null : (
                <Button icon={CalendarPlus} onClick={() => setOpen("extend")}>
                  Extend
                </Button>
              )}
              {request.answering ? null : (
                <Button icon={Ban} onClick={() => setOpen("refuse")}>
                  Refuse
                </Button>
              )}
              {request.forgotten ? null : request.kind === "ERASURE" ? (
                <Button variant="danger" icon={Eraser} busy={busy} onClick={() => setOpen("erase")}>
                  Erase
                </Button>
              ) : (
                <Button variant="primary" icon={Check} busy={busy} onClick={prepare}>
                  Prepare the answer
                </Button>
              )}
            </>
          )
        }
      />
      <div className="flex flex-col gap-3 px-5 pb-5">
        {request.answering ? (
          <Notice tone="info" title="The answer is being prepared">
            {`It goes on when you leave this page. ${waitWords(waits.data ?? [])}`}
          </Notice>
        ) : null}
        <Card title="Request">
          <dl className="kv">
            <Line label="State">
              <Status tone={STATES[request.state].tone}>{STATES[request.state].label}</Status>
            </Line>
            <Line label="Deadline">
              <Status tone={URGENCIES[request.urgency].tone}>
                {`${formatDay(request.dueAt)}, ${dueWords(request)}${request.extended ? ", extended" : ""}`}
              </Status>
            </Line>
            <Line label="With">
              <Assignee request={request} />
            </Line>
            <Line label="Received">{`${formatDay(request.receivedAt)}, by ${CAME_BY[request.cameBy].toLowerCase()}`}</Line>
            {request.name ? <Line label="Name">{request.name}</Line> : null}
            {request.email ? <Line label="Email">{request.email}</Line> : null}
            {request.phone ? <Line label="Phone">{request.phone}</Line> : null}
            {request.identity ? <Line label="Proof of identity">{request.identity}</Line> : null}
            {request.note ? <Line label="Note">{request.note}</Line> : null}
            {request.extensionWhy ? <Line label="Why extended">{request.extensionWhy}</Line> : null}
            {request.refusal ? <Line label="Why refused">{request.refusal}</Line> : null}
            {request.fileExpiresAt ? <Line label="Answer kept until">{formatDay(request.fileExpiresAt)}</Line> : null}
            {request.forgotten ? (
              <Line label="Keyed hash">
                <span className="mono break-all">{request.hashes.join(", ") || "none"}</span>
              </Line>
            ) : null}
          </dl>
        </Card>
        <PersonCard request={request} />
        <Card title="What was done">
          {steps.isError ? (
            <LoadError what="What was done" error={steps.error} retry={() => void steps.refetch()} />
          ) : (
            <Timeline label="What was done">
              {(steps.data ?? []).toReversed().map((step) => (
                <TimelineItem key={step.position} icon={Check}>
                  <p className="med">{step.title}</p>
                  {step.text ? <p className="whitespace-pre-wrap">{step.text}</p> : null}
                  <p className="t-12 t-3">{[formatMoment(step.at), step.by].filter(Boolean).join(" · ")}</p>
                </TimelineItem>
              ))}
            </Timeline>
          )}
        </Card>
      </div>
      {open === "erase" ? (
        <EraseDialog
          request={request}
          held={found.data ? `${holdingWords(found.data.holdings) ?? "Nothing is held about them"}.` : null}
          onClose={close}
        />
      ) : null}
      {open === "extend" || open === "refuse" ? <ReasonDialog request={request} what={open} onClose={close} /> : null}
    </section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="whitespace-pre-wrap">{children}</dd>
    </>
  );
}
