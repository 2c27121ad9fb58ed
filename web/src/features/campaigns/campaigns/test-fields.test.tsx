import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { NEW_TEST, NO_CONTENT, type TestDraft } from "./content.ts";
import { TestFields } from "./test-fields.tsx";

let last: TestDraft | null = null;

function Form({ start }: { start: TestDraft | null }) {
  const [test, setTest] = useState(start);
  return (
    <TestFields
      draft={{ ...NO_CONTENT, test }}
      error={undefined}
      onChange={(next) => {
        last = next;
        setTest(next);
      }}
    />
  );
}

const radio = (name: string) => screen.getByRole("radio", { name });

it("asks who chooses the better one, and what becomes of the rest without a difference", () => {
  render(<Form start={null} />);
  expect(screen.queryByRole("group", { name: "Who chooses the better one" })).toBeNull();
  fireEvent.click(radio("Test on a part, then send the better one to the rest"));
  expect(last).toEqual(NEW_TEST);
  expect(radio("The test, when its time is over")).toBeChecked();
  expect(radio("The best so far goes out")).toBeChecked();
  fireEvent.click(radio("The rest waits until somebody chooses"));
  expect(last).toEqual({ ...NEW_TEST, otherwiseWait: true });
});

it("asks nothing of a difference where a person chooses", () => {
  render(<Form start={NEW_TEST} />);
  fireEvent.click(radio("A person"));
  expect(last).toEqual({ ...NEW_TEST, automatic: false });
  expect(screen.queryByRole("group", { name: "If the test finds no difference" })).toBeNull();
  fireEvent.click(radio("Everybody gets one of them"));
  expect(last).toBeNull();
});
