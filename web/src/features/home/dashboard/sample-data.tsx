import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { accepted } from "@/lib/graphql.ts";
import { queryClient } from "@/lib/query-client.ts";
import { sampleDataCommands, sampleDataQuery } from "./queries.ts";

/** An invented company to look around in; one press takes it away again, and nothing else. */
export function SampleData() {
  const status = useQuery(sampleDataQuery).data;
  const change = useMutation({
    mutationFn: async (act: "add" | "remove") => accepted(await sampleDataCommands[act]()),
    onSuccess: async (_, act) => {
      await queryClient.invalidateQueries();
      if (act === "add") toastDone("Sample data added", () => change.mutateAsync("remove"));
      else toastDone("Sample data removed", () => change.mutateAsync("add"));
    },
  });
  if (status === undefined) return null;
  const act = status.present ? "remove" : "add";
  return (
    <Card title="Sample data">
      <p className="t-2">
        {status.present
          ? `${countOf(status.contacts, "contact", "contacts")} at ${countOf(status.accounts, "account", "accounts")} are invented, to look around in. Your own records stay when you remove them.`
          : "Add an invented company database to look around in. It can be removed at any time, without touching your own records."}
      </p>
      {change.isError ? (
        <div className="mt-3">
          <Notice tone="danger" title={act === "add" ? "Not added" : "Not removed"}>
            {messageOf(change.error)}
          </Notice>
        </div>
      ) : null}
      <Button small className="mt-3" busy={change.isPending} onClick={() => change.mutate(act)}>
        {status.present ? "Remove sample data" : "Add sample data"}
      </Button>
    </Card>
  );
}
