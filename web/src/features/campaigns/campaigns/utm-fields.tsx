import { CheckField } from "@/components/check-field.tsx";
import { TextField } from "@/components/field.tsx";
import { firstUtm, UTM, type UtmDraft } from "./content.ts";

const LABELS: Record<(typeof UTM)[number], string> = {
  source: "Source",
  medium: "Medium",
  campaign: "Campaign",
  term: "Term",
  content: "Content",
};

/** Tags at the end of links, for the statistics of a web site. */
export function UtmFields({
  name,
  utm,
  error,
  onChange,
}: {
  /** Of the campaign. */
  name: string;
  utm: UtmDraft | null;
  error: string | undefined;
  onChange: (utm: UtmDraft | null) => void;
}) {
  return (
    <>
      <CheckField
        label="Tag links for web statistics (UTM)"
        hint="Links that say it themselves keep what they say."
        checked={utm !== null}
        onChange={(on) => onChange(on ? firstUtm(name) : null)}
      />
      {utm === null ? null : (
        <fieldset className="campaign-pair border-0 p-0 m-0">
          <legend className="sr">UTM tags</legend>
          {UTM.map((tag) => (
            <TextField
              key={tag}
              label={LABELS[tag]}
              mono
              value={utm[tag]}
              error={error !== undefined && tag === "source" ? error : undefined}
              onChange={(event) => onChange({ ...utm, [tag]: event.target.value })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
