import { useQuery } from "@tanstack/react-query";
import { FileCheck, FileX } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { type Consent, contactConsentQuery } from "@/features/suppression/consents/queries.ts";
import { CHANNELS, saidWords, STANDINGS, STATES, whyWords } from "./consent-words.ts";
import { usePageActions } from "@/shell/actions.ts";

const RecordDialog = lazy(async () => ({
  default: (await import("@/features/suppression/consents/record-dialog.tsx")).RecordDialog,
}));
const WithdrawDialog = lazy(async () => ({
  default: (await import("@/features/suppression/consents/withdraw-dialog.tsx")).WithdrawDialog,
}));
const StatementDialog = lazy(async () => ({
  default: (await import("@/features/suppression/consents/statement-dialog.tsx")).StatementDialog,
}));

/** So many statements stand on the card; the others follow when they are asked for. */
const FEW = 4;

interface CardProps {
  contactId: string;
  name: string;
  /** As it stood then, with the rules of then: to be read, not changed. */
  at?: string;
}

/** On a contact: whether they may be written to or called, on which basis, and what says so. */
export function ConsentCard(props: CardProps) {
  return useMay("CONSENTS_VIEW") ? <Shown {...props} /> : null;
}

function Shown({ contactId, name, at }: CardProps) {
  const query = useQuery(contactConsentQuery(contactId, at ?? null));
  const mayRecord = useMay("CONSENTS_RECORD") && at === undefined;
  const [open, setOpen] = useState<"record" | "withdraw" | Consent | null>(null);
  const [all, setAll] = useState(false);
  const consent = query.data;
  const acts = mayRecord && consent !== null && consent !== undefined;
  usePageActions(
    acts
      ? [
          {
            id: "consent-record",
            label: "Record consent",
            icon: FileCheck,
            group: "On this record",
            run: () => setOpen("record"),
          },
          {
            id: "consent-withdraw",
            label: "Withdraw consent",
            icon: FileX,
            group: "On this record",
            run: () => setOpen("withdraw"),
          },
        ]
      : [],
  );
  const close = () => setOpen(null);
  if (query.isPending) {
    return (
      <Card title="Consent">
        <Skeleton width="80%" />
      </Card>
    );
  }
  if (query.isError) return <LoadError what="Consent" error={query.error} retry={() => void query.refetch()} />;
  if (consent === null || consent === undefined) return null;
  const shown = all ? consent.statements : consent.statements.slice(0, FEW);
  return (
    <div data-testid="consent-card">
      <Card title="Consent">
        <dl className="kv">
          {consent.channels.map((channel) => (
            <Channel key={channel.channel} label={CHANNELS[channel.channel]}>
              <Status tone={STANDINGS[channel.standing].tone}>{channel.standingLabel}</Status>
              <p className="t-12 t-3">{whyWords(channel, consent.statements)}</p>
            </Channel>
          ))}
        </dl>
        {acts ? (
          <div className="row mt-3 gap-2">
            <Button small icon={FileCheck} onClick={() => setOpen("record")}>
              Record
            </Button>
            <Button small icon={FileX} onClick={() => setOpen("withdraw")}>
              Withdraw
            </Button>
          </div>
        ) : null}
        {shown.length === 0 ? null : (
          <ul className="mt-3 flex flex-col gap-1" aria-label="What was said">
            {shown.map((said) => (
              <li key={said.id}>
                <button type="button" className="link t-12 text-left" onClick={() => setOpen(said)}>
                  {`${said.standingLabel}, ${CHANNELS[said.channel].toLowerCase()}`}
                </button>
                <span className="t-12 t-3">
                  {` ${[saidWords(said), said.state === "COUNTS" ? null : STATES[said.state].toLowerCase()].filter(Boolean).join(" · ")}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        {consent.statements.length > shown.length ? (
          <Button small variant="quiet" onClick={() => setAll(true)}>
            {`Show all ${consent.statements.length}`}
          </Button>
        ) : null}
      </Card>
      <Suspense>
        {open === "record" ? <RecordDialog contactId={contactId} name={name} onClose={close} /> : null}
        {open === "withdraw" ? <WithdrawDialog contactId={contactId} name={name} onClose={close} /> : null}
        {open !== null && typeof open === "object" ? (
          <StatementDialog consent={consent.statements.find(({ id }) => id === open.id) ?? open} onClose={close} />
        ) : null}
      </Suspense>
    </div>
  );
}

function Channel({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
