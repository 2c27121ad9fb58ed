import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { formatCount } from "@/lib/format.ts";
import { cancelRetention, refreshRetention } from "./mutations.ts";
import { isOver, jobQuery } from "./queries.ts";

/** The run that was just asked for, until it has ended. */
export function RunCard({ jobId, onOver }: { jobId: string; onOver: () => void }) {
  const client = useQueryClient();
  const job = useQuery(jobQuery(jobId));
  const cancel = useMutation({
    mutationFn: () => cancelRetention(jobId),
    onError: (error) => toastFailed(`Not stopped. ${messageOf(error)}`),
  });
  const over = job.isSuccess && isOver(job.data);
  const failed = over && job.data?.state === "PARKED";
  // The end comes from the server: its account is read anew, and this card goes.
  useEffect(() => {
    if (!over) return;
    void refreshRetention(client);
    if (!failed) onOver();
  }, [over, failed, client, onOver]);
  if (job.isError) return <LoadError what="The run" error={job.error} retry={() => void job.refetch()} />;
  if (failed) {
    return <LoadError what="The run" error={new Error(job.data?.error ?? "It could not go on.")} />;
  }
  return (
    <Card title="A run is under way">
      <div className="flex flex-col gap-2" role="status" data-testid="retention-run">
        <p>
          {[job.data?.progress.phase, `${formatCount(job.data?.progress.done ?? 0)} deleted`]
            .filter(Boolean)
            .join(": ")}
        </p>
        <ProgressBar done={job.data?.progress.done ?? 0} total={null} label="Retention run" />
        <div>
          <Button small busy={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}>
            Stop
          </Button>
          <span className="t-12 t-3 ml-2">What is deleted until then stays so.</span>
        </div>
      </div>
    </Card>
  );
}
