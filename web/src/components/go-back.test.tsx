import { render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { goBack, keepTrail, useGoBack, useTrail } from "./go-back.ts";

/** The page: a list that takes the focus, and in it what opens dialogs. Drawn without React, so that any of it can be gone. */
let page: HTMLElement;

beforeEach(() => {
  page = document.createElement("main");
  page.id = "content";
  page.tabIndex = -1;
  page.innerHTML = '<section tabindex="-1" aria-label="List"><div><button>Edit</button></div></section>';
  document.body.append(page);
});

afterEach(() => page.remove());

const edit = () => screen.getByRole("button", { name: "Edit" });
const list = () => screen.getByRole("region", { name: "List" });
const closing = () => new Event("close", { cancelable: true });

/** Its trail is told each time it is drawn. */
function Opened({ open, tell }: { open: boolean; tell: (trail: readonly Element[]) => void }) {
  tell(useTrail(open));
  return null;
}

function Drawer({ tell }: { tell: (back: (event: Event) => void) => void }) {
  tell(useGoBack());
  return <input aria-label="Inside" />;
}

const told = (tell: ReturnType<typeof vi.fn<(trail: readonly Element[]) => void>>) => tell.mock.lastCall?.[0] ?? [];

describe("where the focus goes back to", () => {
  it("is where it was when the dialog opened, and Radix does not choose another place", () => {
    edit().focus();
    const tell = vi.fn<(trail: readonly Element[]) => void>();
    render(<Opened open tell={tell} />);
    edit().blur();
    const event = closing();
    goBack(event, told(tell));
    expect(edit()).toHaveFocus();
    expect(event.defaultPrevented).toBe(true);
  });

  it("is the nearest place around it when that is gone, and the page when all of it is", () => {
    edit().focus();
    const tell = vi.fn<(trail: readonly Element[]) => void>();
    render(<Opened open tell={tell} />);
    const place = list();
    edit().remove();
    goBack(closing(), told(tell));
    expect(place).toHaveFocus();
    place.remove();
    goBack(closing(), told(tell));
    expect(page).toHaveFocus();
  });

  it("is noted when it opens, not before and not while it is open", () => {
    const tell = vi.fn<(trail: readonly Element[]) => void>();
    list().focus();
    const { rerender } = render(<Opened open={false} tell={tell} />);
    expect(told(tell)).toEqual([]);
    edit().focus();
    rerender(<Opened open tell={tell} />);
    expect(told(tell)).toEqual([edit(), list(), page]);
    list().focus();
    rerender(<Opened open tell={tell} />);
    expect(told(tell)[0]).toBe(edit());
    rerender(<Opened open={false} tell={tell} />);
    expect(told(tell)[0]).toBe(edit());
    rerender(<Opened open tell={tell} />);
    expect(told(tell)[0]).toBe(list());
  });

  it("leads from a dialog that opens out of another to where the first came from", () => {
    edit().focus();
    const tell = vi.fn<(trail: readonly Element[]) => void>();
    render(<Opened open tell={tell} />);
    const dialog = document.createElement("div");
    dialog.tabIndex = -1;
    dialog.innerHTML = "<button>Lift</button>";
    document.body.append(dialog);
    keepTrail(dialog, told(tell));
    screen.getByRole("button", { name: "Lift" }).focus();
    const next = vi.fn<(trail: readonly Element[]) => void>();
    render(<Opened open tell={next} />);
    dialog.remove();
    goBack(closing(), told(next));
    expect(edit()).toHaveFocus();
  });

  it("is noted at the first drawing by what is there only while it is open", () => {
    const tell = vi.fn<(back: (event: Event) => void) => void>();
    edit().focus();
    const { rerender } = render(<Drawer tell={tell} />);
    screen.getByRole("textbox", { name: "Inside" }).focus();
    rerender(<Drawer tell={tell} />);
    tell.mock.lastCall?.[0](closing());
    expect(edit()).toHaveFocus();
  });
});
