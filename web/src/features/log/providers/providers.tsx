import { useMutation, useQuery } from "@tanstack/react-query";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { testProvider } from "./mutations.ts";
import { type Provider, providersQuery } from "./queries.ts";
import { isWhat, noTestBecause, PROVIDERS, STATES } from "./words.ts";

/** What Pivotal works with outside of itself: how each is set up, and whether it answers. */
export function Providers() {
  const query = useQuery(providersQuery);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <LoadError what="Providers" error={query.error} retry={() => void query.refetch()} />;
  return (
    <Card title="Providers" sub="Set up by whoever runs the server">
      <ul aria-label="Providers" className="flex flex-col">
        {query.data.map((provider) => (
          <ProviderLine key={provider.kind} provider={provider} />
        ))}
      </ul>
    </Card>
  );
}

function ProviderLine({ provider }: { provider: Provider }) {
  const test = useMutation({ mutationFn: () => testProvider(provider.kind) });
  const { label, does, settings } = PROVIDERS[provider.kind];
  const state = STATES[provider.state];
  return (
    <li className="row items-start gap-3 py-2 max-md:flex-wrap">
      <span className="grow min-w-0">
        <span className="med block">{label}</span>
        <span className="t-2 block">{does}</span>
        <span className="t-12 t-3 block">
          {isWhat(provider)}. <span className="mono">{settings}</span>
        </span>
        <span role="status" className="block">
          {test.isError ? (
            <Status tone="danger">{`Not tested. ${messageOf(test.error)}`}</Status>
          ) : test.data === undefined ? null : (
            <Status tone={test.data.worked ? "success" : "danger"}>{test.data.message}</Status>
          )}
        </span>
      </span>
      <Status tone={state.tone}>{state.label}</Status>
      <Button
        small
        busy={test.isPending}
        aria-label={`Test ${label}`}
        disabledReason={provider.testable ? undefined : noTestBecause(provider)}
        onClick={() => test.mutate()}
      >
        Test
      </Button>
    </li>
  );
}
