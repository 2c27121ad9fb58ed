import { Link } from "react-router";
import type { UndoneRecord } from "./undo.ts";

/** The record by its name, opening its history. */
export function UndoName({ record }: { record: UndoneRecord }) {
  const ofContact = record.entity === "CONTACT";
  return (
    <>
      <Link className="med hover:underline" to={`/${ofContact ? "contacts" : "accounts"}/${record.id}?tab=history`}>
        {record.name ?? (ofContact ? "A contact" : "An account")}
      </Link>
      {ofContact ? null : <span className="t-3"> account</span>}
    </>
  );
}
