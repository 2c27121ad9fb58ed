/** The parts of a segment that people write: its name, its words, its tags, who sees it. */
import { TextAreaField, TextField } from "@/components/field.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import { type Shared, sharingInput, sharingOf, useSharingOptions } from "@/records/sharing.ts";
import type { Segment } from "./queries.ts";
import { tagsOf } from "./words.ts";

export interface SegmentValues {
  name: string;
  description: string;
  tags: string;
  /** As `sharingOf` says it. */
  sharing: string;
}

export const EMPTY: SegmentValues = { name: "", description: "", tags: "", sharing: "PRIVATE" };

export function valuesOf(segment: Segment): SegmentValues {
  const { name, description, tags } = segment;
  return { name, description, tags: tags.join(", "), sharing: sharingOf(segment) };
}

/** As the API takes them. */
export function inputOf({ name, description, tags, sharing }: SegmentValues) {
  return { name: name.trim(), description: description.trim(), tags: tagsOf(tags), ...sharingInput(sharing) };
}

const SHOWN = ["name", "description", "tags", "sharing", "teamId"];

/** What was refused, for the form as a whole; null where its fields say it themselves. */
export function refusedWhole(error: unknown): unknown {
  if (!(error instanceof RefusedError)) return error;
  return error.userErrors.every(({ field }) => field && SHOWN.includes(field)) ? null : error;
}

export function SegmentFields({
  values,
  onChange,
  shared,
  mayShare = true,
  nouns,
  error,
  missing,
}: {
  values: SegmentValues;
  onChange: (values: SegmentValues) => void;
  /** The segment as it is shared now; null for a new one. */
  shared: Shared | null;
  /** Whether it is theirs to say who sees it. */
  mayShare?: boolean;
  nouns: string;
  /** What the last attempt ended with. */
  error: unknown;
  /** It was tried without a name. */
  missing: boolean;
}) {
  const options = useSharingOptions(shared, `segments of ${nouns}`, "segments");
  const refused = error instanceof RefusedError ? error.userErrors : [];
  const said = (...fields: string[]) => refused.find(({ field }) => field && fields.includes(field))?.message;
  return (
    <>
      <TextField
        label="Name"
        required
        autoFocus
        value={values.name}
        maxLength={200}
        onChange={(event) => onChange({ ...values, name: event.target.value })}
        error={
          missing && values.name.trim() === "" ? "A segment needs a name by which it is found again." : said("name")
        }
      />
      <TextAreaField
        label="Description"
        hint="What it is for."
        rows={2}
        value={values.description}
        onChange={(event) => onChange({ ...values, description: event.target.value })}
        error={said("description")}
      />
      <TextField
        label="Tags"
        hint="Parted by commas."
        value={values.tags}
        onChange={(event) => onChange({ ...values, tags: event.target.value })}
        error={said("tags")}
      />
      {mayShare ? (
        <RadioGroup
          label="Who sees it"
          value={values.sharing}
          onChange={(sharing) => onChange({ ...values, sharing })}
          options={options}
          error={said("sharing", "teamId")}
        />
      ) : (
        <p className="t-2">Who sees it is for {shared?.ownerName ?? "its owner"} to say.</p>
      )}
    </>
  );
}
