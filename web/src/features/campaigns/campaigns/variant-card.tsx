import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Link } from "react-router";
import { IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { templatePage, TEMPLATES, versionsQuery } from "@/features/email/templates/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { type Named, NamedPicker } from "@/records/campaigns/named-picker.tsx";
import type { VariantDraft } from "./content.ts";

const FOUND = 20;

interface Offered extends Named {
  approvedVersion: number | null;
}

/** One wording: a version of a template that somebody approved, and a subject of its own if wished. */
export function VariantCard({
  letter,
  several,
  variant,
  name,
  errors,
  onNamed,
  onChange,
  onRemove,
}: {
  letter: string;
  /** There are others. */
  several: boolean;
  variant: VariantDraft;
  /** What its template is called. */
  name: string;
  errors: { template: string | undefined; subject: string | undefined; weight: string | undefined };
  /** A template was chosen by its name, which need not be looked up again. */
  onNamed: (id: string, name: string) => void;
  onChange: (patch: Partial<VariantDraft>) => void;
  onRemove: () => void;
}) {
  const { templateId, version } = variant;
  const seesTemplates = useMay("TEMPLATES_VIEW");
  const versions = useQuery({ ...versionsQuery(templateId), enabled: templateId !== "" && seesTemplates });
  const approved = (versions.data ?? []).filter(({ standing }) => standing === "APPROVED").map(({ number }) => number);
  // One that is approved no more stays to be seen; the review says what to do.
  const offered = version === null || approved.includes(version) ? approved : [version, ...approved];
  return (
    <Card
      title={several ? `Variant ${letter}` : "Words"}
      aside={several ? <IconButton label={`Take out variant ${letter}`} icon={X} onClick={onRemove} /> : undefined}
    >
      <div className="flex flex-col gap-4" data-testid={`variant-${letter}`}>
        <NamedPicker<Offered>
          label={several ? `Template of ${letter}` : "Template"}
          placeholder="Choose a template"
          hint="Those with a version that somebody else approved."
          error={errors.template}
          value={templateId === "" ? [] : [{ id: templateId, name, approvedVersion: null }]}
          onChange={([one]) => {
            if (one !== undefined) onNamed(one.id, one.name);
            onChange({ templateId: one?.id ?? "", version: one?.approvedVersion ?? null });
          }}
          offer={(q) => ({
            queryKey: [TEMPLATES, "campaign-picker", q],
            queryFn: async ({ signal }) => {
              const filter = { approved: true, archived: false, ...(q === "" ? {} : { q }) };
              const { edges } = await templatePage({ first: FOUND, filter, sort: null, signal });
              return edges.map(({ node }) => ({
                id: node.id,
                name: node.name,
                approvedVersion: node.approvedVersion ?? null,
              }));
            },
          })}
        />
        {templateId === "" ? null : (
          <div className="campaign-pair">
            <SelectField
              label={several ? `Version of ${letter}` : "Version"}
              required
              placeholder="Choose a version"
              options={offered.map((number) => ({
                value: String(number),
                label:
                  versions.isSuccess && !approved.includes(number)
                    ? `Version ${number}, not approved`
                    : `Version ${number}`,
              }))}
              value={version === null ? "" : String(version)}
              onChange={(event) => onChange({ version: event.target.value === "" ? null : Number(event.target.value) })}
            />
            {several ? (
              <TextField
                label={`Weight of ${letter}`}
                inputMode="numeric"
                value={variant.weight}
                error={errors.weight}
                onChange={(event) => onChange({ weight: event.target.value })}
              />
            ) : null}
          </div>
        )}
        <TextField
          label={several ? `Subject of ${letter}` : "Subject"}
          hint="Empty: the template’s own. Merge tags like {{contact.first_name|there}} are filled."
          value={variant.subject}
          error={errors.subject}
          onChange={(event) => onChange({ subject: event.target.value })}
        />
        {templateId === "" ? null : (
          <Link className="link t-12" to={`/campaigns/templates/${templateId}`}>
            Open the template
          </Link>
        )}
      </div>
    </Card>
  );
}
