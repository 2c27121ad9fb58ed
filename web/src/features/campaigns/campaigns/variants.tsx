import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import {
  changeVariant,
  type ContentDraft,
  type ContentMistakes,
  KEYS,
  shareWords,
  withoutVariant,
  withVariant,
} from "./content.ts";
import type { Campaign } from "./queries.ts";
import { VariantCard } from "./variant-card.tsx";

/** What it says: one wording, or several that are tried against each other. */
export function Variants({
  campaign,
  draft,
  mistakes,
  touched,
  onChange,
  onShow,
}: {
  campaign: Campaign;
  draft: ContentDraft;
  mistakes: ContentMistakes;
  /** Something was chosen: what is missing is said. */
  touched: boolean;
  onChange: (change: (draft: ContentDraft) => ContentDraft) => void;
  /** Brings one into the preview. */
  onShow: (index: number) => void;
}) {
  /** Of templates that were chosen here, by their ids. */
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const nameOf = (id: string) =>
    names.get(id) ??
    campaign.content?.variants.find(({ templateId }) => templateId === id)?.templateName ??
    "A template that is gone";
  const several = draft.variants.length > 1;
  const full = draft.variants.length >= KEYS.length;
  return (
    <>
      {draft.variants.map((variant, index) => (
        <VariantCard
          // A variant is known by its place alone.
          key={index}
          letter={KEYS[index] ?? "?"}
          several={several}
          variant={variant}
          name={nameOf(variant.templateId)}
          errors={{
            template: touched ? mistakes.templates.get(index) : undefined,
            subject: mistakes.subjects.get(index),
            weight: mistakes.weights.get(index),
          }}
          onNamed={(id, name) => setNames(new Map([...names, [id, name]]))}
          onChange={(patch) => {
            onShow(index);
            onChange((now) => changeVariant(now, index, patch));
          }}
          onRemove={() => {
            onShow(0);
            onChange((now) => withoutVariant(now, index));
          }}
        />
      ))}
      <div className="row flex-wrap gap-3">
        <Button
          icon={Plus}
          disabledReason={full ? "There are eight variants, as many as there can be" : undefined}
          onClick={() => {
            onShow(draft.variants.length);
            onChange(withVariant);
          }}
        >
          Add a variant
        </Button>
        {several ? <span className="t-2">{shareWords(draft.variants)}</span> : null}
      </div>
    </>
  );
}
