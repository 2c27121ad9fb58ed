import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { DomainSetVerdict } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { judgeItem, refreshDomainSets } from "./mutations.ts";
import type { DomainSetItem } from "./queries.ts";

interface Said {
  item: DomainSetItem;
  verdict: DomainSetVerdict;
  accountId: string;
  /** Of the account, for the message. */
  name: string;
}

const accountOf = (item: DomainSetItem) => item.account ?? item.accountDomain ?? "an account";

/** Says which account an item is, or which it is not. What was said is changed where the item stands, by saying something else. */
export function useJudge(set: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  // What is said is over for who says it; the lists follow a moment later.
  const [said, setSaid] = useState<ReadonlySet<number>>(new Set());
  const mark = (number: number, on: boolean) =>
    setSaid((before) => {
      const next = new Set(before);
      if (on) next.add(number);
      else next.delete(number);
      return next;
    });
  const judge = useMutation({
    mutationFn: ({ item, verdict, accountId }: Said) => judgeItem({ id: set, item: item.number, verdict, accountId }),
    onMutate: ({ item }) => mark(item.number, true),
    onSuccess: async (_, { item, verdict, name }) => {
      const done = verdict === "REJECTED" ? `${item.domain} is not ${name}` : `${item.domain} is ${name}`;
      const at = new URLSearchParams({ tab: "domains", q: item.domain });
      toastDone(done, undefined, { label: "Change", open: () => void navigate(`/domain-sets/${set}?${at}`) });
      await refreshDomainSets(client);
    },
    onError: (error, { item }) => toastFailed(`${item.domain} is left as it was. ${messageOf(error)}`),
    onSettled: (_data, _error, { item }) => mark(item.number, false),
  });
  const about = (verdict: DomainSetVerdict) => (item: DomainSetItem) => {
    if (item.accountId) judge.mutate({ item, verdict, accountId: item.accountId, name: accountOf(item) });
  };
  return {
    /** Numbers of items about which something was said that the lists may not show yet. */
    said,
    confirm: about("CONFIRMED"),
    reject: about("REJECTED"),
    assign: (item: DomainSetItem, accountId: string, name: string) =>
      judge.mutate({ item, verdict: "ASSIGNED", accountId, name }),
  };
}
