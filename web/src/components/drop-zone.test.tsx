import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { DropZone } from "./drop-zone.tsx";

it("of several dropped files none is taken", () => {
  const onFile = vi.fn();
  const onSeveral = vi.fn();
  render(
    <DropZone
      title="Drop a file here"
      hint="or paste rows"
      label="File"
      accept=".csv"
      pasteLabel="Paste rows"
      onFile={onFile}
      onSeveral={onSeveral}
      onPaste={() => {}}
    />,
  );
  const file = (name: string) => new File(["Email"], name);
  fireEvent.drop(screen.getByTestId("drop-zone"), { dataTransfer: { files: [file("a.csv"), file("b.csv")] } });
  expect(onSeveral).toHaveBeenCalledWith(2);
  fireEvent.drop(screen.getByTestId("drop-zone"), { dataTransfer: { files: [file("a.csv")] } });
  expect(onFile).toHaveBeenCalledWith(expect.objectContaining({ name: "a.csv" }));
});
