import { useRef } from "react";

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** What buttons beside a field put into its text, where the cursor is; the cursor stands behind it afterwards. */
export function useInsertion<TField extends Typed>(onChange: (value: string) => void) {
  const field = useRef<TField>(null);
  const put = (write: (chosen: string) => { text: string; from: number; to: number }) => {
    const at = field.current;
    if (at === null) return;
    const { value } = at;
    const start = at.selectionStart ?? value.length;
    const end = at.selectionEnd ?? start;
    const { text, from, to } = write(value.slice(start, end));
    onChange(value.slice(0, start) + text + value.slice(end));
    const go = () => {
      at.focus();
      at.setSelectionRange(start + from, start + to);
    };
    // The new value is in the field only after the next drawing; and a dialog that is closing sends the focus back first.
    requestAnimationFrame(() => setTimeout(go, 0));
  };
  return {
    field,
    insert: (text: string) => put(() => ({ text, from: text.length, to: text.length })),
    /** Around what is chosen; without a choice around words that stand for it, which are then chosen. */
    wrap: (before: string, after: string, words: string) =>
      put((chosen) => {
        const inside = chosen === "" ? words : chosen;
        const text = before + inside + after;
        return { text, from: before.length, to: before.length + inside.length };
      }),
  };
}
