import { FileUp, Upload as UploadIcon } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import type { PickedFile } from "./use-upload.ts";

const ACCEPTED =
  ".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Takes one file, dropped or chosen. */
export function DropZone({
  onFile,
  onSeveral,
  onPaste,
}: {
  onFile: (file: PickedFile) => void;
  /** More than one was dropped: none is taken, since one import has one mapping. */
  onSeveral: (count: number) => void;
  onPaste: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file === undefined) return;
    if ((files?.length ?? 0) > 1) onSeveral(files?.length ?? 0);
    else onFile({ blob: file, name: file.name });
  };
  return (
    <div
      className={`drop-zone ${over ? "over" : ""}`}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <span className="art">
        <Icon as={FileUp} size="lg" />
      </span>
      <h2 className="t-14 semi">Drop a CSV or Excel file here</h2>
      <p className="t-2">or paste rows copied from a spreadsheet</p>
      <div className="row mt-3">
        <Button variant="primary" icon={UploadIcon} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Button onClick={onPaste}>Paste rows</Button>
      </div>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label="File to import"
        accept={ACCEPTED}
        onChange={(event) => {
          take(event.target.files);
          // The same file again must count as a new choice.
          event.target.value = "";
        }}
      />
    </div>
  );
}
