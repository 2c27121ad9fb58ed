import { Card } from "@/components/card.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import type { People } from "./page-queries.ts";
import { type PeopleChoice, peopleMatrix, SENIORITIES } from "./people-matrix.ts";
import "./account-page.css";

/** People by seniority and department: a press shows just those in the list below. */
export function PeopleMatrixCard({
  people,
  choice,
  onChoose,
}: {
  people: People;
  choice: PeopleChoice;
  onChoose: (choice: PeopleChoice) => void;
}) {
  const matrix = peopleMatrix(people.cells);
  if (people.total === 0) return null;
  const words = (name: string) => (name === "" ? "Not known" : name);
  const press = (seniority: string | null, department: string | null, count: number, label: string) => {
    const on = choice.seniority === seniority && choice.department === department;
    return (
      <button
        type="button"
        className="people-cell num"
        aria-pressed={on}
        aria-label={`${label}: ${countOf(count, "contact", "contacts")}`}
        onClick={() => onChoose(on ? { seniority: null, department: null } : { seniority, department })}
      >
        {formatCount(count)}
      </button>
    );
  };
  return (
    <Card title="By seniority and department" flush>
      <div className="overflow-x-auto">
        <table className="people-matrix">
          <thead>
            <tr>
              <th scope="col">Seniority</th>
              {matrix.columns.map((column) => (
                <th key={column} scope="col" className="r">
                  {words(column)}
                </th>
              ))}
              <th scope="col" className="r">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr key={row}>
                <th scope="row">{words(row)}</th>
                {matrix.columns.map((column) => {
                  const count = matrix.count(row, column);
                  return (
                    <td key={column} className="r">
                      {count === 0 ? (
                        <span className="t-3" aria-label="Nobody">
                          ·
                        </span>
                      ) : (
                        press(row, column, count, `${words(row)}, ${words(column)}`)
                      )}
                    </td>
                  );
                })}
                <td className="r">{press(row, null, matrix.rowTotal(row), `${words(row)}, all departments`)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">All</th>
              {matrix.columns.map((column) => (
                <td key={column} className="r">
                  {press(null, column, matrix.columnTotal(column), `${words(column)}, any seniority`)}
                </td>
              ))}
              <td className="r">
                <span className="num med">{formatCount(people.total)}</span>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** How well the company is covered: whom we know, and how they can be reached. */
export function CoverageCard({ people }: { people: People }) {
  const known = SENIORITIES.filter((level) => people.seniorities.includes(level));
  const missing = SENIORITIES.filter((level) => level !== "Other" && !people.seniorities.includes(level));
  return (
    <Card title="Coverage">
      <dl className="kv">
        <dt>Contacts</dt>
        <dd className="num">{formatCount(people.total)}</dd>
        <Share label="With email" part={people.withEmail} of={people.total} />
        <Share label="Email verified" part={people.emailVerified} of={people.total} />
        <Share label="With phone" part={people.withPhone} of={people.total} />
        <dt>Seniority</dt>
        <dd className="whitespace-normal!">
          {known.length === 0 ? <span className="t-3">Not known of anybody</span> : known.join(", ")}
          {missing.length === 0 ? null : <span className="t-12 t-3 block">Nobody yet: {missing.join(", ")}</span>}
        </dd>
      </dl>
    </Card>
  );
}

function Share({ label, part, of }: { label: string; part: number; of: number }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="num">
        {formatCount(part)} <span className="t-3">({Math.round((part / of) * 100)} %)</span>
      </dd>
    </>
  );
}
