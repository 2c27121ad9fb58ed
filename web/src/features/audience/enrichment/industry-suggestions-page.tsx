import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck, Sparkles } from "lucide-react";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import type { Selection } from "@/components/data-table/use-selection.ts";
import { Empty } from "@/components/empty.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { SuggestionDecision } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { AcceptAllDialog } from "./accept-all-dialog.tsx";
import { Decide, nameOf, suggestionColumns } from "./columns.tsx";
import { DecideMany } from "./decide-many.tsx";
import { LookingNotice } from "./looking-notice.tsx";
import { refreshSuggestions, suggestIndustries } from "./mutations.ts";
import { type Narrowed, narrowedBy, SuggestionFilter } from "./suggestion-filter.tsx";
import { suggestionCount, suggestionCountsQuery, suggestionPage } from "./queries.ts";
import { useDecide } from "./use-decide.ts";
import { DECISIONS } from "./words.ts";

const TABS: readonly SuggestionDecision[] = ["PENDING", "ACCEPTED", "REJECTED"];

/** Industries that rules or a model suggest, the surest first: accepted or rejected by a person. */
export default function IndustrySuggestionsPage() {
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const said = params.get("said")?.toUpperCase();
  const decision = TABS.find((one) => one === said) ?? "PENDING";
  const narrowed = narrowedBy(params);
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const counts = useQuery(suggestionCountsQuery).data;
  const mayBulk = useMay("RECORDS_BULK");
  const [accepting, setAccepting] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const look = useMutation({
    mutationFn: suggestIndustries,
    onSuccess: setJob,
    onError: (error) => toastFailed(`Not begun. ${messageOf(error)}`),
  });
  const countOfTab = { PENDING: counts?.pending, ACCEPTED: counts?.accepted, REJECTED: counts?.rejected };
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Industry suggestions">
      <PageHead
        title="Industry suggestions"
        count={counts?.pending ?? null}
        actions={
          mayBulk ? (
            <>
              {counts?.hasModel ? (
                <Button icon={Sparkles} busy={look.isPending} onClick={() => look.mutate(true)}>
                  Ask the model
                </Button>
              ) : null}
              <Button icon={Sparkles} busy={look.isPending} onClick={() => look.mutate(false)}>
                Look for suggestions
              </Button>
              {counts !== undefined && counts.pending > 0 ? (
                <Button variant="primary" icon={CheckCheck} onClick={() => setAccepting(true)}>
                  Accept many
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      />
      {job === null ? null : (
        <LookingNotice job={job} onOver={() => void refreshSuggestions(client)} onClose={() => setJob(null)} />
      )}
      <Tabs
        label="What was said to them"
        value={decision}
        onChange={(id) => set("said", id === "PENDING" ? "" : id.toLowerCase())}
        bodyClassName="flex min-h-0 flex-1 flex-col"
        items={TABS.map((id) => ({
          id,
          label: DECISIONS[id].label,
          ...(countOfTab[id] === undefined ? {} : { count: countOfTab[id] }),
          content: (
            <SuggestionList
              decision={id}
              narrowed={narrowed}
              onNarrow={set}
              onLook={mayBulk ? () => look.mutate(false) : undefined}
            />
          ),
        }))}
      />
      {accepting ? (
        <AcceptAllDialog
          pending={counts?.pending ?? 0}
          onClose={() => setAccepting(false)}
          onBegun={() => {
            setAccepting(false);
            // The notice at the foot of the page follows it from here, and reads the lists again at its end.
            void refreshSuggestions(client);
          }}
        />
      ) : null}
    </section>
  );
}

function SuggestionList({
  decision,
  narrowed,
  onNarrow,
  onLook,
}: {
  decision: SuggestionDecision;
  narrowed: Narrowed;
  onNarrow: (name: string, value: string) => void;
  onLook: (() => void) | undefined;
}) {
  const decide = useDecide();
  const navigate = useNavigate();
  const mayDecide = useMay("ACCOUNTS_EDIT");
  const { industry, confidenceAtLeast } = narrowed;
  const filter = {
    decision,
    ...(industry === null ? {} : { industry }),
    ...(confidenceAtLeast === 0 ? {} : { confidenceAtLeast }),
  };
  const isNarrowed = industry !== null || confidenceAtLeast > 0;
  const list = useRecordList({
    entity: "industry-suggestions",
    filter,
    sort: null,
    fetchPage: suggestionPage,
    fetchCount: suggestionCount,
  });
  const answers = { onAccept: decide.accept, onReject: decide.reject, onReopen: decide.reopen };
  return (
    <DataTable
      id="industry-suggestions"
      label={`Industry suggestions, ${DECISIONS[decision].label.toLowerCase()}`}
      nouns={["suggestion", "suggestions"]}
      columns={suggestionColumns({
        ...answers,
        mayDecide,
        decided: decision !== "PENDING",
      })}
      list={list}
      what={JSON.stringify(filter)}
      toolbar={() => <SuggestionFilter narrowed={narrowed} onChange={onNarrow} />}
      rowId={(row) => row.accountId}
      rowName={nameOf}
      sort={null}
      onSort={() => {}}
      onOpen={(row) => void navigate(`/accounts/${row.accountId}`)}
      {...(mayDecide && decision === "PENDING"
        ? { bulk: (selection: Selection) => <DecideMany selection={selection} filter={narrowed} /> }
        : {})}
      phoneRow={(row) => ({
        lead: null,
        title: nameOf(row),
        detail: row.industry,
        aside: `${formatCount(row.confidence)} %`,
        acts: mayDecide ? <Decide row={row} {...answers} /> : null,
      })}
      empty={
        <Empty
          icon={Sparkles}
          title={
            isNarrowed
              ? "No suggestion like this"
              : decision === "PENDING"
                ? "Nothing waits for you"
                : `None ${DECISIONS[decision].label.toLowerCase()} yet`
          }
          actions={
            isNarrowed ? undefined : decision === "PENDING" && onLook !== undefined ? (
              <Button variant="primary" icon={Sparkles} onClick={onLook}>
                Look for suggestions
              </Button>
            ) : undefined
          }
        >
          Industries are suggested from what accounts say about themselves: description, name and domain. Nothing is
          written before somebody accepts it.
        </Empty>
      }
    />
  );
}
