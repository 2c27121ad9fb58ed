import { Search, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { useShortcuts } from "@/lib/keys.ts";
import { useSearchNames } from "./kinds.ts";
import { noteSearch } from "./recent.ts";
import { SearchPanel } from "./search-panel.tsx";
import { type Offer, resultsPath, useFound } from "./use-found.ts";
import "./search.css";

/** Where `/` leads. */
export const SEARCH_BOX = "search-box";

/** Universal search in the top bar: results while typing, walked by arrows, opened by Enter. */
export function SearchBox() {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const label = `Search ${useSearchNames()}`;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  // On its page the box says what the page shows.
  const onPage = pathname === "/search";
  const shown = onPage ? (params.get("q") ?? "") : "";
  const [seen, setSeen] = useState(shown);
  const [text, setText] = useState(shown);
  if (seen !== shown) {
    setSeen(shown);
    setText(shown);
  }
  const [open, setOpen] = useState(false);
  const [walked, setWalked] = useState<number | null>(null);
  const before = useRef<Element | null>(null);
  const found = useFound(text, open);
  // The best hit is one Enter away; on the page of results Enter asks again instead.
  const first = found.current && !found.nothing && !onPage ? 0 : -1;
  const active = walked === null ? first : Math.min(walked, found.offers.length - 1);

  const type = (words: string) => {
    setText(words);
    setWalked(null);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setWalked(null);
  };
  /** Before it goes: into the page, so that Tab and single keys go on there. */
  const leave = () => {
    close();
    setText(shown);
    input.current?.blur();
    document.getElementById("content")?.focus({ preventScroll: true });
  };
  const everything = () => {
    const words = text.trim();
    if (words === "") return;
    noteSearch(words);
    leave();
    void navigate(resultsPath(words));
  };
  /** What a press does beside going there. */
  const chosen = (offer: Offer, elsewhere: boolean) => {
    if (offer.type === "words") {
      type(offer.words);
      input.current?.focus();
      return;
    }
    if (offer.type !== "opened") noteSearch(text);
    if (!elsewhere) leave();
  };
  const pick = (offer: Offer, elsewhere: boolean) => {
    chosen(offer, elsewhere);
    if (offer.type === "words") return;
    if (elsewhere) window.open(offer.to, "_blank", "noopener");
    else void navigate(offer.to);
  };
  const step = (by: number) => {
    const count = found.offers.length;
    if (!open) return setOpen(true);
    if (count > 0) setWalked(active === -1 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      step(by);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const offer = open ? found.offers[active] : undefined;
      // Answers to earlier words are not what Enter means.
      if (offer !== undefined && (found.current || !found.asked)) pick(offer, event.ctrlKey || event.metaKey);
      else everything();
    }
  };
  const giveUp = () => {
    close();
    setText(shown);
    const back = before.current;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else (document.activeElement as HTMLElement | null)?.blur();
  };
  useShortcuts([{ keys: "escape", label: "Leave the search", hidden: true, whileTyping: true, run: giveUp }], open);
  const expanded = open && found.offers.length > 0;
  return (
    <div
      className="search-at max-md:hidden"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <div className="search" role="search" aria-label="Everywhere">
        <Icon as={Search} />
        <input
          ref={input}
          id={SEARCH_BOX}
          data-testid="search-box"
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={expanded}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={expanded && active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => {
            before.current = event.relatedTarget;
            event.target.select();
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={press}
        />
        {text === "" ? (
          <Kbd keys="/" />
        ) : (
          <IconButton
            label="Clear search"
            icon={X}
            noTooltip
            tabIndex={-1}
            onClick={() => {
              type("");
              input.current?.focus();
            }}
          />
        )}
      </div>
      {open ? (
        <SearchPanel
          id={listId}
          text={text.trim()}
          found={found}
          active={active}
          onActive={setWalked}
          onChosen={chosen}
          onLeave={close}
        />
      ) : null}
    </div>
  );
}
