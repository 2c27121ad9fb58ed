import { useQuery, useQueryClient } from "@tanstack/react-query";
import { PhoneCall } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { lookupOfImportQuery } from "@/features/audience/phone-validity/queries.ts";
import { useLookup } from "@/features/audience/phone-validity/use-lookup.ts";
import { cameTo, partsOf } from "@/features/audience/phone-validity/words.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { isAtWork } from "@/records/contact-runs/run.ts";
import { RunOfImport } from "@/records/contact-runs/run-of-import.tsx";
import { LookUpDialog } from "./look-up-dialog.tsx";

interface OfImport {
  importId: string;
  /** Of what its rows are. */
  entity: Entity;
}

/** On an import's result: what carriers say of the phones it brought, or the way to find out. */
export function LookUpImport(props: OfImport) {
  return useMay("PHONES_LOOK_UP") ? <Shown {...props} /> : null;
}

function Shown({ importId, entity }: OfImport) {
  const all = { importId, archived: false };
  const client = useQueryClient();
  const last = useQuery(lookupOfImportQuery(importId));
  const { query } = useLookup(last.data?.id ?? null);
  const [asking, setAsking] = useState(false);
  const one = query.data ?? last.data;
  return (
    <Card title="Phones">
      {one === null || one === undefined ? (
        <p className="t-2 mb-3">Find out who carries the phones of this import, and which are mobile.</p>
      ) : (
        <RunOfImport
          one={one}
          path="/contacts/phone-lookups"
          atWork="Being looked up"
          cameTo={cameTo(one)}
          ended="Looked up"
          parts={partsOf(one.counts)}
        />
      )}
      {one !== null && one !== undefined && isAtWork(one) ? null : (
        <Button small icon={PhoneCall} busy={last.isPending} onClick={() => setAsking(true)}>
          {one ? "Look up again" : "Look up these phones"}
        </Button>
      )}
      {asking ? (
        <LookUpDialog
          what={{ entity, audience: entity === "ACCOUNT" ? { accounts: all } : { filter: all }, count: null }}
          onClose={() => setAsking(false)}
          onStarted={() => {
            setAsking(false);
            void client.invalidateQueries({ queryKey: ["phone-lookups", "import", importId] });
          }}
        />
      ) : null}
    </Card>
  );
}
