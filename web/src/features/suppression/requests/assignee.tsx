import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { assignRequest, refreshRequests } from "./mutations.ts";
import { type PrivacyRequest, requestAssigneesQuery } from "./queries.ts";

/** Who has the request. Given to somebody who may not handle requests, the server says so. */
export function Assignee({ request }: { request: PrivacyRequest }) {
  const client = useQueryClient();
  const people = useQuery({ ...requestAssigneesQuery, enabled: !request.settledAt });
  const give = useMutation({
    mutationFn: (to: string | null) => assignRequest(request.id, to),
    onSuccess: async (_, to) => {
      const name = people.data?.find(({ id }) => id === to)?.name;
      const before = request.assigneeId;
      toastDone(name === undefined ? "With nobody now" : `With ${name} now`, async () => {
        await assignRequest(request.id, before);
        await refreshRequests(client);
      });
      await refreshRequests(client);
    },
    onError: (error) => toastFailed(`Not given. ${messageOf(error)}`),
  });
  if (request.settledAt) return <>{request.assignee ?? "Nobody"}</>;
  const options = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (request.assigneeId && !options.some(({ value }) => value === request.assigneeId)) {
    options.push({ value: request.assigneeId, label: request.assignee ?? "Somebody" });
  }
  return (
    <SelectField
      label="With"
      value={request.assigneeId ?? ""}
      options={[{ value: "", label: "Nobody" }, ...options]}
      onChange={(value) => give.mutate(value === "" ? null : value)}
    />
  );
}
