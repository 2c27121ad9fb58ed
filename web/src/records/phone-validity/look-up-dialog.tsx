import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Checkbox } from "@/components/checkbox.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { startLookup } from "@/features/audience/phone-validity/mutations.ts";
import { lookupSettingsQuery } from "@/features/audience/phone-validity/queries.ts";
import type { Entity, LookedUpPhone, PhoneLookupStartInput } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount } from "@/lib/format.ts";

/** Whom it is about, and how many those are; null where nobody has counted them. */
export interface LookUpWhat {
  entity: Entity;
  audience: Pick<PhoneLookupStartInput, "ids" | "filter" | "accounts" | "except">;
  count: number | null;
}

/** Asked before anybody is asked outside: which number, who is asked, and that it may cost money. */
export function LookUpDialog({
  what,
  onClose,
  onStarted,
}: {
  what: LookUpWhat;
  onClose: () => void;
  /** With the id of the run. */
  onStarted: (id: string | null) => void;
}) {
  const settings = useQuery(lookupSettingsQuery);
  const [which, setWhich] = useState<LookedUpPhone>(what.entity === "ACCOUNT" ? "MAIN_PHONE" : "MOBILE_PHONE");
  const [again, setAgain] = useState(false);
  const start = useMutation({
    mutationFn: () => startLookup({ ...what.audience, which, again, expected: what.count }),
    onSuccess: onStarted,
  });
  const title = what.count === null ? "Look up phones" : `Look up ${countOf(what.count, "phone", "phones")}`;
  const off = settings.data?.provider === "OFF";
  return (
    <Dialog open onClose={onClose} title={title}>
      <div className="flex flex-col gap-3 px-5 py-4">
        {settings.isPending ? <Skeleton width="80%" /> : null}
        {settings.isError ? (
          <LoadError what="The look-up service" error={settings.error} retry={() => void settings.refetch()} />
        ) : null}
        {off ? (
          <Notice tone="info" title="Carrier look-ups are not set up in this installation">
            Whether a number can be valid is shown without them. An administrator can turn look-ups on.
          </Notice>
        ) : null}
        {settings.data?.provider === "TEST" ? (
          <Notice tone="info" title="Test look-up">
            Nobody is asked: answers are made up, for numbers that are reserved for fiction, and cost nothing.
          </Notice>
        ) : null}
        {settings.data?.provider === "TELNYX" ? (
          <Notice tone="warning" title="Each number that is asked about costs money">
            Telnyx charges your organisation’s account for every question
            {what.count === null ? "" : `, up to ${formatCount(what.count)} of them`}. Nobody is asked about numbers
            that no numbering plan has, nor about those looked up in the last {settings.data.keptDays} days.
          </Notice>
        ) : null}
        {what.entity === "ACCOUNT" ? (
          <p className="t-2">The main phone of each account is looked up.</p>
        ) : (
          <RadioGroup
            label="Which number"
            value={which}
            onChange={(value) => setWhich(value as LookedUpPhone)}
            options={[
              { value: "MOBILE_PHONE", label: "Mobile phone" },
              { value: "DIRECT_PHONE", label: "Direct phone" },
            ]}
          />
        )}
        <div className="row gap-2">
          <Checkbox
            checked={again}
            label="Ask again about numbers that were looked up before"
            onChange={(next) => setAgain(next)}
          />
          <span>Ask again about numbers that were looked up before</span>
        </div>
        {start.isError ? <Notice tone="danger" title={`Not begun. ${messageOf(start.error)}`} /> : null}
      </div>
      <footer className="dialog-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          busy={start.isPending}
          disabledReason={
            settings.data === undefined ? "The look-up service is not known yet" : off ? "It is not set up" : undefined
          }
          onClick={() => start.mutate()}
        >
          Look up
        </Button>
      </footer>
    </Dialog>
  );
}
