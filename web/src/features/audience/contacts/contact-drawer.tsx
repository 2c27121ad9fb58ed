import { useQuery } from "@tanstack/react-query";
import { Copy, Mail } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { IconButton } from "@/components/button.tsx";
import { copyText } from "@/components/copy.ts";
import { Drawer } from "@/components/drawer.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { countryName, formatCount, formatPhone } from "@/lib/format.ts";
import { ArchivedNotice } from "@/records/archived-notice.tsx";
import { ConsentCard } from "@/records/consent-card.tsx";
import { MembershipsCard } from "@/records/memberships/memberships-card.tsx";
import { Verdict } from "@/records/email-verification/verdict.tsx";
import { VerifyEmail } from "@/records/email-verification/verify-email.tsx";
import { PhonePlace } from "@/records/phone-validity/phone-place.tsx";
import { PhoneSays } from "@/records/phone-validity/phone-says.tsx";
import { EmailCell } from "@/records/email-cell.tsx";
import { History } from "@/records/history.tsx";
import { Overview } from "@/records/overview.tsx";
import { RecordMenu } from "@/records/record-menu.tsx";
import { RestrictionNotice } from "@/records/restriction-notice.tsx";
import { useRecordInView } from "@/records/use-record-in-view.ts";
import { useWork } from "@/records/work-tabs.tsx";
import { useNoteOpened } from "@/shell/search/recent.ts";
import { ContactExtras, useContactExtras } from "./contact-extras.tsx";
import { contactKind, contactName } from "@/records/kinds/contact-kind.ts";
import { NewAccount } from "./new-account.tsx";
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
  const name = contact ? contactName(contact) : "";
  const work = useWork(contactKind, contact, name, setTab);
  useRecordInView(contactKind, contact, name, work.acts);
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
            <div className="row mt-3.5 flex-wrap">
              {contact.email ? (
                <>
                  <a className="btn btn-sm" href={`mailto:${contact.email}`}>
                    <Icon as={Mail} />
                    Email
                  </a>
                  <IconButton
                    label="Copy email"
                    icon={Copy}
                    variant="secondary"
                    onClick={() => void copyText(contact.email ?? "", "Email copied")}
                  />
                  {contact.archived ? null : (
                    <VerifyEmail key={contact.id} contactId={contact.id} fields={contact.fields} />
                  )}
                </>
              ) : null}
              {work.buttons}
              <NewAccount contact={contact} />
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
              {contact.email && query.data ? (
                <>
                  <dt>Verified</dt>
                  <dd>
                    <Verdict fields={query.data.fields} />
                  </dd>
                </>
              ) : null}
              <dt>Direct phone</dt>
              <dd>
                {contact.directPhone ? (
                  <span className="row flex-wrap gap-1.5">
                    <span className="mono">{formatPhone(contact.directPhone)}</span>
                    <PhoneSays fields={query.data?.fields} phone="direct_phone" />
                    <PhonePlace fields={query.data?.fields} field="direct_phone_e164" />
                  </span>
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
          <RestrictionNotice kind={contactKind} record={contact} />
          <Tabs
            label="Contact"
            value={tab}
            onChange={setTab}
            bodyClassName="drawer-body"
            items={[
              {
                id: "overview",
                label: "Overview",
                content: (
                  <>
                    <Overview kind={contactKind} record={contact} />
                    <div className="p-4 flex flex-col gap-3">
                      {contact.erased ? null : <MembershipsCard entity="CONTACT" id={contact.id} />}
                      <ConsentCard contactId={contact.id} name={contactName(contact)} />
                    </div>
                  </>
                ),
              },
              ...work.tabs,
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
