import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { LinkedText } from "./linked-text.tsx";

it("makes addresses links and leaves the rest as text", () => {
  render(
    <p data-testid="text">
      <LinkedText text={"Hello <b>,\nOpen:\nhttps://crm.example.com/invitation#AbC-_1\n\nBye"} />
    </p>,
  );
  const link = screen.getByRole("link");
  expect(link).toHaveAttribute("href", "https://crm.example.com/invitation#AbC-_1");
  expect(screen.getByTestId("text").textContent).toBe(
    "Hello <b>,\nOpen:\nhttps://crm.example.com/invitation#AbC-_1\n\nBye",
  );
});
