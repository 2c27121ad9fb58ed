import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { toastDone } from "@/components/toast.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { FieldOrders } from "./field-orders.tsx";
import { type Draft, inputOf, sameDraft } from "./order.ts";
import { OrderEditor } from "./order-editor.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { changeRules, previewRules, rulesQuery, type Survivorship } from "./queries.ts";
import "./survivorship.css";

/** Which of two values stays when sources disagree: chosen here, previewed on what is there, then applied. */
export default function SurvivorshipPage() {
  const [params, setParams] = useSearchParams();
  const entity: Entity = params.get("of") === "accounts" ? "ACCOUNT" : "CONTACT";
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Survivorship rules">
      <PageHead title="Survivorship rules" />
      <Tabs
        label="Whose values"
        value={entity}
        onChange={(id) => setParams(id === "ACCOUNT" ? { of: "accounts" } : {}, { replace: true })}
        items={[
          { id: "CONTACT", label: "Contacts", content: <Rules entity="CONTACT" /> },
          { id: "ACCOUNT", label: "Accounts", content: <Rules entity="ACCOUNT" /> },
        ]}
      />
    </section>
  );
}

function Rules({ entity }: { entity: Entity }) {
  const query = useQuery(rulesQuery(entity));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="The rules" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  return <Editor key={query.data.changedAt ?? "never"} entity={entity} shown={query.data} />;
}

/** A preview that is not applied yet is what somebody is deciding about: its rules are the ones on the page. */
function startOf(shown: Survivorship): Draft {
  const { preview } = shown;
  return preview && !preview.appliedBy ? draftOf(preview) : draftOf(shown);
}

function draftOf({ everywhere, fields }: Draft): Draft {
  return { everywhere, fields: [...fields] };
}

function Editor({ entity, shown }: { entity: Entity; shown: Survivorship }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => startOf(shown));
  const labels = new Map(shown.sources.map(({ source, label }) => [source, label]));
  const refresh = () => client.invalidateQueries({ queryKey: ["survivorship"] });
  const held = draftOf(shown);
  const save = useMutation({
    mutationFn: (next: Draft) => changeRules(inputOf(entity, next), inputOf(entity, held)),
    onSuccess: async () => {
      toastDone("Rules saved. They decide about what is written from now on.", async () => {
        await changeRules(inputOf(entity, held), inputOf(entity, draft));
        await refresh();
      });
      await refresh();
    },
  });
  const look = useMutation({ mutationFn: () => previewRules(inputOf(entity, draft)), onSettled: refresh });
  const { preview } = shown;
  const running = preview?.running === true;
  const changed = !sameDraft(draft, held);
  const looked = preview ? sameDraft(draft, draftOf(preview)) : false;
  const unchanged = changed ? undefined : "These rules hold already";
  const error = save.error ?? look.error;
  return (
    <div className="survivorship">
      <Card title="All fields" sub="When sources disagree, the one higher up wins; within a place, the newer value.">
        <OrderEditor
          order={draft.everywhere}
          labels={labels}
          name="all fields"
          onChange={(everywhere) => setDraft({ ...draft, everywhere })}
        />
      </Card>
      <Card title="Fields with an order of their own">
        <FieldOrders
          entity={entity}
          fields={draft.fields}
          everywhere={draft.everywhere}
          labels={labels}
          onChange={(fields) => setDraft({ ...draft, fields })}
        />
      </Card>
      {error === null ? null : (
        <Notice tone="danger" title="Nothing was changed">
          {messageOf(error)}
        </Notice>
      )}
      <div className="row flex-wrap">
        <Button
          // With nothing changed, or these rules looked at already, it is not what the page waits for.
          variant={changed && !looked ? "primary" : "secondary"}
          busy={look.isPending}
          disabledReason={running ? "A preview is being made" : undefined}
          onClick={() => look.mutate()}
        >
          Preview on existing {entity === "CONTACT" ? "contacts" : "accounts"}
        </Button>
        <Button busy={save.isPending} disabledReason={unchanged} onClick={() => save.mutate(draft)}>
          Save for new values only
        </Button>
        <Button variant="quiet" disabledReason={unchanged} onClick={() => setDraft(held)}>
          Discard
        </Button>
        <span className="t-3">
          Email, names and other keys by which a record is found are never changed on existing records.
        </span>
      </div>
      {preview ? <PreviewCard entity={entity} shown={shown} preview={preview} outdated={!looked} /> : null}
    </div>
  );
}
