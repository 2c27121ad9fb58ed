import { useQuery } from "@tanstack/react-query";
import { Copy, Mail } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Button } from "@/components/button.tsx";
import { Drawer } from "@/components/drawer.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { toastDone } from "@/components/toast.tsx";
import { countryName, formatCount, formatPhone } from "@/lib/format.ts";
import { ArchivedNotice } from "@/records/archived-notice.tsx";
import { EmailCell } from "@/records/email-cell.tsx";
import { History } from "@/records/history.tsx";
import { Overview } from "@/records/overview.tsx";
import { RecordMenu } from "@/records/record-menu.tsx";
import { useNoteOpened } from "@/shell/search/recent.ts";
import { ContactExtras, useContactExtras } from "./contact-extras.tsx";
import { contactKind, contactName } from "./contact-kind.ts";
import { type ContactRow, contactQuery } from "./queries.ts";
import "@/components/card.css";

/** A contact beside the list. What the row knows is shown at once, the rest follows. */
export function ContactDrawer(props: {
  id: string;
  row: ContactRow | undefined;
  /** Where it stands in the list; null when it is not among the rows loaded. */
  index: number | null;
  total: number | null;
  previousId: string | undefined;
  nextId: string | undefined;
  onMove: (id: string | null) => void;
}) {
  const { id, row, index, total, previousId, nextId, onMove } = props;
  const query = useQuery(contactQuery(id));
  const [tab, setTab] = useState("overview");
  const extras = useContactExtras();
  useNoteOpened("CONTACT", query.data?.id);
  const contact = query.data ?? row;
  const at =
    index === null
      ? ""
      : total === null
        ? formatCount(index + 1)
        : `${formatCount(index + 1)} of ${formatCount(total)}`;
  const move = (to: string | undefined) => (to === undefined ? undefined : () => onMove(to));
  return (
    <Drawer
      label={contact === undefined || contact === null ? "Contact" : contactName(contact)}
      position={at}
      onPrevious={move(previousId)}
      onNext={move(nextId)}
      onClose={() => onMove(null)}
      pageHref={`/contacts/${id}`}
    >
      {contact === undefined || contact === null ? (
        <div className="p-4">
          {query.isError ? (
            <LoadError what="This contact" error={query.error} retry={() => void query.refetch()} />
          ) : query.isPending ? (
            <Skeleton width="60%" />
          ) : (
            <p className="t-2">This contact does not exist, or you may not see it.</p>
          )}
        </div>
      ) : (
        <>
          <div className="p-4">
            <div className="row gap-3">
              <Avatar name={contactName(contact)} size="lg" />
              <div className="grow">
                <h2 className="t-16 semi clip">{contactName(contact)}</h2>
                <p className="t-2 clip">
                  {contact.jobTitle}
                  {contact.jobTitle && contact.accountName ? " at " : ""}
                  {contact.accountId && contact.accountName ? (
                    <Link className="link" to={`/accounts/${contact.accountId}`}>
                      {contact.accountName}
                    </Link>
                  ) : null}
                </p>
              </div>
            </div>
            <div className="row mt-3.5">
              {contact.email ? (
                <>
                  <a className="btn btn-sm" href={`mailto:${contact.email}`}>
                    <Icon as={Mail} />
                    Email
                  </a>
                  <Button small icon={Copy} onClick={() => void copy(contact.email)}>
                    Copy email
                  </Button>
                </>
              ) : null}
              <RecordMenu
                kind={contactKind}
                record={contact}
                name={contactName(contact)}
                more={extras.entries(contact)}
              />
            </div>
            <dl className="kv mt-3.5">
              <dt>Email</dt>
              <dd>
                <EmailCell email={contact.email} status={contact.emailStatus} />
              </dd>
              <dt>Direct phone</dt>
              <dd>
                {contact.directPhone ? (
                  <span className="mono">{formatPhone(contact.directPhone)}</span>
                ) : (
                  <span className="t-3">—</span>
                )}
              </dd>
              <dt>Country</dt>
              <dd>{query.data ? countryOf(query.data.fields) : row?.country ? countryName(row.country) : "—"}</dd>
              <dt>Owner</dt>
              <dd>{contact.ownerName ?? <span className="t-3">Nobody</span>}</dd>
            </dl>
          </div>
          <ArchivedNotice kind={contactKind} record={contact} name={contactName(contact)} />
          <Tabs
            label="Contact"
            value={tab}
            onChange={setTab}
            bodyClassName="drawer-body"
            items={[
              { id: "overview", label: "Overview", content: <Overview kind={contactKind} record={contact} /> },
              { id: "history", label: "History", content: <History kind={contactKind} record={contact} /> },
            ]}
          />
          <ContactExtras state={extras} />
        </>
      )}
    </Drawer>
  );
}

function countryOf(fields: unknown): string {
  const code = typeof fields === "object" && fields !== null && "country" in fields ? fields.country : null;
  return typeof code === "string" ? countryName(code) : "—";
}

async function copy(email: string | null | undefined): Promise<void> {
  await navigator.clipboard.writeText(email ?? "");
  toastDone("Email copied");
}
