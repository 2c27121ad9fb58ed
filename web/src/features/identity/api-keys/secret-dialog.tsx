import { Copy } from "lucide-react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { TextField } from "@/components/field.tsx";
import { Notice } from "@/components/notice.tsx";
import { copyText } from "@/components/copy.ts";

/** A key's secret, once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Your new API key" width={560}>
      <div className="dialog-body flex flex-col gap-5">
        <Notice tone="warning" title="Copy it now">
          It is not shown again. Whoever has it may do what it is for, in your name.
        </Notice>
        <TextField label="API key" mono readOnly autoFocus value={secret} onFocus={(event) => event.target.select()} />
        <p className="t-2">
          Send it with every request as <code className="mono">Authorization: Bearer …</code>
        </p>
      </div>
      <footer className="dialog-foot">
        <Button onClick={onClose}>Done</Button>
        <Button variant="primary" icon={Copy} onClick={() => void copyText(secret, "API key copied")}>
          Copy
        </Button>
      </footer>
    </Dialog>
  );
}
