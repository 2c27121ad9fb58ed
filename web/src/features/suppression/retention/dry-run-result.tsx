import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { LoadError, Notice } from "@/components/notice.tsx";
import { ProgressBar } from "@/components/progress-bar.tsx";
import type { RetentionKind } from "@/gql/graphql.ts";
import { formatDay } from "@/lib/format.ts";
import { dryRunQuery, isOver, jobQuery, type RetentionDryRun } from "./queries.ts";
import { foundWords } from "./words.ts";

/** So many names stand in the dialog; the numbers say the rest. */
const FEW = 20;
const PAGES: Partial<Record<RetentionKind, string>> = {
  INACTIVE_CONTACTS: "/contacts",
  ARCHIVED_CONTACTS: "/contacts",
  IMPORT_FILES: "/contacts/imports",
};

/** What a dry run found, or how far it is. */
export function DryRunResult({ id, kind }: { id: string; kind: RetentionKind }) {
  const found = useQuery(dryRunQuery(id));
  const job = useQuery({ ...jobQuery(id), enabled: !found.data });
  if (found.isError) {
    return <LoadError what="The dry run" error={found.error} retry={() => void found.refetch()} />;
  }
  if (found.data) return <Found found={found.data} kind={kind} />;
  if (isOver(job.data) && job.data?.state !== "DONE") {
    return (
      <Notice tone="danger" title="The dry run did not come to its end">
        Make it once more. What went wrong stands on the System page.
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-2" role="status">
      <p>Looking what would be deleted. Nothing is.</p>
      <ProgressBar done={job.data?.progress.done ?? 0} total={null} label="Dry run" />
    </div>
  );
}

function Found({ found, kind }: { found: RetentionDryRun; kind: RetentionKind }) {
  return (
    <section aria-label="What the dry run found" data-testid="dry-run">
      <dl className="kv">
        {foundWords(found).map(([what, number]) => (
          <div key={what} className="contents">
            <dt>{what}</dt>
            <dd className="num">{number}</dd>
          </div>
        ))}
      </dl>
      <Items title="Would be deleted" items={found.items} kind={kind} />
      <Items title="Kept by legal holds" items={found.heldItems} kind={kind} />
    </section>
  );
}

function Items({ title, items, kind }: { title: string; items: RetentionDryRun["items"]; kind: RetentionKind }) {
  if (items.length === 0) return null;
  const page = PAGES[kind];
  return (
    <details className="mt-3">
      <summary className="t-12">{`${title}: the first ${Math.min(items.length, FEW)}`}</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {items.slice(0, FEW).map((item) => (
          <li key={item.id} className="t-12">
            {page === undefined ? (
              (item.name ?? item.id)
            ) : (
              <Link className="link" to={`${page}/${item.id}`}>
                {item.name ?? item.id}
              </Link>
            )}
            <span className="t-3">{`, since ${formatDay(item.since)}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
