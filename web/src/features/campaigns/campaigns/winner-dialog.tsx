import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RadioGroup } from "@/components/radio-group.tsx";
import type { Ledger } from "@/features/email/sending/queries.ts";
import { ActDialog } from "./act-dialog.tsx";
import { chooseWinner } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { testQuery } from "./test-queries.ts";
import { isOver, variantWords } from "./test-words.ts";
import { peopleWords } from "./words.ts";

/** A person's word on a test, with what is known of it now. */
export function WinnerDialog({
  campaign,
  ledger,
  onClose,
}: {
  campaign: Campaign;
  /** Undefined while it is read, or where there is none. */
  ledger: Ledger | null | undefined;
  onClose: () => void;
}) {
  const result = useQuery(testQuery(campaign.id, campaign.state === "RUNNING")).data;
  const [chosen, setChosen] = useState("");
  const variants = result?.variants ?? [];
  const description = [
    result?.words,
    ledger ? `${peopleWords(ledger.pending)} wait.` : undefined,
    "Whoever waits for the end of the test gets the variant you choose. It cannot be taken back.",
  ];
  return (
    <ActDialog
      campaign={campaign}
      title="Choose the winner?"
      description={description.filter((part) => part !== undefined).join(" ")}
      submitLabel={chosen === "" ? "Choose the winner" : `Send ${chosen} to the rest`}
      done={`Variant ${chosen} goes to the rest`}
      act={() => chooseWinner(campaign.id, chosen)}
      blocked={
        result?.winner
          ? `Variant ${result.winner} was chosen already`
          : chosen === ""
            ? "Choose a variant first"
            : undefined
      }
      onClose={onClose}
    >
      <RadioGroup
        label="Variant"
        value={chosen}
        onChange={setChosen}
        options={variants.map((variant) => ({
          value: variant.key,
          label: `Variant ${variant.key}`,
          hint: variantWords(variant),
        }))}
      />
      {result && !result.winner && !(isOver(result) && result.enough) ? (
        <p className="t-12 t-3">
          What is known by now may be chance. Your choice is kept with these figures in the campaign’s history.
        </p>
      ) : null}
    </ActDialog>
  );
}
