import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { formatCount } from "@/lib/format.ts";
import { isOver, suggestJobQuery } from "./queries.ts";

/** How far the job is that looks at the accounts. It goes on when the page is left. */
export function LookingNotice({ job, onOver, onClose }: { job: string; onOver: () => void; onClose: () => void }) {
  const { data } = useQuery(suggestJobQuery(job));
  const over = isOver(data?.state);
  const failed = over && data?.state !== "DONE";
  useEffect(() => {
    if (over) onOver();
    // The list is read anew once, when the job ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [over]);
  const progress = data?.progress;
  const done = progress ? `${formatCount(progress.done)} accounts looked at` : "Waiting for its turn";
  return (
    <div className="px-5 pb-2" role="status">
      <Notice
        tone={failed ? "danger" : "info"}
        title={
          failed ? "The accounts could not be looked at" : over ? "All accounts were looked at" : "Looking at accounts"
        }
        action={
          over ? (
            <Button small onClick={onClose}>
              Close
            </Button>
          ) : undefined
        }
      >
        {failed
          ? (data?.error ?? "It was cancelled.")
          : [done, over ? progress?.phase : null].filter(Boolean).join(": ")}
      </Notice>
    </div>
  );
}
