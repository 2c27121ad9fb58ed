import { FileUp, Upload as UploadIcon } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./drop-zone.css";

/** Takes one file, dropped or chosen. */
export function DropZone({
  title,
  hint,
  label,
  accept,
  pasteLabel,
  onFile,
  onSeveral,
  onPaste,
}: {
  title: string;
  hint: string;
  /** Names the file for who does not see the box. */
  label: string;
  accept: string;
  pasteLabel: string;
  onFile: (file: File) => void;
  /** More than one was dropped: none is taken. */
  onSeveral: (count: number) => void;
  onPaste: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file === undefined) return;
    if ((files?.length ?? 0) > 1) onSeveral(files?.length ?? 0);
    else onFile(file);
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
      <h2 className="t-14 semi">{title}</h2>
      <p className="t-2">{hint}</p>
      <div className="row mt-3">
        <Button variant="primary" icon={UploadIcon} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Button onClick={onPaste}>{pasteLabel}</Button>
      </div>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          // The same file again must count as a new choice.
          event.target.value = "";
        }}
      />
    </div>
  );
}
