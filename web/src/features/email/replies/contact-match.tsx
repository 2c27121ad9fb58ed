import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/combobox.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { contactPage } from "@/features/audience/contacts/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { matchReply, refreshReplies } from "./mutations.ts";
import type { Reply } from "./queries.ts";

/** Says which contact wrote the reply, found by name or address. */
export function ContactMatch({ reply, onMatched }: { reply: Reply; onMatched: () => void }) {
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const q = useDebounced(words.trim(), 150);
  const found = useQuery({
    queryKey: ["contacts", "picker", q],
    queryFn: ({ signal }) => contactPage({ first: 12, filter: q === "" ? {} : { q }, sort: null, signal }),
    placeholderData: keepPreviousData,
  });
  const match = useMutation({
    mutationFn: (contactId: string) => matchReply(reply.id, contactId),
    onSuccess: async (position) => {
      const before = reply.contactId;
      const takeBack = async () => {
        if (before) await matchReply(reply.id, before);
        await refreshReplies(client);
      };
      // Of nobody's before, it cannot be nobody's again: another contact can be chosen.
      toastDone("It is theirs now", position === null || !before ? undefined : takeBack);
      onMatched();
      await refreshReplies(client);
    },
    onError: (error) => toastFailed(`Nothing was changed. ${messageOf(error)}`),
  });
  const options = (found.data?.edges ?? []).map(({ node }) => {
    const name = node.fullName || "Unnamed contact";
    return { value: node.id, label: node.email ? `${name} (${node.email})` : name };
  });
  return (
    <Combobox
      label="Who wrote it"
      hint="The reply stands with this contact then."
      options={options}
      value={[]}
      onChange={([id]) => {
        if (id !== undefined && !match.isPending) match.mutate(id);
      }}
      onSearch={setWords}
      loading={found.isFetching}
      placeholder="Choose a contact"
      autoFocus
    />
  );
}
