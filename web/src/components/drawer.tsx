import { ChevronDown, ChevronUp, ExternalLink, Link2, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { copyText } from "./copy.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { IconButton } from "./button.tsx";
import "./drawer.css";

/** The record beside its list: it pushes, never covers, so the list stays usable. On phones it takes the screen. */
export function Drawer({
  label,
  position,
  onPrevious,
  onNext,
  onClose,
  pageHref,
  onlyHere,
  children,
}: {
  label: string;
  /** "1 of 1,284", or what is known of it. */
  position: string;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  onClose: () => void;
  /** The record's own page. */
  pageHref: string;
  /** It has none: `pageHref` opens it beside its list. */
  onlyHere?: boolean;
  children: ReactNode;
}) {
  const navigate = useNavigate();
  const drawer = useRef<HTMLElement>(null);
  // Whoever leaves it from the inside goes on in the list.
  useEffect(() => {
    const element = drawer.current;
    let inside = false;
    const note = () => {
      inside = element?.contains(document.activeElement) ?? false;
    };
    document.addEventListener("focusin", note);
    return () => {
      document.removeEventListener("focusin", note);
      if (!inside) return;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>("tr[tabindex='0']")?.focus();
      });
    };
  }, []);
  useShortcuts([{ keys: "escape", label: "Close the drawer", group: "Drawer", run: onClose }]);
  return (
    <aside className="drawer" aria-label={label} ref={drawer} tabIndex={-1} data-drawer="">
      <div className="drawer-bar">
        <IconButton
          label="Previous"
          icon={ChevronUp}
          keys="k"
          className="-ml-2"
          onClick={onPrevious}
          disabledReason={onPrevious === undefined ? "This is the first row" : undefined}
        />
        <IconButton
          label="Next"
          icon={ChevronDown}
          keys="j"
          onClick={onNext}
          disabledReason={onNext === undefined ? "This is the last row loaded" : undefined}
        />
        <span className="t-12 t-3 num ml-1.5">{position}</span>
        <IconButton
          label="Copy link"
          icon={Link2}
          className="ml-auto"
          onClick={() => {
            void copyText(new URL(pageHref, location.href).href, "Link copied");
          }}
        />
        {onlyHere ? null : <IconButton label="Open page" icon={ExternalLink} onClick={() => void navigate(pageHref)} />}
        <IconButton label="Close" icon={X} keys="escape" onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
