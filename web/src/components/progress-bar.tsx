import "./progress.css";

/** Done of total. Without a total it only says that work goes on. */
export function ProgressBar({
  done,
  total,
  label,
  big,
}: {
  done: number;
  total: number | null;
  label: string;
  /** The one bar a page is about. */
  big?: boolean;
}) {
  const share = total === null || total === 0 ? null : Math.min(100, (done / total) * 100);
  return (
    <div
      className={`bar ${big ? "big" : ""}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share)}
    >
      <span style={{ width: `${share ?? 4}%` }} />
    </div>
  );
}
