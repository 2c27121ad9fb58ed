import { useQuery } from "@tanstack/react-query";
import { Copy, Mail } from "lucide-react";
import { Link, useParams } from "react-router";
import { copyText } from "@/components/copy.ts";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { ConsentCard } from "@/records/consent-card.tsx";
import { LegalHoldNotice } from "@/records/legal-hold-notice.tsx";
import { OpenRequestNotice } from "@/records/open-request-notice.tsx";
import { SuppressionNotice } from "@/records/suppression-notice.tsx";
import { Lately } from "@/records/lately.tsx";
import { MembershipsCard } from "@/records/memberships/memberships-card.tsx";
import { Verdict } from "@/records/email-verification/verdict.tsx";
import { VerifyEmail } from "@/records/email-verification/verify-email.tsx";
import { LookUpPhone } from "@/records/phone-validity/look-up-phone.tsx";
import { PhonePlace } from "@/records/phone-validity/phone-place.tsx";
import { PhoneSays } from "@/records/phone-validity/phone-says.tsx";
import { Overview } from "@/records/overview.tsx";
import { RecordPage } from "@/records/record-page.tsx";
import { useNoteOpened } from "@/shell/search/recent.ts";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { ContactExtras, useContactExtras } from "./contact-extras.tsx";
import { contactKind, contactName } from "@/records/kinds/contact-kind.ts";
import { NewAccount } from "./new-account.tsx";
import { contactQuery } from "./queries.ts";

export default function ContactPage() {
  const { id = "" } = useParams();
  const query = useQuery(contactQuery(id));
  const extras = useContactExtras();
  useNoteOpened("CONTACT", query.data?.id);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This contact" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const contact = query.data;
  if (contact === null) return <NotFound what="contact" />;
  const { email } = contact;
  return (
    <>
      <RecordPage
        kind={contactKind}
        record={contact}
        name={contactName(contact)}
        notice={
          <>
            <OpenRequestNotice contactId={contact.id} />
            {contact.erased ? null : <LegalHoldNotice entity="CONTACT" id={contact.id} name={contactName(contact)} />}
            <SuppressionNotice entity="CONTACT" id={contact.id} keys={email ?? contact.mobilePhone ?? ""} />
            {email ? (
              <div className="row gap-2 record-notice">
                <span className="t-12 t-2">Email</span>
                <Verdict fields={contact.fields} />
              </div>
            ) : null}
            {(["direct_phone", "mobile_phone"] as const).map((phone) =>
              (phone === "direct_phone" ? contact.directPhone : contact.mobilePhone) ? (
                <div key={phone} className="row flex-wrap gap-2 record-notice">
                  <span className="t-12 t-2">{phone === "direct_phone" ? "Direct phone" : "Mobile phone"}</span>
                  <PhoneSays fields={contact.fields} phone={phone} />
                  <PhonePlace
                    fields={contact.fields}
                    field={phone === "direct_phone" ? "direct_phone_e164" : "mobile_phone"}
                  />
                </div>
              ) : null,
            )}
          </>
        }
        detail={
          <>
            {contact.jobTitle}
            {contact.jobTitle && contact.accountName ? " at " : ""}
            {contact.accountId ? (
              <Link className="link" to={`/accounts/${contact.accountId}`}>
                {contact.accountName}
              </Link>
            ) : null}
          </>
        }
        actions={
          <>
            {email ? (
              <>
                <a className="btn btn-sm" href={`mailto:${email}`}>
                  <Icon as={Mail} />
                  Email
                </a>
                <Button small icon={Copy} onClick={() => void copyText(email, "Email copied")}>
                  Copy email
                </Button>
                {contact.archived ? null : (
                  <VerifyEmail key={contact.id} contactId={contact.id} fields={contact.fields} />
                )}
              </>
            ) : null}
            {contact.archived || !(contact.directPhone ?? contact.mobilePhone) ? null : (
              <LookUpPhone key={contact.id} entity="CONTACT" id={contact.id} />
            )}
            <NewAccount contact={contact} />
          </>
        }
        menu={extras.entries(contact)}
        overview={
          <>
            <Overview kind={contactKind} record={contact} cards />
            {contact.erased ? null : (
              <div className="side-facts flex flex-col gap-3">
                <Lately kind={contactKind} record={contact} />
                <MembershipsCard entity="CONTACT" id={contact.id} />
                <ConsentCard contactId={contact.id} name={contactName(contact)} />
              </div>
            )}
          </>
        }
      />
      <ContactExtras state={extras} />
    </>
  );
}
