import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowLeft, ListChecks } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useShortcuts } from "@/lib/keys.ts";
import { useIsPhone } from "@/lib/use-media.ts";
import { type DomainSet, type DomainSetItem, reviewQuery } from "./queries.ts";
import { ReviewOne } from "./review-one.tsx";
import type { Judging } from "./use-judging.tsx";
import { confidenceWords, isAtWork } from "./words.ts";
import "@/components/data-table/table.css";

const GROUP = "On this page";

/** Domains that are only nearly those of an account: looked at one by one, by keys. The next one opens by itself. */
export function Review({
  set,
  judging,
  mayEdit,
  onOthers,
}: {
  set: DomainSet;
  judging: Judging;
  mayEdit: boolean;
  onOthers: () => void;
}) {
  const [params, setParams] = useSearchParams();
  const queue = useInfiniteQuery({
    ...reviewQuery(set.id),
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.stale) ? 700 : isAtWork(set) ? 3000 : false),
  });
  const [opened, setOpened] = useState<{ number: number; at: number } | null>(null);
  // A phone has room for the list or for one; which of them stands in the address, so that going back is going back.
  const phone = useIsPhone();
  const alone = phone && params.has("item");
  const all = queue.data?.pages.flatMap((page) => page.edges.map(({ node }) => node)) ?? [];
  const items = all.filter(({ number }) => !judging.said.has(number));
  const wanted = opened?.number ?? Number(params.get("item"));
  // Once something was said of one, the one in its place is next.
  const open =
    items.find(({ number }) => number === wanted) ?? items[Math.min(opened?.at ?? 0, Math.max(0, items.length - 1))];
  const at = open === undefined ? -1 : items.indexOf(open);
  const setOpen = (item: DomainSetItem) => {
    setOpened({ number: item.number, at: items.indexOf(item) });
    if (phone) setParams({ tab: "review", item: String(item.number) }, { replace: alone });
  };
  const step = (by: number) => {
    const to = items[at + by];
    if (to !== undefined) setOpen(to);
    else if (by > 0 && queue.hasNextPage && !queue.isFetchingNextPage) void queue.fetchNextPage();
  };
  const say = (act: (item: DomainSetItem) => void) => {
    if (open === undefined) return;
    // The place stays, and with it what comes next.
    setOpened({ number: open.number, at });
    act(open);
  };
  const acts = {
    confirm: () => say(judging.confirm),
    reject: () => say(judging.reject),
    choose: () => open !== undefined && judging.choose(open),
  };
  useShortcuts(
    [
      { keys: "j", label: "Next domain", group: GROUP, run: () => step(1) },
      { keys: "k", label: "Previous domain", group: GROUP, run: () => step(-1) },
      { keys: "arrowdown", label: "Next domain", group: GROUP, hidden: true, run: () => step(1) },
      { keys: "arrowup", label: "Previous domain", group: GROUP, hidden: true, run: () => step(-1) },
    ],
    open !== undefined,
  );
  useShortcuts(
    [
      { keys: "a", label: "Confirm the account", group: GROUP, run: acts.confirm },
      { keys: "r", label: "It is not this account", group: GROUP, run: acts.reject },
      { keys: "o", label: "Choose another account", group: GROUP, run: acts.choose },
    ],
    mayEdit && open !== undefined,
  );
  if (queue.isPending) return <Beside />;
  if (queue.isError && queue.data === undefined) {
    return (
      <div className="p-5">
        <LoadError what="The domains to review" error={queue.error} retry={() => void queue.refetch()} />
      </div>
    );
  }
  if (open === undefined) {
    return (
      <div className="grid min-h-0 flex-1 place-items-center overflow-auto">
        <Empty
          icon={ListChecks}
          title={isAtWork(set) ? "None to review so far" : "Nothing to review"}
          actions={<Button onClick={onOthers}>Show all domains</Button>}
        >
          Domains that are a slip apart from an account, or whose company is called nearly the same, stand here until
          somebody says what they are.
        </Empty>
      </div>
    );
  }
  const one = <ReviewOne key={open.number} item={open} mayEdit={mayEdit} {...acts} />;
  const side = (
    <div className="review-side">
      <Queue items={items} open={phone ? null : open.number} onOpen={setOpen} />
      {queue.hasNextPage ? (
        <Button
          small
          className="m-2 self-center"
          busy={queue.isFetchingNextPage}
          onClick={() => void queue.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
      <div className="dt-foot max-md:hidden">
        <span className="ml-auto flex flex-none items-center gap-1.5" aria-hidden="true">
          <Kbd keys="j" />
          <Kbd keys="k" /> walk
        </span>
      </div>
    </div>
  );
  if (phone && !alone) return side;
  return (
    <>
      {alone ? (
        <div className="review-alone">
          <Button
            variant="quiet"
            small
            icon={ArrowLeft}
            onClick={() => {
              setOpened(null);
              setParams({ tab: "review" }, { replace: true });
            }}
          >
            All to review
          </Button>
        </div>
      ) : null}
      {alone ? (
        one
      ) : (
        <div className="review-split">
          {side}
          {one}
        </div>
      )}
    </>
  );
}

/** The queue in the order of the file. */
function Queue({
  items,
  open,
  onOpen,
}: {
  items: readonly DomainSetItem[];
  open: number | null;
  onOpen: (item: DomainSetItem) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  // Walked to by keys, it comes into sight.
  useEffect(() => {
    list.current?.querySelector(`[data-item="${open ?? ""}"]`)?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <ul className="review-list" aria-label="Domains to review" ref={list}>
      {items.map((item) => (
        <li key={item.number} data-item={item.number} className={item.number === open ? "open" : ""}>
          <button type="button" aria-current={item.number === open} onClick={() => onOpen(item)}>
            <span className="row">
              <span className="clip med mono">{item.domain}</span>
              <span className="num t-3 push">
                {typeof item.confidence === "number" ? confidenceWords(item.confidence) : ""}
              </span>
            </span>
            <span className="clip t-2 block">{item.account ?? item.accountDomain ?? "An account"}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Rows of the height that the queue will have. */
function Beside() {
  return (
    <div className="delayed flex flex-col gap-5 p-5" role="status" aria-label="Loading">
      {["70%", "85%", "60%", "75%"].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
