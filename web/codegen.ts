import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types and documents from the committed schema; CI runs this and diffs src/gql. */
const config: CodegenConfig = {
  schema: "../api/schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/gql/**"],
  ignoreNoDocuments: true,
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: {
          UUID: "string",
          DateTime: "string",
          NaiveDate: "string",
          NaiveDateTime: "string",
          JSON: "@/lib/json.ts#Json",
          Upload: "never",
        },
      },
    },
  },
};

export default config;
