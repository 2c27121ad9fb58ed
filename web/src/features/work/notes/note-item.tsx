import { Ellipsis, PenLine, Pin, PinOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { Menu } from "@/components/menu.tsx";
import { formatAge, formatFull } from "@/lib/format.ts";
import { NoteBox } from "./note-box.tsx";
import type { Note } from "./queries.ts";
import { useNoteActions } from "./use-note-actions.ts";

/** A note with who wrote it and when; edited where it stands. */
export function NoteItem({ note }: { note: Note }) {
  const actions = useNoteActions();
  const [editing, setEditing] = useState(false);
  const author = note.authorName ?? "Pivotal";
  if (editing) {
    return (
      <li className="work-item">
        <NoteBox
          label="Edit note"
          text={note.body ?? ""}
          save="Save"
          onSave={(body) => actions.edit(note, body)}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="work-item" data-note={note.id}>
      <article className="min-w-0 grow" aria-label={`Note by ${author}`}>
        <p className="note-head t-12 t-3">
          {note.pinned ? (
            <span className="inline-flex" title="Pinned">
              <Icon as={Pin} size="sm" />
              <span className="sr">Pinned</span>
            </span>
          ) : null}
          <span className="med t-2">{author}</span>
          <time dateTime={note.createdAt} title={formatFull(note.createdAt)}>
            {formatAge(note.createdAt)}
          </time>
          {note.editedAt ? (
            <span title={formatFull(note.editedAt)}>
              edited{note.editedByName && note.editedByName !== note.authorName ? ` by ${note.editedByName}` : ""}
            </span>
          ) : null}
        </p>
        {note.body === null || note.body === undefined ? (
          <p className="t-3">This text was erased.</p>
        ) : (
          <p className="work-text">{note.body}</p>
        )}
      </article>
      {note.mayChange ? (
        <Menu
          trigger={<IconButton label={`More about the note by ${author}`} icon={Ellipsis} noTooltip />}
          entries={[
            { label: "Edit", icon: PenLine, onSelect: () => setEditing(true) },
            {
              label: note.pinned ? "Unpin" : "Pin to the top",
              icon: note.pinned ? PinOff : Pin,
              onSelect: () => void actions.pin(note),
            },
            { label: "Delete", icon: Trash2, danger: true, onSelect: () => void actions.remove(note) },
          ]}
        />
      ) : null}
    </li>
  );
}
