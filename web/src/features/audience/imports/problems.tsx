import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { Card } from "@/components/card.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import { fixedByQuery } from "./fix-queries.ts";
import { ImportLink } from "./import-link.tsx";
import type { Import } from "./queries.ts";
import "@/components/data-table/table.css";

type Problem = Import["problems"][number];

/** Why rows were rejected, and what was left out of rows that went in. */
export function Problems({ one, action }: { one: Import; action: ReactNode }) {
  const rejected = one.problems.filter((problem) => problem.rejected);
  const { fixedRows } = one;
  const warned = one.problems.filter((problem) => !problem.rejected);
  return (
    <Card
      id="problems"
      title={rejected.length > 0 || warned.length === 0 ? "Why rows were rejected" : "What was left out"}
      aside={action}
      flush
    >
      {fixedRows > 0 ? (
        <p className="card-body t-2" data-testid="fixed-rows">
          {countOf(fixedRows, "of these rows was", "of these rows were")} put right since and went in
          <FixedBy id={one.id} />.
        </p>
      ) : null}
      {one.problems.length === 0 ? (
        <p className="card-body t-2">Nothing was rejected, and nothing was left out.</p>
      ) : (
        <>
          {rejected.length > 0 ? <ProblemTable problems={rejected} /> : null}
          {warned.length > 0 ? (
            <>
              {rejected.length > 0 ? <h3 className="t-13 semi px-4 pt-4 pb-2">Went in, with a warning</h3> : null}
              <ProblemTable problems={warned} />
            </>
          ) : null}
        </>
      )}
    </Card>
  );
}

/** The imports that took them: " by visitors, mended rows". */
function FixedBy({ id }: { id: string }) {
  const children = useQuery(fixedByQuery(id)).data ?? [];
  if (children.length === 0) return null;
  return (
    <>
      {" by "}
      {children.map((child, at) => (
        <Fragment key={child}>
          {at === 0 ? "" : ", "}
          <ImportLink id={child} />
        </Fragment>
      ))}
    </>
  );
}

function ProblemTable({ problems }: { problems: readonly Problem[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="dt flush problem-table">
        <colgroup>
          <col style={{ width: "56%" }} />
          <col />
          <col style={{ width: 84 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">For example</th>
            <th scope="col" className="r">
              Rows
            </th>
          </tr>
        </thead>
        <tbody>
          {problems
            .toSorted((a, b) => b.rows - a.rows)
            .map((problem) => (
              <tr key={`${problem.code} ${problem.message}`} data-code={problem.code}>
                <td title={problem.message}>{problem.message}</td>
                <td className="t-2" title={problem.example ?? undefined}>
                  {problem.example ?? <span className="t-3">—</span>}
                </td>
                <td className="r">{formatCount(problem.rows)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
