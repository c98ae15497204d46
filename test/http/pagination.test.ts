import { expect, it } from "vitest";
import { decodeCursor, encodeCursor, nextLink, page, sequenceOf } from "../../workers/http/pagination.ts";
import { Problem } from "../../workers/http/problem.ts";

it("gives back the key that a cursor was made of", () => {
  for (const key of ["app_01", "0", "a?b&c=d/+"]) expect(decodeCursor(encodeCursor(key))).toBe(key);
  expect(decodeCursor(undefined)).toBeNull();
});

it("refuses cursors of other makes", () => {
  for (const cursor of ["", "x", "%%%", btoa("2:x"), btoa("1:")]) {
    expect(() => decodeCursor(cursor), cursor).toThrow(Problem);
  }
  for (const key of ["-1", "1.5", "a", "9007199254740993"])
    expect(() => sequenceOf(key), key).toThrow(Problem);
  expect(sequenceOf("12")).toBe(12);
});

it("has a next page exactly when there is one", () => {
  expect(page([1, 2, 3], 3, String)).toEqual({ items: [1, 2, 3], next_cursor: null });
  expect(page([1, 2, 3, 4], 3, String)).toEqual({ items: [1, 2, 3], next_cursor: encodeCursor("3") });
  expect(nextLink("http://x/v1/jobs?limit=3", "abc")).toEqual({
    link: '<http://x/v1/jobs?limit=3&cursor=abc>; rel="next"',
  });
  expect(nextLink("http://x/", null)).toEqual({});
});
