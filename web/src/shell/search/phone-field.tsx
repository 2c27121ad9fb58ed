import { Search } from "lucide-react";
import { useRef, useState } from "react";
import { Icon } from "@/components/icon.tsx";

/** The box of the results page on a phone, where the top bar has none. The URL follows shortly after typing stops. */
export function PhoneField({
  words,
  names,
  onWords,
}: {
  words: string;
  names: string;
  onWords: (words: string) => void;
}) {
  const [text, setText] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <span className="input only-sm search-phone">
      <Icon as={Search} />
      <input
        type="text"
        value={text}
        aria-label={`Find ${names}`}
        placeholder={`Search ${names}`}
        autoComplete="off"
        spellCheck={false}
        ref={(element) => {
          // Whoever came here to search types at once.
          if (element !== null && !element.dataset.seen && words === "") element.focus();
          if (element !== null) element.dataset.seen = "1";
        }}
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onWords(next.trim()), 220);
        }}
      />
    </span>
  );
}
