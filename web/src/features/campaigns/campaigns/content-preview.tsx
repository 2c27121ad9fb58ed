import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Card } from "@/components/card.tsx";
import { Preview } from "@/records/email-preview/preview.tsx";
import { contentPreviewQuery } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";

/** Each variant as it was saved: what is shown is what is sent. */
export function ContentPreview({
  campaign,
  shown,
  onShow,
  unsaved,
}: {
  campaign: Campaign;
  /** Which of them. */
  shown: number;
  onShow: (index: number) => void;
  /** Something newer is on its way, or is not whole yet. */
  unsaved: boolean;
}) {
  const variants = campaign.content?.variants ?? [];
  const variant = variants[shown] ?? variants[0];
  const [contactId, setContactId] = useState<string | null>(null);
  const query = useQuery({
    ...contentPreviewQuery(campaign.id, campaign.content?.digest ?? "", variant?.key ?? "A", contactId),
    enabled: variant !== undefined,
  });
  if (variant === undefined) {
    return (
      <Card title="Preview">
        <p className="t-2">Choose a sender and a template. What recipients get stands here then.</p>
      </Card>
    );
  }
  return (
    <>
      {variants.length < 2 ? null : (
        <div className="seg self-start" role="group" aria-label="Variant to show">
          {variants.map(({ key }, index) => (
            <button
              key={key}
              type="button"
              aria-pressed={key === variant.key}
              className={key === variant.key ? "on" : ""}
              onClick={() => onShow(index)}
            >
              {key}
            </button>
          ))}
        </div>
      )}
      {unsaved ? <p className="t-12 t-3">As it was saved last.</p> : null}
      <Preview
        preview={query.data}
        error={query.error}
        retry={() => void query.refetch()}
        contactId={contactId}
        onContact={setContactId}
        unshown="Open the template and see its checks."
      />
    </>
  );
}
