import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { accepted } from "@/lib/graphql.ts";
import { queryClient } from "@/lib/query-client.ts";
import { sampleDataCommands, sampleDataQuery } from "./queries.ts";

/** An invented company to look around in; it is taken away again without touching anything else. */
export function SampleData() {
  const [asking, setAsking] = useState(false);
  const status = useQuery(sampleDataQuery).data;
  const change = useMutation({
    mutationFn: async (act: "add" | "remove") => accepted(await sampleDataCommands[act]()),
    onSettled: () => setAsking(false),
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
      <Button
        small
        className="mt-3"
        busy={change.isPending}
        onClick={() => (status.present ? setAsking(true) : change.mutate("add"))}
      >
        {status.present ? "Remove sample data" : "Add sample data"}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Remove the sample data?"
        description="It can be added again at any time."
      >
        <div className="dialog-body">
          <dl className="sample-parts">
            <dt>Goes</dt>
            <dd>
              {countOf(status.contacts, "invented contact", "invented contacts")} and{" "}
              {countOf(status.accounts, "invented account", "invented accounts")}, into the archive. What you changed in
              them goes with them.
            </dd>
            <dt>Stays</dt>
            <dd>
              Every contact and account that you typed in or imported, every user, and the history of all of it. A
              sample whose email or domain you replaced by your own is yours and stays, too.
            </dd>
          </dl>
        </div>
        <div className="dialog-foot">
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button variant="primary" busy={change.isPending} onClick={() => change.mutate("remove")}>
            Remove sample data
          </Button>
        </div>
      </Dialog>
    </Card>
  );
}
