import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { isRetryable, messageOf } from "@/lib/api-error.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./notice.css";

type NoticeTone = "plain" | "info" | "success" | "warning" | "danger";
const ICONS = { plain: Info, info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** A message in place: what happened, what was kept, what to do. */
export function Notice({
  tone = "plain",
  title,
  children,
  action,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`notice ${tone === "plain" ? "" : tone}`} role={tone === "danger" ? "alert" : "status"}>
      <Icon as={ICONS[tone]} />
      <div className="grow">
        {title === undefined ? null : <p className="med">{title}</p>}
        {children === undefined ? null : <div className="t-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** A failed read in place, with a retry where retrying helps. */
export function LoadError({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
  return (
    <Notice
      tone="danger"
      title={`${what} could not be loaded`}
      action={
        retry !== undefined && isRetryable(error) ? (
          <Button small onClick={retry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {messageOf(error)}
    </Notice>
  );
}
