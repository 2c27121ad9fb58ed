import { queryOptions } from "@tanstack/react-query";

export interface DevelopmentLogin {
  email: string;
  password: string;
  role: string;
  name: string;
}

/** The seeded people. Outside development the endpoint is a 404, which means: show nothing. */
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
