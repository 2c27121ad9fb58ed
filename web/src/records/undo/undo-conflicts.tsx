import { Checkbox } from "@/components/checkbox.tsx";
import { formatCount } from "@/lib/format.ts";
import { ChangeCell, type Fields } from "./change-cell.tsx";
import {
  chosenCount,
  chosenWords,
  isChoosable,
  isChosen,
  reasonLines,
  toggled,
  type UndoChoice,
  type UndoneRecord,
  type UndoWords,
} from "./undo.ts";
import { UndoName } from "./undo-name.tsx";
import "@/components/data-table/table.css";
import "./undo.css";

interface ConflictsProps {
  words: UndoWords;
  conflicts: readonly UndoneRecord[];
  total: number;
  fields: Fields;
  /** Null: they were left already, there is nothing to choose. */
  choice: UndoChoice | null;
  onChoice: (choice: UndoChoice) => void;
}

/** Records that somebody went on with since. Each is left as it is until its box is ticked. */
export function UndoConflicts({ words, conflicts, total, fields, choice, onChoice }: ConflictsProps) {
  const chosen = choice === null ? 0 : chosenCount(choice, total);
  const loaded = conflicts.filter(isChoosable).map((conflict) => conflict.id);
  return (
    <table className="dt flush undo-table" aria-label={`Changed since the ${words.work}`}>
      <colgroup>
        {choice === null ? null : <col className="pick" />}
        <col className="name" />
        <col />
        {choice === null ? null : <col className="if-chosen" />}
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
          {choice === null ? null : (
            <th scope="col" className="if-chosen">
              If you choose it
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => (
          <tr key={conflict.id} className={choice !== null && isChosen(choice, conflict.id) ? "sel" : ""}>
            {choice === null ? null : (
              <td className="pick">
                {isChoosable(conflict) ? (
                  <Checkbox
                    label={`Undo ${conflict.name ?? (conflict.entity === "CONTACT" ? "a contact" : "an account")} too`}
                    checked={isChosen(choice, conflict.id)}
                    onChange={() => onChoice(toggled(choice, conflict.id, loaded))}
                  />
                ) : null}
              </td>
            )}
            <td className="since">
              <UndoName record={conflict} />
            </td>
            <td className="since">
              {reasonLines(conflict).map((line) => (
                <span key={`${line.fields.join()} ${line.message}`}>
                  {line.fields.length === 0 ? null : <span className="med">{line.fields.join(", ")}: </span>}
                  {line.fields.length === 0 ? line.message : small(line.message)}
                </span>
              ))}
              {conflict.changes.map((change) => (
                <span key={change.field} className="t-2">
                  {change.label} goes back: <ChangeCell change={change} fields={fields} />
                </span>
              ))}
            </td>
            {choice === null ? null : <td className="since if-chosen t-2">{chosenWords(conflict, words)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Behind a colon. */
const small = (message: string) => message.charAt(0).toLowerCase() + message.slice(1);
