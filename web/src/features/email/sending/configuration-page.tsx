import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { CheckField } from "@/components/check-field.tsx";
import { TextField } from "@/components/field.tsx";
import { LeaveGuard } from "@/components/leave-guard.tsx";
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
      {query.data !== undefined ? (
        // What is typed outlives whatever is read meanwhile.
        <Form policy={query.data} />
      ) : query.isError ? (
        <div className="px-5">
          <LoadError what="The configuration" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : (
        <PageSkeleton />
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
  /** What the draft began with. */
  const [base, setBase] = useState(policy);
  const [draft, setDraft] = useState(() => policyOf(policy));
  const before = policyOf(base);
  const same = samePolicy(draft, before);
  const refresh = () => client.invalidateQueries({ queryKey: policyQuery.queryKey });
  const save = useMutation({
    /** Whether it was saved: what somebody else saved since is shown first. */
    mutationFn: async (sent: PolicyDraft) => {
      const now = await client.fetchQuery({ ...policyQuery, staleTime: 0 });
      if (now.setAt !== base.setAt) return false;
      await setPolicy(policyInput(sent));
      return true;
    },
    onSuccess: async (saved, sent) => {
      if (!saved) return;
      toastDone("The configuration is saved", async () => {
        await setPolicy(policyInput(before));
        await refresh();
      });
      await refresh();
      const now = client.getQueryData(policyQuery.queryKey);
      if (now === undefined) return;
      setBase(now);
      setDraft((current) => (current === sent ? policyOf(now) : current));
    },
  });
  const newer = policy.setAt !== base.setAt && !save.isPending;
  if (newer && same) {
    setBase(policy);
    setDraft(policyOf(policy));
  }
  const theirs = newer && !same;
  const refused = save.error instanceof RefusedError ? save.error.userErrors : [];
  const problemOf = (field: string) => refused.find((error) => error.field === field)?.message;
  const set = (patch: Partial<PolicyDraft>) => setDraft({ ...draft, ...patch });
  const run = () => (same || theirs || save.isPending ? undefined : save.mutate(draft));
  const keep = async () => {
    try {
      return !theirs && (await save.mutateAsync(draft));
    } catch {
      // The form says it.
      return false;
    }
  };
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
      <LeaveGuard unsaved={change && !same} save={keep} />
      {theirs ? (
        <Notice
          tone="warning"
          title="Somebody else saved the configuration meanwhile"
          action={
            <span className="row gap-2">
              <Button
                small
                onClick={() => {
                  setBase(policy);
                  setDraft(policyOf(policy));
                }}
              >
                Take theirs
              </Button>
              <Button small onClick={() => setBase(policy)}>
                Keep mine
              </Button>
            </span>
          }
        >
          What you typed is kept, and not saved. Take theirs to see it here; keep yours, and saving puts it in the place
          of theirs.
        </Notice>
      ) : null}
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
            disabledReason={
              same
                ? "Nothing has been changed yet"
                : theirs
                  ? "Choose first what becomes of what somebody else saved"
                  : undefined
            }
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
