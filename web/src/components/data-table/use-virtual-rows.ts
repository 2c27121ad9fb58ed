/**
 * Draws only the rows in sight of a list that may be a million long. Indexes are those of the whole list; the browser
 * caps an element's height near 33 million pixels, so far down the list the drawing starts at a later origin.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { RecordList } from "@/lib/use-record-list.ts";

const BLOCK = 400_000;
const AHEAD = 30;

export interface VirtualRows<TRow> {
  scrollRef: React.RefObject<HTMLDivElement | null>;
  /** Index in the whole list, and the row when it is loaded (else draw a skeleton). */
  items: { index: number; row: TRow | undefined }[];
  padTop: number;
  padBottom: number;
  scrollTo: (index: number) => void;
  /** First and last index with a loaded row. */
  first: number;
  last: number;
}

export function useVirtualRows<TRow>(list: RecordList<TRow>, rowHeight: number): VirtualRows<TRow> {
  const scrollRef = useRef<HTMLDivElement>(null);
  const origin = Math.floor(list.offset / BLOCK) * BLOCK;
  const end = list.offset + list.rows.length;
  const count = end - origin + (list.hasNext ? 12 : 0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1200, height: 800 },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const lastOrigin = useRef(origin);
  useLayoutEffect(() => {
    const moved = lastOrigin.current - origin;
    lastOrigin.current = origin;
    if (moved !== 0 && scrollRef.current !== null) scrollRef.current.scrollTop += moved * rowHeight;
  }, [origin, rowHeight]);

  const drawn = virtualizer.getVirtualItems();
  const top = (drawn[0]?.index ?? 0) + origin;
  const bottom = (drawn.at(-1)?.index ?? 0) + origin;
  const load = useEffectEvent(() => {
    if (bottom >= end - AHEAD) list.loadNext();
    else if (top <= list.offset + AHEAD) list.loadPrevious();
  });
  useEffect(() => load(), [top, bottom, end, list.offset, list.changing]);

  return {
    scrollRef,
    items: drawn.map((item) => ({ index: item.index + origin, row: list.rows[item.index + origin - list.offset] })),
    padTop: drawn[0]?.start ?? 0,
    padBottom: Math.max(0, virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)),
    scrollTo: (index) => virtualizer.scrollToIndex(index - origin, { align: "auto" }),
    first: list.offset,
    last: end - 1,
  };
}
