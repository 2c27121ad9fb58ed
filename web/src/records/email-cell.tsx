import { Ban, Check, TriangleAlert } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { sentence } from "@/lib/format.ts";

/** An address with whether it can be written to. The state is a word for those who cannot see the sign. */
export function EmailCell({
  email,
  status,
  aligned = false,
}: {
  email: string | null | undefined;
  status: string;
  /** In a column, addresses without a sign keep its place. */
  aligned?: boolean;
}) {
  if (!email) return <span className="t-3">—</span>;
  const state = status.toLowerCase();
  const sign =
    state === "sendable" || state === "valid"
      ? { icon: Check, tone: "c-success" }
      : state === "unverified" || state === "unknown" || state === "none"
        ? null
        : state === "risky" || state === "catch_all"
          ? { icon: TriangleAlert, tone: "c-warning" }
          : { icon: Ban, tone: "c-danger" };
  return (
    <span className="row gap-1.5" title={`${email} · ${sentence(status)}`}>
      {sign === null ? null : <Icon as={sign.icon} size="sm" className={`${sign.tone} flex-none`} />}
      {sign === null && aligned ? <span className="i-sm-place" /> : null}
      <span className="mono clip">{email}</span>
      <span className="sr">{sentence(status)}</span>
    </span>
  );
}
