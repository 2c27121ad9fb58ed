import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, RotateCcw } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Drawer } from "@/components/drawer.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { Assignee } from "./assignee.tsx";
import { refreshReplies, settleReply } from "./mutations.ts";
import { type Reply, replyQuery } from "./queries.ts";
import { ReplyFacts } from "./reply-facts.tsx";
import { answerHref, senderOf } from "./words.ts";

/** A reply beside the inbox: read, given to somebody, put away. What the row knows is shown at once, its words follow. */
export function ReplyDrawer(props: {
  id: string;
  row: Reply | undefined;
  /** Where it stands in the list; null when it is not among the rows loaded. */
  index: number | null;
  total: number | null;
  previousId: string | undefined;
  nextId: string | undefined;
  onMove: (id: string | null) => void;
}) {
  const { id, row, index, total, previousId, nextId, onMove } = props;
  const query = useQuery(replyQuery(id));
  const mayAct = useMay("REPLIES_ACT");
  const reply = query.data ?? row;
  const at =
    index === null
      ? ""
      : total === null
        ? formatCount(index + 1)
        : `${formatCount(index + 1)} of ${formatCount(total)}`;
  const move = (to: string | undefined) => (to === undefined ? undefined : () => onMove(to));
  return (
    <Drawer
      label={reply ? `Reply, ${senderOf(reply)}` : "Reply"}
      position={at}
      onPrevious={move(previousId)}
      onNext={move(nextId)}
      onClose={() => onMove(null)}
      pageHref={`/campaigns/replies?open=${id}`}
      onlyHere
    >
      {reply ? (
        <>
          <div className="drawer-body">
            <ReplyFacts reply={reply} mayAct={mayAct} />
            {reply.forgotten ? (
              <p className="t-2 mt-4">Who wrote it was erased, or its time was over: its words are gone.</p>
            ) : query.data ? (
              <p className="mt-4 wrap-anywhere whitespace-pre-wrap" data-testid="reply-text">
                {query.data.text === "" ? <span className="t-3">It has no text.</span> : query.data.text}
              </p>
            ) : query.isError ? (
              <LoadError what="Its text" error={query.error} retry={() => void query.refetch()} />
            ) : (
              <div className="mt-4">
                <Skeleton width="80%" />
              </div>
            )}
          </div>
          {mayAct && !reply.forgotten ? (
            <Acts reply={reply} onDone={() => onMove(nextId ?? previousId ?? null)} />
          ) : null}
        </>
      ) : (
        <div className="p-4">
          {query.isError ? (
            <LoadError what="This reply" error={query.error} retry={() => void query.refetch()} />
          ) : query.isPending ? (
            <Skeleton width="60%" />
          ) : (
            <p className="t-2">This reply does not exist, or you may not see it.</p>
          )}
        </div>
      )}
    </Drawer>
  );
}

function Acts({ reply, onDone }: { reply: Reply; onDone: () => void }) {
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: (done: boolean) => settleReply(reply.id, done),
    onSuccess: (position, done) => {
      const takeBack = async () => {
        await settleReply(reply.id, !done);
        await refreshReplies(client);
      };
      // Where nothing changed, somebody else had done it: it is not ours to take back.
      toastDone(done ? "Done" : "To do once more", position === null ? undefined : takeBack);
      void refreshReplies(client);
    },
    onError: (error) => toastFailed(`Nothing was changed. ${messageOf(error)}`),
  });
  // What is done makes room for the next one, unless the reader went on by themselves meanwhile.
  const press = () => {
    if (settle.isPending) return;
    settle.mutate(!reply.done, {
      onSuccess: (_, done) => {
        if (done) onDone();
      },
    });
  };
  useShortcuts([{ keys: "d", label: reply.done ? "To do once more" : "Done", group: "Reply", run: press }]);
  return (
    <div className="drawer-foot flex-wrap">
      <Assignee reply={reply} />
      <a className="btn" href={answerHref(reply)}>
        Answer
      </a>
      <Button
        className="ml-auto"
        variant={reply.done ? "secondary" : "primary"}
        icon={reply.done ? RotateCcw : Check}
        keys="d"
        busy={settle.isPending}
        onClick={press}
        data-testid="reply-done"
      >
        {reply.done ? "To do once more" : "Done"}
      </Button>
    </div>
  );
}
