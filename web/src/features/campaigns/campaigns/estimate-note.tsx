import { useQuery } from "@tanstack/react-query";
import { Notice } from "@/components/notice.tsx";
import { estimateQuery } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";
import { zonedWords } from "./words.ts";

/** About when it would end, as it is saved. Nothing while nobody can tell: the review says what is missing. */
export function EstimateNote({ campaign }: { campaign: Campaign }) {
  const known = Boolean(campaign.schedule) && Boolean(campaign.content) && campaign.audience.include.length > 0;
  const estimate = useQuery({ ...estimateQuery(campaign.id, null), enabled: known }).data;
  if (!known || estimate === undefined) return null;
  return (
    <Notice tone={estimate.endsAbout ? "info" : "warning"} title="How long it takes">
      {/* On the same clock as the last step says it. */}
      {estimate.endsAbout ? `It ends about ${zonedWords(estimate.endsAbout)}.` : estimate.words}
    </Notice>
  );
}
