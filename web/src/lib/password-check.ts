/** What the server would say of a password. There is one rule, and it is the server's. */
import { rest } from "./http.ts";

export interface PasswordVerdict {
  accepted: boolean;
  message: string;
}

/** Who would have it: a password must not be made of their name or address. */
export interface PasswordPerson {
  name?: string;
  email?: string;
}

export function checkPassword(password: string, { name = "", email = "" }: PasswordPerson): Promise<PasswordVerdict> {
  return rest<PasswordVerdict>("/api/v1/auth/password/check", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ password, name, email }),
  });
}

/** The sentence of a refusal that is about the password that was chosen, to be shown beside it. */
export function passwordRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return /^PASSWORD_(TOO_SHORT|TOO_LONG|GUESSABLE)$/.test(error.code) ? error.message : undefined;
}
