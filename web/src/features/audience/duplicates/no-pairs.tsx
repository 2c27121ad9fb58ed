import { Copy, ScanSearch } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { formatAge } from "@/lib/format.ts";

/** Why there are no pairs: nobody looked, none are left, or none are as they are looked for. */
export function NoPairs({
  nouns,
  pending,
  narrowed,
  all,
  lookedAt,
  looking,
  onFind,
  onClear,
}: {
  nouns: string;
  pending: boolean;
  /** By words, or to the pairs of one record. */
  narrowed: boolean;
  /** Of whatever class. */
  all: boolean;
  lookedAt: string | null;
  looking: boolean;
  onFind: () => void;
  onClear: () => void;
}) {
  if (pending) return <Empty icon={Copy} title="Looking" />;
  if (narrowed) {
    return (
      <Empty icon={Copy} title="No pairs like that" actions={<Button onClick={onClear}>Show all pairs</Button>}>
        Nothing in the queue is as you look for it.
      </Empty>
    );
  }
  const look = (
    <Button variant={lookedAt === null ? "primary" : "secondary"} icon={ScanSearch} busy={looking} onClick={onFind}>
      {lookedAt === null ? "Look for duplicates" : "Look again"}
    </Button>
  );
  return (
    <Empty icon={Copy} title={all && lookedAt !== null ? "No duplicates left" : "No pairs here"} actions={look}>
      {`Two ${nouns} that are likely one stand here as a pair, to be merged or told apart. `}
      {lookedAt === null ? "Nobody looked for any yet." : `All ${nouns} were looked at ${formatAge(lookedAt)}.`}
    </Empty>
  );
}
