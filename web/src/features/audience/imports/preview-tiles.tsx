import { formatCount } from "@/lib/format.ts";
import type { PreviewList } from "./preview.ts";
import "@/components/badge.css";

/** What would become of the rows, one tile each; a tile opens its list. */
export function PreviewTiles({
  lists,
  beside,
  open,
  onOpen,
}: {
  lists: readonly PreviewList[];
  /** Counted beside the rows, not among them. */
  beside: readonly PreviewList[];
  open: string;
  onOpen: (id: string) => void;
}) {
  return (
    <div className="preview-tiles">
      <div className="tiles" role="group" aria-label="What would become of the rows">
        {lists.map((list) => (
          <button
            key={list.id}
            type="button"
            className="tile"
            aria-pressed={list.id === open}
            onClick={() => onOpen(list.id)}
          >
            <span className="row gap-1.5">
              <i className={`dot ${list.tone}`} aria-hidden="true" />
              {list.label}
            </span>
            <b className={`num ${list.count === 0 ? "t-3" : ""}`} data-testid={`preview-${list.id}`}>
              {formatCount(list.count)}
            </b>
            <small>{list.note}</small>
          </button>
        ))}
      </div>
      <div className="row t-2 flex-wrap" role="group" aria-label="Counted beside them">
        <span className="t-3">Counted beside them:</span>
        {beside
          .filter((list) => list.count > 0 || list.id === open)
          .map((list) => (
            <button
              key={list.id}
              type="button"
              className="chip-button"
              aria-pressed={list.id === open}
              onClick={() => onOpen(list.id)}
            >
              <b className="num" data-testid={`preview-${list.id}`}>
                {formatCount(list.count)}
              </b>{" "}
              {list.label}
            </button>
          ))}
        {beside.every((list) => list.count === 0) ? <span className="t-3">no accounts, no warnings</span> : null}
      </div>
    </div>
  );
}
