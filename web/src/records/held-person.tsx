import { useQueries } from "@tanstack/react-query";
import { Link } from "react-router";
import { Notice } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { legalHoldsOfQuery } from "@/features/suppression/legal-holds/queries.ts";
import { standingWords } from "@/features/suppression/legal-holds/words.ts";

/** That an erasure of who these contacts are would be refused, and for which case: said before somebody tries. */
export function HeldPerson({ contactIds }: { contactIds: readonly string[] }) {
  const may = useMay("RETENTION_VIEW");
  const holds = useQueries({
    queries: contactIds.map((id) => ({ ...legalHoldsOfQuery("CONTACT", id), enabled: may })),
  });
  // One hold may stand over several of them, as one over their account does.
  const standing = new Map(
    holds
      .flatMap(({ data = [] }) => data)
      .filter((hold) => hold.standing)
      .map((hold) => [hold.id, hold]),
  );
  if (standing.size === 0) return null;
  return (
    <div className="mb-3" data-testid="legal-hold">
      <Notice
        tone="warning"
        title={`Legal hold: ${standingWords([...standing.values()])}`}
        action={
          <Link className="btn btn-sm" to="/compliance/legal-holds">
            Legal holds
          </Link>
        }
      >
        Nothing of this person is erased while it stands. An administrator can lift it.
      </Notice>
    </div>
  );
}
