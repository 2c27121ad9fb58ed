import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import type { DomainSetVerdict } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { ChooseAccountDialog } from "./choose-account-dialog.tsx";
import { judgeItem, refreshDomainSets, retractWord } from "./mutations.ts";
import type { DomainSetItem } from "./queries.ts";

interface Said {
  item: DomainSetItem;
  verdict: DomainSetVerdict;
  accountId: string;
  /** Of the account, for the message. */
  name: string;
}

const accountOf = (item: DomainSetItem) => item.account ?? item.accountDomain ?? "an account";

export interface Judging {
  /** Numbers of items about which something was said that the lists may not show yet. */
  said: ReadonlySet<number>;
  confirm: (item: DomainSetItem) => void;
  reject: (item: DomainSetItem) => void;
  /** Asks which account it is. */
  choose: (item: DomainSetItem) => void;
  /** What `choose` opens. */
  dialog: ReactNode;
}

/** Says which account an item of a set is, or which it is not. What was said is taken back, or changed by saying something else. */
export function useJudging(set: string): Judging {
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState<DomainSetItem | null>(null);
  // The message outlives the page.
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
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
    onSuccess: async (_, { item, verdict, accountId, name }) => {
      const done = verdict === "REJECTED" ? `${item.domain} is not ${name}` : `${item.domain} is ${name}`;
      const change = () => {
        if (here.current) return setChoosing(item);
        const at = new URLSearchParams({ tab: "domains", q: item.domain });
        void navigate(`/domain-sets/${set}?${at}`);
      };
      const undo = async () => {
        await retractWord({ id: set, item: item.number, accountId });
        await refreshDomainSets(client);
      };
      toastDone(done, undo, { label: "Change", open: change });
      await refreshDomainSets(client);
    },
    onError: (error, { item }) => toastFailed(`${item.domain} is left as it was. ${messageOf(error)}`),
    onSettled: (_data, _error, { item }) => mark(item.number, false),
  });
  const about = (verdict: DomainSetVerdict) => (item: DomainSetItem) => {
    if (item.accountId) judge.mutate({ item, verdict, accountId: item.accountId, name: accountOf(item) });
  };
  return {
    said,
    confirm: about("CONFIRMED"),
    reject: about("REJECTED"),
    choose: setChoosing,
    dialog:
      choosing === null ? null : (
        <ChooseAccountDialog
          item={choosing}
          onChoose={(accountId, name) => judge.mutate({ item: choosing, verdict: "ASSIGNED", accountId, name })}
          onClose={() => setChoosing(null)}
        />
      ),
  };
}
