import { useMutation } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { SelectField } from "@/components/field.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { DigestEvery } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatMoment } from "@/lib/format.ts";
import { hourOptions, zoneOptions } from "./mail-choice.ts";
import { sendDigestNow } from "./mutations.ts";
import type { NotificationDigest } from "./queries.ts";

const EVERY: { value: DigestEvery; label: string }[] = [
  { value: "OFF", label: "Never" },
  { value: "DAILY", label: "Every day" },
  { value: "WEEKLY", label: "On Mondays" },
];

/** When the digest comes: one mail with what is not read, and tasks that are due. Each choice is saved at once. */
export function DigestCard({
  digest,
  onChange,
}: {
  digest: NotificationDigest;
  onChange: (next: NotificationDigest) => void;
}) {
  const send = useMutation({
    mutationFn: sendDigestNow,
    onSuccess: (address) => toastDone(`A digest is on its way to ${address}`),
    onError: (error) => toastFailed(`Not sent. ${messageOf(error)}`),
  });
  const off = digest.every === "OFF";
  return (
    <Card title="Digest by mail">
      <p className="t-2 mb-3">
        One mail to {digest.email} with what you have not read, and your tasks that are due. With nothing in it, it does
        not come.
      </p>
      <div className="digest-fields">
        <SelectField
          label="Comes"
          options={EVERY}
          value={digest.every}
          onChange={(event) => onChange({ ...digest, every: event.target.value as DigestEvery })}
        />
        {off ? null : (
          <>
            <SelectField
              label="At"
              options={hourOptions}
              value={String(digest.hour)}
              onChange={(event) => onChange({ ...digest, hour: Number(event.target.value) })}
            />
            <SelectField
              label="Time zone"
              options={zoneOptions(digest.timeZone)}
              value={digest.timeZone}
              onChange={(event) => onChange({ ...digest, timeZone: event.target.value })}
            />
          </>
        )}
      </div>
      <div className="row mt-3 flex-wrap gap-3">
        <Button small icon={Mail} busy={send.isPending} onClick={() => send.mutate()}>
          Send me one now
        </Button>
        <span className="t-2" role="status">
          {off || !digest.nextAt
            ? "No digest is sent by itself."
            : `The next one is due ${formatMoment(digest.nextAt)}.`}
        </span>
      </div>
    </Card>
  );
}
