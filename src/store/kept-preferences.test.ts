import { afterEach, expect, it, vi } from "vitest";
import { keptPreferences } from "./kept-preferences.ts";

afterEach(() => vi.unstubAllGlobals());

it("writes preferences when they change, and only then", () => {
  const written: string[] = [];
  vi.stubGlobal("localStorage", { setItem: (_: string, text: string) => written.push(text), getItem: () => null });
  const storage = keptPreferences<{ readonly theme: string }>()!;
  const dark = { theme: "dark" };
  for (const preferences of [dark, dark, { theme: "light" }]) storage.setItem("page", { state: { preferences } });
  expect(written.map((text) => JSON.parse(text).state.preferences.theme)).toEqual(["dark", "light"]);
});
