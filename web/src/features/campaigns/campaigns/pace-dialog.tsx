import { useState } from "react";
import { CheckField } from "@/components/check-field.tsx";
import { TextField } from "@/components/field.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { changePace } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { keptOf, mistakesIn, noSchedule, scheduleOf, WORKING_HOURS } from "./schedule.ts";
import { WindowFields } from "./window-fields.tsx";

/** How fast and in which hours it goes on. */
export function PaceDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const zone = campaign.schedule?.zone ?? "UTC";
  const [draft, setDraft] = useState(() =>
    scheduleOf({
      ...keptOf(noSchedule(zone)),
      perSecond: campaign.pace?.perSecond ?? null,
      windows: campaign.pace?.windows ?? null,
    }),
  );
  const mistakes = mistakesIn(draft);
  const kept = keptOf(draft);
  return (
    <ActDialog
      campaign={campaign}
      title="Change the pace"
      description={`What waits goes out by it from now on. Hours are those of ${campaign.schedule?.inRecipientsZone ? "each recipient" : zone}.`}
      submitLabel="Change the pace"
      done="The pace is changed"
      act={() =>
        changePace(
          campaign.id,
          kept.perSecond,
          kept.windows === null ? null : { ...kept.windows, days: [...kept.windows.days] },
        )
      }
      blocked={mistakes.perSecond ?? mistakes.windows}
      onClose={onClose}
    >
      <TextField
        label="Mails a second, at most"
        inputMode="numeric"
        autoFocus
        hint="Empty: as fast as the account allows."
        value={draft.perSecond}
        error={mistakes.perSecond}
        onChange={(event) => setDraft({ ...draft, perSecond: event.target.value })}
      />
      <CheckField
        label="Only at certain hours"
        checked={draft.windows !== null}
        onChange={(on) => setDraft({ ...draft, windows: on ? WORKING_HOURS : null })}
      />
      {draft.windows === null ? null : (
        <WindowFields
          windows={draft.windows}
          error={mistakes.windows}
          onChange={(windows) => setDraft({ ...draft, windows })}
        />
      )}
    </ActDialog>
  );
}
