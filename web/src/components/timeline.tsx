import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import "./timeline.css";

export function Timeline({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {children}
    </ol>
  );
}

export function TimelineItem({ icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li>
      <span className="pin">
        <Icon as={icon} />
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}
