import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { refusal } from "@/lib/permissions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { paceWords } from "./import-state.ts";
import type { Import, UndoRun } from "./queries.ts";
import { chosenCount, conflictsOf, LEAVE_ALL, MOST_CHOSEN, takenBack, undoWords } from "./undo.ts";
import { UndoLists } from "./undo-lists.tsx";
import { cancelUndo, lookAtUndo, undoImport } from "./undo-queries.ts";
import { refreshAfterImport, useImport } from "./use-import.ts";
import "./imports.css";

/** Takes a whole import back: what that would do is shown first, and what people went on with is left unless chosen. */
export default function UndoPage() {
  const { id = "" } = useParams();
  const [asked, setAsked] = useState(false);
  const { query } = useImport(id, { asked });
  useCrumb(query.data === undefined || query.data === null ? undefined : `Undo ${query.data.name}`);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what="This import" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  return query.data === null ? (
    <NotFound what="import" />
  ) : (
    <UndoStep key={id} one={query.data} onAsked={() => setAsked(true)} />
  );
}

function UndoStep({ one, onAsked }: { one: Import; onAsked: () => void }) {
  const me = useMe();
  const mayUndo = useMay("IMPORTS_UNDO");
  const navigate = useNavigate();
  const client = useQueryClient();
  const [choice, setChoice] = useState(LEAVE_ALL);
  const refresh = () => client.invalidateQueries({ queryKey: ["imports"] });
  const back = () => void navigate(`/contacts/imports/${one.id}`);
  const look = useMutation({ mutationFn: () => lookAtUndo(one.id), onSuccess: refresh });
  const undo = useMutation({
    mutationFn: () => undoImport(one.id, choice),
    onSuccess: () => {
      onAsked();
      void refresh();
    },
  });
  const running = one.undo?.state === "RUNNING";
  useOnce(mayUndo && !running, () => look.mutate());
  // An undo that ended before this visit; a short one is over before it was ever seen running.
  const [before] = useState(running ? undefined : one.undo?.startedAt);
  useOnce(!running && one.undo?.startedAt !== before, () => void refreshAfterImport(client).then(back));
  // What was found before this visit may be of yesterday.
  const found = look.isSuccess && one.undoPreview?.state === "DONE" ? one.undoPreview : null;
  const stopped = look.isSuccess && !look.isPending && one.undoPreview?.state === "CANCELLED";
  const total = found === null ? 0 : conflictsOf(found);
  const chosen = chosenCount(choice, total);
  const records = (found === null ? 0 : takenBack(found)) + chosen;
  const blocked = !mayUndo
    ? refusal(me.role, "undo imports")
    : found === null
      ? stopped
        ? "Look at what it would do first"
        : "What it would do is still being worked out"
      : records === 0
        ? "There is nothing to take back; choose records below"
        : !choice.all && chosen > MOST_CHOSEN
          ? `Choose at most ${formatCount(MOST_CHOSEN)} records, or all of them`
          : undefined;
  return (
    <Wizard
      title={`Undo ${one.name}`}
      sub="Records that it made are archived, values that it changed go back. The history keeps both."
      steps={[]}
      current={0}
      onBack={back}
      backLabel={running ? "Back to the result" : "Keep the import"}
      {...(running ? {} : { onNext: () => undo.mutate() })}
      nextLabel={found === null ? "Undo import" : "Undo this import"}
      nextTone="danger-solid"
      nextBusy={undo.isPending || undo.isSuccess}
      nextDisabledReason={blocked}
      footNote={
        total === 0 || running
          ? null
          : `${formatCount(total - chosen)} of ${countOf(total, "conflict", "conflicts")} left as they are`
      }
      notice={
        undo.isError ? (
          <Notice tone="danger" title="Not undone. What you chose is kept.">
            {messageOf(undo.error)}
          </Notice>
        ) : null
      }
    >
      <div className="scroll bg-well">
        <div className="undo-step">
          {running && one.undo ? (
            <Working title="Taking the import back" run={one.undo} id={one.id} />
          ) : look.isError ? (
            <LoadError what="What would be taken back" error={look.error} retry={() => look.mutate()} />
          ) : stopped ? (
            <Notice
              tone="warning"
              title="The look was stopped"
              action={
                <Button small onClick={() => look.mutate()}>
                  Look again
                </Button>
              }
            >
              Nothing was written. What an undo would do is not known yet.
            </Notice>
          ) : found === null ? (
            <Working
              title="Looking at what would be taken back"
              run={one.undoPreview?.state === "RUNNING" ? one.undoPreview : null}
              id={one.id}
            />
          ) : (
            <section className="card p-5" aria-label="What would be taken back">
              <h2 className="t-16 semi" data-testid="undo-words">
                {undoWords(found)}
              </h2>
              <p className="t-2 mt-1">
                {total === 0
                  ? "Nobody went on with any of them since."
                  : `${countOf(total, "record was", "records were")} touched since: what was touched stays as it is unless you choose it.`}
              </p>
            </section>
          )}
          {found === null || running ? null : (
            <UndoLists key={found.startedAt} one={one} found={found} choice={choice} onChoice={setChoice} />
          )}
        </div>
      </div>
    </Wizard>
  );
}

/** A job at the import's records, chunk by chunk. */
function Working({ title, run, id }: { title: string; run: UndoRun | null; id: string }) {
  const stop = useMutation({ mutationFn: () => cancelUndo(id) });
  const progress = run?.progress;
  return (
    <section className="card p-5" aria-label={title}>
      <h2 className="t-14 semi">{title}</h2>
      <div className="my-3">
        <ProgressBar done={progress?.done ?? 0} total={progress?.total ?? null} label={title} big />
      </div>
      <div className="row">
        <p className="t-2 grow">{paceWords(progress) || "Starting"}. You can leave this page; it goes on.</p>
        {run === null ? null : (
          <Button small busy={stop.isPending || stop.isSuccess} onClick={() => stop.mutate()}>
            Stop
          </Button>
        )}
      </div>
    </section>
  );
}

/** Once per visit. */
function useOnce(ready: boolean, act: () => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    act();
  });
}
