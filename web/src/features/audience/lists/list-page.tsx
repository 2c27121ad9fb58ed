import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Camera, Combine, History, ListMinus, ListPlus, PenLine, Plus, RotateCcw } from "lucide-react";
import { type ComponentType, Suspense, lazy, useState } from "react";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { toastFailed } from "@/components/toast.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatDay } from "@/lib/format.ts";
import { selectionOf } from "@/records/bulk/bulk-draft.ts";
import { type Answer, answerOf } from "@/records/lists/answer.ts";
import type { WithinList } from "@/records/lists/within-list.ts";
import { asOfMoment } from "@/records/lists/words.ts";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { ListHead } from "./list-head.tsx";
import { refreshLists, removeFromList } from "./mutations.ts";
import { type List, listQuery } from "./queries.ts";
import { useArchive } from "./use-archive.tsx";

const PasteDialog = lazy(async () => ({ default: (await import("./paste-dialog.tsx")).PasteDialog }));
const DetailsDialog = lazy(async () => ({ default: (await import("./details-dialog.tsx")).DetailsDialog }));
const CombineDialog = lazy(async () => ({ default: (await import("./combine-dialog.tsx")).CombineDialog }));
const HistoryDialog = lazy(async () => ({ default: (await import("./history-dialog.tsx")).HistoryDialog }));
const CopyDialog = lazy(async () => ({ default: (await import("./copy-dialog.tsx")).CopyDialog }));

/** The lists of contacts and of accounts, told to show the members of this one. */
export type Grids = Record<Entity, ComponentType<{ within: WithinList }>>;

const ABOVE = {
  CONTACT: { label: "Lists of contacts", to: "/contacts/lists" },
  ACCOUNT: { label: "Lists of accounts", to: "/accounts/lists" },
};

/** One list: what it is, and who is in it, or was. */
export default function ListPage({ grids }: { grids: Grids }) {
  const { id = "" } = useParams();
  const query = useQuery(listQuery(id));
  const list = query.data;
  useCrumb(list?.name, list ? ABOVE[list.entity] : undefined);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This list" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  return list ? <Shown key={id} list={list} grids={grids} /> : <NotFound what="list" />;
}

export type Open = "add" | "details" | "combine" | "copy" | "history";

function Shown({ list, grids }: { list: List; grids: Grids }) {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { answer?: Answer | null } | null };
  const [params, setParams] = useSearchParams();
  // Said by whoever made it and led here; then by what is done here.
  const [answer, setAnswer] = useState<Answer | null>(state?.answer ?? null);
  const [open, setOpen] = useState<Open | null>(null);
  const archive = useArchive(list);
  const close = () => setOpen(null);
  const frozen = Boolean(list.snapshotAt);
  const text = frozen ? null : params.get("asOf");
  const asOf = asOfMoment(text);
  const takes = list.mayEdit && !frozen && !list.archived;
  const nouns = list.entity === "ACCOUNT" ? "accounts" : "contacts";
  const on = (id: Open | "archive", label: string, icon: typeof Plus, run: () => void = () => setOpen(id as Open)) => ({
    id: `list-${id}`,
    label,
    icon,
    group: "On this list",
    run,
  });
  usePageActions([
    ...(takes ? [{ ...on("add", `Add ${nouns}`, Plus), keys: "c", primary: true }] : []),
    ...(list.mayEdit && !list.archived ? [on("details", "Name, tags and sharing", PenLine)] : []),
    ...(list.mayEdit ? [on("combine", "Combine with other lists", Combine), on("copy", "Frozen copy", Camera)] : []),
    on("history", "History of this list", History),
    ...(list.mayEdit
      ? [on("archive", list.archived ? "Restore this list" : "Archive this list", RotateCcw, archive.press)]
      : []),
  ]);
  const Grid = grids[list.entity];
  const made = (id: string, said: Answer | null) => void navigate(`/lists/${id}`, { state: { answer: said } });
  const within: WithinList = {
    id: list.id,
    name: list.name,
    asOf,
    head: (count) => (
      <ListHead
        list={list}
        count={count}
        asOf={asOf === null ? null : text}
        onAsOf={(day) => {
          const next = new URLSearchParams(params);
          if (day === "") next.delete("asOf");
          else next.set("asOf", day);
          setParams(next, { replace: true });
        }}
        answer={answer}
        onAnswered={() => setAnswer(null)}
        onOpen={setOpen}
        archive={archive}
      />
    ),
    acts: (audience, count, done) =>
      takes && asOf === null ? (
        <RemoveButton
          onRemove={() => ({
            id: list.id,
            selection: selectionOf(list.entity, audience),
            expected: audience.ids === null ? count : null,
          })}
          onDone={(changed) => {
            done();
            setAnswer(answerOf("REMOVE", list, changed));
          }}
        />
      ) : null,
    empty: (
      <Empty
        icon={ListPlus}
        title={asOf === null ? `No ${nouns} in this list` : `No ${nouns} were in this list then`}
        actions={
          takes && asOf === null ? (
            <Button variant="primary" icon={Plus} onClick={() => setOpen("add")}>
              Add {nouns}
            </Button>
          ) : undefined
        }
      >
        {takes && asOf === null
          ? `Paste ids${list.entity === "ACCOUNT" ? " or domains" : " or emails"}, or select ${nouns} in their list and press “Add to list”.`
          : asOf !== null && asOf < list.createdAt
            ? `The list was made on ${formatDay(list.createdAt)}.`
            : "Archived ones are shown by the choice “Both”."}
      </Empty>
    ),
  };
  return (
    <>
      <Suspense fallback={<PageSkeleton />}>
        <Grid within={within} />
      </Suspense>
      <Suspense fallback={null}>
        {open === "add" ? <PasteDialog list={list} onClose={close} onAnswer={setAnswer} /> : null}
        {open === "details" ? <DetailsDialog list={list} onClose={close} /> : null}
        {open === "combine" ? <CombineDialog list={list} onClose={close} onMade={made} /> : null}
        {open === "history" ? <HistoryDialog list={list} onClose={close} /> : null}
        {open === "copy" ? (
          <CopyDialog list={list} start={asOf === null ? null : text} onClose={close} onMade={made} />
        ) : null}
      </Suspense>
      {archive.dialog}
    </>
  );
}

type Change = Parameters<typeof removeFromList>[0];

/** At once and with a way back, so nothing is asked before. */
function RemoveButton({
  onRemove,
  onDone,
}: {
  onRemove: () => Change;
  onDone: (changed: Awaited<ReturnType<typeof removeFromList>>) => void;
}) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeFromList({ ...onRemove(), idempotencyKey: crypto.randomUUID() }),
    onSuccess: async (changed) => {
      onDone(changed);
      await refreshLists(client, changed.list);
      if (changed.change?.bulkId) await client.invalidateQueries({ queryKey: ["bulks"] });
    },
    onError: (error) => toastFailed(`Nothing was removed. ${messageOf(error)}`, () => remove.mutate()),
  });
  return (
    <Button variant="quiet" small icon={ListMinus} busy={remove.isPending} onClick={() => remove.mutate()}>
      Remove from list
    </Button>
  );
}
