import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus, StickyNote } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { NoteBox } from "./note-box.tsx";
import { NoteItem } from "./note-item.tsx";
import { notesQuery } from "./queries.ts";
import { useNoteActions } from "./use-note-actions.ts";
import "../work.css";

/** What people wrote down about one record: pinned first, then the newest. */
export default function NotesTab({
  entity,
  recordId,
  noun,
  archived,
  focus,
}: {
  entity: Entity;
  recordId: string;
  noun: string;
  archived: boolean;
  /** When a new note was asked for last. */
  focus: number;
}) {
  const may = useMay("NOTES_EDIT");
  const [asked, setAsked] = useState(0);
  const { add } = useNoteActions();
  const query = useInfiniteQuery(notesQuery(entity, recordId));
  const notes = query.data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  return (
    <div className="flex max-w-180 flex-col gap-4">
      {!may ? null : archived ? (
        <p className="t-3">Restore this {noun} to add notes.</p>
      ) : (
        <NoteBox
          label="New note"
          text=""
          save="Add note"
          focus={Math.max(focus, asked)}
          onSave={(body) => add({ entity, recordId }, body, crypto.randomUUID())}
        />
      )}
      {query.isError ? (
        <LoadError what="The notes" error={query.error} retry={() => void query.refetch()} />
      ) : notes === undefined ? (
        <Skeleton width="60%" />
      ) : notes.length === 0 ? (
        <Empty
          icon={StickyNote}
          title="No notes yet"
          actions={
            may && !archived ? (
              <Button icon={Plus} onClick={() => setAsked(Date.now())}>
                Write the first note
              </Button>
            ) : undefined
          }
        >
          {`What is worth knowing about this ${noun} and stands in no field. Everybody who sees the ${noun} sees its notes.`}
        </Empty>
      ) : (
        <ul className="work-list" aria-label="Notes">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier
        </Button>
      ) : null}
    </div>
  );
}
