import { keyCaps } from "@/lib/keys.ts";

/** Key caps of a shortcut, for the eye only: the control's accessible name does not change with them. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-1 ${className ?? ""}`} aria-hidden="true">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
