import { Plus, TriangleAlert, X } from "lucide-react";
import { Button, IconButton } from "@/components/button.tsx";
import { TextField } from "@/components/field.tsx";
import { Icon } from "@/components/icon.tsx";
import type { DomainPace } from "./policy.ts";

/** How fast mails go to recipients at a domain, whoever sends them. */
export function DomainPaces({
  domains,
  readOnly,
  error,
  onChange,
}: {
  domains: readonly DomainPace[];
  readOnly: boolean;
  error: string | undefined;
  onChange: (domains: DomainPace[]) => void;
}) {
  const change = (index: number, patch: Partial<DomainPace>) =>
    onChange(domains.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  return (
    <fieldset className="sending-domains">
      <legend className="legend">Limits for domains of recipients</legend>
      {domains.length === 0 ? <p className="t-2">None.</p> : null}
      {domains.map(({ domain, perSecond }, index) => (
        <div key={index} className="sending-domain">
          <TextField
            label={`Domain ${index + 1}`}
            mono
            readOnly={readOnly}
            value={domain}
            onChange={(event) => change(index, { domain: event.target.value })}
          />
          <TextField
            label="Mails a second"
            inputMode="decimal"
            readOnly={readOnly}
            value={perSecond}
            onChange={(event) => change(index, { perSecond: event.target.value })}
          />
          {readOnly ? null : (
            <IconButton
              label={`Take out ${domain === "" ? `domain ${index + 1}` : domain}`}
              icon={X}
              onClick={() => onChange(domains.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {error === undefined ? null : (
        <p className="error" role="alert">
          <Icon as={TriangleAlert} size="sm" />
          {error}
        </p>
      )}
      {readOnly ? null : (
        <Button small icon={Plus} onClick={() => onChange([...domains, { domain: "", perSecond: "" }])}>
          Add a domain
        </Button>
      )}
    </fieldset>
  );
}
