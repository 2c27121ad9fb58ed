import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { Wizard } from "@/components/wizard.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { paceWords } from "../pace.ts";
import { chosenCount, conflictsOf, LEAVE_ALL, MOST_CHOSEN, takenBack, type UndoRun, undoWords } from "./undo.ts";
import { UndoLists } from "./undo-lists.tsx";
import type { Undoable } from "./undo-rows.ts";
import "@/components/card.css";
import "./undo.css";

interface UndoStepProps {
  work: Undoable;
  title: string;
  /** What an undo of this work means, in one line. */
  sub: string;
  /** The last undo, and the last look at one. */
  undo: UndoRun | null;
  look: UndoRun | null;
  /** Why the viewer may not undo it; undefined when they may. */
  refusedBecause: string | undefined;
  onBack: () => void;
  /** Reads the work again. */
  refresh: () => unknown;
  /** The undo was asked for, and may not be seen yet. */
  onAsked: () => void;
  /** Every list has other rows now. */
  onEnded: () => Promise<unknown>;
}

/** Takes a piece of work back: what that would do is shown first, and what people went on with is left unless chosen. */
export function UndoStep(props: UndoStepProps) {
  const { work, onBack: back, refresh } = props;
  const { work: noun } = work.words;
  const [choice, setChoice] = useState(LEAVE_ALL);
  const look = useMutation({ mutationFn: work.look, onSuccess: refresh });
  const undo = useMutation({
    mutationFn: () => work.undo(choice),
    onSuccess: () => {
      props.onAsked();
      void refresh();
    },
  });
  const running = props.undo?.state === "RUNNING";
  useOnce(props.refusedBecause === undefined && !running, () => look.mutate());
  // An undo that ended before this visit; a short one is over before it was ever seen running.
  const [before] = useState(running ? undefined : props.undo?.startedAt);
  useOnce(!running && props.undo?.startedAt !== before, () => void props.onEnded().then(back));
  // What was found before this visit may be of yesterday.
  const found = look.isSuccess && props.look?.state === "DONE" ? props.look : null;
  const stopped = look.isSuccess && !look.isPending && props.look?.state === "CANCELLED";
  const total = found === null ? 0 : conflictsOf(found);
  const chosen = chosenCount(choice, total);
  const records = (found === null ? 0 : takenBack(found)) + chosen;
  const blocked =
    props.refusedBecause ??
    (found === null
      ? stopped
        ? "Look at what it would do first"
        : "What it would do is still being worked out"
      : records === 0
        ? "There is nothing to take back; choose records below"
        : !choice.all && chosen > MOST_CHOSEN
          ? `Choose at most ${formatCount(MOST_CHOSEN)} records, or all of them`
          : undefined);
  return (
    <Wizard
      title={props.title}
      sub={props.sub}
      steps={[]}
      current={0}
      onBack={back}
      backLabel={running ? "Back to the result" : `Keep the ${noun}`}
      {...(running ? {} : { onNext: () => undo.mutate() })}
      nextLabel={found === null ? `Undo ${noun}` : `Undo this ${noun}`}
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
          {running && props.undo ? (
            <Working title={`Taking the ${noun} back`} run={props.undo} work={work} />
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
              run={props.look?.state === "RUNNING" ? props.look : null}
              work={work}
            />
          ) : (
            <section className="card p-5" aria-label="What would be taken back">
              <h2 className="t-16 semi" data-testid="undo-words">
                {undoWords(found, work.words.back)}
              </h2>
              <p className="t-2 mt-1">
                {total === 0
                  ? "Nobody went on with any of them since."
                  : `${countOf(total, "record was", "records were")} touched since: what was touched stays as it is unless you choose it.`}
              </p>
            </section>
          )}
          {found === null || running ? null : (
            <UndoLists key={found.startedAt} work={work} found={found} choice={choice} onChoice={setChoice} />
          )}
        </div>
      </div>
    </Wizard>
  );
}

/** A job at the records of the work, chunk by chunk. */
function Working({ title, run, work }: { title: string; run: UndoRun | null; work: Undoable }) {
  const stop = useMutation({ mutationFn: work.stop });
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
