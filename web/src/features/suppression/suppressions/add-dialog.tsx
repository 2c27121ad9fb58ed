import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { SuppressionReason } from "@/gql/graphql.ts";
import { countOf } from "@/lib/format.ts";
import { addSuppressions, refreshSuppressions } from "./mutations.ts";
import { EVERYWHERE, lacks, withinOf } from "./where.ts";
import { WhereFields } from "./where-fields.tsx";
import { linesOf, REASONS } from "./words.ts";

/** The server takes no more at once. */
const MOST = 1000;

/** Suppresses one or many. `start`: what stands in the box already, from a record's page. */
export function AddDialog({ start = "", onClose }: { start?: string; onClose: () => void }) {
  const client = useQueryClient();
  const [text, setText] = useState(start);
  const [reason, setReason] = useState<SuppressionReason>("MANUAL");
  const [where, setWhere] = useState(EVERYWHERE);
  const [day, setDay] = useState("");
  const [note, setNote] = useState("");
  const lines = linesOf(text);
  const save = useMutation({
    mutationFn: () =>
      addSuppressions({
        entries: lines.map((value) => ({ value })),
        reason,
        ...withinOf(where),
        until: day === "" ? null : new Date(`${day}T23:59:59`).toISOString(),
        note: note.trim() === "" ? null : note.trim(),
      }),
    onSuccess: async ({ added, already, refused }) => {
      await refreshSuppressions(client);
      const done = `${countOf(added, "suppression", "suppressions")} added${already === 0 ? "" : `, ${already} there already`}`;
      if (refused.length > 0) {
        // What was refused stays in the box, to be mended.
        setText(refused.map(({ value }) => value).join("\n"));
        return;
      }
      toastDone(done);
      onClose();
    },
  });
  const refused = save.data?.refused ?? [];
  return (
    <Dialog
      open
      onClose={onClose}
      width={520}
      title="Suppress"
      description="Effective at once: nothing more is sent to them, and nobody calls."
    >
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={save.error}
        submitLabel={lines.length > 1 ? `Suppress ${lines.length}` : "Suppress"}
        submitDisabledReason={
          lines.length === 0
            ? "Write at least one line"
            : lines.length > MOST
              ? `At most ${MOST} lines at once`
              : lacks(where)
        }
        onCancel={onClose}
      >
        {refused.length === 0 ? null : (
          <Notice
            tone="warning"
            title={`${countOf(save.data?.added ?? 0, "line was", "lines were")} suppressed, ${refused.length} could not be read`}
          >
            <ul>
              {refused.slice(0, 20).map(({ line, value, message }) => (
                <li key={line}>
                  Line {line}, <span className="mono">{value}</span>: {message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <TextAreaField
          label="Emails, phone numbers, domains"
          required
          rows={6}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          hint="One per line. Kinds are told apart by their shape; numbers with their country code, like +1 202 555 0100."
        />
        <SelectField
          label="Reason"
          required
          value={reason}
          options={Object.entries(REASONS).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setReason(event.target.value as SuppressionReason)}
        />
        <WhereFields where={where} onChange={setWhere} />
        <TextField
          label="Until"
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
          hint="The last day. Empty: for good."
        />
        <TextField
          label="Note"
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
          hint="Kept as proof: who asked for it, and how."
        />
      </FormShell>
    </Dialog>
  );
}
