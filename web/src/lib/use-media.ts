import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query matches now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}

export function useIsPhone(): boolean {
  return useMedia("(max-width: 720px)");
}

/** Whether the element has less width than this; before it is drawn it has room. */
export function useIsTight(element: HTMLElement | null | undefined, width: number): boolean {
  return useSyncExternalStore(useResized(element), () => (element?.clientWidth || width) < width);
}

/** Pixels in it, without its scroll bar; 0 before it is drawn. */
export function useWidth(element: HTMLElement | null | undefined): number {
  return useSyncExternalStore(useResized(element), () => element?.clientWidth ?? 0);
}

function useResized(element: HTMLElement | null | undefined) {
  return useCallback(
    (changed: () => void) => {
      if (!element) return () => {};
      const observer = new ResizeObserver(changed);
      observer.observe(element);
      return () => observer.disconnect();
    },
    [element],
  );
}
