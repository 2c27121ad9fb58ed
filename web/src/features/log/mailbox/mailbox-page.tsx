import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Mail, Send } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import { usePageActions } from "@/shell/actions.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { sendTestMail } from "./mutations.ts";
import { OpenedMail } from "./opened-mail.tsx";
import { type KeptMail, mailboxQuery } from "./queries.ts";
import "@/features/log/system/system.css";
import "./mailbox.css";

/** Where mail to our own users goes; while no mail server is set up, the mails themselves. */
export default function MailboxPage() {
  const client = useQueryClient();
  const mailbox = useQuery(mailboxQuery);
  const test = useMutation({
    mutationFn: sendTestMail,
    onSuccess: async (address) => {
      toastDone(`A mail to ${address} is on its way`);
      await client.invalidateQueries({ queryKey: mailboxQuery.queryKey });
    },
    onError: (error) => toastFailed(messageOf(error), () => test.mutate()),
  });
  usePageActions([
    { id: "mail-test", label: "Send me a test mail", icon: Send, group: "On this page", run: () => test.mutate() },
  ]);
  return (
    <div className="scroll bg-well">
      <PageHead
        title="Mail"
        actions={
          <Button small icon={Send} busy={test.isPending} onClick={() => test.mutate()}>
            Send me a test mail
          </Button>
        }
      />
      <div className="system">
        {mailbox.isPending ? (
          <PageSkeleton />
        ) : mailbox.isError ? (
          <LoadError what="The mailbox" error={mailbox.error} retry={() => void mailbox.refetch()} />
        ) : mailbox.data.kept ? (
          <>
            <Notice tone="info" title="No mail server is set up: mail is kept here and reaches nobody">
              Set SMTP_HOST and MAIL_FROM to send it. Each mail is kept 14 days. Its links work, so follow only what is
              meant for you; to look at the mail of a campaign counts as an open of whoever it went to.
            </Notice>
            <Kept mails={mailbox.data.mails} />
          </>
        ) : (
          <>
            <Notice tone="success" title={`Mail is sent by ${mailbox.data.via}`}>
              A mail that the server does not take at once is tried again for some hours; what failed for good stands on
              the System page.
            </Notice>
            {mailbox.data.mails.length > 0 && <Kept mails={mailbox.data.mails} />}
          </>
        )}
      </div>
    </div>
  );
}

function Kept({ mails }: { mails: KeptMail[] }) {
  if (mails.length === 0) {
    return (
      <Empty icon={Mail} title="No mail yet">
        Invitations, links for a new password and mails of the account test appear here.
      </Empty>
    );
  }
  return (
    <Card title="Test mailbox" sub={String(mails.length)} flush>
      <div className="mails">
        {mails.map((mail) => (
          <Line key={mail.id} mail={mail} />
        ))}
      </div>
    </Card>
  );
}

/** Who looks at a mail may be counted, so that nothing of it is loaded before it is opened. */
function Line({ mail }: { mail: KeptMail }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="mail" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="med">{mail.subject}</span>
        <span className="t-12 t-3">
          To {mail.toName === "" ? mail.toAddress : `${mail.toName} <${mail.toAddress}>`},{" "}
          <time dateTime={mail.sentAt} title={formatFull(mail.sentAt)}>
            {formatAge(mail.sentAt)}
          </time>
        </span>
      </summary>
      {open && <OpenedMail id={mail.id} subject={mail.subject} />}
    </details>
  );
}
