import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { PenLine, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Status } from "@/components/badge.tsx";
import { IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Timeline, TimelineItem } from "@/components/timeline.tsx";
import { toastDone, toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatDay, formatMoment } from "@/lib/format.ts";
import { usePageActions } from "@/shell/actions.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { refreshConsentRules, removeConsentRule, setConsentRule } from "./mutations.ts";
import { type ConsentRule, consentRulesQuery } from "./queries.ts";
import { RuleDialog } from "./rule-dialog.tsx";
import { changeWords, OTHERS, PRESETS } from "./words.ts";
import "@/components/data-table/table.css";

/** What holds by country for people of whom nothing is known. */
export function Rules() {
  const query = useQuery(consentRulesQuery);
  const mayManage = useMay("CONSENT_RULES_MANAGE");
  const [open, setOpen] = useState<ConsentRule | "new" | null>(null);
  usePageActions(
    mayManage
      ? [
          {
            id: "consent-rule-new",
            label: "New rule",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: () => setOpen("new"),
          },
        ]
      : [],
  );
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="The rules" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const { consentRules, consentRuleChanges } = query.data;
  return (
    <div className="flex max-w-220 flex-col gap-3 p-5">
      <Notice tone="info" title="What was said by or about a person stands before these rules">
        They hold for people of whom nothing is known. Those that Pivotal comes with are a careful start and no legal
        advice.
      </Notice>
      <Card flush>
        {/* Scrolls by itself, so it can be reached by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls */}
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Rules">
          <table className="dt flush min-w-150">
            <thead>
              <tr>
                <th scope="col">Country</th>
                <th scope="col">Email</th>
                <th scope="col">Calls</th>
                <th scope="col">Changed</th>
                {mayManage ? (
                  <th scope="col" className="r w-24">
                    Actions
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {consentRules.map((rule) => (
                <Row key={rule.country} rule={rule} mayManage={mayManage} change={() => setOpen(rule)} />
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      {consentRuleChanges.length === 0 ? null : (
        <Card title="What was changed">
          <Timeline label="What was changed">
            {consentRuleChanges.map((change) => (
              <TimelineItem key={change.position} icon={PenLine}>
                <p className="med">{changeWords(change)}</p>
                {change.note ? <p>{change.note}</p> : null}
                <p className="t-12 t-3">{[formatMoment(change.at), change.actorName].filter(Boolean).join(" · ")}</p>
              </TimelineItem>
            ))}
          </Timeline>
        </Card>
      )}
      {open === null ? null : (
        <RuleDialog
          rule={open === "new" ? null : open}
          taken={consentRules.map(({ country }) => country)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function Row({ rule, mayManage, change }: { rule: ConsentRule; mayManage: boolean; change: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeConsentRule(rule.country),
    onSuccess: async () => {
      const { country, email, phone } = rule;
      toastDone(`${rule.name} goes with all other countries`, async () => {
        await setConsentRule({ country, email, phone, note: null });
        await refreshConsentRules(client);
      });
      await refreshConsentRules(client);
    },
    onError: (error) => toastFailed(`Not removed. ${messageOf(error)}`, () => remove.mutate()),
  });
  return (
    <tr>
      <th scope="row" className="med">
        {rule.name}
      </th>
      {[rule.email, rule.phone].map((preset, at) => (
        <td key={at === 0 ? "email" : "phone"}>
          <Status tone={PRESETS[preset].tone}>{PRESETS[preset].label}</Status>
        </td>
      ))}
      <td className="t-2">
        {rule.changedAt ? [formatDay(rule.changedAt), rule.changedBy].filter(Boolean).join(", by ") : "As it came"}
      </td>
      {mayManage ? (
        <td className="r">
          <IconButton label={`Change the rule for ${rule.name}`} icon={PenLine} onClick={change} />
          {rule.country === OTHERS ? null : (
            <IconButton label={`Remove the rule for ${rule.name}`} icon={Trash2} onClick={() => remove.mutate()} />
          )}
        </td>
      ) : null}
    </tr>
  );
}
