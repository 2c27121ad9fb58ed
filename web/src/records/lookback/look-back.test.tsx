import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/tooltip.tsx";
import { contactKind } from "../kinds/contact-kind.ts";
import type { RecordBase } from "../record-kind.ts";
import { LookBackButton } from "./look-back.tsx";
import type { LookBack } from "./use-look-back.ts";

const execute = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock("@/lib/graphql.ts", async (original) => ({ ...(await original<object>()), execute }));

const record = { id: "c1", version: 3, fields: {} } as unknown as RecordBase;

it("looks back as soon as it is known what there is, when it was pressed before that", async () => {
  let answer: (facets: unknown) => void = () => {};
  execute.mockReturnValueOnce(new Promise((done) => (answer = done)));
  const look = vi.fn<LookBack["look"]>();
  const back = { moment: null, look } as unknown as LookBack;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <LookBackButton kind={contactKind} record={record} back={back} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Look back" }));
  expect(look).not.toHaveBeenCalled();
  await act(async () => {
    answer({
      timelineFacets: { moments: [{ position: 4 }, { position: 7 }, { position: 9 }], actors: [], sources: [] },
    });
  });
  await waitFor(() => expect(look).toHaveBeenCalledExactlyOnceWith({ position: 7 }));
});
