import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { HeldPerson } from "@/records/held-person.tsx";
import { type PrivacyRequest, requestFoundQuery } from "./queries.ts";
import { holdingWords } from "./words.ts";

/** Where the person is held right now: looked at before anything is done. */
export function PersonCard({ request }: { request: PrivacyRequest }) {
  const found = useQuery({ ...requestFoundQuery(request.id), enabled: !request.forgotten });
  if (request.settledAt) {
    const held = request.holdings ? holdingWords(request.holdings) : null;
    return (
      <Card title={request.kind === "ERASURE" ? "What was erased" : "What was held"}>
        <p>{request.state === "REFUSED" ? "It was refused: nothing was done." : (held ?? "Nothing was held.")}</p>
      </Card>
    );
  }
  return (
    <Card title="The person">
      {request.forgotten ? (
        <p>The person was erased meanwhile: nothing can be found any more. Refuse the request with that reason.</p>
      ) : found.isPending ? (
        <p className="t-2" aria-busy="true">
          Looking in every place…
        </p>
      ) : found.isError ? (
        <LoadError what="What is held" error={found.error} retry={() => void found.refetch()} />
      ) : found.data === null ? null : (
        <>
          {request.kind === "ERASURE" ? <HeldPerson contactIds={found.data.contacts.map(({ id }) => id)} /> : null}
          <p data-testid="found">{holdingWords(found.data.holdings) ?? "Nothing is held about them."}</p>
          {found.data.contacts.length === 0 ? null : (
            <ul aria-label="Contacts">
              {found.data.contacts.map((contact) => (
                <li key={contact.id}>
                  <Link className="link" to={`/contacts/${contact.id}`}>
                    {contact.label}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}
