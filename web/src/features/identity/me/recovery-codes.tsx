import { Copy } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { copyText } from "@/components/copy.ts";

/** Ten codes, once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = codes.join("\n");
  return (
    <>
      <div className="dialog-body flex flex-col gap-5">
        <Notice tone="warning" title="Keep these recovery codes where your phone is not">
          Each lets you in once without the app. They are not shown again.
        </Notice>
        <ul className="mono grid grid-cols-2 gap-1" aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <footer className="dialog-foot">
        <Button icon={Copy} onClick={() => void copyText(text, "Recovery codes copied")}>
          Copy all
        </Button>
        <Button variant="primary" onClick={onDone}>
          I have kept them
        </Button>
      </footer>
    </>
  );
}
