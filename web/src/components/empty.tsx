import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import "./empty.css";

/** What this place is for in one sentence, with the first act. */
export function Empty({
  icon,
  title,
  children,
  actions,
  page,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** It is all there is on the page, so its title is the page's. */
  page?: boolean;
}) {
  return (
    <div className="empty">
      <span className="art">
        <Icon as={icon} size="lg" />
      </span>
      {page ? <h1 className="t-14 semi">{title}</h1> : <h2>{title}</h2>}
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </div>
  );
}
