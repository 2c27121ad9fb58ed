import { Search, X } from "lucide-react";
import { useRef, useState } from "react";
import { useShortcuts } from "@/lib/keys.ts";
import { IconButton } from "../button.tsx";
import { Icon } from "../icon.tsx";
import "./chip.css";

/** Words matched by the server; the URL follows shortly after typing stops. */
export function QuickFind({
  q,
  setQ,
  placeholder,
  keys,
}: {
  q: string;
  setQ: (q: string) => void;
  placeholder: string;
  /** The key that leads here. */
  keys: string;
}) {
  const [text, setText] = useState(q);
  const [published, setPublished] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [seen, setSeen] = useState(q);
  // The URL changed, and not by what was typed here (cleared, or Back): the box follows it.
  if (q !== seen) {
    setSeen(q);
    if (q !== published) {
      setPublished(q);
      setText(q);
    }
  }
  const type = (words: string, wait: number) => {
    setText(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setPublished(words.trim());
      setQ(words.trim());
    }, wait);
  };
  useShortcuts([{ keys, label: "Find in this list", group: "Rows", run: () => input.current?.focus() }]);
  return (
    <span className="input quick-find">
      <Icon as={Search} />
      <input
        ref={input}
        type="text"
        value={text}
        placeholder={placeholder}
        aria-label={placeholder}
        onChange={(event) => type(event.target.value, 220)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            type("", 0);
            input.current?.blur();
          }
        }}
      />
      {text === "" ? null : (
        <IconButton label="Clear words" icon={X} noTooltip className="-mr-2" onClick={() => type("", 0)} />
      )}
    </span>
  );
}
