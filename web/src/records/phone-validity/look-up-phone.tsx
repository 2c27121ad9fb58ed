import { PhoneCall } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { useLookup } from "@/features/audience/phone-validity/use-lookup.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { isAtWork } from "@/records/contact-runs/run.ts";
import { LookUpDialog } from "./look-up-dialog.tsx";

/** By the phones of one record. The record itself says what was found out when it has ended. */
export function LookUpPhone({ entity, id }: { entity: Entity; id: string }) {
  const may = useMay("PHONES_LOOK_UP");
  const [run, setRun] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { query } = useLookup(run);
  if (!may) return null;
  const one = query.data;
  const works = run !== null && (one === null || one === undefined || isAtWork(one));
  const ended = works || one === null || one === undefined ? null : one;
  const said =
    ended === null ? "" : ended.state === "FAILED" ? (ended.error ?? "It could not be looked up.") : "Looked up";
  return (
    <>
      <Button small icon={PhoneCall} busy={works} onClick={() => setAsking(true)}>
        Look up phone
      </Button>
      <span className={ended?.state === "FAILED" ? "t-12 danger" : "sr"} role="status">
        {said}
      </span>
      {asking ? (
        <LookUpDialog
          what={{ entity, audience: { ids: [id] }, count: 1 }}
          onClose={() => setAsking(false)}
          onStarted={(started) => {
            setAsking(false);
            setRun(started);
          }}
        />
      ) : null}
    </>
  );
}
