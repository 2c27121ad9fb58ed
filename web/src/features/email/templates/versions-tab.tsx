import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { formatAge, formatFull } from "@/lib/format.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { Changes } from "./changes.tsx";
import { type Draft, draftOf } from "./draft.ts";
import { contentQuery, type TemplateDetail } from "./queries.ts";
import { TakeButton } from "./take-button.tsx";
import type { DraftState } from "./use-draft.ts";
import { snippetWords, STANDING } from "./words.ts";
import "@/components/data-table/table.css";

/** What the draft is called beside the versions. */
const DRAFT = "draft";

/** The versions that were submitted, what became of each, and what is different between two of them. */
export function VersionsTab({ template, state }: { template: TemplateDetail; state: DraftState }) {
  const mayTake = template.mayEdit && !template.archived;
  const versions = template.submitted;
  if (versions.length === 0) {
    return (
      <Empty icon={History} title="No version yet">
        A version is made of the draft when it is submitted for approval. It never changes.
      </Empty>
    );
  }
  return (
    <div className="flex flex-col gap-3 px-5 py-4">
      <Card title="Versions" flush>
        <ScrollRegion label="Versions of the template">
          <table className="dt flush min-w-140" aria-label="Versions">
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col">State</th>
                <th scope="col">Submitted</th>
                <th scope="col">Decided</th>
                <th scope="col">Reason</th>
                <th scope="col">Snippets</th>
                {mayTake ? (
                  <th scope="col">
                    <span className="sr">Acts</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <tr key={version.number}>
                  <td className="num">{version.number}</td>
                  <td>
                    <Status tone={STANDING[version.standing].tone}>{STANDING[version.standing].label}</Status>
                  </td>
                  <td>
                    <When at={version.submittedAt} by={version.submittedByName} />
                  </td>
                  <td>{version.decidedAt ? <When at={version.decidedAt} by={version.decidedByName} /> : "—"}</td>
                  <td className="template-reason">{version.reason ?? "—"}</td>
                  <td className="template-reason">{snippetWords(version.snippets)}</td>
                  {mayTake ? (
                    <td className="r">
                      <TakeButton id={template.id} version={version.number} state={state} />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Card>
      <Compare template={template} draft={state.draft} />
    </div>
  );
}

function When({ at, by }: { at: string; by: string | null | undefined }) {
  return (
    <time dateTime={at} title={formatFull(at)}>
      {formatAge(at)}
      {by ? `, ${by}` : ""}
    </time>
  );
}

function Compare({ template: { id, submitted }, draft }: { template: TemplateDetail; draft: Draft }) {
  const [params, setParams] = useSearchParams();
  const options = [
    { value: DRAFT, label: "The draft" },
    ...submitted.map(({ number }) => ({ value: String(number), label: `Version ${number}` })),
  ];
  const known = (name: string, standard: string) => {
    const value = params.get(name);
    return options.some((option) => option.value === value) ? (value ?? standard) : standard;
  };
  const newest = submitted[0]?.number ?? 1;
  const from = known("from", String(newest));
  const to = known("to", DRAFT);
  const set = (name: string) => (value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const before = useSaid(id, from, draft);
  const after = useSaid(id, to, draft);
  return (
    <Card
      title="Compare"
      aside={
        <span className="row">
          <SelectField label="Before" value={from} options={options} onChange={set("from")} />
          <SelectField label="After" value={to} options={options} onChange={set("to")} />
        </span>
      }
    >
      {(before.error ?? after.error) ? (
        <LoadError what="The versions" error={before.error ?? after.error} />
      ) : before.draft === null || after.draft === null ? (
        <Skeleton width="60%" />
      ) : (
        <Changes before={before.draft} after={after.draft} />
      )}
    </Card>
  );
}

/** What a version says, or the draft as it is on the page; null while it is asked for. */
function useSaid(id: string, of: string, draft: Draft): { draft: Draft | null; error: unknown } {
  const query = useQuery({ ...contentQuery(id, { version: Number(of) }), enabled: of !== DRAFT });
  if (of === DRAFT) return { draft, error: null };
  return { draft: query.data ? draftOf(query.data) : null, error: query.error };
}
