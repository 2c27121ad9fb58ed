import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { Preview } from "@/records/email-preview/preview.tsx";
import { BlockList } from "./block-list.tsx";
import type { BlockDocument } from "./blocks.ts";
import { Checks } from "./checks.tsx";
import type { Draft } from "./draft.ts";
import { previewQuery, type Problem, type TemplateDetail } from "./queries.ts";
import { SourceEditor } from "./source-editor.tsx";
import { StyleFields } from "./style-fields.tsx";
import { MarkedText, TaggedLine } from "./tagged-field.tsx";
import { ToSourceDialog } from "./to-source-dialog.tsx";
import type { DraftState } from "./use-draft.ts";
import "./templates.css";

const NO_PROBLEMS: readonly Problem[] = [];

/** What the email says, and beside it what becomes of it. */
export function ContentTab({
  template,
  state,
  contactId,
  onContact,
}: {
  template: TemplateDetail;
  state: DraftState;
  contactId: string | null;
  onContact: (id: string | null) => void;
}) {
  const { draft, edit, error } = state;
  const asked = useDebounced(draft, 500);
  const preview = useQuery(previewQuery(asked, contactId));
  const problems = preview.data?.problems ?? NO_PROBLEMS;
  const set = (values: Partial<Draft>) => edit((now) => ({ ...now, ...values }));
  const readOnly = !template.mayEdit || template.archived;
  const said = (part: Problem["part"]) =>
    problems.find((problem) => problem.part === part && problem.severity === "ERROR")?.message;
  return (
    <div className="template-content">
      <div className="template-form">
        {error === null ? null : (
          <Notice tone="danger" title="Not saved. What you wrote stays on this page.">
            {messageOf(error)}
          </Notice>
        )}
        <TaggedLine
          label="Subject"
          required
          value={draft.subject}
          onChange={(subject) => set({ subject })}
          error={said("SUBJECT")}
          readOnly={readOnly}
        />
        <TaggedLine
          label="Preheader"
          value={draft.preheader}
          onChange={(preheader) => set({ preheader })}
          hint="What lists of emails show behind the subject."
          error={said("PREHEADER")}
          readOnly={readOnly}
        />
        <BodyFields template={template} state={state} problems={problems} readOnly={readOnly} />
        <MarkedPlainText value={draft.text} onChange={(text) => set({ text })} readOnly={readOnly} />
      </div>
      <div className="template-side">
        <Preview
          preview={preview.data}
          error={preview.isError ? preview.error : null}
          retry={() => void preview.refetch()}
          contactId={contactId}
          onContact={onContact}
        />
        {preview.data === undefined ? null : <Checks problems={problems} body={draft.body.kind} />}
      </div>
    </div>
  );
}

function BodyFields({
  template,
  state,
  problems,
  readOnly,
}: {
  template: TemplateDetail;
  state: DraftState;
  problems: readonly Problem[];
  readOnly: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const { draft, edit } = state;
  const { body } = draft;
  const document = (change: (now: BlockDocument) => BlockDocument) =>
    edit((now) =>
      now.body.kind === "blocks" ? { ...now, body: { kind: "blocks", document: change(now.body.document) } } : now,
    );
  if (body.kind === "source" || readOnly) {
    return (
      <SourceEditor
        value={body.kind === "source" ? body.mjml : template.draft.mjml}
        onChange={(mjml) => edit((now) => ({ ...now, body: { kind: "source", mjml } }))}
        problems={problems.filter(({ part }) => part === "BODY")}
        readOnly={readOnly}
      />
    );
  }
  return (
    <>
      <div className="row">
        <h2 className="t-14 semi">Body</h2>
        <Button small variant="quiet" className="ml-auto" onClick={() => setAsking(true)}>
          Write it in MJML
        </Button>
      </div>
      <StyleFields style={body.document.style} onChange={(style) => document((now) => ({ ...now, style }))} />
      <BlockList
        label="The email"
        blocks={body.document.blocks}
        edit={(change) => document((now) => ({ ...now, blocks: change(now.blocks) }))}
      />
      {asking ? <ToSourceDialog template={template} state={state} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** Most templates have none of their own. */
function MarkedPlainText({
  value,
  onChange,
  readOnly,
}: {
  value: string;
  onChange: (text: string) => void;
  readOnly: boolean;
}) {
  // As it was found: it must not close under who empties it.
  const [open] = useState(value !== "");
  return (
    <details className="template-own-text" open={open}>
      <summary className="link">Plain text of its own</summary>
      <div className="mt-2">
        <MarkedText
          label="Plain text"
          plain
          rows={8}
          value={value}
          onChange={onChange}
          readOnly={readOnly}
          hint="Left empty, it is made of the body."
        />
      </div>
    </details>
  );
}
