import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Paperclip, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatBytes, formatMoment } from "@/lib/format.ts";
import { FileButton } from "@/records/file-button.tsx";
import { attachProof, downloadProof, refreshConsents } from "./mutations.ts";
import type { Consent } from "./queries.ts";
import { TakeBackDialog } from "./take-back-dialog.tsx";
import { CHANNELS, STANDINGS, STATES } from "@/records/consent-words.ts";

/** Everything about one statement: what was said, when, the proof, and what became of it. */
export function StatementDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const client = useQueryClient();
  const mayRecord = useMay("CONSENTS_RECORD");
  const [takingBack, setTakingBack] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const attach = useMutation({
    mutationFn: (file: File) => attachProof(consent.contactId, consent.id, file),
    onSuccess: async () => {
      await refreshConsents(client);
      toastDone("File attached");
    },
    onError: (error) => toastFailed(`Not attached. ${messageOf(error)}`),
  });
  if (takingBack) return <TakeBackDialog consent={consent} onClose={onClose} />;
  const open = mayRecord && !consent.erased && consent.state !== "TAKEN_BACK";
  const fileName = consent.fileName;
  return (
    <Dialog
      open
      onClose={onClose}
      width={520}
      title={`${consent.standingLabel}: ${CHANNELS[consent.channel].toLowerCase()}`}
      description={consent.erased ? "The person was erased: words and proofs are gone." : undefined}
    >
      <div className="dialog-body">
        <dl className="kv">
          <dt>Person</dt>
          <dd>
            {consent.erased ? (
              consent.contactLabel
            ) : (
              <Link className="link" to={`/contacts/${consent.personId}`}>
                {consent.contactLabel}
              </Link>
            )}
          </dd>
          <dt>Basis</dt>
          <dd>
            <Status tone={STANDINGS[consent.standing].tone}>{consent.standingLabel}</Status>
          </dd>
          <dt>State</dt>
          <dd>{STATES[consent.state]}</dd>
          <dt>{consent.standing === "WITHDRAWN" ? "Withdrawn" : "Given"}</dt>
          <dd>{formatMoment(consent.givenAt)}</dd>
          <Line label="Source" value={consent.origin} />
          <Line label="Text shown" value={consent.wording} />
          <Line label="Reference" value={consent.reference} />
          {consent.url ? (
            <>
              <dt>Link</dt>
              <dd>
                <a className="link" href={consent.url} target="_blank" rel="noopener noreferrer nofollow">
                  {consent.url}
                </a>
              </dd>
            </>
          ) : null}
          <Line label="IP address" value={consent.ip} mono />
          <Line label="Note" value={consent.note} />
          <dt>Recorded</dt>
          <dd>{[formatMoment(consent.recordedAt), consent.recordedBy].filter(Boolean).join(", by ")}</dd>
          {consent.takenBackAt ? (
            <>
              <dt>Taken back</dt>
              <dd>{[formatMoment(consent.takenBackAt), consent.takenBackBy].filter(Boolean).join(", by ")}</dd>
              <Line label="Why" value={consent.takenBackWhy} />
            </>
          ) : null}
        </dl>
      </div>
      <div className="dialog-foot">
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
        {fileName ? (
          <FileButton
            label={`${fileName}${typeof consent.fileSize === "number" ? `, ${formatBytes(consent.fileSize)}` : ""}`}
            save={() => downloadProof(consent.contactId, consent.id, fileName)}
          />
        ) : open && consent.standing !== "WITHDRAWN" ? (
          <>
            <input
              ref={picker}
              type="file"
              className="sr"
              aria-label="File that proves it"
              tabIndex={-1}
              onChange={(event) => {
                const file = event.target.files?.item(0);
                if (file) attach.mutate(file);
              }}
            />
            <Button icon={Paperclip} busy={attach.isPending} onClick={() => picker.current?.click()}>
              Attach a file
            </Button>
          </>
        ) : null}
        {open ? (
          <Button icon={Undo2} onClick={() => setTakingBack(true)}>
            Take back
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}

function Line({ label, value, mono }: { label: string; value: string | null; mono?: boolean }) {
  if (value === null) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd className={mono ? "mono" : "whitespace-pre-wrap"}>{value}</dd>
    </>
  );
}
