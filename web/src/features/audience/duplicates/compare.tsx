import { useQuery } from "@tanstack/react-query";
import { Merge, Split } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/button.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { sidesQuery } from "@/records/merge/queries.ts";
import { promiseOf, REFUSED, SideBySide, UNITED } from "@/records/merge/side-by-side.tsx";
import { type Together, useTogether } from "@/records/merge/use-together.ts";
import type { Pair } from "./queries.ts";

/** The two records of a pair: which stays, and whose value each field gets; or that they are two. */
export function Compare({
  entity,
  pair,
  busy,
  beside,
  dismissed,
  onMerge,
  onDismiss,
}: {
  entity: Entity;
  pair: Pair;
  busy: boolean;
  /** Others are picked to be merged at once: that is the page's main act then. */
  beside: boolean;
  /** Somebody said that they are two. */
  dismissed: boolean;
  onMerge: (together: Together) => void;
  onDismiss: () => void;
}) {
  const read = useQuery(sidesQuery(entity, [pair.a, pair.b]));
  const sides = read.data ?? [];
  const catalogue = useCatalogue(entity);
  const decided = useTogether(entity, sides);
  const { refused } = promiseOf(sides, decided.survivorId);
  const noticeId = useId();
  const mergeThem = () => {
    if (decided.together !== null && refused === null && !busy) onMerge(decided.together);
  };
  useShortcuts([
    { keys: "m", label: "Merge these two", group: "On this page", run: mergeThem },
    {
      keys: "n",
      label: dismissed ? "Back to the queue" : "They are not duplicates",
      group: "On this page",
      run: onDismiss,
    },
  ]);
  if (read.isError) return <LoadError what="The pair" error={read.error} retry={() => void read.refetch()} />;
  if (read.isSuccess && sides.length < 2) {
    return (
      <div className="p-4">
        <Notice title="One of them is gone">It was archived, merged or erased meanwhile. Choose another pair.</Notice>
      </div>
    );
  }
  if (read.data === undefined || catalogue === undefined) return <Beside />;
  return (
    <section className="dup-compare" aria-label="Side by side">
      <div className="dup-beside">
        <SideBySide entity={entity} sides={sides} catalogue={catalogue} decided={decided} noticeId={noticeId} />
        <p className="t-12 t-3">{UNITED}</p>
      </div>
      <div className="dup-foot">
        <Button icon={Split} keys="n" onClick={onDismiss}>
          {dismissed ? "Back to the queue" : "Not duplicates"}
        </Button>
        <Button
          variant={beside ? "secondary" : "primary"}
          icon={Merge}
          keys="m"
          busy={busy}
          disabledReason={refused === null ? undefined : REFUSED}
          aria-describedby={refused === null ? undefined : noticeId}
          onClick={mergeThem}
        >
          Merge
        </Button>
      </div>
    </section>
  );
}

/** Rows of the height that the pair will have. */
function Beside() {
  return (
    <div className="delayed flex flex-col gap-5 p-5" role="status" aria-label="Loading">
      {["70%", "85%", "60%", "75%", "65%"].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
