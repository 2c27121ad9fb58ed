/** What people say about a template beside its content: its name, its brand, its tags. */
import { TextField } from "@/components/field.tsx";
import { RefusedError } from "@/lib/api-error.ts";
import type { Template } from "./queries.ts";
import { tagsOf } from "./words.ts";

export interface DetailValues {
  name: string;
  brand: string;
  tags: string;
}

export const NO_DETAILS: DetailValues = { name: "", brand: "", tags: "" };

export const detailsOf = ({ name, brand, tags }: Template): DetailValues => ({
  name,
  brand: brand ?? "",
  tags: tags.join(", "),
});

/** As the API takes them. */
export const detailsInput = ({ name, brand, tags }: DetailValues) => ({
  name: name.trim(),
  brand: brand.trim() === "" ? null : brand.trim(),
  tags: tagsOf(tags),
});

const SHOWN = ["name", "brand", "tags"];

/** What was refused, for the form as a whole; null where its fields say it themselves. */
export function refusedWhole(error: unknown): unknown {
  if (!(error instanceof RefusedError)) return error;
  return error.userErrors.every(({ field }) => field && SHOWN.includes(field)) ? null : error;
}

export function DetailFields({
  values,
  onChange,
  error,
  missing,
}: {
  values: DetailValues;
  onChange: (values: DetailValues) => void;
  /** What the last attempt ended with. */
  error: unknown;
  /** It was tried without a name. */
  missing: boolean;
}) {
  const refused = error instanceof RefusedError ? error.userErrors : [];
  const said = (name: string) => refused.find(({ field }) => field === name)?.message;
  return (
    <>
      <TextField
        label="Name"
        required
        autoFocus
        value={values.name}
        maxLength={200}
        onChange={(event) => onChange({ ...values, name: event.target.value })}
        hint="Only for us: recipients never see it."
        error={
          missing && values.name.trim() === "" ? "A template needs a name by which it is found again." : said("name")
        }
      />
      <TextField
        label="Brand"
        value={values.brand}
        maxLength={60}
        onChange={(event) => onChange({ ...values, brand: event.target.value })}
        hint="In whose name it speaks."
        error={said("brand")}
      />
      <TextField
        label="Tags"
        value={values.tags}
        onChange={(event) => onChange({ ...values, tags: event.target.value })}
        hint="Parted by commas."
        error={said("tags")}
      />
    </>
  );
}
