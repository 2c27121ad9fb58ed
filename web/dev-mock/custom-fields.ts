/** Custom fields of the mock: added to the catalogue, as the mapping of an import makes them. */
import { ACCOUNT_FIELDS, CONTACT_FIELDS } from "./catalogue.ts";

interface DefineInput {
  entity: "CONTACT" | "ACCOUNT";
  label: string;
  type: string;
  options: string[];
}

const refused = (code: string, message: string) => ({
  customField: null,
  position: null,
  userErrors: [{ code, field: "label", message }],
});

export const customFieldResolvers = {
  customFieldDefine: ({ input }: { input: DefineInput }) => {
    const label = input.label.trim();
    const fields = input.entity === "CONTACT" ? CONTACT_FIELDS : ACCOUNT_FIELDS;
    if (label === "") return refused("CUSTOM_FIELD_LABEL_EMPTY", "The field has no name. Enter one.");
    if (fields.some((field) => field.label.toLowerCase() === label.toLowerCase())) {
      return refused(
        "CUSTOM_FIELD_LABEL_TAKEN",
        `Another field is called "${label}". Choose a name that tells them apart.`,
      );
    }
    const key = `custom.${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}`;
    const kind = input.type.toLowerCase().replaceAll("_", "");
    fields.push({ key, label, group: "Custom", kind, options: input.options });
    return { customField: { key, label }, position: 1, userErrors: [] };
  },
};
