/** A value of the `JSON` scalar. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A record's fields by catalogue key, as the API sends them. */
export type FieldValues = { [key: string]: Json };

/** Narrows the `fields` scalar of a record; anything else means no fields. */
export function fieldValues(value: Json | undefined): FieldValues {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
