import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type Upload, UploadCancelled } from "@/lib/upload.ts";
import { uploadFile } from "./mutations.ts";

export interface PickedFile {
  blob: Blob;
  name: string;
  /** Of a workbook: the sheet to read. */
  sheet?: string;
}

export type UploadState =
  | { kind: "idle" }
  | { kind: "sending"; file: PickedFile; sent: number }
  /** The file is kept, so that it can be sent again. */
  | { kind: "refused"; file: PickedFile; error: unknown };

/** One upload at a time; leaving the page cancels it, since a file half sent is worth nothing. */
export function useUpload(onDone: (id: string) => void): {
  state: UploadState;
  send: (file: PickedFile) => void;
  cancel: () => void;
} {
  const client = useQueryClient();
  const [state, setState] = useState<UploadState>({ kind: "idle" });
  const running = useRef<Upload<{ id: string }> | null>(null);
  useEffect(() => () => running.current?.cancel(), []);

  const send = (file: PickedFile) => {
    running.current?.cancel();
    setState({ kind: "sending", file, sent: 0 });
    const upload = uploadFile(file, (sent) => {
      if (running.current === upload) setState({ kind: "sending", file, sent });
    });
    running.current = upload;
    upload.done.then(
      ({ id }) => {
        if (running.current !== upload) return;
        running.current = null;
        void client.invalidateQueries({ queryKey: ["imports"] });
        onDone(id);
      },
      (error: unknown) => {
        if (running.current !== upload) return;
        running.current = null;
        setState(error instanceof UploadCancelled ? { kind: "idle" } : { kind: "refused", file, error });
      },
    );
  };
  return { state, send, cancel: () => running.current?.cancel() };
}
