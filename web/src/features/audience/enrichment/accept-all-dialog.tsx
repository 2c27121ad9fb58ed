import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { countOf } from "@/lib/format.ts";
import { acceptAll } from "./mutations.ts";
import { suggestionCount } from "./queries.ts";
import { SURE } from "./words.ts";

const LIMITS = [95, 90, 80, SURE, 60, 40];

/** Accepts what is sure enough, as a bulk change that can be taken back. */
export function AcceptAllDialog({
  pending,
  onClose,
  onBegun,
}: {
  pending: number;
  onClose: () => void;
  onBegun: () => void;
}) {
  const [limit, setLimit] = useState(SURE);
  const [key] = useState(() => crypto.randomUUID());
  const filter = { decision: "PENDING" as const, confidenceAtLeast: limit };
  const count = useQuery({
    queryKey: ["industry-suggestions", "count", filter],
    queryFn: ({ signal }) => suggestionCount(filter, signal),
  });
  const begin = useMutation({ mutationFn: () => acceptAll(limit, key), onSuccess: onBegun });
  const of = count.data ?? 0;
  return (
    <Dialog open onClose={onClose} width={460} title="Accept many suggestions">
      <FormShell
        onSubmit={() => begin.mutate()}
        loading={begin.isPending}
        submitError={begin.error}
        submitLabel={
          count.data === undefined ? "Accept" : `Accept ${countOf(Math.min(of, 10_000), "suggestion", "suggestions")}`
        }
        onCancel={onClose}
      >
        <SelectField
          label="At least this sure"
          value={String(limit)}
          options={LIMITS.map((value) => ({ value: String(value), label: `${value} %` }))}
          onChange={(event) => setLimit(Number(event.target.value))}
          hint={`Of ${SURE} % and more, nine of ten are right on a labelled sample.`}
        />
        <p className="t-2" role="status">
          {count.data === undefined ? "Counting…" : `${countOf(of, "account", "accounts")} of ${pending} that wait.`}{" "}
          {of > 10_000 ? "The surest 10,000 are taken first." : ""} The change can be taken back as a whole.
        </p>
      </FormShell>
    </Dialog>
  );
}
