import { render, screen } from "@testing-library/react";
import { Ban, Mail, MousePointerClick, Phone } from "lucide-react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { bulkOf, campaignOf, EntryAbout, EntryRequest, EntrySource, iconOf } from "./history-entry.tsx";

const ID = "01930000-0000-7000-8000-000000000000";
const may = vi.hoisted(() => ({ it: true }));
vi.mock("@/features/identity/me/queries.ts", () => ({ useMay: () => may.it }));

const show = (entry: { source: string; sourceLabel: string; importId: string | null }) =>
  render(
    <MemoryRouter>
      <EntrySource entry={entry} />
    </MemoryRouter>,
  );

describe("where a line of the history came from", () => {
  beforeEach(() => {
    may.it = true;
  });

  it("is the page of its bulk change", () => {
    show({ source: `bulk:${ID}`, sourceLabel: "In bulk", importId: null });
    expect(screen.getByRole("link", { name: "In bulk" })).toHaveAttribute("href", `/bulk/${ID}`);
  });

  it("is the result of its import", () => {
    show({ source: `import:${ID}#7`, sourceLabel: "Import people.csv, row 7", importId: ID });
    expect(screen.getByRole("link")).toHaveAttribute("href", `/contacts/imports/${ID}`);
  });

  it("is the campaign whose mail told it", () => {
    show({ source: `campaign:${ID}`, sourceLabel: "Spring launch", importId: null });
    expect(screen.getByRole("link", { name: "Spring launch" })).toHaveAttribute("href", `/campaigns/${ID}`);
    expect(campaignOf("engagement:campaign:1")).toBeNull();
  });

  it("is only said to those who may not open it", () => {
    may.it = false;
    show({ source: `bulk:${ID}`, sourceLabel: "In bulk", importId: null });
    expect(screen.getByText("In bulk")).toBeInTheDocument();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("counts merges, weighed values and what was undone as bulk changes", () => {
    expect(bulkOf(`merge:${ID}@100`)).toBe(ID);
    expect(bulkOf(`weighed:${ID}@50@1795342524`)).toBe(ID);
    expect(bulkOf(`bulk-undo:${ID}@100`)).toBe(ID);
    expect(bulkOf("ui")).toBeNull();
    expect(bulkOf(`import:${ID}`)).toBeNull();
  });
});

describe("the icon of an email or a call", () => {
  const icon = (eventType: string, title: string) =>
    iconOf({ eventType, title, source: "engagement:Old Mailer", restoredFrom: null, changes: [] });

  it("is that of what happened last, whatever its words remind of", () => {
    expect(icon("EngagementCalled", "Was called")).toBe(Phone);
    expect(icon("EngagementClicked", "Clicked a link in an email")).toBe(MousePointerClick);
    expect(icon("EngagementNotEmailed", "Left out of a campaign: archived")).toBe(Ban);
  });

  it("is a letter where the kind is not known yet", () => {
    expect(icon("EngagementForwarded", "Forwarded")).toBe(Mail);
  });
});

describe("the request that a person was erased for", () => {
  const link = (requestId: string | null) => {
    render(
      <MemoryRouter>
        <EntryRequest entry={{ requestId }} />
      </MemoryRouter>,
    );
    return screen.queryByRole("link", { name: "Open the request" });
  };

  it("is a press away where the server names it", () => {
    expect(link(ID)).toHaveAttribute("href", `/compliance/requests/${ID}`);
  });

  it("is not offered where it does not", () => {
    expect(link(null)).toBeNull();
  });
});

it("says what the mail said, where the server does", () => {
  const { container, rerender } = render(<EntryAbout entry={{ about: "Offer in “Spring news”" }} />);
  expect(screen.getByText("Offer in “Spring news”")).toBeVisible();
  rerender(<EntryAbout entry={{ about: null }} />);
  expect(container).toBeEmptyDOMElement();
});
