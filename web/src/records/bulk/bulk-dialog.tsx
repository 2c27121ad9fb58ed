import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { TextAreaField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError } from "@/components/notice.tsx";
import { startBulk } from "@/features/audience/bulk/mutations.ts";
import { bulkPreviewQuery } from "@/features/audience/bulk/queries.ts";
import { RefusedError } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import type { RecordKind } from "../record-kind.ts";
import { AssignForm } from "./assign-form.tsx";
import {
  type Audience,
  audienceWords,
  type BulkAct,
  checked,
  foreseen,
  NEW_DRAFT,
  selectionOf,
  submitWords,
  titleWords,
} from "./bulk-draft.ts";
import { ConsentForm } from "./consent-form.tsx";
import { FieldsForm } from "./fields-form.tsx";
import { TagsForm } from "./tags-form.tsx";
import { withdrawnOf, withWithdrawn } from "./withdrawn.ts";
import "./bulk.css";

/** Says what would be done to how many, which of them are left out and why, and asks. */
export function BulkDialog({
  kind,
  act,
  audience,
  onClose,
  onStarted,
}: {
  kind: RecordKind;
  act: BulkAct;
  audience: Audience;
  onClose: () => void;
  onStarted: () => void;
}) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(NEW_DRAFT);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // Held still while the dialog is open: the list behind it may move.
  const [selection] = useState(() => selectionOf(kind.entity, audience));
  const preview = useQuery(bulkPreviewQuery(selection));
  // Of a consent: those who withdrew it, by the channels chosen.
  const withdrew = useQuery({
    ...bulkPreviewQuery(withdrawnOf(selection, draft.consent.channel)),
    enabled: act === "consent",
    placeholderData: keepPreviousData,
  });
  const whole = preview.data === undefined ? null : foreseen(act, preview.data, [kind.noun, kind.nouns]);
  const counted =
    act !== "consent" || whole === null
      ? whole
      : withdrew.data === undefined
        ? null
        : withWithdrawn(whole, draft.consent, withdrew.data, [kind.noun, kind.nouns]);
  const nothing = counted !== null && counted.worked === 0;
  const start = useMutation({
    mutationFn: (action: Parameters<typeof startBulk>[0]["action"]) =>
      startBulk({ selection, action, expected: preview.data?.matching ?? null, idempotencyKey }),
    onSuccess: () => {
      // The notice at the foot of the page follows it from here.
      void client.invalidateQueries({ queryKey: ["bulks"] });
      onStarted();
    },
  });
  const refused = start.error instanceof RefusedError ? start.error.userErrors : [];
  const problemOf = (key: string) => missing[key] ?? refused.find((error) => error.field === key)?.message;
  const chosen = new Set(fieldsOf(act, draft));
  const inPlace = refused.length > 0 && refused.every(({ field }) => field && chosen.has(field));
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    setMissing({});
    if (start.isError) start.reset();
  };
  const submit = () => {
    if (nothing) return;
    const done = checked(act, draft);
    if ("missing" in done) setMissing(done.missing);
    else start.mutate(done.action);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={titleWords(act, kind.nouns)}
      description={audienceWords(audience, preview.data?.matching ?? null, kind)}
      width={520}
    >
      <FormShell
        onSubmit={submit}
        loading={start.isPending}
        submitError={inPlace ? null : start.error}
        submitLabel={submitWords(act, draft, counted?.worked ?? null, kind)}
        submitDisabledReason={nothing ? "There is nothing among them that this could be done to" : undefined}
        onCancel={onClose}
      >
        {act === "fields" ? (
          <FieldsForm
            kind={kind}
            fields={draft.fields}
            problemOf={problemOf}
            onChange={(fields) => change({ fields })}
          />
        ) : act === "tags" ? (
          <TagsForm kind={kind} draft={draft} problem={problemOf("tags")} onChange={change} />
        ) : act === "assign" ? (
          <AssignForm kind={kind} draft={draft} problemOf={problemOf} onChange={change} />
        ) : act === "archive" ? (
          <TextAreaField
            label="Reason"
            hint={`Stands in the history of each ${kind.noun}. Can be left empty.`}
            rows={2}
            autoFocus
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        ) : act === "consent" ? (
          <ConsentForm consent={draft.consent} problemOf={problemOf} onChange={(consent) => change({ consent })} />
        ) : null}
        {preview.isError ? (
          <LoadError what="The count" error={preview.error} retry={() => void preview.refetch()} />
        ) : withdrew.isError ? (
          <LoadError
            what="The count of those who withdrew"
            error={withdrew.error}
            retry={() => void withdrew.refetch()}
          />
        ) : (
          <Foreseen counted={counted} nouns={kind.nouns} act={act} />
        )}
      </FormShell>
    </Dialog>
  );
}

/** Inputs beside which a refusal can be said. */
function fieldsOf(act: BulkAct, draft: typeof NEW_DRAFT): readonly string[] {
  switch (act) {
    case "fields":
      return draft.fields.map(({ key }) => key);
    case "tags":
      return ["tags"];
    case "assign":
      return ["owner", "team"];
    case "consent":
      return ["origin", "at", "wording", "url"];
    case "archive":
    case "restore":
      return [];
  }
}

/** How many it would be, in the same place while they are counted. */
function Foreseen({
  counted,
  nouns,
  act,
}: {
  counted: ReturnType<typeof foreseen> | null;
  nouns: string;
  act: BulkAct;
}) {
  const verb = {
    fields: "changed",
    tags: "tagged",
    assign: "assigned",
    archive: "archived",
    restore: "restored",
    consent: "recorded for",
  }[act];
  return (
    <section className="bulk-foreseen" aria-label="What it comes to" aria-live="polite" aria-busy={counted === null}>
      <p>
        <b className="num" data-testid="bulk-worked">
          {counted === null ? "…" : formatCount(counted.worked)}
        </b>{" "}
        <span className="t-2">
          {counted === null
            ? `Counting ${nouns}`
            : `${counted.worked === 1 ? nouns.slice(0, -1) : nouns} to be ${verb}`}
        </span>
      </p>
      {counted === null || counted.left.length === 0 ? null : (
        <ul className="t-12 t-2">
          {counted.left.map(({ why }) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      )}
      <p className="t-12 t-3">It runs in the background, each change is in the history, and all of it can be undone.</p>
    </section>
  );
}
