import { Check, CircleAlert } from "lucide-react";
import type { ReactElement } from "react";
import { toast as sonner, Toaster } from "sonner";
import { messageOf } from "@/lib/api-error.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./toast.css";

type Undo = () => Promise<unknown>;
let lastUndo: { id: string | number; run: Undo } | null = null;

interface ToastLink {
  label: string;
  open: () => void;
}

/** Something was done; Undo takes it back. Ctrl or Cmd with Z undoes the newest one. `link` leads to what it came to. */
export function toastDone(message: string, undo?: Undo, link?: ToastLink): void {
  const id = sonner.custom(
    (toastId) => (
      <div className="toast" role="status">
        <Icon as={Check} size="sm" className="c-success" />
        <span className="min-w-0 whitespace-normal">{message}</span>
        {link === undefined ? null : (
          <Button
            variant="quiet"
            small
            className="link push"
            onClick={() => {
              sonner.dismiss(toastId);
              link.open();
            }}
          >
            {link.label}
          </Button>
        )}
        {undo === undefined ? null : (
          <Button
            variant="quiet"
            small
            keys="mod+z"
            className={link === undefined ? "link push" : "link"}
            onClick={() => void runUndo(toastId, undo)}
          >
            Undo
          </Button>
        )}
      </div>
    ),
    { duration: undo === undefined ? 4000 : 8000 },
  );
  if (undo !== undefined) lastUndo = { id, run: undo };
}

/** Something failed: say what was kept; offer a retry where it can help. */
export function toastFailed(message: string, retry?: () => void): void {
  sonner.custom(
    (toastId) => (
      <div className="toast failed" role="alert">
        <Icon as={CircleAlert} size="sm" className="c-danger" />
        <span className="min-w-0 py-2 whitespace-normal">{message}</span>
        {retry === undefined ? null : (
          <Button
            small
            className="push"
            onClick={() => {
              sonner.dismiss(toastId);
              retry();
            }}
          >
            Retry
          </Button>
        )}
      </div>
    ),
    { duration: 10_000 },
  );
}

/** Too much was asked for in a short time: says when to go on. One at a time, however much was asked. */
export function toastLimited(message: string): void {
  sonner.custom(
    () => (
      <div className="toast failed" role="alert">
        <Icon as={CircleAlert} size="sm" className="c-danger" />
        <span className="min-w-0 py-2 whitespace-normal">{message}</span>
      </div>
    ),
    { id: "limited", duration: 10_000 },
  );
}

/** Something ended elsewhere; the link leads to it. */
export function toastLink(message: string, label: string, open: () => void): void {
  sonner.custom(
    (toastId) => (
      <div className="toast" role="status">
        <Icon as={Check} size="sm" className="c-success" />
        <span className="min-w-0 whitespace-normal">{message}</span>
        <Button
          variant="quiet"
          small
          className="link push"
          onClick={() => {
            sonner.dismiss(toastId);
            open();
          }}
        >
          {label}
        </Button>
      </div>
    ),
    { duration: 15_000 },
  );
}

/** Long work: stays until it is dismissed, and is drawn anew for the same id. */
export function showLasting(id: string, content: ReactElement): void {
  sonner.custom(() => content, { id, duration: Number.POSITIVE_INFINITY });
}

export function dismissLasting(id: string): void {
  sonner.dismiss(id);
}

async function runUndo(id: string | number, undo: Undo): Promise<void> {
  if (lastUndo?.id === id) lastUndo = null;
  sonner.dismiss(id);
  try {
    await undo();
    toastDone("Undone");
  } catch (error) {
    toastFailed(`Not undone. ${messageOf(error)}`, () => void runUndo(id, undo));
  }
}

/** For the global shortcut. False when there is nothing left to undo. */
export function undoLast(): boolean {
  if (lastUndo === null) return false;
  void runUndo(lastUndo.id, lastUndo.run);
  return true;
}

export function Toasts() {
  return <Toaster position="bottom-right" visibleToasts={4} gap={8} offset={16} mobileOffset={8} />;
}
