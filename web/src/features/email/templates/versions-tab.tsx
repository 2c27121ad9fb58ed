import { useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { History } from "lucide-react";
import { formatAge, formatFull } from "@/lib/format.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { Changes } from "./changes.tsx";
import { type Draft, draftOf } from "./draft.ts";
import type { TemplateDetail, Version } from "./queries.ts";
import { STANDING } from "./words.ts";
import "@/components/data-table/table.css";

/** What the draft is called beside the versions. */
const DRAFT = "draft";

/** The versions that were submitted, what became of each, and what is different between two of them. */
export function VersionsTab({ template, draft }: { template: TemplateDetail; draft: Draft }) {
  const versions = template.versions.toSorted((one, other) => other.number - one.number);
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
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Card>
      <Compare versions={versions} draft={draft} />
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

/** `versions`: the newest first. */
function Compare({ versions, draft }: { versions: readonly Version[]; draft: Draft }) {
  const [params, setParams] = useSearchParams();
  const options = [
    { value: DRAFT, label: "The draft" },
    ...versions.map(({ number }) => ({ value: String(number), label: `Version ${number}` })),
  ];
  const known = (name: string, standard: string) => {
    const value = params.get(name);
    return options.some((option) => option.value === value) ? (value ?? standard) : standard;
  };
  const newest = versions[0]?.number ?? 1;
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
  const of = (value: string): Draft => {
    const version = versions.find(({ number }) => String(number) === value);
    return version === undefined ? draft : draftOf(version.content);
  };
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
      <Changes before={of(from)} after={of(to)} />
    </Card>
  );
}
