import { useQuery } from "@tanstack/react-query";
import { Confirmations } from "./confirmations.tsx";
import { PreflightCard } from "./preflight-card.tsx";
import { preflightQuery } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";
import { SeedTestCard } from "./seed-test-card.tsx";
import { SummaryCard } from "./summary-card.tsx";
import { WizardFrame } from "./wizard-frame.tsx";

/** Fourth step: what keeps it from being launched, what somebody vouches for, and a test to colleagues. */
export function ReviewStep({ campaign }: { campaign: Campaign }) {
  const preflight = useQuery(preflightQuery(campaign.id));
  return (
    <WizardFrame campaign={campaign} step="review" saving={null}>
      <div className="campaign-column">
        <PreflightCard campaign={campaign} query={preflight} />
        <SeedTestCard campaign={campaign} />
        <Confirmations campaign={campaign} />
        <SummaryCard campaign={campaign} />
      </div>
    </WizardFrame>
  );
}
