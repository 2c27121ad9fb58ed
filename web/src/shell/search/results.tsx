import type { ReactNode, RefObject } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import { HitBody } from "./hit.tsx";
import { kindOfHit, pathOf } from "./kinds.ts";
import type { SearchGroup, SearchHit, SearchKind } from "./queries.ts";

/** Hits by kind. A press opens the record beside them, with Ctrl or the middle button its page in a new tab. */
export function Results({
  groups,
  single,
  words,
  listRef,
  openId,
  dimmed,
  onOpen,
  onKind,
  children,
}: {
  groups: readonly SearchGroup[];
  /** One kind alone, as far as the API answers. */
  single: boolean;
  words: string;
  listRef: RefObject<HTMLDivElement | null>;
  openId: string | null;
  /** Hits of the former words, while the new ones come. */
  dimmed: boolean;
  onOpen: (hit: SearchHit) => void;
  onKind: (kind: SearchKind) => void;
  /** What is found elsewhere than in the index, below its hits. */
  children?: ReactNode;
}) {
  return (
    <div className={`results ${dimmed ? "dimmed" : ""}`} ref={listRef} aria-busy={dimmed}>
      {groups
        .filter((group) => group.hits.length > 0)
        .map((group) => {
          const { label, many, one } = kindOfHit(group.kind);
          const left = group.more || group.total > group.hits.length;
          return (
            <section key={group.kind} aria-label={label} className="results-kind">
              {single ? null : <h2 className="t-12 med t-3 results-head">{label}</h2>}
              <ul>
                {group.hits.map((hit) => (
                  <li key={hit.id}>
                    <Link
                      to={pathOf(hit)}
                      className={`hit ${hit.id === openId ? "at" : ""}`}
                      data-hit={hit.id}
                      data-testid="search-result"
                      {...(hit.id === openId ? { "aria-current": "true" as const } : {})}
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                        event.preventDefault();
                        onOpen(hit);
                      }}
                    >
                      <HitBody hit={hit} />
                    </Link>
                  </li>
                ))}
              </ul>
              {!left ? null : single ? (
                <p className="results-foot t-12 t-3">
                  These are the best {formatCount(group.hits.length)}
                  {group.more ? "" : ` of ${countOf(group.total, one, many)}`}. Another word narrows them, or{" "}
                  <Link className="link" to={`${kindOfHit(group.kind).path}?${new URLSearchParams({ q: words })}`}>
                    look in the list of {many}
                  </Link>
                  .
                </p>
              ) : (
                <div className="results-foot">
                  <Button small variant="quiet" onClick={() => onKind(group.kind)}>
                    {group.more ? `More ${many}` : `All ${countOf(group.total, one, many)}`}
                  </Button>
                </div>
              )}
            </section>
          );
        })}
      {children}
    </div>
  );
}
