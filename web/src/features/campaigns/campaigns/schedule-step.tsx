import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { viewerTimeZone } from "@/lib/format.ts";
import { useAutosave } from "@/lib/use-autosave.ts";
import { EstimateNote } from "./estimate-note.tsx";
import { defineSchedule } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { problemsIn } from "./refused.ts";
import { keptOf, keptSchedule, mistakesIn, noSchedule, type ScheduleDraft, scheduleOf } from "./schedule.ts";
import { ScheduleForm } from "./schedule-form.tsx";
import { refreshCampaign } from "./use-campaign.ts";
import { WizardFrame } from "./wizard-frame.tsx";

/** As the API takes it. */
function inputOf(draft: ScheduleDraft) {
  const kept = keptOf(draft);
  return { ...kept, windows: kept.windows === null ? null : { ...kept.windows, days: [...kept.windows.days] } };
}

/** A moment that is not used is nothing to save; it stays, for whoever changes their mind. */
const keyOf = (draft: ScheduleDraft): string => JSON.stringify({ ...draft, at: draft.start === "at" ? draft.at : "" });

/** Third step: when it starts, in which hours it sends, and how fast. */
export function ScheduleStep({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const saved = useMemo(() => {
    const kept = keptSchedule(campaign);
    return kept === null ? noSchedule(viewerTimeZone()) : scheduleOf(kept);
  }, [campaign]);
  const write = async (draft: ScheduleDraft) => {
    await defineSchedule(campaign.id, inputOf(draft));
    await refreshCampaign(client, campaign.id);
  };
  const state = useAutosave({
    saved,
    write,
    ready: (draft) => Object.keys(mistakesIn(draft)).length === 0,
    key: keyOf,
  });
  /** Why what nobody changed was not kept. */
  const [lone, setLone] = useState<unknown>(null);
  const [missing = null] = Object.values(mistakesIn(state.draft));
  // Whoever goes on without a change means what stands there, which nobody has said yet.
  const save = async () => {
    if (campaign.schedule || state.dirty) return state.save();
    try {
      await write(state.draft);
      return true;
    } catch (error) {
      setLone(error);
      toastFailed(`The schedule was not saved. ${messageOf(error)}`);
      return false;
    }
  };
  return (
    <WizardFrame campaign={campaign} step="schedule" saving={{ ...state, save }} missing={missing}>
      <div className="campaign-column">
        <ScheduleForm
          draft={state.draft}
          refused={problemsIn(state.error ?? lone)}
          onChange={(patch) => {
            setLone(null);
            state.edit((draft) => ({ ...draft, ...patch }));
          }}
        />
        <EstimateNote campaign={campaign} />
      </div>
    </WizardFrame>
  );
}
