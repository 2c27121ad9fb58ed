import { Copy } from "lucide-react";
import { Status } from "@/components/badge.tsx";
import { IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { copyText } from "@/components/copy.ts";
import type { SenderCheck } from "./queries.ts";
import { verdictOf } from "./words.ts";

/** What each question came to, and the exact record to publish. */
export function Checks({ checks }: { checks: readonly SenderCheck[] }) {
  return (
    <>
      {checks.map((check) => {
        const { tone, label } = verdictOf(check.verdict);
        return (
          <Card key={check.subject} title={check.title} aside={<Status tone={tone}>{label}</Status>}>
            <div className="flex flex-col gap-3">
              <p>{check.words}</p>
              {check.found ? (
                <div>
                  <p className="t-12 t-3">Found</p>
                  <p className="mono wrap-anywhere">{check.found}</p>
                </div>
              ) : null}
              {check.publish ? (
                <dl aria-label={`Record to publish for ${check.title}`} className="flex flex-col gap-2">
                  <Part of={check.title} what="Type" text={check.publish.kind} />
                  <Part of={check.title} what="Name" text={check.publish.name} />
                  <Part of={check.title} what="Value" text={check.publish.value} />
                </dl>
              ) : null}
            </div>
          </Card>
        );
      })}
    </>
  );
}

/** One part of a record, as it is entered at whoever runs the domain. */
function Part({ of, what, text }: { of: string; what: string; text: string }) {
  return (
    <div className="row gap-3">
      <dt className="t-12 t-3 w-12 flex-none">{what}</dt>
      <dd className="mono grow min-w-0 wrap-anywhere">{text}</dd>
      <IconButton
        label={`Copy the ${what.toLowerCase()} for ${of}`}
        icon={Copy}
        onClick={() => void copyText(text, `${what} copied`)}
      />
    </div>
  );
}
