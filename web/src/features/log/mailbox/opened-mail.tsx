import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { FRAME_RIGHTS, mailDocument } from "./frame.ts";
import { LinkedText } from "./linked-text.tsx";
import { openedMailQuery } from "./queries.ts";

const VIEWS = ["Mail", "Text", "Headers"] as const;
type View = (typeof VIEWS)[number];

/** A kept mail as a mail program shows it, its words alone, or what stands above them. */
export function OpenedMail({ id, subject }: { id: string; subject: string }) {
  const mail = useQuery(openedMailQuery(id));
  const [chosen, setChosen] = useState<View>("Mail");
  if (mail.isPending) {
    return (
      <div className="mail-body">
        <Skeleton width="80%" />
      </div>
    );
  }
  if (mail.isError) {
    return (
      <div className="mail-body">
        <LoadError what="The mail" error={mail.error} retry={() => void mail.refetch()} />
      </div>
    );
  }
  if (mail.data === null) {
    return (
      <div className="mail-body">
        <Notice tone="info" title="This mail is gone">
          It was deleted with the person it told of, or because of its age.
        </Notice>
      </div>
    );
  }
  const { html, text, headers } = mail.data;
  const whole = typeof html === "string";
  const view = whole || chosen !== "Mail" ? chosen : "Text";
  return (
    <div className="mail-body">
      <div className="seg self-start" role="group" aria-label="How it is shown">
        {VIEWS.filter((one) => whole || one !== "Mail").map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={view === one}
            className={view === one ? "on" : ""}
            onClick={() => setChosen(one)}
          >
            {one}
          </button>
        ))}
      </div>
      {view === "Mail" && whole ? (
        <>
          <iframe
            title={`The mail “${subject}”`}
            className="mail-frame"
            sandbox={FRAME_RIGHTS}
            referrerPolicy="no-referrer"
            srcDoc={mailDocument(html, window.location.origin)}
          />
          <p className="t-12 t-3">Its links open in a new tab. Images from elsewhere are not loaded here.</p>
        </>
      ) : view === "Headers" ? (
        headers.length === 0 ? (
          <p className="t-3">Its headers were not kept.</p>
        ) : (
          <dl className="mail-headers">
            {headers.map(({ name, value }) => (
              // A mail has each of these once.
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <LinkedText text={value} />
                </dd>
              </div>
            ))}
          </dl>
        )
      ) : (
        <p className="mail-text">
          <LinkedText text={text} />
        </p>
      )}
    </div>
  );
}
