/** What assigning a selection came to: the list it is kept as, in words. No React. */
import type { ChangedList } from "@/features/audience/lists/mutations.ts";
import { ApiError } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import type { Audience } from "../bulk/bulk-draft.ts";
import type { RecordKind } from "../record-kind.ts";

/** The list that a selection is kept as. */
export interface Kept {
  id: string;
  name: string;
  /** How many are in it; null while they are gathered in the background. */
  members: number | null;
  refused: number;
}

/** Suggested: a list needs a name, and nobody wants to think of one here. */
export function listName(kind: RecordKind, { ids }: Audience, moment: string): string {
  if (ids === null) return `${capital(kind.nouns)} that matched, ${moment}`;
  return `${countOf(ids.length, kind.noun, kind.nouns)} picked, ${moment}`;
}

/** A list's id is the change by which its first members came in, so it is known before the lists show it. */
export function keptOf({ list, change }: ChangedList, name: string): Kept {
  const id = list?.id ?? change?.id;
  if (id === undefined) {
    throw new ApiError("The list was not made, so nothing was assigned. Try again.", { code: "list_not_made" });
  }
  const refused = change?.refusedCount ?? 0;
  const members = change?.bulkId ? null : (change?.asked ?? 0) - refused;
  return { id, name, members, refused };
}

/** "3 contacts are in the audience of Spring", "All contacts that match are being gathered for Spring". */
export function assignedWords(kind: RecordKind, { members, refused, name }: Kept, campaign: string): string {
  if (members === null) return `“${name}” is being filled, and is in the audience of ${campaign}`;
  const are = members === 1 ? "is" : "are";
  const done = `${countOf(members, kind.noun, kind.nouns)} ${are} in the audience of ${campaign}`;
  return refused === 0 ? done : `${done}; ${countOf(refused, "entry was", "entries were")} refused`;
}

const capital = (text: string) => text.replace(/^./, (first) => first.toUpperCase());
