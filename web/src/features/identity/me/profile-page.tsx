import { Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { roleName } from "@/lib/permissions.ts";
import { viewedClient } from "@/lib/viewing.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { EmailCard } from "./email-card.tsx";
import { NameCard } from "./name-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { useMe } from "./queries.ts";
import { SecondFactorCard } from "./second-factor-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import "@/features/log/system/system.css";

/** What is one's own: the name, the password, the second step, and where one is signed in. */
export default function ProfilePage() {
  useCrumb("Profile");
  const me = useMe();
  return (
    <div className="scroll bg-well">
      <PageHead title="Profile" note={<span className="t-3">{me.client?.name ?? roleName(me.role)}</span>} />
      <div className="system max-w-180">
        {viewedClient() === null ? (
          <>
            <NameCard />
            <EmailCard />
            <PasswordCard />
            <SecondFactorCard />
            <SessionsCard />
          </>
        ) : (
          <Notice tone="info" title="Here each of them has a profile of their own">
            Their name, email, password and sessions. To change yours, leave the view.
          </Notice>
        )}
      </div>
    </div>
  );
}
