import { useState } from "react";
import { LoadError, Notice } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { Preview as Previewed } from "@/features/email/templates/queries.ts";
import { ContactPicker } from "./contact-picker.tsx";
import { frameDocument, hasOwnDark } from "./frame.ts";
import { sizeWords } from "./size-words.ts";
import "./preview.css";

type View = "desktop" | "mobile" | "dark" | "text";

const VIEWS: readonly { id: View; label: string }[] = [
  { id: "desktop", label: "Desktop" },
  { id: "mobile", label: "Mobile" },
  { id: "dark", label: "Dark" },
  { id: "text", label: "Plain text" },
];

/** The email as the server makes it of what is written now: what is shown is what would be sent. */
export function Preview({
  preview,
  error,
  retry,
  contactId,
  onContact,
  unshown = "The checks below say what has to be put right first.",
}: {
  /** Undefined while the first one is being made. */
  preview: Previewed | undefined;
  error: unknown;
  retry: () => void;
  contactId: string | null;
  onContact: (id: string | null) => void;
  /** What to do where it cannot be shown. */
  unshown?: string;
}) {
  const [view, setView] = useState<View>("desktop");
  return (
    <section className="template-preview" aria-label="Preview">
      <ContactPicker label="Show as" value={contactId} onChange={onContact} />
      <div className="seg self-start" role="group" aria-label="How it is shown">
        {VIEWS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={view === id}
            className={view === id ? "on" : ""}
            onClick={() => setView(id)}
          >
            {label}
          </button>
        ))}
      </div>
      {error !== null ? (
        <LoadError what="The preview" error={error} retry={retry} />
      ) : preview === undefined ? (
        <Skeleton width="80%" />
      ) : typeof preview.html !== "string" ? (
        <Notice tone="warning" title="It cannot be shown as it is">
          {unshown}
        </Notice>
      ) : (
        <Shown preview={preview} html={preview.html} view={view} />
      )}
    </section>
  );
}

function Shown({ preview, html, view }: { preview: Previewed; html: string; view: View }) {
  const { subject, preheader, text, bytes, emptyTags } = preview;
  return (
    <>
      <div className="template-inbox">
        <p className="med clip">{subject || "No subject"}</p>
        <p className="t-3 clip">{preheader || "No preheader"}</p>
      </div>
      {view === "text" ? (
        <ScrollRegion label="Plain text of the email" className="template-text">
          <pre className="mono">{text}</pre>
        </ScrollRegion>
      ) : (
        <ScrollRegion label="How the email looks" className="template-frame-box">
          <iframe
            title={view === "mobile" ? "The email on a phone" : view === "dark" ? "The email in the dark" : "The email"}
            className={`template-frame ${view}`}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={frameDocument(html, view === "dark")}
          />
        </ScrollRegion>
      )}
      <p className="t-12 t-3">
        {view === "dark" && !hasOwnDark(html) ? "As programs show it that turn every email dark. " : ""}
        {sizeWords(bytes)}. Images from elsewhere are not loaded here; a test email shows them.
      </p>
      {emptyTags.length === 0 ? null : (
        <Notice tone="warning" title="Something is empty here">
          {emptyTags.map((path) => `{{${path}}}`).join(", ")}: there is no value, and no fallback to stand in for it.
        </Notice>
      )}
    </>
  );
}
