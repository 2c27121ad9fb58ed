import { useState } from "react";
import { SelectField } from "@/records/timeline-select.tsx";

/** One tag of those that were seen here; they stay on offer while another one narrows the list. */
export function TagFilter({
  tag,
  known,
  onChange,
}: {
  tag: string | null;
  /** Those of the rows shown. */
  known: readonly string[];
  onChange: (tag: string | null) => void;
}) {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const all = [...new Set([...seen, ...known, ...(tag === null ? [] : [tag])])];
  if (all.length > seen.length) setSeen(all);
  if (all.length === 0) return null;
  const options = all.toSorted((one, other) => one.localeCompare(other)).map((one) => ({ value: one, label: one }));
  return (
    <SelectField
      label="Tag"
      value={tag ?? ""}
      options={[{ value: "", label: "Any tag" }, ...options]}
      onChange={(value) => onChange(value === "" ? null : value)}
    />
  );
}
