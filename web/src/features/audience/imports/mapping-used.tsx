import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Notice } from "@/components/notice.tsx";
import { formatDay } from "@/lib/format.ts";
import { type Import, importNameQuery } from "./queries.ts";

/** The earlier import whose mapping stands on the page. */
export interface Used {
  importId: string;
  name: string;
  /** When it ran. */
  at: string | null;
}

/** Where the mapping of an import comes from: the one asked for, the one it was made of, or the last of such a file. */
export function useUsed(one: Import, like: Import | undefined): Used | null {
  const { parentId, usedBefore } = one;
  const parent = useQuery({ ...importNameQuery(parentId ?? ""), enabled: Boolean(parentId) }).data;
  if (like !== undefined) return { importId: like.id, name: like.name, at: like.startedAt ?? null };
  if (parentId) return parent ? { importId: parentId, name: parent, at: null } : null;
  // Once it was mapped here, it is its own.
  if (one.state !== "UPLOADED" || !usedBefore) return null;
  return { importId: usedBefore.importId, name: usedBefore.name, at: usedBefore.at };
}

/** Says whose mapping is used again, and takes that back. */
export function MappingUsed(props: { used: Used; undone: boolean; onUndo: () => void; onUse: () => void }) {
  const { used } = props;
  const name = (
    <Link to={`/contacts/imports/${used.importId}`} className="link">
      {used.name}
    </Link>
  );
  const from = used.at === null ? "" : ` from ${formatDay(used.at)}`;
  return (
    <Notice
      tone="info"
      title={
        props.undone ? (
          <>
            Mapping of {name}
            {from} not used
          </>
        ) : (
          <>
            Mapping of {name}
            {from} used again
          </>
        )
      }
    >
      {props.undone
        ? "Columns are mapped by their names and first values. "
        : "Columns of the same names go where they went then. "}
      <button type="button" className="link" onClick={props.undone ? props.onUse : props.onUndo}>
        {props.undone ? "Use it again" : "Undo"}
      </button>
    </Notice>
  );
}
