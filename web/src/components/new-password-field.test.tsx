import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { NewPasswordField } from "./new-password-field.tsx";

const sent: unknown[] = [];
let answer: () => Response;
const said = (accepted: boolean, message: string) => () => Response.json({ accepted, message });

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return Promise.resolve(answer());
  });
});

const field = () => screen.getByLabelText(/New password/);

it("asks once, when it is left, and says what the server says", async () => {
  answer = said(false, "This password would soon be guessed.");
  render(<NewPasswordField label="New password" hint="At least 12 characters." person={() => ({ name: "Ada" })} />);
  await userEvent.type(field(), "christopher1");
  expect(sent).toEqual([]);
  await userEvent.tab();
  expect(await screen.findByText("This password would soon be guessed.")).toBeVisible();
  expect(field()).toBeInvalid();
  expect(sent).toEqual([{ password: "christopher1", name: "Ada", email: "" }]);

  answer = said(true, "Hard to guess.");
  await userEvent.type(field(), " and a wombat");
  expect(field()).toBeValid();
  await userEvent.tab();
  expect(await screen.findByText("Hard to guess.")).toBeVisible();
  expect(sent).toHaveLength(2);
});

it("says nothing of its own when the server cannot be asked, or nothing was typed", async () => {
  answer = () => new Response("{}", { status: 429 });
  render(<NewPasswordField label="New password" hint="At least 12 characters." />);
  await userEvent.click(field());
  await userEvent.tab();
  expect(sent).toEqual([]);
  await userEvent.type(field(), "christopher1");
  await userEvent.tab();
  expect(sent).toHaveLength(1);
  expect(screen.getByText("At least 12 characters.")).toBeVisible();
  expect(field()).toBeValid();
});

it("shows what the form says first", () => {
  render(<NewPasswordField label="New password" error="This password is among the first that get guessed." />);
  expect(field()).toHaveAccessibleDescription("This password is among the first that get guessed.");
});
