/** What a change of a list came to, where it stays in sight: what moved, what was so already, what was refused and why. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy, X } from "lucide-react";
import { Link } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { copyText } from "@/components/copy.ts";
import { Notice } from "@/components/notice.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { refreshLists, undoListChange } from "@/features/audience/lists/mutations.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatCount } from "@/lib/format.ts";
import { type Answer, answerRest, answerTitle, isUndoable, refusedBy, unnamed } from "./answer.ts";
import "./lists.css";

/** Named for each reason before the rest is only counted; all of them can be copied. */
const SHOWN = 10;

export function useUndoAnswer(answer: Answer, onUndone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => undoListChange(answer.listId ?? "", answer.change.id),
    onSuccess: async () => {
      await refreshLists(client);
      onUndone();
      toastDone("Undone");
    },
    onError: (error) => toastFailed(`Not undone. ${messageOf(error)}`),
  });
}

/** At the head of the list's own page, until it is closed. */
export function AnswerNotice({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const undo = useUndoAnswer(answer, onClose);
  return (
    <div className="px-5 pb-2" data-testid="list-answer">
      <Notice
        tone={toneOf(answer)}
        title={answerTitle(answer)}
        action={
          <span className="row gap-1">
            {isUndoable(answer) ? (
              <Button small busy={undo.isPending} onClick={() => undo.mutate()}>
                Undo
              </Button>
            ) : null}
            <IconButton label="Close this answer" icon={X} onClick={onClose} />
          </span>
        }
      >
        <AnswerBody answer={answer} />
      </Notice>
    </div>
  );
}

export function toneOf({ change }: Answer): "success" | "warning" | "info" | "plain" {
  if (change.refusedCount > 0) return "warning";
  if (change.bulkId) return "info";
  return change.changed === 0 ? "plain" : "success";
}

/** All but the title. */
export function AnswerBody({ answer }: { answer: Answer }) {
  const { change } = answer;
  const rest = answerRest(answer);
  const more = unnamed(change);
  const running = change.bulkId;
  if (rest.length === 0 && !running) return null;
  return (
    <div className="list-answer">
      {running ? (
        <p>
          {answer.frozen ? "It runs in the background." : "It runs in the background and can be undone as a whole."}{" "}
          <Link className="link" to={`/bulk/${running}`}>
            Follow it
          </Link>
        </p>
      ) : null}
      {rest.length === 0 ? null : <p>{rest.join(", ")}.</p>}
      {change.refused.length === 0 ? null : (
        <>
          <ul aria-label="Refused">
            {refusedBy(change.refused).map(({ why, entries }) => (
              <li key={why}>
                <span className="med">{formatCount(entries.length)}</span> {why}{" "}
                <span className="mono t-12">{entries.slice(0, SHOWN).join(", ")}</span>
                {entries.length > SHOWN ? ` and ${formatCount(entries.length - SHOWN)} more` : null}
              </li>
            ))}
          </ul>
          {more === null ? null : <p>{more}</p>}
          <Button
            small
            variant="quiet"
            icon={Copy}
            className="self-start"
            onClick={() =>
              void copyText(
                change.refused.map(({ entry }) => entry).join("\n"),
                `${countOf(change.refused.length, "refused entry", "refused entries")} copied`,
              )
            }
          >
            Copy what was refused
          </Button>
        </>
      )}
    </div>
  );
}
