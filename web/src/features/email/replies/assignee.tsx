import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { assignReply, refreshReplies } from "./mutations.ts";
import { type Reply, replyAssigneesQuery } from "./queries.ts";

/** Who has the reply. Given to somebody who may not answer replies, the server says so. */
export function Assignee({ reply }: { reply: Reply }) {
  const client = useQueryClient();
  const field = useRef<HTMLDivElement>(null);
  const people = useQuery(replyAssigneesQuery);
  const give = useMutation({
    mutationFn: (to: string | null) => assignReply(reply.id, to),
    onSuccess: async (position, to) => {
      const name = people.data?.find(({ id }) => id === to)?.name;
      const before = reply.assigneeId ?? null;
      const takeBack = async () => {
        await assignReply(reply.id, before);
        await refreshReplies(client);
      };
      toastDone(name === undefined ? "With nobody now" : `With ${name} now`, position === null ? undefined : takeBack);
      await refreshReplies(client);
    },
    onError: (error) => toastFailed(`Not given. ${messageOf(error)}`),
  });
  useShortcuts([
    {
      keys: "a",
      label: "Choose who has it",
      group: "Reply",
      run: () => field.current?.querySelector("select")?.focus(),
    },
  ]);
  const options = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (reply.assigneeId && !options.some(({ value }) => value === reply.assigneeId)) {
    options.push({ value: reply.assigneeId, label: reply.assigneeName ?? "Somebody" });
  }
  return (
    <div ref={field}>
      <SelectField
        label="With"
        value={reply.assigneeId ?? ""}
        options={[{ value: "", label: "Nobody" }, ...options]}
        onChange={(value) => give.mutate(value === "" ? null : value)}
      />
    </div>
  );
}
