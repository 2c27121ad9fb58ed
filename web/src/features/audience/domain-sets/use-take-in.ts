import { useEffect, useRef, useState } from "react";
import { type Upload, UploadCancelled } from "@/lib/upload.ts";
import { type NewSet, uploadFile, uploadPasted } from "./mutations.ts";

export type Lines = { kind: "file"; file: File } | { kind: "pasted"; text: string };

type State =
  | { kind: "idle" }
  | { kind: "sending"; sent: number }
  /** What was chosen stays, so that it can be sent again. */
  | { kind: "refused"; error: unknown };

/** Sends lines, one time at a time; leaving the page cancels a file, since one half sent is worth nothing. `onDone` gets the set. */
export function useTakeIn(onDone: (id: string | null) => void): {
  state: State;
  send: (lines: Lines, of: NewSet) => void;
  cancel: () => void;
} {
  const [state, setState] = useState<State>({ kind: "idle" });
  const running = useRef<Upload<{ id: string | null }> | null>(null);
  useEffect(
    () => () => {
      running.current?.cancel();
      running.current = null;
    },
    [],
  );

  const send = (lines: Lines, of: NewSet) => {
    running.current?.cancel();
    setState({ kind: "sending", sent: 0 });
    const upload: Upload<{ id: string | null }> =
      lines.kind === "file"
        ? uploadFile(lines.file, of, (sent) => {
            if (running.current === upload) setState({ kind: "sending", sent });
          })
        : { done: uploadPasted(lines.text, of).then((id) => ({ id })), cancel: () => {} };
    running.current = upload;
    upload.done.then(
      ({ id }) => {
        if (running.current !== upload) return;
        running.current = null;
        onDone(id);
      },
      (error: unknown) => {
        if (running.current !== upload) return;
        running.current = null;
        setState(error instanceof UploadCancelled ? { kind: "idle" } : { kind: "refused", error });
      },
    );
  };
  return { state, send, cancel: () => running.current?.cancel() };
}
