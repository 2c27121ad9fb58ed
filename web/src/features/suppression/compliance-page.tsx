import { useNavigate } from "react-router";
import { PageHead } from "@/components/page-head.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { Rules } from "./consent-rules/rules.tsx";
import { Register } from "./consents/register.tsx";
import { LegalHolds } from "./legal-holds/register.tsx";
import { Requests } from "./requests/register.tsx";
import { Retention } from "./retention/retention.tsx";
import { Registers } from "./suppressions/registers.tsx";

export type ComplianceTab = "register" | "rules" | "requests" | "retention" | "legal-holds" | "registers";

const LABELS: Record<ComplianceTab, string> = {
  register: "Consent register",
  rules: "Rules by country",
  requests: "Requests",
  retention: "Retention",
  "legal-holds": "Legal holds",
  registers: "Do-not-call files",
};

/**
 * On which basis people are contacted: what they said, and what holds for those who said nothing; what they ask of us; how long what is
 * kept about them is kept, and what must not be deleted; by which registers nobody is called.
 */
export default function CompliancePage({ tab = "register" }: { tab?: ComplianceTab }) {
  const navigate = useNavigate();
  // The register is what the navigation names; the others say their own name.
  useCrumb(tab === "register" ? undefined : LABELS[tab]);
  const mayRequests = useMay("PRIVACY_REQUESTS");
  const maySuppressions = useMay("SUPPRESSIONS_VIEW");
  const mayRetention = useMay("RETENTION_VIEW");
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Compliance Center">
      <PageHead title="Compliance Center" />
      <Tabs
        label="Compliance"
        value={tab}
        onChange={(id) => void navigate(id === "register" ? "/compliance" : `/compliance/${id}`)}
        items={[
          { id: "register", label: LABELS.register, content: <Register /> },
          { id: "rules", label: LABELS.rules, content: <Rules /> },
          ...(mayRequests ? [{ id: "requests", label: LABELS.requests, content: <Requests /> }] : []),
          ...(mayRetention
            ? [
                { id: "retention", label: LABELS.retention, content: <Retention /> },
                { id: "legal-holds", label: LABELS["legal-holds"], content: <LegalHolds /> },
              ]
            : []),
          ...(maySuppressions ? [{ id: "registers", label: LABELS.registers, content: <Registers /> }] : []),
        ]}
        bodyClassName="relative flex min-h-0 flex-1 flex-col overflow-auto"
      />
    </section>
  );
}
