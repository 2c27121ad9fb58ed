import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { CheckField } from "@/components/check-field.tsx";
import { TextField } from "@/components/field.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf, RefusedError } from "@/lib/api-error.ts";
import { formatMoment } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { refusal } from "@/lib/permissions.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { DomainPaces } from "./domain-paces.tsx";
import { setPolicy } from "./mutations.ts";
import { type PolicyDraft, policyInput, policyOf, samePolicy } from "./policy.ts";
import { type Policy, policyQuery } from "./queries.ts";
import "./sending.css";

/** How much is sent at all, how often to the same person, and at which numbers campaigns pause by themselves. */
export default function ConfigurationPage() {
  const query = useQuery(policyQuery);
  return (
    <section className="flex min-h-0 flex-1 flex-col overflow-auto bg-well" aria-label="Configuration of campaigns">
      <PageHead title="Configuration" />
      {query.isPending ? (
        <PageSkeleton />
      ) : query.isError ? (
        <div className="px-5">
          <LoadError what="The configuration" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : (
        <Form key={JSON.stringify(query.data)} policy={query.data} />
      )}
    </section>
  );
}

const NUMBERS = [
  ["warnComplaintsPercent", "Warn at complaints, percent", "Of what was delivered from a domain within seven days."],
  ["pauseComplaintsPercent", "Pause at complaints, percent", "Every campaign from that domain pauses."],
  ["pauseHardBouncesPercent", "Pause at hard bounces, percent", "Of what a campaign handed over last."],
  ["pauseBouncesPercent", "Pause at bounces of any kind, percent", "Soft and hard ones together."],
] as const;

const SOFT = [
  ["bounces", "Soft bounces"],
  ["withinDays", "Within days"],
  ["overDays", "Over at least days"],
  ["restDays", "Suppressed for days"],
] as const;

function Form({ policy }: { policy: Policy }) {
  const client = useQueryClient();
  const me = useMe();
  const change = useMay("SETTINGS_MANAGE");
  const [before] = useState(() => policyOf(policy));
  const [draft, setDraft] = useState(before);
  const refresh = () => client.invalidateQueries({ queryKey: policyQuery.queryKey });
  const save = useMutation({
    mutationFn: () => setPolicy(policyInput(draft)),
    onSuccess: async () => {
      toastDone("The configuration is saved", async () => {
        await setPolicy(policyInput(before));
        await refresh();
      });
      await refresh();
    },
  });
  const refused = save.error instanceof RefusedError ? save.error.userErrors : [];
  const problemOf = (field: string) => refused.find((error) => error.field === field)?.message;
  const set = (patch: Partial<PolicyDraft>) => setDraft({ ...draft, ...patch });
  const same = samePolicy(draft, before);
  const run = () => (same || save.isPending ? undefined : save.mutate());
  useShortcuts(
    [{ keys: "mod+enter", label: "Save the configuration", group: "On this page", whileTyping: true, run }],
    change,
  );
  const text = (field: Exclude<keyof PolicyDraft, "domains" | "cap">) => ({
    inputMode: "decimal" as const,
    readOnly: !change,
    value: draft[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  return (
    <form
      noValidate
      className="sending-policy"
      data-testid="email-policy"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      {save.isError ? (
        <Notice tone="danger" title="Not saved. What you typed is kept.">
          {messageOf(save.error)}
        </Notice>
      ) : null}
      <Card title="Pace" sub="what each account and campaign may do comes besides">
        <div className="flex flex-col gap-4">
          <TextField
            label="Mails a second, of all campaigns together"
            hint="Empty: as fast as accounts take it."
            error={problemOf("perSecond")}
            {...text("perSecond")}
          />
          <DomainPaces
            domains={draft.domains}
            readOnly={!change}
            error={problemOf("domains")}
            onChange={(domains) => set({ domains })}
          />
        </div>
      </Card>
      <Card title="Frequency cap" sub="over all campaigns">
        <div className="flex flex-col gap-3">
          <CheckField
            label="Nobody gets more than so many"
            hint="Whoever had as many is left out of a campaign that keeps to the cap, and its ledger says so."
            checked={draft.cap !== null}
            disabledReason={change ? undefined : "Only admins change it"}
            onChange={(on) => set({ cap: on ? { count: "3", days: "7" } : null })}
          />
          {draft.cap === null ? null : (
            <div className="sending-numbers">
              <TextField
                label="Mails"
                inputMode="numeric"
                readOnly={!change}
                value={draft.cap.count}
                error={problemOf("cap")}
                onChange={(event) => set({ cap: { days: "7", ...draft.cap, count: event.target.value } })}
              />
              <TextField
                label="Days"
                inputMode="numeric"
                readOnly={!change}
                value={draft.cap.days}
                onChange={(event) => set({ cap: { count: "3", ...draft.cap, days: event.target.value } })}
              />
            </div>
          )}
        </div>
      </Card>
      <Card title="Campaigns pause by themselves" sub="they say why, and somebody resumes them">
        <div className="sending-numbers">
          {NUMBERS.map(([field, label, hint]) => (
            <TextField key={field} label={label} hint={hint} error={problemOf(field)} {...text(field)} />
          ))}
        </div>
      </Card>
      <Card title="Addresses that bounce again and again" sub="are suppressed for a while">
        <div className="sending-numbers">
          {SOFT.map(([field, label]) => (
            <TextField
              key={field}
              label={label}
              error={field === "bounces" ? problemOf("softBounces") : undefined}
              {...text(field)}
            />
          ))}
        </div>
      </Card>
      {change ? (
        <div className="row gap-3">
          <Button
            type="submit"
            variant="primary"
            keys="mod+enter"
            busy={save.isPending}
            disabledReason={same ? "Nothing has been changed yet" : undefined}
          >
            Save
          </Button>
          <span className="t-12 t-3">
            {policy.setAt ? `Set ${formatMoment(policy.setAt)}.` : "As it was built in."} What is being sent follows
            within a second.
          </span>
        </div>
      ) : (
        <p className="t-12 t-2">{refusal(me.role, "change the configuration of campaigns")}</p>
      )}
    </form>
  );
}
