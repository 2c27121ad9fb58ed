import { expect, it } from "vitest";
import { mailDocument } from "./frame.ts";

const page = (html: string) =>
  new DOMParser().parseFromString(mailDocument(html, "https://crm.example.com"), "text/html");

it("lets the pixel load from us, whatever address the mail names, and nothing else", () => {
  const shown = page(
    '<html><head><title>News</title></head><body><img alt="" src="https://go.norhavn.example/t/o/AbC.gif"><img alt="Logo" src="https://cdn.example/logo.png"></body></html>',
  );
  expect([...shown.images].map((image) => image.src)).toEqual([
    "https://crm.example.com/t/o/AbC.gif",
    "https://cdn.example/logo.png",
  ]);
  const policy = shown.querySelector("meta[http-equiv]");
  // Its elements are of another document, so they are asked themselves.
  expect(policy?.getAttribute("http-equiv")).toBe("content-security-policy");
  expect(policy?.getAttribute("content")).toBe(
    "default-src 'none'; img-src https://crm.example.com/t/o/ data:; style-src 'unsafe-inline'; form-action 'none'",
  );
  expect(shown.head.firstElementChild).toBe(policy);
});

it("leaves links as they are and opens them elsewhere", () => {
  const shown = page('<p><a href="https://go.norhavn.example/t/c/AbC">Read</a></p>');
  expect(shown.querySelector("a")?.getAttribute("href")).toBe("https://go.norhavn.example/t/c/AbC");
  expect(shown.querySelector("base")?.getAttribute("target")).toBe("_blank");
});
