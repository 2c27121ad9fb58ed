import { useState } from "react";
import type { Json } from "@/lib/json.ts";
import { Checkbox } from "../checkbox.tsx";
import { campaignsOf } from "./engagement.ts";
import { ChoiceEditor } from "./value-choice.tsx";
import { useFilterSetup } from "./setup.ts";

/** In which campaigns it is asked to have happened. Nothing for whoever sees none. */
export function EngagementCampaigns({
  value,
  onChange,
  onDone,
}: {
  value: Json | undefined;
  /** Undefined: in any, or in none. */
  onChange: (value: string[] | undefined) => void;
  onDone: () => void;
}) {
  const { fieldOf } = useFilterSetup();
  const chosen = campaignsOf(value);
  const [picking, setPicking] = useState(chosen.length > 0);
  const field = fieldOf("campaigns");
  if (field === undefined) return null;
  return (
    <>
      <span className="option">
        <Checkbox
          label="Only in some campaigns"
          checked={picking}
          onChange={(on) => {
            setPicking(on);
            if (!on) onChange(undefined);
          }}
        />
        <span aria-hidden>Only in some campaigns</span>
      </span>
      {picking ? (
        <ChoiceEditor
          multiple
          field={field}
          op="any_of"
          label="In these campaigns"
          value={chosen}
          onChange={(next) => onChange(next === undefined ? undefined : campaignsOf(next))}
          onDone={onDone}
        />
      ) : null}
    </>
  );
}
