import { useState } from "react";

/** Of what was noted when a dialog opened, by the dialog: one that opens out of another goes back to where the first came from. */
const trails = new WeakMap<Element, readonly Element[]>();

/** Where the focus is, and where it may go when that is gone: outwards, and on from the dialog it is in. */
function trailOfFocus(): readonly Element[] {
  const trail: Element[] = [];
  let at = document.activeElement;
  while (at !== null && at !== document.body) {
    trail.push(at);
    const beneath = trails.get(at);
    if (beneath !== undefined) return [...trail, ...beneath];
    at = at.parentElement?.closest("[tabindex]") ?? null;
  }
  return trail;
}

/** Where the focus was when `open` became true. Noted while rendering: what opened it is gone a moment later if it was another dialog. */
export function useTrail(open: boolean): readonly Element[] {
  const [noted, setNoted] = useState(() => ({ open, trail: open ? trailOfFocus() : [] }));
  if (noted.open === open) return noted.trail;
  const trail = open ? trailOfFocus() : noted.trail;
  setNoted({ open, trail });
  return trail;
}

/** For the dialog's own element: what opens out of it goes on from here. */
export function keepTrail(dialog: Element | null, trail: readonly Element[]): void {
  if (dialog !== null) trails.set(dialog, trail);
}

/** For `onCloseAutoFocus`: the nearest place of the trail that is still there; else the page, so that Tab goes on in it. */
export function goBack(event: Event, trail: readonly Element[]): void {
  event.preventDefault();
  const back = trail.find((place) => place.isConnected) ?? document.getElementById("content");
  if (back instanceof HTMLElement) back.focus();
}

/**
 * The same for what has no `open` of its own: the focus goes back to where it was when the calling component first rendered. Noted
 * that early because Radix looks later, when a field inside already has the focus.
 */
export function useGoBack(): (event: Event) => void {
  const trail = useTrail(true);
  return (event) => goBack(event, trail);
}
