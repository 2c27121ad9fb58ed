import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BellOff, Eye } from "lucide-react";
import { Checkbox } from "@/components/checkbox.tsx";
import { Empty } from "@/components/empty.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { DigestCard } from "./digest-card.tsx";
import { iconOf } from "./icons.ts";
import { mailInput, turned } from "./mail-choice.ts";
import { setNotificationMail, setNotificationPreferences } from "./mutations.ts";
import {
  type NotificationDigest,
  type NotificationPreference,
  notificationDigestQuery,
  notificationPreferencesQuery,
} from "./queries.ts";

/** What one wants to be told of. Closed in the view as a client: whose they would be could not be told apart. */
export function Preferences() {
  const me = useMe();
  if (me.viewingUntil === null || me.viewingUntil === undefined) return <OwnPreferences />;
  return (
    <Empty icon={Eye} title="Closed while you view as a client">
      {`Each person of ${me.client?.name ?? "this client"} chooses their own, and nobody else sees them. Yours are where they were: leave the view to change them.`}
    </Empty>
  );
}

/** Kind by kind, in the app and by mail. Each choice is saved at once and holds from then on. */
function OwnPreferences() {
  const client = useQueryClient();
  const query = useQuery(notificationPreferencesQuery);
  const digest = useQuery(notificationDigestQuery);
  const failed = (error: unknown) => {
    toastFailed(`Not saved. ${messageOf(error)}`);
    void client.invalidateQueries({ queryKey: notificationPreferencesQuery.queryKey });
    void client.invalidateQueries({ queryKey: notificationDigestQuery.queryKey });
  };
  const save = useMutation({
    mutationFn: (next: NotificationPreference[]) =>
      setNotificationPreferences(next.filter((one) => !one.inApp).map((one) => one.kind)),
    // One after the other: each replaces the whole choice.
    scope: { id: "notification-preferences" },
    onMutate: (next) => {
      client.setQueryData(notificationPreferencesQuery.queryKey, next);
    },
    onError: failed,
  });
  const saveMail = useMutation({
    mutationFn: ({ kinds, digest }: { kinds: NotificationPreference[]; digest: NotificationDigest }) =>
      setNotificationMail(mailInput(kinds, digest)),
    scope: { id: "notification-preferences" },
    onMutate: ({ kinds, digest }) => {
      client.setQueryData(notificationPreferencesQuery.queryKey, kinds);
      client.setQueryData(notificationDigestQuery.queryKey, digest);
    },
    // When the next one is due, the server says.
    onSuccess: (next) => {
      if (next !== null) client.setQueryData(notificationDigestQuery.queryKey, next);
    },
    onError: failed,
  });
  if (query.isPending || digest.isPending) return <PageSkeleton />;
  if (query.isError || digest.isError) {
    const error = query.error ?? digest.error;
    return (
      <div className="p-5">
        <LoadError
          what="Your preferences"
          error={error}
          retry={() => void Promise.all([query.refetch(), digest.refetch()])}
        />
      </div>
    );
  }
  if (query.data.length === 0) {
    return (
      <Empty icon={BellOff} title="Nothing to choose yet">
        There is nothing yet that your role is told of.
      </Empty>
    );
  }
  const kinds = query.data;
  const without = (kind: string, change: Partial<NotificationPreference>) =>
    kinds.map((other) => (other.kind === kind ? { ...other, ...change } : other));
  return (
    <div className="told-page">
      <DigestCard
        digest={digest.data}
        onChange={(next) => saveMail.mutate({ kinds, digest: turned(digest.data, next) })}
      />
      <p className="t-2 px-3 pt-4 pb-3">
        What is switched off is not told from then on. What you were told stays. What comes by mail at once is not in
        the digest too.
      </p>
      <ul aria-label="Kinds of notifications">
        {kinds.map((one) => (
          <li key={one.kind} className="told-choice">
            <Checkbox
              checked={one.inApp}
              label={one.label}
              onChange={(inApp) => save.mutate(without(one.kind, { inApp }))}
            />
            <span className="told-icon">
              <Icon as={iconOf(one.icon)} />
            </span>
            <span className="told-words">
              <span className="med">{one.label}</span>
              <span className="t-2">{one.hint}</span>
              <span className="told-mail t-12 t-2">
                <span className="row gap-1.5">
                  <Checkbox
                    checked={one.emailAtOnce}
                    label={`${one.label}, by mail at once`}
                    onChange={(emailAtOnce) =>
                      saveMail.mutate({ kinds: without(one.kind, { emailAtOnce }), digest: digest.data })
                    }
                  />
                  By mail at once
                </span>
                {digest.data.every === "OFF" || one.emailAtOnce ? null : (
                  <span className="row gap-1.5">
                    <Checkbox
                      checked={one.emailDigest}
                      label={`${one.label}, in the digest`}
                      onChange={(emailDigest) =>
                        saveMail.mutate({ kinds: without(one.kind, { emailDigest }), digest: digest.data })
                      }
                    />
                    In the digest
                  </span>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
