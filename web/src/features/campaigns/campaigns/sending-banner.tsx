import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { OctagonX, Play } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatMoment } from "@/lib/format.ts";
import { usePageActions } from "@/shell/actions.ts";
import { StopSendingDialog } from "./stop-sending-dialog.tsx";
import { allowSending, refreshSwitch, type SendingSwitch, switchQuery, watchSwitch } from "./switch-queries.ts";
import "./sending-banner.css";

/** Over every page while all sending is stopped; and, in the palette, the way to stop it from wherever one is. */
export default function SendingBanner() {
  const client = useQueryClient();
  const mayStop = useMay("CAMPAIGNS_LAUNCH");
  const mayAllow = useMay("SETTINGS_MANAGE");
  const [asking, setAsking] = useState(false);
  const now = useQuery(switchQuery).data;
  useEffect(
    () => watchSwitch((changed) => client.setQueryData<SendingSwitch>(switchQuery.queryKey, changed)),
    [client],
  );
  const allow = useMutation({
    mutationFn: allowSending,
    onSuccess: async () => {
      toastDone("Sending is allowed again: whatever ran goes on");
      await refreshSwitch(client);
    },
    onError: (error) => toastFailed(messageOf(error), () => allow.mutate()),
  });
  const stopped = now?.stopped === true ? now : null;
  usePageActions([
    ...(mayStop && now !== undefined && stopped === null
      ? [
          {
            id: "sending-stop",
            label: "Stop all sending",
            icon: OctagonX,
            group: "Campaigns",
            everywhere: true,
            run: () => setAsking(true),
          },
        ]
      : []),
    ...(mayAllow && stopped !== null
      ? [
          {
            id: "sending-allow",
            label: "Allow sending again",
            icon: Play,
            group: "Campaigns",
            everywhere: true,
            run: () => allow.mutate(),
          },
        ]
      : []),
  ]);
  return (
    <>
      {/* Always there, so that its text is announced when it comes. */}
      <div
        role="status"
        aria-label="Sending"
        className={stopped === null ? "" : "sending-stopped"}
        data-testid="sending-stopped"
      >
        {stopped === null ? null : (
          <>
            <Icon as={OctagonX} />
            <p className="grow min-w-0">
              <b className="med">All sending is stopped.</b> <span className="wrap-anywhere">{saidOf(stopped)}</span>
            </p>
            {mayAllow ? (
              <Button small busy={allow.isPending} onClick={() => allow.mutate()}>
                Allow sending again
              </Button>
            ) : null}
          </>
        )}
      </div>
      {asking ? <StopSendingDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** "Since 23 Nov 10:32 by Ada: wrong price in the mail." */
function saidOf({ since, byName, reason }: SendingSwitch): string {
  const who = [since ? `Since ${formatMoment(since)}` : "", byName ? `by ${byName}` : ""].filter(Boolean).join(" ");
  return [who, reason ?? ""].filter(Boolean).join(": ");
}
