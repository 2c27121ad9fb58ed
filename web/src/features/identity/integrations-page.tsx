import { PageHead } from "@/components/page-head.tsx";
import { ApiKeys } from "./api-keys/api-keys.tsx";
import { useMay } from "./me/queries.ts";
import { Providers } from "@/features/log/providers/providers.tsx";
import "@/features/log/system/system.css";

/** What works with Pivotal, and what Pivotal works with: keys of programs, and providers with their state. */
export default function IntegrationsPage() {
  const seesProviders = useMay("SETTINGS_MANAGE");
  return (
    <div className="scroll bg-well">
      <PageHead title="Integrations & APIs" />
      <div className="system">
        <ApiKeys />
        {seesProviders ? <Providers /> : null}
      </div>
    </div>
  );
}
