import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Verdict } from "./verdict.tsx";

describe("what was found out about an email", () => {
  it("says the verdict, why, and of what kind the address is", () => {
    const fields = {
      email_verification_status: "invalid",
      email_verification_reason: "no_mailbox",
      email_verified_at: "2026-01-05T12:00:00Z",
      email_kind: "role",
    };
    render(<Verdict fields={fields} />);
    expect(screen.getByTestId("email-verdict").textContent).toMatch(/^Invalid/);
    expect(screen.getByText("Role address")).toBeTruthy();
    expect(screen.getByText("The mail server says that there is no such mailbox.")).toBeTruthy();
  });

  it("says so when nobody looked", () => {
    render(<Verdict fields={{}} />);
    expect(screen.getByText("Not verified")).toBeTruthy();
  });
});
