import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Icon } from "@/components/icon.tsx";

/** One field, in words. */
export interface UndoLine {
  label: string;
  /** What it holds now. */
  now: string;
  /** What it will hold again. */
  back: string;
}

/** What the person is about to get: each field with both values, or in words what becomes of the record. */
export interface UndoPlan {
  lines: UndoLine[];
  /** Said when there are no lines. */
  words?: string;
  run: () => Promise<void>;
}

/** Asks before a change is taken back, because the list of changes is read more often than it is acted on. */
export function UndoDialog({ plan, onClose }: { plan: UndoPlan; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [one] = plan.lines;
  const title = plan.lines.length === 1 && one !== undefined ? `Undo the change of ${one.label}?` : "Undo this change?";
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description="The earlier value comes back. The history keeps both changes, so this can be undone as well."
    >
      <div className="dialog-body">
        {plan.lines.length === 0 ? (
          <p>{plan.words}</p>
        ) : (
          <dl className="undo-lines">
            {plan.lines.map((line) => (
              <div key={line.label}>
                <dt>{line.label}</dt>
                <dd className="diff">
                  <Value text={line.now} gone />
                  <Icon as={ArrowRight} />
                  <Value text={line.back} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className="dialog-foot">
        <Button onClick={onClose}>Keep as it is</Button>
        <Button
          variant="primary"
          busy={busy}
          onClick={() => {
            setBusy(true);
            void plan.run().finally(onClose);
          }}
        >
          Undo this change
        </Button>
      </div>
    </Dialog>
  );
}

function Value({ text, gone }: { text: string; gone?: boolean }) {
  if (text === "") return <span className="t-3">empty</span>;
  return gone ? <del>{text}</del> : <span>{text}</span>;
}
