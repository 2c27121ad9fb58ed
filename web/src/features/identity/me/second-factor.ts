import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { SecondFactorBeginMutation } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const STATE = graphql(`
  query SecondFactor {
    secondFactor {
      enabled
      recoveryCodesLeft
    }
  }
`);
const BEGIN = graphql(`
  mutation SecondFactorBegin($input: SecondFactorPasswordInput!) {
    secondFactorBegin(input: $input) {
      secret
      qr {
        size
        path
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);
const CONFIRM = graphql(`
  mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {
    secondFactorConfirm(input: $input) {
      recoveryCodes
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RENEW = graphql(`
  mutation RecoveryCodesRenew($input: SecondFactorPasswordInput!) {
    recoveryCodesRenew(input: $input) {
      recoveryCodes
      userErrors {
        ...Refusal
      }
    }
  }
`);
const DISABLE = graphql(`
  mutation SecondFactorDisable($input: SecondFactorPasswordInput!) {
    secondFactorDisable(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export const secondFactorQuery = queryOptions({
  queryKey: ["second-factor"],
  queryFn: async ({ signal }) => (await execute(STATE, {}, signal)).secondFactor,
});

/** What the app on the phone is told; to be had only now. */
export interface Begun {
  secret: string;
  qr: NonNullable<SecondFactorBeginMutation["secondFactorBegin"]["qr"]> | null;
}

export async function beginSecondFactor(password: string): Promise<Begun> {
  const { secret, qr } = accepted((await execute(BEGIN, { input: { password } })).secondFactorBegin);
  return { secret: secret ?? "", qr: qr ?? null };
}

/** The recovery codes, which are to be had only now. */
export async function confirmSecondFactor(code: string): Promise<string[]> {
  return accepted((await execute(CONFIRM, { input: { code } })).secondFactorConfirm).recoveryCodes ?? [];
}

/** Those before are void. */
export async function renewRecoveryCodes(password: string): Promise<string[]> {
  return accepted((await execute(RENEW, { input: { password } })).recoveryCodesRenew).recoveryCodes ?? [];
}

export async function disableSecondFactor(password: string): Promise<void> {
  accepted((await execute(DISABLE, { input: { password } })).secondFactorDisable);
}
