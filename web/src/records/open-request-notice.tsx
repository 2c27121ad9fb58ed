import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Notice } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { openRequestsOfQuery } from "@/features/suppression/requests/queries.ts";
import { openWords } from "@/features/suppression/requests/words.ts";

/** On a contact's page, for who handles requests: that the person asked for something and waits for the answer. */
export function OpenRequestNotice({ contactId }: { contactId: string }) {
  return useMay("PRIVACY_REQUESTS") ? <Shown contactId={contactId} /> : null;
}

function Shown({ contactId }: { contactId: string }) {
  const { data = [] } = useQuery(openRequestsOfQuery(contactId));
  const [first] = data;
  if (first === undefined) return null;
  return (
    <div className="record-notice" data-testid="open-request">
      <Notice
        tone={data.some(({ urgency }) => urgency === "OVERDUE") ? "danger" : "warning"}
        title={openWords(data)}
        action={
          <Link className="btn btn-sm" to={`/compliance/requests/${first.id}`}>
            {data.length === 1 ? "Open the request" : "Open the first"}
          </Link>
        }
      />
    </div>
  );
}
