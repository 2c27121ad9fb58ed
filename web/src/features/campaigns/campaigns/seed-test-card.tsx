import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Combobox } from "@/components/combobox.tsx";
import { Notice } from "@/components/notice.tsx";
import { toastDone } from "@/components/toast.tsx";
import { useMay, useMe } from "@/features/identity/me/queries.ts";
import { assigneesQuery } from "@/features/work/tasks/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { countOf, formatMoment } from "@/lib/format.ts";
import { ContactPicker } from "@/records/email-preview/contact-picker.tsx";
import { sendSeedTest } from "./mutations.ts";
import type { Campaign } from "./queries.ts";
import { refreshCampaign } from "./use-campaign.ts";

/** More colleagues are refused. */
const MOST = 10;

/** Every variant to colleagues, through the account that recipients will get it by. */
export function SeedTestCard({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const me = useMe();
  const seesPeople = useMay("TASKS_EDIT");
  const people = useQuery({ ...assigneesQuery(), enabled: seesPeople });
  const [to, setTo] = useState<readonly string[]>([me.id]);
  const [contactId, setContactId] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: () => sendSeedTest(campaign.id, [...to], contactId),
    onSuccess: async (names) => {
      toastDone(names.length === 0 ? "The test is on its way" : `The test is on its way to ${names.join(", ")}`);
      await refreshCampaign(client, campaign.id);
    },
  });
  const { seedTested } = campaign;
  const options = [
    { value: me.id, label: `${me.name} (you)` },
    ...(people.data ?? []).filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const reason = campaign.content
    ? to.length === 0
      ? "Choose at least one colleague"
      : to.length > MOST
        ? `At most ${MOST} colleagues get a test`
        : undefined
    : "Choose what it says first";
  return (
    <Card title="Test to colleagues" sub="each variant, as recipients will get it">
      <div className="flex flex-col gap-4" data-testid="seed-test">
        {seedTested ? (
          <Notice tone={seedTested.current ? "success" : "warning"} title={`Sent ${formatMoment(seedTested.at)}`}>
            {seedTested.current
              ? `To ${seedTested.to.join(", ")}.`
              : "What it says was changed since then, so this test does not count any more. Send it again."}
          </Notice>
        ) : null}
        <Combobox
          label="To"
          required
          multiple
          options={options}
          value={to}
          onChange={setTo}
          loading={people.isFetching}
          placeholder="Choose colleagues"
        />
        <ContactPicker
          label="With the values of"
          hint="They are only read; the contact gets nothing."
          value={contactId}
          onChange={setContactId}
        />
        {send.isError ? (
          <Notice tone="danger" title="The test was not sent">
            {messageOf(send.error)}
          </Notice>
        ) : null}
        <Button
          icon={Send}
          className="self-start"
          busy={send.isPending}
          disabledReason={reason}
          onClick={() => send.mutate()}
        >
          {to.length < 2 ? "Send the test" : `Send the test to ${countOf(to.length, "colleague", "colleagues")}`}
        </Button>
      </div>
    </Card>
  );
}
