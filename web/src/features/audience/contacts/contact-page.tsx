import { useQuery } from "@tanstack/react-query";
import { Copy, Mail } from "lucide-react";
import { Link, useParams } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { formatMoment, sentence } from "@/lib/format.ts";
import { linkedBy } from "@/records/named-value.tsx";
import { Overview } from "@/records/overview.tsx";
import { RecordPage } from "@/records/record-page.tsx";
import { useNoteOpened } from "@/shell/search/recent.ts";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { ContactExtras, useContactExtras } from "./contact-extras.tsx";
import { contactKind, contactName } from "./contact-kind.ts";
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
          email ? (
            <>
              <a className="btn btn-sm" href={`mailto:${email}`}>
                <Icon as={Mail} />
                Email
              </a>
              <Button
                small
                icon={Copy}
                onClick={() => void navigator.clipboard.writeText(email).then(() => toastDone("Email copied"))}
              >
                Copy email
              </Button>
            </>
          ) : undefined
        }
        menu={extras.entries(contact)}
        overview={
          <>
            <Overview kind={contactKind} record={contact} cards />
            <div className="side-facts flex flex-col gap-3">
              <Card title="Status">
                <dl className="kv">
                  <dt>Email status</dt>
                  <dd>{sentence(contact.emailStatus)}</dd>
                  <dt>Phone status</dt>
                  <dd>{sentence(contact.phoneStatus)}</dd>
                  <dt>Time zone</dt>
                  <dd>{contact.timezone ?? <span className="t-3">—</span>}</dd>
                </dl>
              </Card>
              <Card title="Record">
                <dl className="kv">
                  <dt>Owner</dt>
                  <dd>{contact.ownerName ?? <span className="t-3">Nobody</span>}</dd>
                  <dt>Linked by</dt>
                  <dd>{contact.accountLink ? linkedBy(contact.accountLink) : <span className="t-3">—</span>}</dd>
                  <dt>Created</dt>
                  <dd>{formatMoment(contact.createdAt)}</dd>
                  <dt>Updated</dt>
                  <dd>{formatMoment(contact.updatedAt)}</dd>
                </dl>
              </Card>
            </div>
          </>
        }
      />
      <ContactExtras state={extras} />
    </>
  );
}
