import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import { execute } from "@/lib/graphql.ts";

export interface DevelopmentLogin {
  email: string;
  password: string;
  role: string;
  name: string;
}

/** The seeded people. Outside development there are none. */
export const developmentLoginsQuery = queryOptions({
  queryKey: ["development-logins"],
  queryFn: async ({ signal }): Promise<DevelopmentLogin[]> => {
    const response = await fetch("/api/v1/auth/development-logins", { signal });
    if (!response.ok) return [];
    const body: unknown = await response.json().catch(() => []);
    return Array.isArray(body) ? (body as DevelopmentLogin[]) : [];
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the identity provider is called that people may sign in with; null when none is set up. */
export const identityProviderQuery = queryOptions({
  queryKey: ["identity-provider"],
  queryFn: async ({ signal }): Promise<string | null> => {
    const response = await fetch("/api/v1/auth/oidc", { signal });
    if (!response.ok) return null;
    const body: unknown = await response.json().catch(() => null);
    const named = typeof body === "object" && body !== null && "name" in body && typeof body.name === "string";
    return named ? String(body.name) : null;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

const SESSIONS = graphql(`
  query MySessions {
    mySessions {
      id
      lastUsedAt
      userAgent
      ip
      current
    }
  }
`);

/** The latest used first. */
export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: async ({ signal }) => (await execute(SESSIONS, {}, signal)).mySessions,
  staleTime: 0,
});

const BROWSERS: [RegExp, string][] = [
  [/edg(e|a|ios)?\//i, "Edge"],
  [/opr\//i, "Opera"],
  [/firefox|fxios/i, "Firefox"],
  [/chrom(e|ium)|crios/i, "Chrome"],
  [/safari/i, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iphone|ipad/i, "iOS"],
  [/android/i, "Android"],
  [/windows/i, "Windows"],
  [/mac os/i, "macOS"],
  [/linux/i, "Linux"],
];

/** A browser's own words in short: "Firefox on Linux". */
export function browserOf(userAgent: string | null | undefined): string {
  if (userAgent === null || userAgent === undefined || userAgent === "") return "Unknown";
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  if (browser === undefined) return userAgent.slice(0, 40);
  return system === undefined ? browser : `${browser} on ${system}`;
}
