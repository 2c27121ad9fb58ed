import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { suggestionQuery } from "./queries.ts";
import { useDecide } from "./use-decide.ts";
import { becauseWords, byWords } from "./words.ts";

/** On the account's page, while a suggested industry waits for somebody. */
export function SuggestionNotice({ accountId, archived }: { accountId: string; archived: boolean }) {
  const { data } = useQuery(suggestionQuery(accountId));
  const mayDecide = useMay("ACCOUNTS_EDIT");
  const { accept, reject, busy } = useDecide();
  if (archived || data === undefined || data === null || data.decision !== "PENDING") return null;
  const codes = [data.naics && `NAICS ${data.naics.code}`, data.sic && `SIC ${data.sic.code}`]
    .filter(Boolean)
    .join(", ");
  return (
    <div className="record-notice">
      <Notice
        tone="info"
        title={`Suggested industry: ${data.industry}, ${data.confidence} %`}
        action={
          mayDecide ? (
            <span className="row gap-1">
              <Button small variant="primary" busy={busy} onClick={() => accept(data)}>
                Accept
              </Button>
              <Button small busy={busy} onClick={() => reject(data)}>
                Reject
              </Button>
            </span>
          ) : undefined
        }
      >
        {[becauseWords(data.because), codes, `${byWords(data.suggestedBy)}.`].filter(Boolean).join(". ")}
      </Notice>
    </div>
  );
}
