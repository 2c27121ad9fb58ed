import type { ReactNode } from "react";
import "./card.css";

export function Card({
  title,
  sub,
  aside,
  children,
  flush,
  id,
}: {
  title?: ReactNode;
  sub?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  /** The body brings its own padding (tables). */
  flush?: boolean;
  /** For links within the page. */
  id?: string;
}) {
  return (
    <section className="card" id={id}>
      {title === undefined ? null : (
        <div className="card-head">
          <h2>{title}</h2>
          {sub === undefined ? null : <span className="sub">{sub}</span>}
          {aside === undefined ? null : <div className="ml-auto">{aside}</div>}
        </div>
      )}
      {flush ? children : <div className={title === undefined ? "p-4" : "card-body"}>{children}</div>}
    </section>
  );
}
