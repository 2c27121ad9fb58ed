import { Link } from "react-router";
import { Checkbox } from "@/components/checkbox.tsx";
import { formatCount } from "@/lib/format.ts";
import { ChangeCell, type Fields } from "./change-cell.tsx";
import { chosenCount, isChosen, toggled, type UndoChoice, type UndoConflict } from "./undo.ts";
import "@/components/data-table/table.css";

interface ConflictsProps {
  conflicts: readonly UndoConflict[];
  total: number;
  fields: Fields;
  /** Null: they were left already, there is nothing to choose. */
  choice: UndoChoice | null;
  onChoice: (choice: UndoChoice) => void;
}

/** Records that somebody went on with since the import. Each is left as it is until its box is ticked. */
export function UndoConflicts({ conflicts, total, fields, choice, onChoice }: ConflictsProps) {
  const chosen = choice === null ? 0 : chosenCount(choice, total);
  const loaded = conflicts.map((conflict) => conflict.id);
  return (
    <table className="dt flush undo-table" aria-label="Changed since the import">
      <colgroup>
        {choice === null ? null : <col style={{ width: 48 }} />}
        <col style={{ width: 220 }} />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          {choice === null ? null : (
            <th scope="col" className="pick">
              <Checkbox
                label={`Undo all ${formatCount(total)} too`}
                checked={chosen === total && total > 0}
                mixed={chosen > 0 && chosen < total}
                onChange={(all) => onChoice({ all, ids: new Set() })}
              />
            </th>
          )}
          <th scope="col">Record</th>
          <th scope="col">Why it is left</th>
          <th scope="col">{choice === null ? "" : "Undoing would write"}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => {
          const name = conflict.name ?? (conflict.entity === "CONTACT" ? "A contact" : "An account");
          return (
            <tr key={conflict.id} className={choice !== null && isChosen(choice, conflict.id) ? "sel" : ""}>
              {choice === null ? null : (
                <td className="pick">
                  <Checkbox
                    label={`Undo ${name} too`}
                    checked={isChosen(choice, conflict.id)}
                    onChange={() => onChoice(toggled(choice, conflict.id, loaded))}
                  />
                </td>
              )}
              <td>
                <Link
                  className="med hover:underline"
                  to={`/${conflict.entity === "CONTACT" ? "contacts" : "accounts"}/${conflict.id}?tab=history`}
                >
                  {name}
                </Link>
              </td>
              <td className="since">
                {conflict.reasons.map((reason) => (
                  <span key={`${reason.field} ${reason.message}`}>
                    {reason.field === null ? null : <span className="med">{reason.field}: </span>}
                    {reason.message}
                  </span>
                ))}
              </td>
              <td className="since">
                {conflict.changes.map((change) => (
                  <span key={change.field}>
                    <span className="t-3">{change.label}</span> <ChangeCell change={change} fields={fields} />
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
