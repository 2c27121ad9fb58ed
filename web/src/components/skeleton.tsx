import "./skeleton.css";

/** A grey line where a value will be. */
export function Skeleton({ width }: { width: number | string }) {
  return <span className="skel block" style={{ width }} aria-hidden="true" />;
}
