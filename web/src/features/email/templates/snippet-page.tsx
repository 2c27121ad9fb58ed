import { useQuery } from "@tanstack/react-query";
import { Archive, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LeaveGuard } from "@/components/leave-guard.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { refusal } from "@/lib/permissions.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { AudienceHistory } from "@/records/audience-history/audience-history.tsx";
import { Preview } from "@/records/email-preview/preview.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { BlockList } from "./block-list.tsx";
import { type Block, PLAIN_STYLE } from "./blocks.ts";
import { previewQuery, type Snippet, snippetQuery } from "./queries.ts";
import { SnippetUses, SnippetVersions } from "./snippet-cards.tsx";
import { useSnippet } from "./use-snippet.ts";
import { useSnippetActs } from "./use-snippet-acts.ts";
import { usedWords } from "./words.ts";
import "./templates.css";

/** One snippet: what it says, who includes it, and what it said before. */
export default function SnippetPage() {
  const { id = "" } = useParams();
  const query = useQuery(snippetQuery(id));
  const snippet = query.data ?? null;
  useCrumb(snippet?.name);
  if (query.isPending) return <PageSkeleton />;
  // What was written must not go because the server could not be asked once more.
  if (snippet === null && query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This snippet" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (snippet === null) return <NotFound what="snippet" />;
  return <Loaded key={snippet.id} snippet={snippet} />;
}

function Loaded({ snippet }: { snippet: Snippet }) {
  const me = useMe();
  const mayEdit = useMay("TEMPLATES_EDIT");
  const state = useSnippet(snippet);
  const acts = useSnippetActs();
  const change = mayEdit && snippet.mayEdit && !snippet.archived;
  const used = usedWords(snippet.usedBy);
  const group = "On this snippet";
  const toArchive = {
    id: "snippet-archive",
    label: "Archive this snippet",
    icon: Archive,
    group,
    run: () => acts.archive(snippet),
  };
  const toRestore = {
    id: "snippet-restore",
    label: "Restore this snippet",
    icon: RotateCcw,
    group,
    run: () => acts.restore(snippet),
  };
  usePageActions(change && used === undefined ? [toArchive] : mayEdit && snippet.archived ? [toRestore] : []);
  useShortcuts(
    [{ keys: "mod+s", label: "Save", group: "Snippet", whileTyping: true, run: () => state.save() }],
    change,
  );
  return (
    <section className="scroll bg-well" aria-label={snippet.name}>
      <PageHead
        title={snippet.name}
        note={
          <Status tone={snippet.archived ? "hollow" : "success"}>
            {snippet.archived ? "Archived" : `${snippet.brandName}, version ${snippet.version}`}
          </Status>
        }
        actions={
          change ? (
            <>
              <Button icon={Archive} busy={acts.busy} disabledReason={used} onClick={() => acts.archive(snippet)}>
                Archive
              </Button>
              {state.dirty ? <Button onClick={state.discard}>Discard</Button> : null}
              <Button
                variant="primary"
                busy={state.saving}
                disabledReason={state.dirty ? undefined : "Nothing is changed"}
                onClick={state.save}
              >
                Save
              </Button>
            </>
          ) : mayEdit && snippet.archived ? (
            <Button icon={RotateCcw} busy={acts.busy} onClick={() => acts.restore(snippet)}>
              Restore
            </Button>
          ) : (
            <span className="t-12 t-2">{mayEdit ? null : refusal(me.role, "edit snippets")}</span>
          )
        }
      />
      <div className="template-content">
        <div className="template-form">
          {state.error === null ? null : (
            <Notice tone="danger" title="Not saved. What you wrote stays on this page.">
              {messageOf(state.error)}
            </Notice>
          )}
          {change ? <BlockList label="The snippet" shared blocks={state.blocks} edit={state.edit} /> : null}
          <SnippetUses snippet={snippet} />
          <SnippetVersions snippet={snippet} state={state} mayTake={change} />
          <Card title="History">
            <AudienceHistory of="snippet" id={snippet.id} />
          </Card>
        </div>
        <div className="template-side">
          <Shown name={snippet.name} blocks={state.blocks} />
        </div>
      </div>
      <LeaveGuard unsaved={state.dirty || state.saving} save={state.saved} />
    </section>
  );
}

/** As it would stand in an email by itself. What an email needs besides is no matter of a snippet. */
function Shown({ name, blocks }: { name: string; blocks: Block[] }) {
  const [contactId, setContactId] = useState<string | null>(null);
  const asked = useDebounced(blocks, 500);
  const draft = {
    subject: name,
    preheader: "",
    text: "",
    body: { kind: "blocks" as const, document: { style: PLAIN_STYLE, blocks: asked } },
  };
  const preview = useQuery(previewQuery(draft, contactId));
  const errors = (preview.data?.problems ?? []).filter(({ severity }) => severity === "ERROR");
  return (
    <>
      <Preview
        preview={preview.data}
        error={preview.isError ? preview.error : null}
        retry={() => void preview.refetch()}
        contactId={contactId}
        onContact={setContactId}
      />
      {errors.length === 0 ? null : (
        <ul className="flex flex-col gap-1" aria-label="Problems of the snippet">
          {errors.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
