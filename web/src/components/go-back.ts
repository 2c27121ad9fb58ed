import { useState } from "react";

/**
 * For `onCloseAutoFocus`: the focus goes back to where it was when the calling component first rendered. Noted that
 * early because Radix looks later, when a field inside already has the focus.
 */
export function useGoBack(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    // What opened it may be gone, like the entry of a menu: then the page, so that Tab goes on in it.
    const back = before?.isConnected && before !== document.body ? before : document.getElementById("content");
    if (back instanceof HTMLElement) back.focus();
  };
}
