/** The switch that stops all sending, of mail and of calls. */
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { SendingSwitchPartsFragment } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import { subscribe } from "@/lib/subscribe.ts";
import { CAMPAIGNS } from "./queries.ts";

graphql(`
  fragment SendingSwitchParts on SendingSwitch {
    stopped
    since
    byName
    reason
  }
`);

const SWITCH = graphql(`
  query SendingSwitchNow {
    sendingSwitch {
      ...SendingSwitchParts
    }
  }
`);

const CHANGED = graphql(`
  subscription SendingSwitchChanged {
    sendingSwitchChanged {
      ...SendingSwitchParts
    }
  }
`);

const STOP = graphql(`
  mutation SendingStop($reason: String) {
    sendingStop(reason: $reason) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const ALLOW = graphql(`
  mutation SendingAllow {
    sendingAllow {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export type SendingSwitch = SendingSwitchPartsFragment;

export const switchQuery = queryOptions({
  queryKey: ["sending-switch"],
  queryFn: async ({ signal }): Promise<SendingSwitch> => (await execute(SWITCH, {}, signal)).sendingSwitch,
  refetchInterval: 30_000,
});

/** Pushed when somebody throws it, and once at the start. */
export function watchSwitch(onData: (now: SendingSwitch) => void): () => void {
  return subscribe(CHANGED, {}, (data) => onData(data.sendingSwitchChanged));
}

export async function stopSending(reason: string | null): Promise<void> {
  accepted((await execute(STOP, { reason })).sendingStop);
}

export async function allowSending(): Promise<void> {
  accepted((await execute(ALLOW, {})).sendingAllow);
}

/** The switch, and what campaigns say of it. */
export async function refreshSwitch(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: switchQuery.queryKey });
  await client.invalidateQueries({ queryKey: [CAMPAIGNS] });
}
