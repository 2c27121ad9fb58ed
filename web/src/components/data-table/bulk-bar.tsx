import { X } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/format.ts";
import { IconButton } from "../button.tsx";
import "./bulk-bar.css";

/** Floats over the foot of the table while rows are selected. */
export function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <div className="bulk" role="toolbar" aria-label="Selected rows">
      <span className="med num" aria-live="polite">
        {formatCount(count)} selected
      </span>
      <span className="sep" />
      {children}
      <IconButton label="Clear selection" icon={X} keys="escape" onClick={onClear} />
    </div>
  );
}
