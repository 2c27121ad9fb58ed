import { useCatalogue } from "@/records/catalogue.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { SURE } from "./words.ts";

const LIMITS = [95, 90, 80, SURE, 60, 40];

/** What the suggestions are narrowed by. */
export interface Narrowed {
  industry: string | null;
  /** Percent; 0: however sure. */
  confidenceAtLeast: number;
}

/** As the address says it; what it does not know is passed over. */
export function narrowedBy(params: URLSearchParams): Narrowed {
  const sure = Number(params.get("sure"));
  return { industry: params.get("industry"), confidenceAtLeast: LIMITS.includes(sure) ? sure : 0 };
}

/** Which industry, and how sure: what is picked as "all that match" is then these. */
export function SuggestionFilter({
  narrowed: { industry, confidenceAtLeast },
  onChange,
}: {
  narrowed: Narrowed;
  onChange: (name: "industry" | "sure", value: string) => void;
}) {
  const known = useCatalogue("ACCOUNT")?.find(({ key }) => key === "industry")?.options ?? [];
  const industries = industry === null || known.includes(industry) ? known : [industry, ...known];
  return (
    <div className="row flex-wrap px-5 py-2" role="group" aria-label="Show">
      <SelectField
        label="Suggested industry"
        value={industry ?? ""}
        options={[{ value: "", label: "Every industry" }, ...industries.map((one) => ({ value: one, label: one }))]}
        onChange={(value) => onChange("industry", value)}
      />
      <SelectField
        label="At least this sure"
        value={confidenceAtLeast === 0 ? "" : String(confidenceAtLeast)}
        options={[
          { value: "", label: "However sure" },
          ...LIMITS.map((limit) => ({ value: String(limit), label: `${limit} % and more` })),
        ]}
        onChange={(value) => onChange("sure", value)}
      />
    </div>
  );
}
