import type { ReactNode } from "react";
import { Link } from "react-router";
import { Card } from "@/components/card.tsx";
import { KEYS } from "./content.ts";
import type { Campaign } from "./queries.ts";
import { keptSchedule, paceWords, startWords } from "./schedule.ts";
import { type Step, STEP_LABELS, stepPath } from "./words.ts";

/** What was chosen, part by part; of a draft with the way to each. */
export function SummaryCard({ campaign, title = "What you chose" }: { campaign: Campaign; title?: string }) {
  const { content } = campaign;
  const schedule = keptSchedule(campaign);
  const editable = typeof campaign.may.edit !== "string";
  const part = (step: Step, words: ReactNode) => (
    <>
      <dt>{STEP_LABELS[step]}</dt>
      <dd>
        {words}{" "}
        {editable ? (
          <Link
            className="link t-12"
            to={stepPath(campaign, step)}
            aria-label={`Change: ${STEP_LABELS[step].toLowerCase()}`}
          >
            Change
          </Link>
        ) : null}
      </dd>
    </>
  );
  return (
    <Card title={title}>
      <dl className="campaign-facts">
        {part("audience", campaign.audience.include.length === 0 ? "Nobody yet." : campaign.audience.sentence)}
        {part(
          "content",
          content
            ? `From ${content.senderName ?? "a sender that is gone"}: ${content.variants
                .map(({ templateName, version, subject }, index) =>
                  [
                    content.variants.length > 1 ? `${KEYS[index] ?? "?"}: ` : "",
                    templateName ?? "a template that is gone",
                    `, version ${version}`,
                    subject ? `, “${subject}”` : "",
                  ].join(""),
                )
                .join("; ")}.`
            : "Nothing yet.",
        )}
        {part("schedule", schedule === null ? "Not said yet." : `${startWords(schedule)}. ${paceWords(schedule)}.`)}
        <dt>Brand</dt>
        <dd>{campaign.brandName ?? "A brand that is gone"}</dd>
        {campaign.clientName ? (
          <>
            <dt>For</dt>
            <dd>{campaign.clientName}</dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}
