import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError } from "@/components/notice.tsx";
import { RadioField } from "@/components/radio-field.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { RetentionUnit } from "@/gql/graphql.ts";
import { DryRunResult } from "./dry-run-result.tsx";
import { refreshRetention, setRetentionRule, startDryRun } from "./mutations.ts";
import { dryRunQuery, type RetentionRule } from "./queries.ts";
import { isShorter, type Keep, keepOf, keepWords, sameKeep, UNITS } from "./words.ts";

const FOREVER: Keep = { count: null, unit: null };

/** Another time for a kind. One that deletes more is looked at by a dry run before it can be set. */
export function RuleDialog({ rule, onClose }: { rule: RetentionRule; onClose: () => void }) {
  const client = useQueryClient();
  const [how, setHow] = useState<"forever" | "for">(rule.keep.count === null ? "forever" : "for");
  const [count, setCount] = useState(String(rule.keep.count ?? ""));
  const [unit, setUnit] = useState<RetentionUnit>(rule.keep.unit ?? "YEARS");
  const [note, setNote] = useState("");
  const [looked, setLooked] = useState<{ id: string; keep: Keep } | null>(null);
  const keep = how === "forever" ? FOREVER : keepOf(count, unit);
  const now: Keep = { count: rule.keep.count, unit: rule.keep.unit };
  const dryRun = useMutation({
    mutationFn: (wanted: Keep) => startDryRun(rule.kind, wanted),
    onSuccess: (id, wanted) => setLooked({ id, keep: wanted }),
  });
  const current = looked !== null && keep !== null && sameKeep(looked.keep, keep) ? looked.id : null;
  const found = useQuery({ ...dryRunQuery(current ?? ""), enabled: current !== null });
  const set = (wanted: Keep, dryRunId: string | null, why: string) =>
    setRetentionRule({ kind: rule.kind, keep: wanted, dryRunId, note: why.trim() === "" ? null : why.trim() });
  const save = useMutation({
    mutationFn: (wanted: Keep) => set(wanted, current, note),
    onSuccess: async (_, wanted) => {
      // Back to more takes nothing but the wish; back to less is a rule that has to be looked at again.
      const undo = isShorter(wanted, now) ? () => set(now, null, "").then(() => refreshRetention(client)) : undefined;
      toastDone(`${rule.label}: kept ${keepWords(wanted)}`, undo);
      await refreshRetention(client);
      onClose();
    },
  });
  const shorter = keep !== null && isShorter(keep, now);
  const why = disabledReason(keep, now, shorter, Boolean(current !== null && found.data));
  return (
    <Dialog open onClose={onClose} title={`How long to keep: ${rule.label}`} description={rule.deletes}>
      <FormShell
        onSubmit={() => (keep === null ? undefined : save.mutate(keep))}
        loading={save.isPending}
        submitError={save.error}
        submitLabel="Set rule"
        submitDisabledReason={why}
        onCancel={onClose}
        footNote={`Now: ${rule.keep.label}`}
      >
        {rule.mayBeForever ? (
          <RadioField
            label="Keep"
            name="keep"
            value={how}
            onChange={setHow}
            options={[
              { value: "forever", label: "Forever" },
              { value: "for", label: "For a time" },
            ]}
          />
        ) : null}
        {how === "for" ? (
          <div className="row flex-wrap items-start gap-3">
            <TextField
              label="How many"
              required
              inputMode="numeric"
              value={count}
              onChange={(event) => setCount(event.target.value)}
              error={count !== "" && keep === null ? "A whole number from 1 on, up to 100 years" : undefined}
            />
            <SelectField
              label="Unit"
              value={unit}
              options={Object.entries(UNITS).map(([value, label]) => ({ value, label }))}
              onChange={(event) => setUnit(event.target.value as RetentionUnit)}
            />
          </div>
        ) : null}
        <TextField
          label="Note"
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
          hint="On whose word: counsel, a policy, a contract."
        />
        {keep === null || sameKeep(keep, now) ? null : (
          <div className="flex flex-col gap-3">
            {dryRun.isError ? <LoadError what="The dry run" error={dryRun.error} /> : null}
            {current === null ? (
              <div>
                <Button busy={dryRun.isPending} onClick={() => dryRun.mutate(keep)}>
                  Dry run
                </Button>
                <p className="t-12 t-3 mt-1">
                  {shorter
                    ? "This rule deletes more than the one in force: look first what it would delete."
                    : "Looks what the rule would delete, and deletes nothing."}
                </p>
              </div>
            ) : (
              <DryRunResult id={current} kind={rule.kind} />
            )}
          </div>
        )}
      </FormShell>
    </Dialog>
  );
}

function disabledReason(keep: Keep | null, now: Keep, shorter: boolean, looked: boolean): string | undefined {
  if (keep === null) return "Say how long";
  if (sameKeep(keep, now)) return "It is so already";
  return shorter && !looked ? "Make a dry run first" : undefined;
}
