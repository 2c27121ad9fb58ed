import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CheckField } from "@/components/check-field.tsx";
import { TextField } from "@/components/field.tsx";
import type { Ledger } from "@/features/email/sending/queries.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import { ActDialog } from "./act-dialog.tsx";
import { healthQuery } from "./check-queries.ts";
import {
  launchCampaign,
  pauseCampaign,
  resumeCampaign,
  stopCampaign,
  topUpCampaign,
  unscheduleCampaign,
} from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { sourceInput, sourceOf } from "./sources.ts";
import { peopleWords } from "./words.ts";

export type Act = "launch" | "pause" | "resume" | "stop" | "topUp" | "unschedule";

interface Props {
  campaign: Campaign;
  /** Undefined while it is read, or where there is none. */
  ledger: Ledger | null | undefined;
  onClose: () => void;
}

const waiting = (ledger: Props["ledger"]) =>
  ledger ? `${peopleWords(ledger.pending)} of ${formatCount(ledger.audience)}` : "Whoever waits";

/** The dialog of an act. */
export function ActOn({ act, ...props }: Props & { act: Act }) {
  if (act === "launch") return <LaunchDialog {...props} />;
  if (act === "pause") return <PauseDialog {...props} />;
  if (act === "resume") return <ResumeDialog {...props} />;
  if (act === "stop") return <StopDialog {...props} />;
  return act === "topUp" ? <TopUpDialog {...props} /> : <UnscheduleDialog {...props} />;
}

/** Of one that waits for its moment. */
function LaunchDialog({ campaign, onClose }: Props) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const health = useQuery(
    healthQuery({
      include: campaign.audience.include.map((source) => sourceInput(sourceOf(source))),
      exclude: campaign.audience.exclude.map((source) => sourceInput(sourceOf(source))),
      clientId: campaign.clientId ?? null,
    }),
  );
  return (
    <ActDialog
      campaign={campaign}
      title={`Launch ${campaign.name} now?`}
      description="It does not wait for its moment: its audience is taken now, and all checks run again."
      submitLabel={health.data === undefined ? "Launch now" : `Launch to ${peopleWords(health.data.reachable)}`}
      done={`${campaign.name} is launched`}
      act={() => launchCampaign(campaign.id, idempotencyKey)}
      onClose={onClose}
    />
  );
}

function PauseDialog({ campaign, ledger, onClose }: Props) {
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      campaign={campaign}
      title={`Pause ${campaign.name}?`}
      description={`${waiting(ledger)} wait until it is resumed. Only what is being handed over at this moment still goes out.`}
      submitLabel="Pause"
      done={`${campaign.name} is paused`}
      act={() => pauseCampaign(campaign.id, reasonOf(reason))}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} autoFocus />
    </ActDialog>
  );
}

function ResumeDialog({ campaign, ledger, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [accepted, setAccepted] = useState(false);
  /** The server asked for it: whoever was paused when the backup was made says nothing of a restore. */
  const [asked, setAsked] = useState(false);
  const because = campaign.pausedBecause?.reason;
  const restored = because === "RESTORE" || asked;
  const complained = because === "COMPLAINTS";
  return (
    <ActDialog
      campaign={campaign}
      title={`Resume ${campaign.name}?`}
      description={`${campaign.pausedBecause?.words ?? ""} ${waiting(ledger)} get it from now on.`.trim()}
      submitLabel={ledger ? `Resume to ${peopleWords(ledger.pending)}` : "Resume"}
      done={`${campaign.name} goes on`}
      act={async () => {
        try {
          await resumeCampaign(campaign.id, reasonOf(reason), restored && accepted);
        } catch (error) {
          setAsked(asked || asksToAccept(error));
          throw error;
        }
      }}
      blocked={
        restored && !accepted
          ? "Accept first that some may get it twice"
          : complained && reason.trim() === ""
            ? "Say why it may go on"
            : undefined
      }
      onClose={onClose}
    >
      {restored ? (
        <CheckField
          label="I accept that some people may get it twice"
          hint="The log was restored from a backup. What left after the backup, it does not know."
          checked={accepted}
          onChange={setAccepted}
        />
      ) : null}
      <Reason value={reason} onChange={setReason} required={complained} autoFocus={!restored} />
    </ActDialog>
  );
}

/** Of a campaign that was launched before the log was restored. */
const asksToAccept = (error: unknown): boolean =>
  error instanceof RefusedError && error.userErrors.some(({ field }) => field === "acceptedAfterRestore");

function StopDialog({ campaign, ledger, onClose }: Props) {
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      campaign={campaign}
      title={`Stop ${campaign.name} for good?`}
      description={
        campaign.state === "LAUNCHING"
          ? "Its audience is not taken, and nobody gets it. It cannot be started again; a copy can."
          : `${waiting(ledger)} do not get it, and the ledger says so. It cannot be started again; a copy can.`
      }
      submitLabel={ledger ? `Stop, and leave ${peopleWords(ledger.pending)} out` : "Stop for good"}
      submitTone="danger-solid"
      done={`${campaign.name} is stopped`}
      act={() => stopCampaign(campaign.id, reasonOf(reason))}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} autoFocus />
    </ActDialog>
  );
}

function TopUpDialog({ campaign, onClose }: Props) {
  const last = campaign.versions.at(-1);
  return (
    <ActDialog
      campaign={campaign}
      title={`Top up ${campaign.name}?`}
      description={`Whoever is in its audience by now and was not before joins, as audience version ${(last?.version ?? 0) + 1}. Nobody who is in it gets it again.`}
      submitLabel="Top up"
      done="More people are being taken in"
      act={() => topUpCampaign(campaign.id)}
      onClose={onClose}
    />
  );
}

function UnscheduleDialog({ campaign, onClose }: Props) {
  return (
    <ActDialog
      campaign={campaign}
      title={`Take ${campaign.name} back to a draft?`}
      description="It does not start by itself any more. It can be changed, and scheduled or launched again."
      submitLabel="Back to draft"
      done={`${campaign.name} is a draft again`}
      act={() => unscheduleCampaign(campaign.id)}
      onClose={onClose}
    />
  );
}

function Reason({
  value,
  onChange,
  required = false,
  autoFocus,
}: {
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  autoFocus: boolean;
}) {
  return (
    <TextField
      label="Why"
      required={required}
      hint="It stands in the campaign's history."
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

const reasonOf = (text: string): string | null => (text.trim() === "" ? null : text.trim());
