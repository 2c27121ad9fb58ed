import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Card } from "@/components/card.tsx";
import { CheckField } from "@/components/check-field.tsx";
import { toastFailed } from "@/components/toast.tsx";
import type { CampaignConfirmationCode } from "@/gql/graphql.ts";
import { messageOf } from "@/lib/api-error.ts";
import { confirmCampaign } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { refreshCampaign } from "./use-campaign.ts";

/** What somebody vouches for by name. Void as soon as audience or content change. */
export function Confirmations({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: (codes: CampaignConfirmationCode[]) => confirmCampaign(campaign.id, codes),
    onSettled: () => refreshCampaign(client, campaign.id),
    onError: (error) => toastFailed(`Not noted. ${messageOf(error)}`),
  });
  // As it was pressed, until the server says how it is.
  const asked = confirm.isPending ? confirm.variables : null;
  const isOn = (code: CampaignConfirmationCode, confirmed: boolean) => asked?.includes(code) ?? confirmed;
  const turn = (code: CampaignConfirmationCode, on: boolean) => {
    const held = campaign.confirmations
      .filter((one) => isOn(one.code, one.confirmed) && one.code !== code)
      .map((one) => one.code);
    confirm.mutate(on ? [...held, code] : held);
  };
  return (
    <Card title="You vouch for" sub="with your name, in its history">
      <div className="flex flex-col gap-2">
        {campaign.confirmations.map(({ code, wording, confirmed, byName }) => (
          <CheckField
            key={code}
            data-testid={`confirm-${code}`}
            label={wording}
            hint={confirmed && byName ? `Confirmed by ${byName}` : undefined}
            checked={isOn(code, confirmed)}
            onChange={(on) => turn(code, on)}
          />
        ))}
      </div>
    </Card>
  );
}
