import { useQuery } from "@tanstack/react-query";
import { Notice } from "@/components/notice.tsx";
import { identityProviderQuery } from "./queries.ts";
import "@/components/button.css";

/** The server says which; the words are ours, so that no address can put words here. */
const REFUSED: Record<string, string> = {
  OIDC_ELSEWHERE: "This sign-in did not begin in this browser, or took too long. Begin again.",
  OIDC_UNAVAILABLE: "The identity provider cannot be reached at the moment. Try again shortly.",
  OIDC_UNVERIFIED: "The identity provider has not verified your email address. Verify it there, and try again.",
  OIDC_NOBODY: "Nobody signs in here with your address. Ask an administrator to invite you.",
  USER_DISABLED: "This user is disabled. Ask an administrator to enable it.",
  INVITATION_EXPIRED: "The time of your invitation is over. Ask whoever invited you to send it again.",
};
const OTHERWISE = "The identity provider did not confirm who you are. Begin again.";

/** Signing in with what one has elsewhere, where the organisation has set it up. */
export function Outside({ refused }: { refused: string | null }) {
  const name = useQuery(identityProviderQuery).data ?? null;
  return (
    <>
      {refused === null ? null : <Notice tone="danger">{REFUSED[refused] ?? OTHERWISE}</Notice>}
      {name === null ? null : (
        // Leaves the app: the server sends the browser on.
        <a className="btn" href="/api/v1/auth/oidc/start">
          Sign in with {name}
        </a>
      )}
    </>
  );
}
