import { Card } from "@/components/card.tsx";
import { SelectField, TextField } from "@/components/field.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import type { WinnerMetric } from "@/gql/graphql.ts";
import { formatDuration } from "@/lib/format.ts";
import { type ContentDraft, NEW_TEST, TEST_TIMES, type TestDraft } from "./content.ts";
import { METRICS } from "./words.ts";

/** Whether everybody gets one of the variants, or a part tries them first. */
export function TestFields({
  draft: { test },
  error,
  onChange,
}: {
  draft: ContentDraft;
  error: string | undefined;
  onChange: (test: TestDraft | null) => void;
}) {
  const times =
    test === null || TEST_TIMES.some((one) => one === test.minutes) ? TEST_TIMES : [test.minutes, ...TEST_TIMES];
  return (
    <Card title="How variants go out">
      <div className="flex flex-col gap-4">
        <RadioGroup
          label="Who gets which"
          value={test === null ? "shares" : "test"}
          onChange={(how) => onChange(how === "test" ? NEW_TEST : null)}
          options={[
            { value: "shares", label: "Everybody gets one of them", hint: "By their weights, at once." },
            {
              value: "test",
              label: "Test on a part, then send the better one to the rest",
              hint: "The rest waits until the test is over.",
            },
          ]}
        />
        {test === null ? null : (
          <>
            <SelectField
              label="Better is what has more"
              options={Object.entries(METRICS).map(([value, label]) => ({ value, label }))}
              value={test.metric}
              onChange={(event) => onChange({ ...test, metric: event.target.value as WinnerMetric })}
            />
            <div className="campaign-pair">
              <TextField
                label="Percent of the audience"
                inputMode="numeric"
                value={test.share}
                error={error}
                onChange={(event) => onChange({ ...test, share: event.target.value })}
              />
              <SelectField
                label="The test runs"
                options={times.map((minutes) => ({ value: String(minutes), label: formatDuration(minutes * 60) }))}
                value={String(test.minutes)}
                onChange={(event) => onChange({ ...test, minutes: Number(event.target.value) })}
              />
            </div>
            <RadioGroup
              label="Who chooses the better one"
              value={test.automatic ? "test" : "person"}
              onChange={(who) => onChange({ ...test, automatic: who === "test" })}
              options={[
                {
                  value: "test",
                  label: "The test, when its time is over",
                  hint: "Compared once, by a two-proportion z-test at 95%. Somebody may choose before.",
                },
                { value: "person", label: "A person", hint: "The rest waits until somebody chooses." },
              ]}
            />
            {test.automatic ? (
              <RadioGroup
                label="If the test finds no difference"
                value={test.otherwiseWait ? "wait" : "leader"}
                onChange={(then) => onChange({ ...test, otherwiseWait: then === "wait" })}
                options={[
                  { value: "leader", label: "The best so far goes out", hint: "That it is ahead may be chance." },
                  { value: "wait", label: "The rest waits until somebody chooses" },
                ]}
              />
            ) : null}
          </>
        )}
      </div>
    </Card>
  );
}
